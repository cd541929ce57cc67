// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sarif.h"

#include "k8s/spec/rules.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace app {

using namespace Qt::StringLiterals;
using models::DiagnosticSeverity;

namespace {

// Levels are words of the format: not translated.
QString level(DiagnosticSeverity severity)
{
    return severity == DiagnosticSeverity::Error  ? u"error"_s
        : severity == DiagnosticSeverity::Warning ? u"warning"_s
                                                  : u"note"_s;
}

QJsonObject message(const QString &text) { return {{u"text"_s, text}}; }

QString sentence(const char *text) { return QCoreApplication::translate("Diagnostic", text); }

/// What a rule says in general, with its places left open.
QString generalSentence(const char *text)
{
    QString general = sentence(text);
    for (int i = 1; i <= 9; ++i)
        general.replace(u'%' + QString::number(i), u"…"_s);
    return general;
}

QString groupHelp(const QString &id)
{
    if (id.startsWith("yaml/"_L1))
        return QCoreApplication::translate("Validate", "The text is not YAML as Kubernetes reads it.");
    if (id.startsWith("schema/"_L1))
        return QCoreApplication::translate("Validate", "The kind's schema does not allow it.");
    return QCoreApplication::translate("Validate", "The operator or the API server refuses it, or the job cannot run.");
}

QJsonObject ruleEntry(const QString &id)
{
    QString text = groupHelp(id);
    QString help = text;
    QString source;
    for (const k8s::Rule *rule : k8s::allRules()) {
        if (id != QLatin1StringView(rule->id))
            continue;
        text = generalSentence(rule->sentence);
        help = *rule->remedy ? generalSentence(rule->remedy) : text;
        source = QString::fromUtf8(rule->source);
    }
    const QString full
        = source.isEmpty() ? text : QCoreApplication::translate("Validate", "%1 Known from: %2.").arg(text, source);
    return {{u"id"_s, id},
            {u"shortDescription"_s, message(text)},
            {u"fullDescription"_s, message(full)},
            {u"help"_s, message(help)},
            {u"properties"_s, QJsonObject {{u"tags"_s, QJsonArray {id.section(u'/', 0, 0)}}}}};
}

} // namespace

SarifLog::SarifLog(const QString &root)
    : m_root(root)
{
}

QJsonObject SarifLog::location(const QString &file) const
{
    if (file.startsWith(u'<'))
        return {{u"uri"_s, u"stdin"_s}};
    const QString absolute = QDir::cleanPath(QDir(m_root).absoluteFilePath(file));
    const QString relative = QDir(m_root).relativeFilePath(absolute);
    if (relative.startsWith("../"_L1) || QDir::isAbsolutePath(relative))
        return {{u"uri"_s, QUrl::fromLocalFile(absolute).toString(QUrl::FullyEncoded)}};
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(relative, "/"));
    return {{u"uri"_s, encoded}, {u"uriBaseId"_s, u"%SRCROOT%"_s}};
}

int SarifLog::ruleIndex(const models::SpecDiagnostic &diagnostic)
{
    const auto known = m_ruleIndexes.constFind(diagnostic.ruleId);
    if (known != m_ruleIndexes.cend())
        return *known;
    m_rules.append(ruleEntry(diagnostic.ruleId));
    return *m_ruleIndexes.insert(diagnostic.ruleId, int(m_rules.size()) - 1);
}

void SarifLog::add(const QString &file, const models::SpecDiagnostic &diagnostic)
{
    const QJsonObject region {{u"startLine"_s, diagnostic.line},
                              {u"startColumn"_s, diagnostic.column},
                              {u"endLine"_s, diagnostic.line}, // a diagnostic ends on the line on which it begins
                              {u"endColumn"_s, diagnostic.column + int(diagnostic.length)}};
    QJsonObject place {
        {u"physicalLocation"_s, QJsonObject {{u"artifactLocation"_s, location(file)}, {u"region"_s, region}}}};
    if (!diagnostic.path.isEmpty())
        place.insert(u"logicalLocations"_s, QJsonArray {QJsonObject {{u"fullyQualifiedName"_s, diagnostic.path}}});
    const QString text = diagnostic.remedy.isEmpty() ? diagnostic.text : diagnostic.text + u' ' + diagnostic.remedy;
    m_results.append(QJsonObject {{u"ruleId"_s, diagnostic.ruleId},
                                  {u"ruleIndex"_s, ruleIndex(diagnostic)},
                                  {u"level"_s, level(diagnostic.severity)},
                                  {u"message"_s, message(text)},
                                  {u"locations"_s, QJsonArray {place}},
                                  {u"partialFingerprints"_s, fingerprint(file, diagnostic)}});
}

/// What stays when lines are put above it, so that code scanning knows a finding again: file, rule and field; of
/// several of these which one.
QJsonObject SarifLog::fingerprint(const QString &file, const models::SpecDiagnostic &diagnostic)
{
    const QString what = QStringList {location(file).value(u"uri").toString(), diagnostic.ruleId,
                                      QString::number(diagnostic.document), diagnostic.path}
                             .join(u'\n');
    const QByteArray hash = QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha1).toHex().first(16);
    const int which = ++m_seen[hash];
    return {{u"primaryLocationLineHash"_s, QString::fromLatin1(hash) + u':' + QString::number(which)}};
}

void SarifLog::addFailure(const QString &file, const QString &reason)
{
    m_failures.append(QJsonObject {
        {u"level"_s, u"error"_s},
        {u"message"_s, message(reason)},
        {u"locations"_s,
         QJsonArray {QJsonObject {{u"physicalLocation"_s, QJsonObject {{u"artifactLocation"_s, location(file)}}}}}}});
}

QByteArray SarifLog::toJson() const
{
    QJsonObject invocation {{u"executionSuccessful"_s, m_failures.isEmpty()}};
    if (!m_failures.isEmpty())
        invocation.insert(u"toolExecutionNotifications"_s, m_failures);
    const QJsonObject driver {{u"name"_s, u"Pilothouse"_s},
                              {u"semanticVersion"_s, QStringLiteral(PILOTHOUSE_VERSION)},
                              {u"rules"_s, m_rules}};
    const QJsonObject run {{u"tool"_s, QJsonObject {{u"driver"_s, driver}}},
                           {u"columnKind"_s, u"utf16CodeUnits"_s},
                           {u"invocations"_s, QJsonArray {invocation}},
                           {u"results"_s, m_results}};
    return QJsonDocument(QJsonObject {{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
                                      {u"version"_s, u"2.1.0"_s},
                                      {u"runs"_s, QJsonArray {run}}})
        .toJson(QJsonDocument::Indented);
}

} // namespace app
