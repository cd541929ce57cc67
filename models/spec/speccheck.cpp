// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/speccheck.h"

#include "k8s/core/plaintext.h"
#include "models/spec/formbuilder.h"
#include "models/spec/previewbuilder.h"

#include <QCoreApplication>

namespace models {

namespace {

QString translated(const k8s::Message &message)
{
    if (message.isEmpty())
        return {};
    QStringList arguments;
    for (const QString &argument : message.arguments)
        arguments.append(k8s::plainText(argument, 500));
    return k8s::fill(QCoreApplication::translate("Diagnostic", message.format), arguments);
}

DiagnosticSeverity severityOf(k8s::Diagnostic::Severity severity)
{
    switch (severity) {
    case k8s::Diagnostic::Severity::Error:
        return DiagnosticSeverity::Error;
    case k8s::Diagnostic::Severity::Warning:
        return DiagnosticSeverity::Warning;
    case k8s::Diagnostic::Severity::Hint:
        break;
    }
    return DiagnosticSeverity::Hint;
}

DiagnosticSource sourceOf(k8s::Diagnostic::Source source)
{
    switch (source) {
    case k8s::Diagnostic::Source::Yaml:
        return DiagnosticSource::Yaml;
    case k8s::Diagnostic::Source::Schema:
        return DiagnosticSource::Schema;
    case k8s::Diagnostic::Source::Rules:
        break;
    }
    return DiagnosticSource::Rules;
}

int documentAt(const k8s::SpecText &text, qsizetype offset)
{
    const auto &parts = text.parts();
    for (size_t i = parts.size(); i > 1; --i) {
        if (parts[i - 1].offset() <= offset)
            return int(i - 1);
    }
    return 0;
}

SpecDiagnostic diagnosticOf(const k8s::SpecText &text, const k8s::Diagnostic &found)
{
    SpecDiagnostic diagnostic {
        .severity = severityOf(found.severity),
        .source = sourceOf(found.source),
        .document = documentAt(text, found.offset),
        .path = found.path,
        .text = translated(found.message),
        .remedy = translated(found.remedy),
        .ruleId = QString::fromUtf8(found.id),
    };
    placeDiagnostic(text, found.offset, found.length, diagnostic);
    if (found.fix) {
        const qsizetype start = text.index().place(found.fix->offset).position;
        const qsizetype end = text.index().place(found.fix->offset + found.fix->length).position;
        diagnostic.fixes.append({.title = translated(found.fix->title),
                                 .position = start,
                                 .length = end - start,
                                 .replacement = QString::fromUtf8(found.fix->replacement)});
    }
    return diagnostic;
}

QList<SpecObject> objectsOf(const k8s::SpecText &text)
{
    QList<SpecObject> objects;
    for (size_t i = 0; i < text.parts().size(); ++i) {
        const k8s::SpecPart &part = text.parts()[i];
        if (part.isEmpty())
            continue;
        const k8s::SpecValue metadata = part.root()["metadata"];
        objects.append({.apiVersion = part.root()["apiVersion"].string(),
                        .kind = part.root()["kind"].string(),
                        .name = metadata["name"].string(),
                        .ns = metadata["namespace"].string(),
                        .document = int(i),
                        .line = text.index().lineOf(part.root().node().offset)});
    }
    return objects;
}

} // namespace

void placeDiagnostic(const k8s::SpecText &text, qsizetype offset, qsizetype length, SpecDiagnostic &diagnostic)
{
    const k8s::TextPlace start = text.index().place(offset);
    const k8s::TextPlace end = text.index().place(offset + length);
    diagnostic.line = start.line;
    diagnostic.column = start.column;
    diagnostic.position = start.position;
    diagnostic.length = std::max<qsizetype>(0, end.position - start.position);
}

std::shared_ptr<const CheckedSpec> checkSpecText(const QString &text, const SchemaStore::Lookup &schemas,
                                                 const std::function<bool()> &cancelled)
{
    return checkSpecBytes(text.toUtf8(), schemas, cancelled);
}

std::shared_ptr<const CheckedSpec> checkSpecBytes(const QByteArray &utf8, const SchemaStore::Lookup &schemas,
                                                  const std::function<bool()> &cancelled)
{
    auto checked = std::make_shared<CheckedSpec>();
    checked->text = k8s::parseSpec(utf8, {}, cancelled);
    const k8s::SpecText &spec = *checked->text;
    const auto schemaOf = [&](std::string_view apiVersion, std::string_view kind) {
        return schemas(QString::fromUtf8(apiVersion.data(), qsizetype(apiVersion.size())),
                       QString::fromUtf8(kind.data(), qsizetype(kind.size())));
    };
    for (const k8s::Diagnostic &found : k8s::checkSpec(spec, schemaOf))
        checked->diagnostics.append(diagnosticOf(spec, found));
    checked->objects = objectsOf(spec);
    checked->preview = previewOf(spec);
    for (const SpecObject &object : std::as_const(checked->objects)) {
        if (const auto form = formOf(spec, object.document, schemas))
            checked->forms.append(*form);
    }
    return checked;
}

} // namespace models
