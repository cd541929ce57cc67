// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/yamlcontext.h"

#include <QList>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

/// A line in its parts: "  - name: x" has a dash in column 2 and the key "name" in column 4.
struct Line
{
    qsizetype start = 0; ///< in the text
    QString text;
    QList<int> dashes; ///< columns
    int content = 0; ///< column of what comes after spaces and dashes
    QString key; ///< empty if the line has none
    bool blank = true; ///< nothing, or only a comment

    static Line parse(const QString &text, qsizetype start)
    {
        Line line;
        line.start = start;
        line.text = text;
        int column = 0;
        for (;; ++column) {
            const QChar c = column < text.size() ? text[column] : QChar();
            const bool dash = c == u'-' && (column + 1 >= text.size() || text[column + 1] == u' ');
            if (dash)
                line.dashes.append(column);
            else if (c != u' ')
                break;
        }
        line.content = column;
        const QString rest = text.sliced(std::min<qsizetype>(column, text.size()));
        line.blank = line.dashes.isEmpty() && (rest.isEmpty() || rest.startsWith(u'#'));
        const qsizetype colon = rest.indexOf(u':');
        if (colon > 0 && !rest.startsWith(u'#') && (colon + 1 == rest.size() || rest[colon + 1] == u' ')) {
            line.key = rest.first(colon);
            if (line.key.size() > 1 && (line.key.startsWith(u'"') || line.key.startsWith(u'\'')))
                line.key = line.key.sliced(1, line.key.size() - 2);
        }
        return line;
    }
};

class Finder
{
public:
    Finder(const QString &text, qsizetype position)
    {
        qsizetype start = 0;
        for (const QString &line : text.split(u'\n')) {
            if (line.startsWith("---"_L1) && start + line.size() < position) {
                m_lines.clear();
            } else if (line.startsWith("---"_L1) && start > position) {
                break;
            } else {
                if (start <= position)
                    m_current = m_lines.size();
                m_lines.append(Line::parse(line, start));
            }
            start += line.size() + 1;
        }
        if (m_lines.isEmpty())
            m_lines.append(Line::parse({}, position));
        m_current = std::min(m_current, m_lines.size() - 1);
        m_column = position - m_lines[m_current].start;
    }

    YamlContext find()
    {
        findKind();
        findWord();
        findPath();
        findSiblingsBelow();
        return m_result;
    }

private:
    void findKind()
    {
        for (const Line &line : std::as_const(m_lines)) {
            if (line.content != 0 || (line.key != "kind"_L1 && line.key != "apiVersion"_L1))
                continue;
            QString value = line.text.sliced(line.key.size() + 1).section(u" #"_s, 0, 0).trimmed();
            value.remove(u'"').remove(u'\'');
            (line.key == "kind"_L1 ? m_result.kind : m_result.apiVersion) = value;
        }
    }

    void findWord()
    {
        const Line &line = m_lines[m_current];
        const bool empty = line.text.trimmed().isEmpty();
        m_result.indent = empty ? int(m_column) : line.content;
        const qsizetype content = std::min<qsizetype>(m_result.indent, line.text.size());
        const qsizetype valueStart = line.key.isEmpty() ? -1 : line.text.indexOf(u':', content) + 1;
        m_result.inValue = valueStart > 0 && m_column >= valueStart;
        qsizetype start = content;
        if (valueStart > 0) {
            m_result.key = line.key;
            if (m_result.inValue) {
                start = valueStart;
                while (start < line.text.size() && start < m_column && line.text[start] == u' ')
                    ++start;
            }
        }
        qsizetype end = std::max(start, m_column);
        while (end < line.text.size()
               && (line.text[end].isLetterOrNumber() || line.text[end] == u'/' || line.text[end] == u'.'))
            ++end;
        m_result.word = line.text.sliced(std::min(start, line.text.size()))
                            .first(std::max<qsizetype>(0, std::min(m_column, line.text.size()) - start));
        m_result.wordStart = line.start + start;
        m_result.wordLength = std::max<qsizetype>(0, std::min(end, line.text.size()) - start);
    }

    void climbDashes(const Line &line)
    {
        for (auto dash = line.dashes.crbegin(); dash != line.dashes.crend(); ++dash) {
            if (*dash >= m_target)
                continue;
            m_result.path.prepend(QString());
            m_target = *dash;
            m_list = true;
        }
    }

    void findPath()
    {
        m_target = m_result.indent;
        const int own = m_result.indent;
        climbDashes(m_lines[m_current]);
        bool siblings = !m_list;
        for (qsizetype i = m_current - 1; i >= 0 && m_target >= 0; --i) {
            const Line &line = m_lines[i];
            if (line.blank)
                continue;
            const bool parent
                = line.content < m_target || (m_list && line.content == m_target && line.dashes.isEmpty());
            if (parent) {
                siblings = false;
                m_result.path.prepend(line.key);
                m_target = line.content;
                m_list = false;
            } else if (siblings && line.content == own && !line.key.isEmpty()) {
                m_result.siblings.append(line.key);
            }
            if (line.content == m_target || parent) {
                const qsizetype before = m_result.path.size();
                climbDashes(line);
                siblings = siblings && before == m_result.path.size();
            }
        }
    }

    void findSiblingsBelow()
    {
        for (qsizetype i = m_current + 1; i < m_lines.size(); ++i) {
            const Line &line = m_lines[i];
            if (line.blank)
                continue;
            const bool entry = !line.dashes.isEmpty() && line.dashes.first() < m_result.indent;
            if (entry || line.content < m_result.indent)
                break;
            if (line.content == m_result.indent && !line.key.isEmpty())
                m_result.siblings.append(line.key);
        }
    }

    QList<Line> m_lines;
    qsizetype m_current = 0, m_column = 0;
    int m_target = 0;
    bool m_list = false; ///< the target is a dash: its parent may stand in the same column
    YamlContext m_result;
};

} // namespace

YamlContext yamlContextAt(const QString &text, qsizetype position)
{
    return Finder(text, std::clamp<qsizetype>(position, 0, text.size())).find();
}

} // namespace models
