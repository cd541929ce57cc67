// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/kinddescriptor.h"

#include "models/kinds/kindtable.h"

#include <QCoreApplication>

namespace models {

k8s::ResourceType KindDescriptor::type() const
{
    return {QString::fromLatin1(group), QString::fromLatin1(version), QString::fromLatin1(plural),
            QString::fromLatin1(kind), namespaced};
}

TableColumns columnsOf(std::span<const Column> columns)
{
    TableColumns result;
    result.reserve(qsizetype(columns.size()));
    for (const auto &column : columns)
        result.append({QCoreApplication::translate("Kind", column.title), column.cell, column.sort, column.align,
                       column.look, column.width});
    return result;
}

TableColumns columnsOf(const KindDescriptor &kind) { return columnsOf(kind.columns); }

const KindDescriptor *findKind(const QString &group, const QString &kind)
{
    for (const auto *descriptor : allKinds()) {
        if (kind == QLatin1StringView(descriptor->kind) && group == QLatin1StringView(descriptor->group))
            return descriptor;
    }
    return nullptr;
}

QList<const KindDescriptor *> jobKinds()
{
    QList<const KindDescriptor *> jobs;
    for (const auto *descriptor : allKinds()) {
        if (descriptor->job)
            jobs.append(descriptor);
    }
    return jobs;
}

} // namespace models
