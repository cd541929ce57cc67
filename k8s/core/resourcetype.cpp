// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/core/resourcetype.h"

using namespace Qt::StringLiterals;

namespace k8s {

QString ResourceType::apiVersion() const { return group.isEmpty() ? version : group + u'/' + version; }

QString ResourceType::path(const QString &ns, const QString &name, const QString &subresource) const
{
    QString path = group.isEmpty() ? "/api/"_L1 + version : "/apis/"_L1 + group + u'/' + version;
    if (namespaced && !ns.isEmpty())
        path += "/namespaces/"_L1 + ns;
    path += u'/' + plural;
    if (!name.isEmpty())
        path += u'/' + name;
    if (!subresource.isEmpty())
        path += u'/' + subresource;
    return path;
}

} // namespace k8s
