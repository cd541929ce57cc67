// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/core/quantity.h"
#include "k8s/spec/names.h"
#include "k8s/spec/podspecs.h"
#include "k8s/spec/rules_tools.h"
#include "k8s/spec/suggestion.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace k8s {

namespace pod_file {
namespace {

using enum Diagnostic::Severity;

void containerNamesAreLabels(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        const SpecValue name = container["name"];
        if (name.isString() && !isDns1123Label(name.text()))
            reportName(context, name);
    });
}

void containerNamesDiffer(RuleContext &context)
{
    for (const PodTemplate &pod : podTemplates(context.root))
        reportRepeated(context, {pod.spec["initContainers"], pod.spec["containers"]}, "name");
}

void volumeNamesDiffer(RuleContext &context)
{
    for (const PodTemplate &pod : podTemplates(context.root))
        reportRepeated(context, {pod.spec["volumes"]}, "name");
}

void mountPathsDiffer(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        reportRepeated(context, {container["volumeMounts"]}, "mountPath");
    });
}

void mountsHaveVolumes(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue pod) {
        std::vector<std::string_view> volumes;
        for (SpecValue volume : pod["volumes"])
            volumes.push_back(volume["name"].text());
        if (context.kind() == "StatefulSet") {
            for (SpecValue claim : context.spec()["volumeClaimTemplates"])
                volumes.push_back(claim["metadata"]["name"].text());
        }
        for (SpecValue mount : container["volumeMounts"]) {
            const SpecValue name = mount["name"];
            if (!name.isString() || std::ranges::find(volumes, name.text()) != volumes.end())
                continue;
            Diagnostic &diagnostic = context.report(name, {name.string()});
            if (const std::string_view nearest = nearestWord(name.text(), volumes); !nearest.empty())
                RuleContext::offer(diagnostic, name, QByteArray(nearest.data(), qsizetype(nearest.size())));
        }
    });
}

void volumesHaveOneSource(RuleContext &context)
{
    for (const PodTemplate &pod : podTemplates(context.root)) {
        for (SpecValue volume : pod.spec["volumes"]) {
            if (volume.isMap() && volume.size() > 2 && volume["name"].exists())
                context.report(volume["name"], {volume["name"].string()});
        }
    }
}

void requestsStayBelowLimits(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        const SpecValue limits = container["resources"]["limits"];
        for (SpecValue request : container["resources"]["requests"]) {
            const SpecValue limit = limits[request.key()];
            const auto wanted = parseQuantity(request.string());
            const auto allowed = parseQuantity(limit.string());
            if (wanted && allowed && *wanted > *allowed)
                context.report(request, {request.keyString(), request.string(), limit.string()});
        }
    });
}

bool isDevice(std::string_view resource)
{
    return resource.find('/') != std::string_view::npos && !resource.starts_with("kubernetes.io/");
}

void devicesAreWhole(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        for (const char *part : {"limits", "requests"}) {
            for (SpecValue amount : container["resources"][part]) {
                const auto value = parseQuantity(amount.string());
                if (isDevice(amount.key()) && value && std::floor(*value) != *value)
                    context.report(amount, {amount.keyString(), amount.string()});
            }
        }
    });
}

void devicesAreLimited(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        const SpecValue limits = container["resources"]["limits"];
        for (SpecValue request : container["resources"]["requests"]) {
            const SpecValue limit = limits[request.key()];
            if (isDevice(request.key()) && parseQuantity(limit.string()) != parseQuantity(request.string()))
                context.report(request, {request.keyString()});
        }
    });
}

void variablesHaveNames(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        for (SpecValue variable : container["env"]) {
            const SpecValue name = variable["name"];
            if (name.isString() && !isEnvironmentName(name.text()))
                context.report(name, {name.string()});
        }
    });
}

void variablesHaveOneValue(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        for (SpecValue variable : container["env"]) {
            if (!variable["value"].text().empty() && variable["valueFrom"].exists())
                context.reportKey(variable["valueFrom"], {variable["name"].string()});
        }
    });
}

void portsAreInRange(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        for (SpecValue port : container["ports"]) {
            const SpecValue number = port["containerPort"];
            if (number.kind() == SpecNode::Kind::Integer && (number.integer() < 1 || number.integer() > 65535))
                context.report(number, {number.string()});
        }
    });
}

void pullPolicyIsKnown(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        reportChoice(context, container["imagePullPolicy"], {"Always", "IfNotPresent", "Never"});
    });
}

void restartPolicyIsKnown(RuleContext &context)
{
    if (context.kind() == "Job")
        return; // batchjob/restart-policy asks for more
    for (const PodTemplate &pod : podTemplates(context.root))
        reportChoice(context, pod.spec["restartPolicy"], {"Always", "OnFailure", "Never"});
}

void imagesHaveNoSpaces(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        const SpecValue image = container["image"];
        if (image.isString()
            && std::ranges::any_of(image.text(), [](char c) { return c == ' ' || c == '\t' || c == '\n'; }))
            context.report(image, {image.string()});
    });
}

