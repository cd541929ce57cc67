// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/validate.h"

#include "app/cli/input.h"
#include "app/cli/sarif.h"
#include "models/spec/schemastore.h"
#include "models/spec/speccheck.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTextStream>

#include <optional>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readLimit = qint64(64) << 20; // what is larger is refused with a sentence, not read into memory

enum ExitCode
{
    NothingWrong = 0,
    ErrorsFound = 1,
    CannotCheck = 2
};

QString severityWord(models::DiagnosticSeverity severity)
{
    // Part of a format that scripts read: not translated.
    switch (severity) {
    case models::DiagnosticSeverity::Error:
        return u"error"_s;
    case models::DiagnosticSeverity::Warning:
        return u"warning"_s;
    case models::DiagnosticSeverity::Hint:
        break;
    }
    return u"note"_s;
}

QString sourceWord(models::DiagnosticSource source)
{
    switch (source) {
    case models::DiagnosticSource::Yaml:
        return u"yaml"_s;
    case models::DiagnosticSource::Schema:
        return u"schema"_s;
    case models::DiagnosticSource::Rules:
        return u"rules"_s;
    case models::DiagnosticSource::Server:
        break;
    }
    return u"server"_s;
}

QString textLine(const QString &file, const models::SpecDiagnostic &diagnostic)
{
    QString line = u"%1:%2:%3: %4: %5"_s.arg(file)
                       .arg(diagnostic.line)
                       .arg(diagnostic.column)
                       .arg(severityWord(diagnostic.severity), diagnostic.text);
    if (!diagnostic.remedy.isEmpty())
        line += u' ' + diagnostic.remedy;
    return line.replace(u'\n', u' ') + u" [%1]"_s.arg(diagnostic.ruleId);
}

QJsonObject jsonEntry(const QString &file, const models::SpecDiagnostic &diagnostic)
{
    QJsonObject entry {
        {u"file"_s, file},
        {u"line"_s, diagnostic.line},
        {u"column"_s, diagnostic.column},
        {u"severity"_s, severityWord(diagnostic.severity)},
        {u"source"_s, sourceWord(diagnostic.source)},
        {u"rule"_s, diagnostic.ruleId},
        {u"path"_s, diagnostic.path},
        {u"message"_s, diagnostic.text},
        {u"document"_s, diagnostic.document},
    };
    if (!diagnostic.remedy.isEmpty())
        entry.insert(u"remedy"_s, diagnostic.remedy);
    if (!diagnostic.fixes.isEmpty())
        entry.insert(u"replacement"_s, diagnostic.fixes.first().replacement);
    return entry;
}

enum class Format
{
    Text,
    Json,
    Sarif
};

std::optional<Format> formatOf(const QString &word)
{
    return word == "text"_L1 ? std::optional(Format::Text)
        : word == "json"_L1  ? std::optional(Format::Json)
        : word == "sarif"_L1 ? std::optional(Format::Sarif)
                             : std::nullopt;
}

/// The files that an argument stands for: a folder's YAML files, a pattern's files (where no shell expanded it),
/// itself.
QStringList filesOf(const QString &argument)
{
    const QStringList specs {u"*.yaml"_s, u"*.yml"_s};
    QStringList files;
    const QFileInfo info(argument);
    if (info.isDir()) {
        QDirIterator inside(argument, specs, QDir::Files, QDirIterator::Subdirectories);
        while (inside.hasNext())
            files.append(inside.next());
    } else if (!info.exists() && argument.contains(QRegularExpression(u"[*?\\[]"_s))) {
        const QDir folder = info.dir();
        const QStringList names = folder.entryList({info.fileName()}, QDir::Files);
        for (const QString &name : names)
            files.append(argument.contains(u'/') ? info.path() + u'/' + name : name);
    }
    files.sort();
    return files.isEmpty() && !info.isDir() ? QStringList {argument} : files;
}

