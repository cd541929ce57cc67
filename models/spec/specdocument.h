// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"
#include "models/spec/specdiagnostic.h"
#include "models/spec/specform.h"
#include "models/spec/specpreview.h"

#include <QObject>

#include <expected>
#include <memory>

namespace models {

class SchemaStore;

/// A word that fits where the cursor is.
struct SpecCompletion
{
    QString text; ///< what is shown: "replicas"
    QString insertion; ///< what replaces [position, position + length)
    qsizetype position = 0, length = 0;
    QString detail; ///< "integer, required"
    QString description;

    bool operator==(const SpecCompletion &) const = default;
};

/// A spec that is being written: text in, diagnostics and preview out. The text is checked on a thread of the global
/// pool; nothing here blocks. Results of an older text are dropped. GUI thread.
class SpecDocument : public QObject
{
    Q_OBJECT
public:
    /// The store must outlive the document; without one the bundled schemas count.
    explicit SpecDocument(SchemaStore *schemas = nullptr, QObject *parent = nullptr);
    ~SpecDocument() override;

    /// Takes the text and starts a check; a running check of an older text is abandoned. What the server said of the
    /// old text is forgotten.
    void setText(const QString &yaml);
    QString text() const;

    bool isChecking() const;
    /// In the order of the text, errors of a line first. Those of the server come with the rest.
    const QList<SpecDiagnostic> &diagnostics() const;
    int count(DiagnosticSeverity severity) const;
    bool hasErrors() const { return count(DiagnosticSeverity::Error) > 0; }

    const QList<SpecObject> &objects() const; ///< documents that hold something
    const SpecPreview &preview() const;
    /// Forms of the documents that have one, from the last finished check.
    const QList<SpecForm> &forms() const;
    /// What an edit of a form's field changes in a text, or the reason why it changes nothing. `text` is what the
    /// editor holds now; it may be newer than the last check. Cheap: texts that are too long for it have no form.
    std::expected<SpecFix, QString> formEdit(const QString &text, int document, const FormEdit &edit);

    /// "Schema: cluster sandbox", "Schema: bundled, Training Operator 1.9.3", for the foot of the editor.
    QString schemaNote() const;

    /// Puts the causes of a refused dry run or launch at their places. `document` counts as SpecObject::document; -1
    /// if the error concerns no document (not reachable): then nothing is marked.
    void setServerError(const k8s::Error &error, int document);
    void clearServerError();

    /// Both answer from the last finished check and the schema; cheap enough for a key press.
    QList<SpecCompletion> completionsAt(qsizetype position) const;
    /// Plain text for the word at the position: type, default, description, and what is wrong with it.
    QString explanationAt(qsizetype position) const;

signals:
    /// Diagnostics, objects and preview fit the text now.
    void checked();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