void containersHaveImages(RuleContext &context)
{
    const std::string_view kind = context.kind();
    if (kind != "Pod" && kind != "Job" && kind != "CronJob" && kind != "Deployment" && kind != "StatefulSet"
        && kind != "JobSet")
        return; // job/image; a training runtime may leave the image to the job
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        if (container.isMap() && container["image"].text().empty()) {
            const SpecValue image = container["image"];
            context.reportKey(image.exists() ? image : container["name"], {container["name"].string()});
        }
    });
}

void forEachAmount(RuleContext &context, const std::function<void(SpecValue amount)> &visit)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        for (const char *part : {"limits", "requests"}) {
            for (SpecValue amount : container["resources"][part])
                visit(amount);
        }
    });
}

void resourcesAreKnown(RuleContext &context)
{
    forEachAmount(context, [&](SpecValue amount) {
        const std::string_view name = amount.key();
        const bool standard
            = name == "cpu" || name == "memory" || name == "ephemeral-storage" || name.starts_with("hugepages-");
        if (standard || name.find('/') != std::string_view::npos || amount.isNull())
            return;
        Diagnostic &diagnostic = context.reportKey(amount, {amount.keyString()});
        const std::string_view nearest = nearestWord(name, {"cpu", "memory", "ephemeral-storage"});
        if (!nearest.empty())
            RuleContext::offerKey(diagnostic, amount, QByteArray(nearest.data(), qsizetype(nearest.size())));
    });
}

void resourcesAreNotNegative(RuleContext &context)
{
    forEachAmount(context, [&](SpecValue amount) {
        const auto value = parseQuantity(amount.string());
        if (value && *value < 0)
            context.report(amount, {amount.keyString()});
    });
}

void podsHaveContainers(RuleContext &context)
{
    if (context.root["apiVersion"].text().starts_with("kubeflow.org/"))
        return; // job/containers
    for (const PodTemplate &pod : podTemplates(context.root)) {
        const SpecValue containers = pod.spec["containers"];
        if (containers.exists() && containers.size() == 0)
            context.reportKey(containers);
    }
}

constexpr std::array rules {
    Rule {"pod/containers", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "The pod has no container."), "",
          "kubernetes pkg/apis/core/validation", podsHaveContainers},
    Rule {"pod/image", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "The container %1 has no image."), "",
          "kubernetes pkg/apis/core/validation", containersHaveImages},
    Rule {"pod/resource", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "There is no resource %1: devices have a domain, such as nvidia.com/gpu."),
          "", "kubernetes ValidateContainerResourceName", resourcesAreKnown},
    Rule {"pod/negative", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must not be negative."), "",
          "kubernetes ValidateResourceRequirements", resourcesAreNotNegative},
    Rule {"pod/container-name", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot name a container: small letters, digits and dashes are allowed, at most 63."),
          "", "kubernetes ValidateContainerName; CRDs do not check it", containerNamesAreLabels},
    Rule {"pod/container-name-twice", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "Another container is called %1."),
          "", "kubernetes pkg/apis/core/validation", containerNamesDiffer},
    Rule {"pod/volume-name-twice", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "Another volume is called %1."), "",
          "kubernetes pkg/apis/core/validation", volumeNamesDiffer},
    Rule {"pod/mount-path-twice", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "Another volume is mounted at %1."), "",
          "kubernetes pkg/apis/core/validation", mountPathsDiffer},
    Rule {"pod/mount", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "The pod has no volume %1."),
          QT_TRANSLATE_NOOP("Diagnostic", "Add it to volumes of this pod."), "kubernetes pkg/apis/core/validation",
          mountsHaveVolumes},
    Rule {"pod/volume-source", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "The volume %1 has more than one source."),
          "", "kubernetes pkg/apis/core/validation", volumesHaveOneSource},
    Rule {"pod/request-over-limit", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The request for %1 is %2, more than its limit of %3."), "",
          "kubernetes ValidateResourceRequirements", requestsStayBelowLimits},
    Rule {"pod/device-fraction", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 counts whole devices; %2 is none."),
          "", "kubernetes ValidateResourceQuantityValue", devicesAreWhole},
    Rule {"pod/device-limit", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 must have a limit that equals the request: devices are not shared."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write it under limits; the request may be left out."),
          "kubernetes ValidateResourceRequirements", devicesAreLimited},
    Rule {"pod/env-name", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 cannot name an environment variable."), "",
          "apimachinery IsEnvVarName", variablesHaveNames},
    Rule {"pod/env-twice", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 has both value and valueFrom."), "",
          "kubernetes validateEnvVarValueFrom", variablesHaveOneValue},
    Rule {"pod/port", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 is no port: 1 to 65535."), "",
          "apimachinery IsValidPortNum", portsAreInRange},
    Rule {"pod/pull-policy", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 is no imagePullPolicy: use one of %2."),
          "", "kubernetes validatePullPolicy", pullPolicyIsKnown},
    Rule {"pod/restart-policy", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no restartPolicy of a pod: use one of %2."), "",
          "kubernetes validateRestartPolicy", restartPolicyIsKnown},
    Rule {"pod/image-space", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "The image \"%1\" has a space in it."), "",
          "kubernetes validateContainerImage", imagesHaveNoSpaces},
};

} // namespace
} // namespace pod_file

std::span<const Rule> podRules() { return pod_file::rules; }

} // namespace k8s