class Validation
{
public:
    Validation(QTextStream &out, QTextStream &err, Format format, bool quiet)
        : m_out(out)
        , m_err(err)
        , m_format(format)
        , m_quiet(quiet)
        , m_sarif(QDir::currentPath())
        , m_schemas(m_store.lookup())
    {
    }

    void check(const QString &name)
    {
        const auto text = readInput(name, readLimit);
        if (!text) {
            m_err << name << ": " << text.error() << '\n';
            m_sarif.addFailure(name, text.error());
            m_code = CannotCheck;
            return;
        }
        const QString shown = shownName(name);
        const auto checked = models::checkSpecBytes(*text, m_schemas);
        for (const models::SpecDiagnostic &diagnostic : checked->diagnostics)
            report(shown, diagnostic);
    }

    int finish()
    {
        if (m_format == Format::Json)
            m_out << QString::fromUtf8(QJsonDocument(m_entries).toJson(QJsonDocument::Indented));
        else if (m_format == Format::Sarif)
            m_out << QString::fromUtf8(m_sarif.toJson());
        m_out.flush();
        return m_code;
    }

private:
    void report(const QString &file, const models::SpecDiagnostic &diagnostic)
    {
        const bool error = diagnostic.severity == models::DiagnosticSeverity::Error;
        if (error && m_code == NothingWrong)
            m_code = ErrorsFound;
        if (m_quiet && !error)
            return;
        if (m_format == Format::Json)
            m_entries.append(jsonEntry(file, diagnostic));
        else if (m_format == Format::Sarif)
            m_sarif.add(file, diagnostic);
        else
            m_out << textLine(file, diagnostic) << '\n';
    }

    QTextStream &m_out;
    QTextStream &m_err;
    const Format m_format;
    const bool m_quiet;
    SarifLog m_sarif;
    models::SchemaStore m_store;
    models::SchemaStore::Lookup m_schemas;
    QJsonArray m_entries;
    int m_code = NothingWrong;
};

QString usage()
{
    return QCoreApplication::translate(
        "Validate",
        "Usage: pilothouse validate [--format text|json|sarif] [--quiet] FILE|FOLDER|-…\n"
        "Checks specs of Kubeflow jobs without a cluster; of a folder all *.yaml and "
        "*.yml files in it. --quiet tells only errors.\n"
        "Exit code 0: nothing wrong, 1: errors, 2: a file cannot be read.\n");
}

} // namespace

int runValidate(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    QCommandLineParser parser;
    const QCommandLineOption format(u"format"_s, {}, u"text|json|sarif"_s, u"text"_s);
    const QCommandLineOption quiet(QStringList {u"q"_s, u"quiet"_s});
    const QCommandLineOption help(QStringList {u"h"_s, u"help"_s});
    parser.addOptions({format, quiet, help});
    const bool understood = parser.parse(QStringList(u"validate"_s) + arguments);
    const std::optional<Format> wanted = formatOf(parser.value(format));
    if (understood && parser.isSet(help)) {
        out << usage();
        return NothingWrong;
    }
    if (!understood || parser.positionalArguments().isEmpty() || !wanted) {
        err << (understood ? QString() : parser.errorText() + u'\n') << usage();
        return CannotCheck;
    }
    Validation validation(out, err, *wanted, parser.isSet(quiet));
    const QStringList places = parser.positionalArguments();
    for (const QString &argument : places) {
        const QStringList files = filesOf(argument);
        for (const QString &file : files)
            validation.check(file);
    }
    return validation.finish();
}

bool isGoodSpec(const QString &name, const QByteArray &text, QTextStream &err)
{
    const models::SchemaStore store;
    const auto checked = models::checkSpecBytes(text, store.lookup());
    bool good = true;
    for (const models::SpecDiagnostic &diagnostic : checked->diagnostics) {
        good = good && diagnostic.severity != models::DiagnosticSeverity::Error;
        if (diagnostic.severity != models::DiagnosticSeverity::Hint)
            err << textLine(shownName(name), diagnostic) << '\n';
    }
    return good;
}

} // namespace app
