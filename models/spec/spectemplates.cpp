// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/spectemplates.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

/// "# title: PyTorchJob, elastic" and its like; the first other line ends the head.
bool takeHeadLine(const QString &line, SpecTemplate &result)
{
    if (!line.startsWith(u"# "_s))
        return false;
    const qsizetype colon = line.indexOf(u": "_s);
    const QString key = line.sliced(2, std::max<qsizetype>(0, colon - 2));
    const QString value = line.sliced(colon + 2).trimmed();
    if (key == "title"_L1)
        result.title = value;
    else if (key == "kind"_L1)
        result.kind = value;
    else if (key == "group"_L1)
        result.group = value;
    else if (key == "description"_L1)
        result.description = value;
    else
        return false;
    return true;
}

SpecTemplate readTemplate(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    SpecTemplate result = templateOf(QString::fromUtf8(file.readAll()));
    // The number in front orders the gallery and is no part of the name.
    result.id = QFileInfo(path).completeBaseName().section(u'-', 1);
    return result;
}

} // namespace

SpecTemplate templateOf(const QString &text)
{
    SpecTemplate result;
    qsizetype start = 0;
    for (qsizetype end = text.indexOf(u'\n'); end >= 0; end = text.indexOf(u'\n', start)) {
        if (!takeHeadLine(text.sliced(start, end - start), result))
            break;
        start = end + 1;
    }
    result.text = text.sliced(start);
    return result;
}

QList<SpecTemplate> specTemplates()
{
    QList<SpecTemplate> templates;
    const QDir folder(u":/templates"_s);
    const QStringList files = folder.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        templates.append(readTemplate(folder.filePath(file)));
    return templates;
}

SpecTemplate specTemplate(const QString &id)
{
    const QList<SpecTemplate> all = specTemplates();
    const auto found = std::ranges::find(all, id, &SpecTemplate::id);
    return found == all.end() ? SpecTemplate {} : *found;
}

} // namespace models
