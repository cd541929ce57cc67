// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/convert/converting.h"

namespace models {

/// Makes the TrainingRuntime that stands beside a TrainJob where no runtime of the cluster fits. It takes whole pod
/// templates, so nothing of them is lost.
class RuntimeMaker
{
public:
    RuntimeMaker(Converting &converting, const QString &name, const char *framework);

    YamlOut &policy() { return m_spec.member("mlPolicy"); }
    YamlOut &jobSet() { return m_spec.at("template.spec"); }
    /// A replicated job of the replica's template. The main container is called node, as the Trainer wants it; fields
    /// named in `moved` stand in the TrainJob and are left out.
    YamlOut &addJob(const char *name, k8s::SpecValue replica, k8s::SpecValue main, bool trains,
                    const std::vector<std::string_view> &moved);
    /// The main container of a job that addJob() returned.
    static YamlOut *container(YamlOut &job);
    void finish();

private:
    void takeContainers(k8s::SpecValue containers, YamlOut &into, k8s::SpecValue main,
                        const std::vector<std::string_view> &moved);

    Converting &m_converting;
    YamlOut m_runtime, m_spec;
};

} // namespace models
