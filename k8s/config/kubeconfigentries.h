// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/config/yamlnode.h"
#include "k8s/core/error.h"

#include <QHash>
#include <QList>
#include <QString>

namespace k8s {

/// One entry of clusters, users or contexts, and where it stands.
struct KubeconfigEntry
{
    QString name;
    QString file;
    int line = 0;
    YamlView body; ///< what is under "cluster", "user" or "context"

    /// "FILE:LINE" of the entry, or of one of its members.
    QString place() const;
    QString place(const char *member) const;
};

/// The entries of all files, after merging.
struct KubeconfigEntries
{
    QList<KubeconfigEntry> clusters, users, contexts;
    QString currentContext;
    QStringList files;
    QList<Error> problems;

    /// Adds a file; what is already there wins.
    void merge(const QString &fileName);

    static const KubeconfigEntry *find(const QList<KubeconfigEntry> &entries, const QString &name);

private:
    void mergeList(const QString &fileName, const YamlView &root, const char *list, const char *member,
                   QList<KubeconfigEntry> &into);
};

} // namespace k8s
