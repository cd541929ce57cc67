// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specform.h"

#include <QObject>

namespace models {
class SpecDocument;
}

namespace views {

class FormPane;
class YamlEditor;

/// Keeps form and text in step: what is done in the form becomes an edit of the text, which one undo takes back, and
/// what the checked text says goes into the form. The text is the truth. All three must outlive it.
class FormLink : public QObject
{
    Q_OBJECT
public:
    FormLink(FormPane &pane, YamlEditor &editor, models::SpecDocument &document, QObject *parent = nullptr);

    /// The document's answers fit what the editor holds.
    void refresh();

private:
    void apply(int document, const models::FormEdit &edit);
    void showUnchecked();
    QString pauseSentence() const;

    FormPane &m_pane;
    YamlEditor &m_editor;
    models::SpecDocument &m_document;
    models::FormEdit m_last;
    int m_lastRevision = -1;
};

} // namespace views
