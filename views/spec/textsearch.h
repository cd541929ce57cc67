// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QTextCursor>

class QPlainTextEdit;

namespace views {

/// Finds and replaces in an editor, line by line, so that no pattern can run away over a large text. GUI thread.
class TextSearch
{
public:
    enum Option
    {
        CaseSensitive = 1,
        Regex = 2
    };

    explicit TextSearch(QPlainTextEdit &editor)
        : m_editor(editor)
    {
    }

    /// False if the words are no regular expression; why() says what is wrong then.
    bool setPattern(const QString &words, int options);
    QString why() const { return m_why; }
    bool isEmpty() const { return m_pattern.pattern().isEmpty() || !m_pattern.isValid(); }

    /// The next match from the cursor on, around the end of the text; null if there is none.
    QTextCursor find(const QTextCursor &from, bool forward) const;
    /// Matches of a line as places within it: start and length.
    QList<std::pair<int, int>> matchesIn(const QString &line) const;
    struct Count
    {
        int all = 0, current = 0; ///< current counts from 1; 0: the selection is no match
        bool more = false; ///< counting was given up
    };
    Count count() const;
    /// Replaces the selection if it is a match; true if it was.
    bool replace(const QString &replacement);
    /// One step that can be undone; returns how many.
    int replaceAll(const QString &replacement);

private:
    QString expanded(const QString &line, int start, const QString &replacement, int &length) const;

    QPlainTextEdit &m_editor;
    QRegularExpression m_pattern;
    QString m_why;
    bool m_regex = false;
};

} // namespace views
