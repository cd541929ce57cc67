// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/core/quantity.h"
#include "k8s/spec/names.h"
#include "k8s/spec/rules.h"

#include <array>

namespace k8s {

namespace core_file {
namespace {

using enum Diagnostic::Severity;

void jobPodsEnd(RuleContext &context)
{
    const SpecValue pod = context.spec()["template"]["spec"];
    const SpecValue policy = pod["restartPolicy"];
    if (!pod.isMap() || policy.text() == "Never" || policy.text() == "OnFailure")
        return;
    Diagnostic &diagnostic = context.report(policy.exists() ? policy : pod);
    RuleContext::offer(diagnostic, policy, "Never");
}

void indexedJobIsComplete(RuleContext &context)
{
    const SpecValue mode = context.spec()["completionMode"];
    if (mode.text() == "Indexed" && !context.spec()["completions"].exists())
        context.report(mode);
}

void jobCountsAreNotNegative(RuleContext &context)
{
    for (const char *field :
         {"parallelism", "completions", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished"}) {
        const SpecValue value = context.spec()[field];
        if (value.integer() < 0)
            context.report(value, {QString::fromUtf8(field)});
    }
}

void dataKeysAreFileNames(RuleContext &context)
{
    for (const char *map : {"data", "binaryData", "stringData"}) {
        for (SpecValue entry : context.root[map]) {
            if (!isDataKey(entry.key()))
                context.reportKey(entry, {entry.keyString()});
        }
    }
}

void dataFits(RuleContext &context)
{
    qint64 bytes = 0;
    for (const char *map : {"data", "binaryData", "stringData"}) {
        for (SpecValue entry : context.root[map])
            bytes += qint64(entry.key().size() + entry.text().size());
    }
    if (bytes > 1024 * 1024)
        context.reportKey(context.root["data"], {QString::number(double(bytes) / (1 << 20), 'f', 2)});
}

void secretsAreBase64(RuleContext &context)
{
    const SpecValue data = context.root[context.kind() == "ConfigMap" ? "binaryData" : "data"];
    for (SpecValue entry : data) {
        QByteArray text(entry.text().data(), qsizetype(entry.text().size()));
        text.replace('\n', "");
        const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        if (entry.isString() && (!decoded || text.size() % 4 != 0))
            context.report(entry, {entry.keyString()});
    }
}

void claimsAskForStorage(RuleContext &context)
{
    const SpecValue requests = context.spec()["resources"]["requests"];
    const SpecValue storage = requests["storage"];
    const auto value = parseQuantity(storage.string());
    if (!context.spec().isMap() || (value && *value > 0) || (!value && !storage.text().empty()))
        return;
    context.reportKey(storage.exists() ? storage : requests.exists() ? requests : context.spec());
}

constexpr auto data = "v1/ConfigMap v1/Secret";

constexpr std::array rules {
    Rule {"batchjob/restart-policy", "batch/v1/Job", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The pods of a Job need restartPolicy Never or OnFailure, written out."), "",
          "kubernetes pkg/apis/batch/validation", jobPodsEnd},
    Rule {"batchjob/indexed", "batch/v1/Job", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "An Indexed job needs completions."), "",
          "kubernetes pkg/apis/batch/validation", indexedJobIsComplete},
    Rule {"batchjob/negative", "batch/v1/Job", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must not be negative."), "",
          "kubernetes pkg/apis/batch/validation", jobCountsAreNotNegative},
    Rule {"claim/storage", "v1/PersistentVolumeClaim", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The claim must ask for storage: resources.requests.storage, more than 0."),
          "", "kubernetes ValidatePersistentVolumeClaimSpec", claimsAskForStorage},
    Rule {"data/key", data, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be a key: letters, digits, dashes, dots and underscores are allowed."),
          "", "apimachinery IsConfigMapKey", dataKeysAreFileNames},
    Rule {"data/size", data, Error, QT_TRANSLATE_NOOP("Diagnostic", "The data take %1 MiB; 1 MiB is allowed."),
          QT_TRANSLATE_NOOP("Diagnostic", "Put large files into an image or a volume."), "kubernetes MaxSecretSize",
          dataFits},
    Rule {"data/base64", data, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must be base64."),
          QT_TRANSLATE_NOOP("Diagnostic", "Plain text goes to stringData of a Secret or data of a ConfigMap."),
          "kubernetes core/v1 Secret.data", secretsAreBase64},
};

} // namespace
} // namespace core_file

std::span<const Rule> coreRules() { return core_file::rules; }

} // namespace k8s
