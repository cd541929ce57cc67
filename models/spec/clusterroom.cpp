// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/clusterroom.h"

#include "k8s/core/jsonview.h"
#include "k8s/core/quantity.h"
#include "models/core/format.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct RoomText
{
    Q_DECLARE_TR_FUNCTIONS(RoomText)
};

QString cores(double cpu) { return RoomText::tr("%1 CPU").arg(plainNumber(cpu)); }
QString bytes(double memory) { return bytesText(qint64(memory)); }

/// "docker.io/library/busybox:latest" for "busybox", as a container runtime names it (distribution/reference).
QString fullName(QString image)
{
    if (const auto digest = image.indexOf(u'@'); digest > 0) { // then the tag is not looked at
        const auto tag = image.lastIndexOf(u':', digest);
        if (tag > image.lastIndexOf(u'/', digest))
            image.remove(tag, digest - tag);
    }
    const QString first = image.section(u'/', 0, 0);
    const bool hasHost
        = image.contains(u'/') && (first.contains(u'.') || first.contains(u':') || first == "localhost"_L1);
    if (!hasHost)
        image = (image.contains(u'/') ? u"docker.io/"_s : u"docker.io/library/"_s) + image;
    if (image.startsWith("docker.io/"_L1) && image.count(u'/') == 1)
        image.insert(qsizetype(std::size("docker.io/")) - 1, "library/"_L1);
    if (!image.section(u'/', -1).contains(u':') && !image.contains(u'@'))
        image += u":latest"_s;
    return image;
}

/// What a spec asks of a quota's resource; -1 if that is not known of a preview.
double askedOf(const SpecPreview &preview, const QString &resource)
{
    if (resource == "cpu"_L1 || resource == "requests.cpu"_L1)
        return preview.cpu;
    if (resource == "memory"_L1 || resource == "requests.memory"_L1)
        return preview.memory;
    if (resource == "pods"_L1 || resource == "count/pods"_L1)
        return preview.podCount;
    const auto ofThisKind = [&resource](const PreviewPod &pod) {
        return !pod.gpuResource.isEmpty() && resource == "requests."_L1 + pod.gpuResource;
    };
    return std::ranges::any_of(preview.pods, ofThisKind) ? preview.gpus : -1;
}

QString amountText(double amount, const QString &resource)
{
    return resource.endsWith("memory"_L1) ? bytes(amount) : plainNumber(amount);
}

void addFree(const SpecPreview &preview, const ClusterRoom &room, QList<RoomSentence> &sentences)
{
    if (room.gpus >= 0 && preview.gpus > 0)
        sentences.append(
            {RoomText::tr("%1 of %2 GPUs are free.").arg(room.gpus).arg(room.allGpus), preview.gpus <= room.gpus});
    if (room.cpu < 0 || (preview.cpu <= 0 && preview.memory <= 0))
        return;
    const QString free = cores(room.cpu) + u", "_s + bytes(room.memory);
    if (preview.cpu > room.cpu || preview.memory > room.memory) {
        sentences.append({RoomText::tr("Only %1 are free: some pods will wait.").arg(free), false});
        return;
    }
    for (const PreviewPod &pod : preview.pods) {
        if (pod.cpu <= room.largestCpu && pod.memory <= room.largestMemory)
            continue;
        sentences.append({RoomText::tr("%1 are free, but no node has %2, %3 for %4.")
                              .arg(free, cores(pod.cpu), bytes(pod.memory), pod.name),
                          false});
        return;
    }
    sentences.append({RoomText::tr("%1 are free.").arg(free), true});
}

void addQuotas(const SpecPreview &preview, const ClusterRoom &room, QList<RoomSentence> &sentences)
{
    if (!preview.ns.isEmpty() && preview.ns != room.ns)
        return; // the text goes elsewhere
    QStringList kept;
    bool exceeded = false;
    for (const QuotaShare &share : room.quotas) {
        const double asked = askedOf(preview, share.resource);
        if (asked <= 0)
            continue;
        if (share.used + asked <= share.hard) {
            if (!kept.contains(share.quota))
                kept.append(share.quota);
            continue;
        }
        exceeded = true;
        sentences.append({RoomText::tr("The quota %1 leaves %2 of %3 of %4: pods will be refused.")
                              .arg(share.quota, amountText(std::max(0.0, share.hard - share.used), share.resource),
                                   amountText(share.hard, share.resource), share.resource),
                          false});
    }
    if (!exceeded && !kept.isEmpty())
        sentences.append({RoomText::tr("Within the quota %1.").arg(kept.join(u", "_s)), true});
}

void addImages(const SpecPreview &preview, const ClusterRoom &room, QList<RoomSentence> &sentences)
{
    if (room.images.isEmpty())
        return;
    QStringList missing;
    for (const PreviewPod &pod : preview.pods) {
        const bool known = std::ranges::any_of(
            room.images, [name = fullName(pod.image)](const QString &image) { return fullName(image) == name; });
        if (!pod.image.isEmpty() && !known && !missing.contains(pod.image))
            missing.append(pod.image);
    }
    if (missing.isEmpty())
        return;
    QStringList own; // made for it; the others are the operators'
    std::ranges::copy_if(room.images, std::back_inserter(own),
                         [](const QString &image) { return image.startsWith("localhost/"_L1); });
    QString sentence = RoomText::tr("The sandbox does not have the image %1.").arg(missing.join(u", "_s));
    if (!own.isEmpty())
        sentence += u' ' + RoomText::tr("Programs can run in %1.").arg(own.join(u", "_s));
    sentence += u' ' + RoomText::tr("“pilothouse-sandbox load FILE.tar” brings in others.");
    sentences.append({sentence, false});
}

} // namespace

QList<RoomSentence> roomFor(const SpecPreview &preview, const ClusterRoom &room)
{
    QList<RoomSentence> sentences;
    if (preview.podCount == 0)
        return sentences;
    addFree(preview, room, sentences);
    addQuotas(preview, room, sentences);
    addImages(preview, room, sentences);
    return sentences;
}

QList<QuotaShare> quotasOf(const QByteArray &listJson)
{
    QList<QuotaShare> shares;
    k8s::JsonDocument document;
    document.parse({listJson.constData(), size_t(listJson.size())})["items"].forEach([&](const k8s::JsonView &quota) {
        if (quota.at("spec", "scopes").size() > 0 || quota.at("spec", "scopeSelector").exists())
            return;
        quota.at("status", "hard").forEachMember([&](std::string_view resource, const k8s::JsonView &hard) {
            const auto most = k8s::parseQuantity(hard.string());
            if (most)
                shares.append({quota.at("metadata", "name").string(),
                               QString::fromUtf8(resource.data(), qsizetype(resource.size())), *most,
                               k8s::parseQuantity(quota.at("status", "used", resource).string()).value_or(0)});
        });
    });
    return shares;
}

QStringList imagesOf(const QByteArray &listJson)
{
    QStringList names;
    k8s::JsonDocument document;
    document.parse({listJson.constData(), size_t(listJson.size())})["items"].forEach([&](const k8s::JsonView &node) {
        node.at("status", "images").forEach([&](const k8s::JsonView &image) {
            image["names"].forEach([&](const k8s::JsonView &name) { names.append(name.string()); });
        });
    });
    names.removeDuplicates();
    return names;
}

} // namespace models
