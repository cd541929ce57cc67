// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/launchplan.h"

#include "k8s/spec/document.h"
#include "k8s/spec/jsonwriter.h"
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString translate(const char *text) { return QCoreApplication::translate("LaunchPlan", text); }

k8s::Error wrong(k8s::Error::Kind kind, const QString &message, const QString &context)
{
    k8s::Error error;
    error.kind = kind;
    error.message = message;
    error.context = context;
    return error;
}

QString placeText(const k8s::SpecText &text, qsizetype offset)
{
    const auto place = text.index().place(offset);
    return translate("line %1, column %2").arg(place.line).arg(place.column);
}

k8s::Result<> yamlIsFine(const k8s::SpecText &text)
{
    for (const k8s::Diagnostic &diagnostic : text.diagnostics()) {
        if (diagnostic.severity == k8s::Diagnostic::Severity::Error)
            return std::unexpected(
                wrong(k8s::Error::Kind::Parse, diagnostic.message.text(), placeText(text, diagnostic.offset)));
    }
    return {};
}

/// What others need comes before them.
int orderOf(const LaunchItem &item)
{
    const QString &kind = item.object.type.kind;
    if (kind == "Namespace"_L1)
        return 0;
    if (kind == "ConfigMap"_L1 || kind == "Secret"_L1 || kind == "PersistentVolumeClaim"_L1
        || kind == "ServiceAccount"_L1)
        return 1;
    if (kind.endsWith("Runtime"_L1))
        return 2;
    return item.job ? 4 : 3;
}

const k8s::ApiResource *servedAs(const QList<k8s::ApiResource> &resources, const QString &apiVersion,
                                 const QString &kind)
{
    const auto found = std::ranges::find_if(resources, [&](const k8s::ApiResource &resource) {
        return resource.type.kind == kind && resource.type.apiVersion() == apiVersion;
    });
    return found == resources.end() ? nullptr : &*found;
}

k8s::Result<LaunchItem> readItem(const k8s::SpecText &text, const k8s::SpecPart &part, const QString &defaultNamespace,
                                 const QList<k8s::ApiResource> &resources, bool &unknownKind)
{
    const k8s::SpecValue root = part.root();
    const QString kind = root["kind"].string();
    const QString apiVersion = root["apiVersion"].string();
    if (!root.isMap() || kind.isEmpty() || apiVersion.isEmpty())
        return std::unexpected(wrong(k8s::Error::Kind::Invalid, translate("This document has no apiVersion and kind."),
                                     placeText(text, part.offset())));
    const auto *resource = servedAs(resources, apiVersion, kind);
    if (!resource) {
        unknownKind = true;
        return std::unexpected(wrong(k8s::Error::Kind::NotFound,
                                     translate("The cluster does not serve %1 of %2.").arg(kind, apiVersion),
                                     placeText(text, root["kind"].node().offset)));
    }
    LaunchItem item;
    item.object.type = resource->type;
    item.object.name = root["metadata"]["name"].string();
    if (resource->type.namespaced) {
        const QString own = root["metadata"]["namespace"].string();
        item.object.ns = own.isEmpty() ? defaultNamespace : own;
    }
    item.json = k8s::toJson(root);
    const auto *descriptor = models::findKind(resource->type.group, kind);
    item.job = descriptor && descriptor->job;
    return item;
}

} // namespace

k8s::Result<> makeLaunchPlan(const QByteArray &yaml, const QString &defaultNamespace,
                             const QList<k8s::ApiResource> &resources, LaunchPlan &plan)
{
    const auto text = k8s::parseSpec(yaml);
    if (auto fine = yamlIsFine(*text); !fine)
        return fine;
    QStringList newNamespaces;
    int document = -1;
    for (const k8s::SpecPart &part : text->parts()) {
        ++document;
        if (part.isEmpty())
            continue;
        auto item = readItem(*text, part, defaultNamespace, resources, plan.unknownKind);
        if (!item) {
            plan.failedDocument = document;
            return std::unexpected(item.error());
        }
        item->document = document;
        if (item->object.type.kind == "Namespace"_L1)
            newNamespaces.append(item->object.name);
        plan.items.append(*std::move(item));
    }
    for (LaunchItem &item : plan.items)
        item.inNewNamespace = newNamespaces.contains(item.object.ns);
    if (plan.items.isEmpty())
        return std::unexpected(
            wrong(k8s::Error::Kind::Invalid, translate("There is nothing to launch: the text is empty."), {}));
    std::ranges::stable_sort(plan.items, {}, orderOf);
    return {};
}

const LaunchItem *missedPart(const LaunchPlan &plan, const LaunchItem &item, const k8s::Error &refusal)
{
    for (const LaunchItem &part : plan.items) {
        if (part == item)
            return nullptr; // what comes later cannot be missed for long
        // apimachinery's words (pkg/api/errors NewNotFound): trainingruntimes.trainer.kubeflow.org "mpi" not found
        if (!part.object.name.isEmpty() && refusal.message.contains(u"\"%1\" not found"_s.arg(part.object.name)))
            return &part;
    }
    return nullptr;
}

std::optional<std::chrono::milliseconds> pauseBeforeTry(int number)
{
    using namespace std::chrono_literals;
    constexpr int quick = 4; // 0.25, 0.5, 1 and 2 s, then every 2 s
    constexpr int last = 32;
    if (number > last)
        return {};
    return number < quick ? 250ms * (1 << (number - 1)) : 2000ms;
}

} // namespace app
