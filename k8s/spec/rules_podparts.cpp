// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/names.h"
#include "k8s/spec/podspecs.h"
#include "k8s/spec/rules_tools.h"
#include "k8s/spec/suggestion.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace podparts_file {
namespace {

using enum Diagnostic::Severity;

void forEachVolume(RuleContext &context, const std::function<void(SpecValue volume)> &visit)
{
    for (const PodTemplate &pod : podTemplates(context.root)) {
        for (SpecValue volume : pod.spec["volumes"])
            visit(volume);
    }
}

/// The ports that probes and hooks of a container speak to.
void forEachHandlerPort(SpecValue container, const std::function<void(SpecValue port)> &visit)
{
    const SpecValue hooks = container["lifecycle"];
    for (const SpecValue handler : {container["readinessProbe"], container["livenessProbe"], container["startupProbe"],
                                    hooks["postStart"], hooks["preStop"]}) {
        for (const char *protocol : {"httpGet", "tcpSocket", "grpc"}) {
            if (const SpecValue port = handler[protocol]["port"]; port.exists())
                visit(port);
        }
    }
}

void portsHaveNames(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        for (SpecValue port : container["ports"]) {
            const SpecValue name = port["name"];
            if (name.isString() && !name.text().empty() && !isPortName(name.text()))
                context.report(name, {name.string()});
        }
    });
}

void portNamesDiffer(RuleContext &context)
{
    forEachContainer(context,
                     [&](SpecValue container, SpecValue) { reportRepeated(context, {container["ports"]}, "name"); });
}

void handlersHavePorts(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        forEachHandlerPort(container, [&](SpecValue port) {
            const bool bad = isInteger(port) ? port.integer() < 1 || port.integer() > 65535
                                             : port.isString() && !isPortName(port.text());
            if (bad)
                context.report(port, {port.string()});
        });
    });
}

void handlersFindTheirPorts(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        std::vector<std::string_view> names;
        for (SpecValue port : container["ports"])
            names.push_back(port["name"].text());
        forEachHandlerPort(container, [&](SpecValue port) {
            if (!port.isString() || !isPortName(port.text()) || std::ranges::find(names, port.text()) != names.end())
                return;
            Diagnostic &diagnostic = context.report(port, {port.string()});
            if (const std::string_view nearest = nearestWord(port.text(), names); !nearest.empty())
                RuleContext::offer(diagnostic, port, QByteArray(nearest.data(), qsizetype(nearest.size())));
        });
    });
}

void mountsHavePaths(RuleContext &context)
{
    forEachContainer(context, [&](SpecValue container, SpecValue) {
        for (SpecValue mount : container["volumeMounts"]) {
            if (const SpecValue path = mount["mountPath"]; path.isString() && path.text().empty())
                context.report(path, {mount["name"].string()});
        }
    });
}

void volumeNamesAreLabels(RuleContext &context)
{
    forEachVolume(context, [&](SpecValue volume) {
        const SpecValue name = volume["name"];
        if (name.isString() && !isDns1123Label(name.text()))
            reportName(context, name);
    });
}

void sourcesAreNamed(RuleContext &context)
{
    constexpr std::array<std::pair<const char *, const char *>, 4> names {{{"persistentVolumeClaim", "claimName"},
                                                                           {"configMap", "name"},
                                                                           {"secret", "secretName"},
                                                                           {"hostPath", "path"}}};
    forEachVolume(context, [&](SpecValue volume) {
        for (const auto &[source, field] : names) {
            if (const SpecValue name = volume[source][field]; name.isString() && name.text().empty())
                context.report(name, {QString::fromUtf8(field), volume["name"].string()});
        }
    });
}

constexpr std::array rules {
    Rule {"pod/port-name", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot name a port: small letters, digits and single dashes, one letter at least, at "
                            "most 15 characters."),
          "", "apimachinery IsValidPortName", portsHaveNames},
    Rule {"pod/port-name-twice", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "Another port of the container is called %1."), "",
          "kubernetes validateContainerPorts", portNamesDiffer},
    Rule {"pod/probe-port", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "\"%1\" is no port: write a number from 1 to 65535 or the name of a port."),
          "", "kubernetes ValidatePortNumOrName", handlersHavePorts},
    Rule {"pod/probe-port-unknown", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The container has no port called %1: the probe would never succeed."),
          QT_TRANSLATE_NOOP("Diagnostic", "Add it to ports of this container."),
          "kubernetes pkg/probe/util.go ResolveContainerPort", handlersFindTheirPorts, true},
    Rule {"pod/mount-path", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "It is not said where the volume %1 is mounted."), "",
          "kubernetes ValidateVolumeMounts", mountsHavePaths},
    Rule {"pod/volume-name", "*", Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot name a volume: small letters, digits and dashes are allowed, at most 63."),
          "", "kubernetes ValidateVolumes; CRDs do not check it", volumeNamesAreLabels},
    Rule {"pod/volume-empty", "*", Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 of the volume %2 is empty."), "",
          "kubernetes validateVolumeSource", sourcesAreNamed},
};

} // namespace
} // namespace podparts_file

std::span<const Rule> podPartRules() { return podparts_file::rules; }

} // namespace k8s
