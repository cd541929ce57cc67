// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace models {

enum class DiagnosticSeverity
{
    Error, ///< the API server or the operator refuses it, or the job cannot run
    Warning, ///< it is taken, but hardly what is meant
    Hint,
};

/// Who says so.
enum class DiagnosticSource
{
    Yaml, ///< the text is not YAML as Kubernetes reads it
    Schema, ///< the kind's schema: the cluster's, or the bundled one
    Rules, ///< what the operator or its webhook asks for beyond the schema
    Server, ///< the cluster's answer to a dry run or a launch
};

/// A replacement of a piece of the text that mends a problem.
struct SpecFix
{
    QString title; ///< "Change to 2"
    qsizetype position = 0; ///< UTF-16 units from the start of the text
    qsizetype length = 0;
    QString replacement;

    bool operator==(const SpecFix &) const = default;
};

/// One problem of a spec at its place. Texts are in the user's language and may hold text of the cluster: plain text
/// only.
struct SpecDiagnostic
{
    DiagnosticSeverity severity = DiagnosticSeverity::Error;
    DiagnosticSource source = DiagnosticSource::Yaml;
    int document = 0; ///< which of the documents of the text
    int line = 1, column = 1; ///< both count from 1; columns are UTF-16 units
    qsizetype position = 0, length = 0; ///< UTF-16 units from the start of the text
    QString path {}; ///< "spec.pytorchReplicaSpecs.Worker.replicas"; empty for the document
    QString text {}; ///< a sentence
    QString remedy {}; ///< what to do; may be empty
    QString ruleId {}; ///< "schema/type", "pytorchjob/master-replicas"
    QList<SpecFix> fixes {}; ///< the likeliest first

    bool operator==(const SpecDiagnostic &) const = default;
};

/// What one document of the text describes.
struct SpecObject
{
    QString apiVersion, kind, name, ns; ///< as written; empty if not
    int document = 0;
    int line = 1;

    bool isEmpty() const { return kind.isEmpty() && name.isEmpty() && apiVersion.isEmpty(); }
    bool operator==(const SpecObject &) const = default;
};

} // namespace models

Q_DECLARE_METATYPE(models::SpecDiagnostic)
