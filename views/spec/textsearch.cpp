// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/textsearch.h"

#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace views {

namespace {

constexpr int longestCount = 20; // ms

QTextCursor selection(const QTextBlock &block, int start, int length)
{
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + start);
    cursor.setPosition(block.position() + start + length, QTextCursor::KeepAnchor);
    return cursor;
}

} // namespace

bool TextSearch::setPattern(const QString &words, int options)
{
    m_regex = options & Regex;
    const auto flags
        = options & CaseSensitive ? QRegularExpression::NoPatternOption : QRegularExpression::CaseInsensitiveOption;
    m_pattern = QRegularExpression(m_regex ? words : QRegularExpression::escape(words), flags);
    m_why = m_pattern.isValid() ? QString() : m_pattern.errorString();
    return m_pattern.isValid();
}

QList<std::pair<int, int>> TextSearch::matchesIn(const QString &line) const
{
    QList<std::pair<int, int>> places;
    if (isEmpty())
        return places;
    for (auto match = m_pattern.globalMatch(line); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        if (one.capturedLength() > 0)
            places.append({int(one.capturedStart()), int(one.capturedLength())});
    }
    return places;
}

QTextCursor TextSearch::find(const QTextCursor &from, bool forward) const
{
    if (isEmpty())
        return {};
    const int here = forward ? from.selectionEnd() : from.selectionStart();
    const QTextDocument *document = m_editor.document();
    QTextBlock block = document->findBlock(here);
    for (int i = 0; i <= document->blockCount(); ++i) {
        auto places = matchesIn(block.text());
        if (!forward)
            std::reverse(places.begin(), places.end());
        for (const auto &[start, length] : places) {
            const int at = block.position() + start;
            const bool beyond = i > 0 || (forward ? at >= here : at + length <= here);
            if (beyond)
                return selection(block, start, length);
        }
        block = forward ? block.next() : block.previous();
        if (!block.isValid())
            block = forward ? document->firstBlock() : document->lastBlock();
    }
    return {};
}

TextSearch::Count TextSearch::count() const
{
    Count count;
    QElapsedTimer timer;
    timer.start();
    const QTextCursor cursor = m_editor.textCursor();
    for (QTextBlock block = m_editor.document()->firstBlock(); block.isValid() && !isEmpty(); block = block.next()) {
        for (const auto &[start, length] : matchesIn(block.text())) {
            ++count.all;
            if (block.position() + start == cursor.selectionStart()
                && cursor.selectionEnd() - cursor.selectionStart() == length)
                count.current = count.all;
        }
        if (timer.elapsed() > longestCount) {
            count.more = block.next().isValid();
            break;
        }
    }
    return count;
}

/// The replacement with \1 and its like filled in.
QString TextSearch::expanded(const QString &line, int start, const QString &replacement, int &length) const
{
    const QRegularExpressionMatch match = m_pattern.match(line, start);
    length = int(match.capturedLength());
    if (!m_regex)
        return replacement;
    QString result;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        if (replacement[i] != u'\\' || i + 1 == replacement.size()) {
            result += replacement[i];
            continue;
        }
        const QChar next = replacement[++i];
        result += next.isDigit() ? match.captured(next.digitValue()) : next == u'n' ? QString(u'\n') : QString(next);
    }
    return result;
}

bool TextSearch::replace(const QString &replacement)
{
    QTextCursor cursor = m_editor.textCursor();
    if (!cursor.hasSelection() || isEmpty())
        return false;
    const QTextBlock block = m_editor.document()->findBlock(cursor.selectionStart());
    const int start = cursor.selectionStart() - block.position();
    const auto places = matchesIn(block.text());
    if (!places.contains(std::pair(start, cursor.selectionEnd() - cursor.selectionStart())))
        return false;
    int length = 0;
    cursor.insertText(expanded(block.text(), start, replacement, length));
    m_editor.setTextCursor(cursor);
    return true;
}

int TextSearch::replaceAll(const QString &replacement)
{
    int done = 0;
    QTextCursor edit(m_editor.document());
    edit.beginEditBlock();
    // From the end: what is replaced does not move what is still to come.
    for (QTextBlock block = m_editor.document()->lastBlock(); block.isValid();) {
        const QTextBlock before = block.previous();
        const QString line = block.text();
        const auto places = matchesIn(line);
        for (auto place = places.crbegin(); place != places.crend(); ++place) {
            int length = 0;
            const QString text = expanded(line, place->first, replacement, length);
            edit.setPosition(block.position() + place->first);
            edit.setPosition(block.position() + place->first + place->second, QTextCursor::KeepAnchor);
            edit.insertText(text);
            ++done;
        }
        block = before;
    }
    edit.endEditBlock();
    return done;
}

} // namespace views
