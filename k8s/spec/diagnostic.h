// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace k8s {

/// A sentence with places for arguments (%1 ...), untranslated: whoever shows it may translate `format` first (context
/// "Diagnostic", marked with QT_TRANSLATE_NOOP where it is written).
struct Message
{
    const char *format = ""; ///< a literal
    QStringList arguments {}; ///< may hold text of the document or the cluster

    QString text() const; ///< in English
    bool isEmpty() const { return !format || !*format; }
    bool operator==(const Message &other) const { return text() == other.text(); }
};

/// Puts the arguments into a translated or untranslated format, all at once: an argument may hold "%1" itself.
QString fill(const QString &format, const QStringList &arguments);

/// A replacement of bytes of the text that mends a problem.
struct QuickFix
{
    Message title;
    qsizetype offset = 0, length = 0; ///< bytes
    QByteArray replacement;

    bool operator==(const QuickFix &) const = default;
};

/// One problem of a spec. A plain value.
struct Diagnostic
{
    enum class Severity
    {
        Error,
        Warning,
        Hint
    };
    enum class Source
    {
        Yaml,
        Schema,
        Rules
    };

    Severity severity = Severity::Error;
    Source source = Source::Yaml;
    const char *id = ""; ///< literal, for people and for tests: "yaml/duplicate-key"
    qsizetype offset = 0, length = 0; ///< bytes of the whole text, also where it has several documents
    QString path {}; ///< "spec.pytorchReplicaSpecs.Worker.replicas"
    Message message {};
    Message remedy {};
    std::optional<QuickFix> fix {};

    bool operator==(const Diagnostic &other) const
    {
        return severity == other.severity && source == other.source && QByteArrayView(id) == other.id
            && offset == other.offset && length == other.length && path == other.path && message == other.message;
    }
};

using Diagnostics = QList<Diagnostic>;

} // namespace k8s
