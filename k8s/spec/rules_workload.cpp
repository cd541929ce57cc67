// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/names.h"
#include "k8s/spec/rules_tools.h"

#include <array>

namespace k8s {

namespace workload_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto sets = "apps/v1/Deployment apps/v1/StatefulSet";

void selectorFindsThePods(RuleContext &context)
{
    const SpecValue selector = context.spec()["selector"]["matchLabels"];
    const SpecValue labels = context.spec()["template"]["metadata"]["labels"];
    for (SpecValue label : selector) {
        const SpecValue other = labels[label.key()];
        if (!label.isScalar() || other.text() == label.text())
            continue;
        Diagnostic &diagnostic = context.report(label, {label.keyString(), label.string()});
        if (other.isString())
            RuleContext::offer(diagnostic, label, QByteArray(other.text().data(), qsizetype(other.text().size())));
    }
}

void selectorIsNotEmpty(RuleContext &context)
{
    const SpecValue selector = context.spec()["selector"];
    if (selector.isMap() && selector["matchLabels"].size() == 0 && selector["matchExpressions"].size() == 0)
        context.reportKey(selector);
}

void countsAreNotNegative(RuleContext &context)
{
    reportLess(context, context.spec(),
               {"replicas", "minReadySeconds", "progressDeadlineSeconds", "revisionHistoryLimit"}, 0);
}

void podsRunForEver(RuleContext &context)
{
    const SpecValue policy = context.spec()["template"]["spec"]["restartPolicy"];
    if (policy.text() != "Never" && policy.text() != "OnFailure")
        return;
    Diagnostic &diagnostic = context.report(policy, {policy.string()});
    RuleContext::offer(diagnostic, policy, "Always");
}

void templateLabelsAreLabels(RuleContext &context)
{
    const SpecValue metadata = context.spec()["template"]["metadata"];
    for (SpecValue label : metadata["labels"]) {
        if (!isQualifiedName(label.key()))
            context.reportKey(label, {label.keyString()});
        else if (label.isString() && !isLabelValue(label.text()))
            context.report(label, {label.string()});
    }
}

void serviceNameIsALabel(RuleContext &context) { reportNoLabel(context, context.metadata()["name"]); }

void serviceHasPorts(RuleContext &context)
{
    const SpecValue ports = context.spec()["ports"];
    const SpecValue type = context.spec()["type"];
    const bool headless = context.spec()["clusterIP"].text() == "None";
    if (context.spec().isMap() && ports.size() == 0 && !headless && type.text() != "ExternalName")
        context.reportKey(ports.exists() ? ports : context.spec());
}

void portsHaveNames(RuleContext &context)
{
    const SpecValue ports = context.spec()["ports"];
    for (SpecValue port : ports) {
        const SpecValue name = port["name"];
        if (ports.size() > 1 && port.isMap() && name.text().empty())
            context.report(name.exists() ? name : port["port"].exists() ? port["port"] : port);
        else if (name.isString() && !name.text().empty() && !isDns1123Label(name.text()))
            context.report(name);
    }
}

void portNamesDiffer(RuleContext &context) { reportRepeated(context, {context.spec()["ports"]}, "name"); }

void portNumbersAreInRange(RuleContext &context)
{
    for (SpecValue port : context.spec()["ports"]) {
        for (const char *field : {"port", "targetPort"}) {
            const SpecValue number = port[field];
            if (isInteger(number) && (number.integer() < 1 || number.integer() > 65535))
                context.report(number, {number.string()});
        }
    }
}

/// A name of a port: at most 15 small letters, digits and single dashes, one letter at least.
bool isPortName(std::string_view name)
{
    return !name.empty() && name.size() <= 15 && isDns1123Label(name) && name.find("--") == std::string_view::npos
        && name.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos;
}

void targetPortsAreNames(RuleContext &context)
{
    for (SpecValue port : context.spec()["ports"]) {
        const SpecValue target = port["targetPort"];
        if (target.isString() && !target.text().empty() && !isPortName(target.text()))
            context.report(target, {target.string()});
    }
}

void protocolIsKnown(RuleContext &context)
{
    for (SpecValue port : context.spec()["ports"])
        reportChoice(context, port["protocol"], {"TCP", "UDP", "SCTP"});
}

void serviceTypeIsKnown(RuleContext &context)
{
    reportChoice(context, context.spec()["type"], {"ClusterIP", "NodePort", "LoadBalancer", "ExternalName"});
}

void selectorValuesAreLabels(RuleContext &context)
{
    for (SpecValue label : context.spec()["selector"]) {
        if (!isQualifiedName(label.key()))
            context.reportKey(label, {label.keyString()});
        else if (label.isString() && !isLabelValue(label.text()))
            context.report(label, {label.string()});
    }
}

void modesAreKnown(RuleContext &context)
{
    for (SpecValue mode : context.spec()["accessModes"])
        reportChoice(context, mode, {"ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"});
}

void modesAreGiven(RuleContext &context)
{
    if (context.spec().isMap() && context.spec()["accessModes"].size() == 0)
        context.reportKey(context.spec()["accessModes"].exists() ? context.spec()["accessModes"] : context.spec());
}

constexpr std::array rules {
    Rule {"workload/selector", sets, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The pods below have no label %1: %2, so the selector would not find them."),
          QT_TRANSLATE_NOOP("Diagnostic", "Selector and template.metadata.labels must agree."),
          "kubernetes ValidateDeploymentSpec", selectorFindsThePods},
    Rule {"workload/selector-empty", sets, Error, QT_TRANSLATE_NOOP("Diagnostic", "The selector must not be empty."),
          "", "kubernetes ValidateDeploymentSpec", selectorIsNotEmpty},
    Rule {"workload/negative", sets, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must not be negative."), "",
          "kubernetes ValidateDeploymentSpec", countsAreNotNegative},
    Rule {"workload/restart-policy", sets, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "These pods run for ever: restartPolicy must be Always, not %1."),
          QT_TRANSLATE_NOOP("Diagnostic", "Use a Job for pods that end."),
          "kubernetes ValidatePodTemplateSpecForReplicaSet", podsRunForEver},
    Rule {"workload/labels", sets, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 cannot stand in a label."), "",
          "apimachinery IsQualifiedName, IsValidLabelValue", templateLabelsAreLabels},
    Rule {"service/name-dns1035", "v1/Service", Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be the name of a Service: it must start with a small letter and hold small "
                            "letters, digits and dashes only, at most 63."),
          "", "kubernetes ValidateServiceName", serviceNameIsALabel},
    Rule {"service/ports", "v1/Service", Error, QT_TRANSLATE_NOOP("Diagnostic", "The Service has no ports."),
          QT_TRANSLATE_NOOP("Diagnostic", "Add one, or set clusterIP: None."), "kubernetes ValidateService",
          serviceHasPorts},
    Rule {"service/port-name", "v1/Service", Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "Each of several ports needs a name of its own: small letters, digits and dashes."),
          "", "kubernetes validateServicePort", portsHaveNames},
    Rule {"service/port-name-twice", "v1/Service", Error, QT_TRANSLATE_NOOP("Diagnostic", "Another port is called %1."),
          "", "kubernetes validateServicePort", portNamesDiffer},
    Rule {"service/port", "v1/Service", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 is no port: 1 to 65535."), "",
          "apimachinery IsValidPortNum", portNumbersAreInRange},
    Rule {"service/target-port", "v1/Service", Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot name a port: at most 15 small letters, digits and dashes, with a letter."),
          "", "apimachinery IsValidPortName", targetPortsAreNames},
    Rule {"service/protocol", "v1/Service", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 is no protocol: use one of %2."),
          "", "kubernetes supportedPortProtocols", protocolIsKnown},
    Rule {"service/type", "v1/Service", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no type of a Service: use one of %2."), "",
          "kubernetes supportedServiceType", serviceTypeIsKnown},
    Rule {"service/selector", "v1/Service", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 cannot stand in a label."), "",
          "apimachinery IsQualifiedName, IsValidLabelValue", selectorValuesAreLabels},
    Rule {"claim/access-mode", "v1/PersistentVolumeClaim", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no access mode: use one of %2."), "",
          "kubernetes supportedAccessModes", modesAreKnown},
    Rule {"claim/access-modes", "v1/PersistentVolumeClaim", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The claim needs an access mode."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write accessModes: [ReadWriteOnce]."),
          "kubernetes ValidatePersistentVolumeClaimSpec", modesAreGiven},
};

} // namespace
} // namespace workload_file

std::span<const Rule> workloadRules() { return workload_file::rules; }

} // namespace k8s
