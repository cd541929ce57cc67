// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/value.h"

#include <QStringList>

namespace k8s {
struct Framework;
}

namespace models {

/// The environment that the Training Operator adds to the pods of a job (1.9, pkg/controller.v1/*/envvar.go).
class InjectedEnvironment
{
public:
    InjectedEnvironment(k8s::SpecValue root, const k8s::Framework &framework, const QString &name, const QString &ns);

    QStringList of(const QString &role, int index, int rank) const;

private:
    QStringList pytorch(int rank) const;
    QStringList paddle(const QString &role, int index) const;
    std::int64_t portOf(std::string_view role) const;
    QString tensorflowConfig(const QString &role, int index) const;

    k8s::SpecValue m_root;
    const k8s::Framework &m_framework;
    QString m_name, m_namespace;
    std::int64_t m_replicas = 0;
};

/// What the Trainer's torch runtime sets in one pod of a TrainJob.
QStringList trainJobEnvironment(k8s::SpecValue root, const QString &name, int index);

} // namespace models
