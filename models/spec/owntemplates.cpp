// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/owntemplates.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxBytes = qint64(4) << 20;

struct OwnTemplatesText
{
    Q_DECLARE_TR_FUNCTIONS(OwnTemplates)
};

/// "Résumé, v2!" becomes "resume-v2": a name for any file system.
QString fileName(const QString &title)
{
    QString name;
    for (const QChar c : title.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            name += c;
        else if (!c.isMark() && !name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? u"template"_s : name.left(60);
}

std::expected<void, Problem> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return std::unexpected(
        Problem {OwnTemplatesText::tr("%1 cannot be written: %2.").arg(path, file.errorString()), {}});
}

std::expected<QString, Problem> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            Problem {OwnTemplatesText::tr("%1 cannot be read: %2.").arg(path, file.errorString()), {}});
    if (file.size() > maxBytes)
        return std::unexpected(Problem {OwnTemplatesText::tr("%1 is larger than 4 MiB.").arg(path), {}});
    return QString::fromUtf8(file.readAll());
}

/// What the text is about: the first kind that is not only an ingredient of others.
QString mainKind(const QString &yaml)
{
    static const QRegularExpression line(u"^kind: *\"?([A-Za-z0-9]+)"_s, QRegularExpression::MultilineOption);
    static const QStringList ingredients {u"ConfigMap"_s, u"Secret"_s, u"PersistentVolumeClaim"_s, u"Service"_s};
    QString first;
    for (const auto &match : line.globalMatch(yaml)) {
        if (!ingredients.contains(match.captured(1)))
            return match.captured(1);
        if (first.isEmpty())
            first = match.captured(1);
    }
    return first;
}

} // namespace

OwnTemplates::OwnTemplates(QString folder)
    : m_folder(std::move(folder))
{
}

QString OwnTemplates::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/templates"_s;
}

QString OwnTemplates::pathOf(const QString &id) const { return m_folder + u'/' + id.section(u'/', -1) + u".yaml"_s; }

QList<SpecTemplate> OwnTemplates::all() const
{
    QList<SpecTemplate> templates;
    const QStringList files = QDir(m_folder).entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const auto text = read(m_folder + u'/' + file);
        if (!text)
            continue;
        const QString base = file.left(file.lastIndexOf(u'.'));
        SpecTemplate entry = templateOf(*text);
        entry.id = u"own/"_s + base;
        entry.group = u"own"_s;
        if (entry.title.isEmpty())
            entry.title = base;
        if (entry.kind.isEmpty())
            entry.kind = mainKind(entry.text);
        templates.append(std::move(entry));
    }
    std::ranges::stable_sort(templates, [](const SpecTemplate &a, const SpecTemplate &b) {
        return a.title.compare(b.title, Qt::CaseInsensitive) < 0;
    });
    return templates;
}

std::expected<QString, Problem> OwnTemplates::save(const QString &title, const QString &yaml) const
{
    if (yaml.trimmed().isEmpty())
        return std::unexpected(Problem {OwnTemplatesText::tr("There is no text to save."),
                                        OwnTemplatesText::tr("Write or open a spec first.")});
    if (!QDir().mkpath(m_folder))
        return std::unexpected(Problem {OwnTemplatesText::tr("The folder %1 cannot be made.").arg(m_folder), {}});
    const QString shown = title.simplified();
    const QString base = fileName(shown);
    QString id = u"own/"_s + base;
    for (int i = 2; QFile::exists(pathOf(id)); ++i)
        id = u"own/%1-%2"_s.arg(base).arg(i);
    const QString head = u"# title: %1\n# kind: %2\n"_s.arg(shown, mainKind(yaml));
    return write(pathOf(id), (head + yaml).toUtf8()).transform([&] { return id; });
}

std::expected<QString, Problem> OwnTemplates::import(const QString &file) const
{
    const auto text = read(file);
    if (!text)
        return std::unexpected(text.error());
    const SpecTemplate entry = templateOf(*text);
    const QString name = QFileInfo(file).completeBaseName();
    return save(entry.title.isEmpty() ? name : entry.title, entry.text);
}

std::expected<void, Problem> OwnTemplates::exportTo(const QString &id, const QString &file) const
{
    return read(pathOf(id)).and_then([&](const QString &text) { return write(file, text.toUtf8()); });
}

std::expected<void, Problem> OwnTemplates::remove(const QString &id) const
{
    QFile file(pathOf(id));
    if (file.remove())
        return {};
    return std::unexpected(
        Problem {OwnTemplatesText::tr("%1 cannot be removed: %2.").arg(file.fileName(), file.errorString()), {}});
}

} // namespace models
