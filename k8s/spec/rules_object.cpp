// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/names.h"
#include "k8s/spec/rules.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace object_file {
namespace {

using enum Diagnostic::Severity;

void rootIsMap(RuleContext &context)
{
    if (!context.root.isMap())
        context.report(context.root);
}

void apiVersionIsGiven(RuleContext &context)
{
    if (context.root.isMap() && context.root["apiVersion"].text().empty())
        context.report(context.root);
}

void kindIsGiven(RuleContext &context)
{
    if (context.root.isMap() && context.root["kind"].text().empty())
        context.report(context.root);
}

struct KnownKind
{
    std::string_view kind, apiVersion, others; ///< others: right too, with spaces between
};
constexpr std::array knownKinds {
    KnownKind {"PyTorchJob", "kubeflow.org/v1", ""},
    KnownKind {"TFJob", "kubeflow.org/v1", ""},
    KnownKind {"XGBoostJob", "kubeflow.org/v1", ""},
    KnownKind {"PaddleJob", "kubeflow.org/v1", ""},
    KnownKind {"JAXJob", "kubeflow.org/v1", ""},
    KnownKind {"MPIJob", "kubeflow.org/v1", "kubeflow.org/v2beta1"},
    KnownKind {"Notebook", "kubeflow.org/v1", "kubeflow.org/v1beta1 kubeflow.org/v1alpha1"},
    KnownKind {"Experiment", "kubeflow.org/v1beta1", "mlops.seldon.io/v1alpha1"},
    KnownKind {"InferenceService", "serving.kserve.io/v1beta1", ""},
    KnownKind {"ServingRuntime", "serving.kserve.io/v1alpha1", ""},
    KnownKind {"ClusterServingRuntime", "serving.kserve.io/v1alpha1", ""},
    KnownKind {"SeldonDeployment", "machinelearning.seldon.io/v1",
               "machinelearning.seldon.io/v1alpha2 machinelearning.seldon.io/v1alpha3"},
    KnownKind {"TrainJob", "trainer.kubeflow.org/v1alpha1", ""},
    KnownKind {"TrainingRuntime", "trainer.kubeflow.org/v1alpha1", ""},
    KnownKind {"ClusterTrainingRuntime", "trainer.kubeflow.org/v1alpha1", ""},
    KnownKind {"JobSet", "jobset.x-k8s.io/v1alpha2", ""},
    KnownKind {"ConfigMap", "v1", ""},
    KnownKind {"Secret", "v1", ""},
    KnownKind {"Pod", "v1", ""},
    KnownKind {"Service", "v1", "serving.knative.dev/v1"},
    KnownKind {"PersistentVolumeClaim", "v1", ""},
    KnownKind {"CronJob", "batch/v1", ""},
    KnownKind {"Deployment", "apps/v1", ""},
    KnownKind {"StatefulSet", "apps/v1", ""},
};

bool isWord(std::string_view word, std::string_view words)
{
    for (size_t start = 0; start < words.size();) {
        const size_t end = std::min(words.find(' ', start), words.size());
        if (words.substr(start, end - start) == word)
            return true;
        start = end + 1;
    }
    return false;
}

void apiVersionFitsKind(RuleContext &context)
{
    const SpecValue apiVersion = context.root["apiVersion"];
    for (const KnownKind &known : knownKinds) {
        if (known.kind != context.kind() || apiVersion.text().empty() || apiVersion.text() == known.apiVersion
            || isWord(apiVersion.text(), known.others))
            continue;
        const QByteArray right(known.apiVersion.data(), qsizetype(known.apiVersion.size()));
        Diagnostic &diagnostic = context.report(
            apiVersion, {context.root["kind"].string(), QString::fromUtf8(right), apiVersion.string()});
        RuleContext::offer(diagnostic, apiVersion, right);
    }
}

void nameIsGiven(RuleContext &context)
{
    if (!context.root.isMap() || context.kind().empty())
        return;
    const SpecValue metadata = context.metadata();
    if (metadata["name"].text().empty() && metadata["generateName"].text().empty())
        context.report(metadata["name"].exists() ? metadata["name"] : metadata);
}

void nameIsSubdomain(RuleContext &context)
{
    const SpecValue name = context.metadata()["name"];
    if (name.text().empty() || isDns1123Subdomain(name.text()))
        return;
    Diagnostic &diagnostic = context.report(name, {name.string()});
    if (const std::string label = toDnsLabel(name.text()); !label.empty())
        RuleContext::offer(diagnostic, name, QByteArray::fromStdString(label));
}

void namespaceIsLabel(RuleContext &context)
{
    const SpecValue ns = context.metadata()["namespace"];
    if (ns.text().empty() || isDns1123Label(ns.text()))
        return;
    Diagnostic &diagnostic = context.report(ns, {ns.string()});
    RuleContext::offer(diagnostic, ns, QByteArray::fromStdString(toDnsLabel(ns.text())));
}

void labelKeysAreNames(RuleContext &context)
{
    for (const char *map : {"labels", "annotations"}) {
        for (SpecValue entry : context.metadata()[map]) {
            if (!entry.key().empty() && !isQualifiedName(entry.key()))
                context.reportKey(entry, {entry.keyString()});
        }
    }
}

void labelValuesAreShort(RuleContext &context)
{
    for (SpecValue label : context.metadata()["labels"]) {
        if (label.isScalar() && !isLabelValue(label.text()))
            context.report(label, {label.string()});
    }
}

constexpr std::array rules {
    Rule {"object/map", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A document must be a map with apiVersion, kind and metadata."), "",
          "kube-apiserver", rootIsMap},
    Rule {"object/api-version", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "The field apiVersion is missing."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write for example: apiVersion: kubeflow.org/v1"), "kube-apiserver",
          apiVersionIsGiven},
    Rule {"object/kind", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "The field kind is missing."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write for example: kind: PyTorchJob"), "kube-apiserver", kindIsGiven},
    Rule {"object/served-version", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 is a kind of %2, not of %3."), "",
          "the projects' CRDs", apiVersionFitsKind},
    Rule {"object/name", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "The object has no name."),
          QT_TRANSLATE_NOOP("Diagnostic", "Give it metadata.name."), "kube-apiserver", nameIsGiven},
    Rule {"object/name-syntax", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be a name: small letters, digits, dashes and dots are allowed, "
                            "with a letter or digit at both ends, at most 253 in all."),
          "", "apimachinery NameIsDNSSubdomain", nameIsSubdomain},
    Rule {"object/namespace-syntax", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be a namespace: small letters, digits and dashes are allowed, at most 63."),
          "", "apimachinery ValidateNamespaceName", namespaceIsLabel},
    Rule {"object/label-key", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be a key here: letters, digits, dashes, dots and underscores are "
                            "allowed, after an optional domain and a slash."),
          "", "apimachinery IsQualifiedName", labelKeysAreNames},
    Rule {"object/label-value", "*", Error,
          QT_TRANSLATE_NOOP(
              "Diagnostic",
              "%1 cannot be the value of a label: at most 63 letters, digits, dashes, dots and underscores."),
          QT_TRANSLATE_NOOP("Diagnostic", "Put free text into an annotation."), "apimachinery IsValidLabelValue",
          labelValuesAreShort},
};

} // namespace
} // namespace object_file

std::span<const Rule> objectRules() { return object_file::rules; }

} // namespace k8s
