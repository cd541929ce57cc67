// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/config/kubeconfigentries.h"

#include "k8s/core/plaintext.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

Error problem(const QString &message, const QString &file, int line)
{
    return {.kind = Error::Kind::Config, .message = message, .context = u"%1:%2"_s.arg(file).arg(line)};
}

}

QString KubeconfigEntry::place() const { return u"%1:%2"_s.arg(file).arg(line); }

QString KubeconfigEntry::place(const char *member) const
{
    const int at = body[member].line();
    return at > 0 ? u"%1:%2"_s.arg(file).arg(at) : place();
}

const KubeconfigEntry *KubeconfigEntries::find(const QList<KubeconfigEntry> &entries, const QString &name)
{
    const auto found = std::ranges::find(entries, name, &KubeconfigEntry::name);
    return found == entries.end() ? nullptr : &*found;
}

void KubeconfigEntries::merge(const QString &fileName)
{
    if (!QFileInfo::exists(fileName) && !QFileInfo(fileName).isSymLink())
        return;
    const QString file = QDir::cleanPath(QFileInfo(fileName).absoluteFilePath());
    const auto node = loadYamlFile(file, largestFile);
    files += file;
    if (!node) {
        problems += node.error();
        return;
    }
    const YamlView root(*node);
    if (!root.exists())
        return; // an empty file is an empty kubeconfig
    if (!root.isMap()) {
        problems += problem(u"this is not a kubeconfig: a map was expected"_s, file, root.line());
        return;
    }
    mergeList(file, root, "clusters", "cluster", clusters);
    mergeList(file, root, "users", "user", users);
    mergeList(file, root, "contexts", "context", contexts);
    if (currentContext.isEmpty())
        currentContext = root["current-context"].string();
}

void KubeconfigEntries::mergeList(const QString &fileName, const YamlView &root, const char *list, const char *member,
                                  QList<KubeconfigEntry> &into)
{
    const YamlView entries = root[list];
    if (entries.exists() && !entries.isSequence())
        problems += problem(QString::fromLatin1(list) + " is not a list"_L1, fileName, entries.line());
    QHash<QString, int> linesOfThisFile;
    for (const YamlView &entry : entries.elements()) {
        const QString name = entry["name"].string();
        const QString what = QString::fromLatin1(member);
        if (!entry.isMap() || name.isEmpty()) {
            problems += problem("a %1 has no name"_L1.arg(what), fileName, qMax(entry.line(), entries.line()));
            continue;
        }
        if (const int first = linesOfThisFile.value(name)) {
            problems += problem(
                u"the %1 \"%2\" is there twice, first in line %3"_s.arg(what, plainText(name, 200)).arg(first),
                fileName, entry.line());
            continue;
        }
        linesOfThisFile.insert(name, entry.line());
        if (!find(into, name))
            into += {name, fileName, entry.line(), entry[member]};
    }
}

} // namespace k8s
