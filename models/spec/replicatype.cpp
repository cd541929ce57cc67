// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/replicatype.h"

namespace models {

using k8s::PatchValue;
using k8s::SpecValue;

namespace {

PatchValue copyOf(SpecValue value)
{
    if (value.isString())
        return PatchValue::string(std::string(value.text()));
    if (value.isMap()) {
        PatchValue::Members members;
        for (SpecValue child : value)
            members.emplace_back(std::string(child.key()), copyOf(child));
        return PatchValue::map(std::move(members));
    }
    if (value.isList()) {
        std::vector<PatchValue> items;
        for (SpecValue child : value)
            items.push_back(copyOf(child));
        return PatchValue::list(std::move(items));
    }
    return PatchValue::plain(value.isNull() ? "null" : std::string(value.text()));
}

/// The type to take after: Worker, because it is the one that others are least special against.
SpecValue exampleOf(SpecValue replicas)
{
    const auto isUsable = [](SpecValue one) { return one["template"]["spec"]["containers"].size() > 0; };
    if (isUsable(replicas["Worker"]))
        return replicas["Worker"];
    for (SpecValue one : replicas) {
        if (isUsable(one))
            return one;
    }
    return {};
}

SpecValue trainingContainer(const k8s::Framework &framework, SpecValue example)
{
    const SpecValue containers = example["template"]["spec"]["containers"];
    for (SpecValue one : containers) {
        if (!framework.container.empty() && one["name"].text() == framework.container)
            return one;
    }
    return containers.firstChild();
}

PatchValue bareTemplate(const k8s::Framework &framework, SpecValue example)
{
    const SpecValue container = trainingContainer(framework, example);
    std::string name(framework.container.empty() ? "mpi" : framework.container);
    if (framework.container.empty() && container["name"].isString())
        name = container["name"].text();
    const PatchValue bare = PatchValue::map({{"name", PatchValue::string(std::move(name))},
                                             {"image", PatchValue::string(std::string(container["image"].text()))}});
    return PatchValue::map({{"spec", PatchValue::map({{"containers", PatchValue::list({bare})}})}});
}

} // namespace

PatchValue newReplicaType(const k8s::Framework &framework, SpecValue job)
{
    const SpecValue example = exampleOf(job["spec"][framework.replicaSpecs]);
    PatchValue::Members members {{"replicas", PatchValue::plain("1")}};
    if (example["restartPolicy"].isString())
        members.emplace_back("restartPolicy", copyOf(example["restartPolicy"]));
    const bool alike = example.exists() && !framework.mpi;
    members.emplace_back("template", alike ? copyOf(example["template"]) : bareTemplate(framework, example));
    return PatchValue::map(std::move(members));
}

} // namespace models
