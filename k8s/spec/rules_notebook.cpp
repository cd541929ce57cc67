// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/rules_tools.h"

#include "k8s/spec/names.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace notebook_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto notebook = "kubeflow.org/v1/Notebook kubeflow.org/v1beta1/Notebook kubeflow.org/v1alpha1/Notebook";

SpecValue pod(const RuleContext &context) { return context.spec()["template"]["spec"]; }

void podIsGiven(RuleContext &context)
{
    if (context.root.isMap() && pod(context)["containers"].size() == 0)
        context.reportKey(pod(context).exists() ? pod(context) : context.spec());
}

void containersHaveImages(RuleContext &context)
{
    for (SpecValue container : pod(context)["containers"]) {
        if (container.isMap() && container["image"].text().empty()) {
            const SpecValue image = container["image"];
            context.reportKey(image.exists() ? image : container["name"], {container["name"].string()});
        }
    }
}

void serverIsNamedLikeTheNotebook(RuleContext &context)
{
    const SpecValue containers = pod(context)["containers"];
    const std::string_view name = context.name();
    if (name.empty() || containers.size() == 0
        || std::any_of(containers.begin(), containers.end(),
                       [&](SpecValue container) { return container["name"].text() == name; }))
        return;
    const SpecValue first = containers.at(0)["name"];
    Diagnostic &diagnostic = context.report(first.exists() ? first : containers, {ruleText(name)});
    if (isDns1123Label(name))
        RuleContext::offer(diagnostic, first, QByteArray(name.data(), qsizetype(name.size())));
}

void nameIsDns1035(RuleContext &context) { reportNoLabel(context, context.metadata()["name"]); }

void nameIsShort(RuleContext &context)
{
    // The StatefulSet's pods bear the label controller-revision-hash: its name, a dash and ten characters.
    constexpr size_t most = 52;
    const SpecValue name = context.metadata()["name"];
    if (name.text().size() > most && name.text().size() <= 63)
        context.report(name, {QString::number(name.text().size()), QString::number(most)});
}

void restartPolicyIsAlways(RuleContext &context)
{
    const SpecValue policy = pod(context)["restartPolicy"];
    if (!policy.isString() || policy.text() == "Always" || policy.text().empty())
        return;
    Diagnostic &diagnostic = context.report(policy, {policy.string()});
    RuleContext::offer(diagnostic, policy, "Always");
}

void homeIsKept(RuleContext &context)
{
    const SpecValue containers = pod(context)["containers"];
    if (containers.size() == 0)
        return;
    std::vector<std::string_view> kept;
    for (SpecValue volume : pod(context)["volumes"]) {
        if (!volume["emptyDir"].exists())
            kept.push_back(volume["name"].text());
    }
    for (SpecValue mount : containers.at(0)["volumeMounts"]) {
        if (std::ranges::find(kept, mount["name"].text()) != kept.end())
            return;
    }
    context.reportKey(containers);
}

void prefixIsTheControllers(RuleContext &context)
{
    for (SpecValue container : pod(context)["containers"]) {
        for (SpecValue variable : container["env"]) {
            if (variable["name"].text() == "NB_PREFIX")
                context.report(variable["name"]);
        }
    }
}

void serverTypeIsKnown(RuleContext &context)
{
    reportChoice(context, context.metadata()["annotations"]["notebooks.kubeflow.org/server-type"],
                 {"jupyter", "group-one", "group-two"});
}

constexpr std::array rules {
    Rule {"notebook/containers", notebook, Error, QT_TRANSLATE_NOOP("Diagnostic", "The notebook has no container."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write it under spec.template.spec.containers."),
          "kubeflow/notebooks CRD, containers minItems 1", podIsGiven},
    Rule {"notebook/image", notebook, Error, QT_TRANSLATE_NOOP("Diagnostic", "The container %1 has no image."), "",
          "kubeflow/notebooks CRD, containers name and image required", containersHaveImages},
    Rule {"notebook/container-name", notebook, Warning,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "No container is called %1 like the notebook: its state would never be shown, and who "
                            "waits for it to be ready waits for ever."),
          QT_TRANSLATE_NOOP("Diagnostic", "Give the server's container the notebook's name."),
          "notebook_controller.go: containerState is that of the container with the notebook's name",
          serverIsNamedLikeTheNotebook, true},
    Rule {"notebook/name-dns1035", notebook, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be the name of a notebook: its Service would have this name, which must start "
                            "with a small letter and hold small letters, digits and dashes only."),
          "", "kubernetes ValidateServiceName; not checked by the notebook controller", nameIsDns1035, true},
    Rule {"notebook/name-length", notebook, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "The name has %1 characters, but its StatefulSet can make pods up to %2 only: the API "
                            "server takes the notebook, and no pod will start."),
          "", "kubernetes statefulset controller-revision-hash label; not checked by the notebook controller",
          nameIsShort, true},
    Rule {"notebook/restart-policy", notebook, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A notebook's pod must have restartPolicy Always, not %1."),
          QT_TRANSLATE_NOOP("Diagnostic", "Leave it out."),
          "kubernetes ValidateStatefulSetSpec; not checked by the notebook controller", restartPolicyIsAlways, true},
    Rule {"notebook/home", notebook, Warning,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "No volume is mounted that lasts: what is written is gone when the notebook stops."),
          QT_TRANSLATE_NOOP("Diagnostic", "Mount a PersistentVolumeClaim at /home/jovyan."),
          "notebook controller: a stopped notebook has no pod", homeIsKept, true},
    Rule {"notebook/prefix", notebook, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "The controller sets NB_PREFIX itself: to /notebook/<namespace>/<name>."),
          QT_TRANSLATE_NOOP("Diagnostic", "Remove it."), "notebook_controller.go setPrefixEnvVar",
          prefixIsTheControllers, true},
    Rule {"notebook/server-type", notebook, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no server type that the dashboard knows: use one of %2."), "",
          "notebooks.kubeflow.org/server-type", serverTypeIsKnown, true},
};

} // namespace
} // namespace notebook_file

std::span<const Rule> notebookRules() { return notebook_file::rules; }

} // namespace k8s
