// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/reformat.h"

#include "k8s/spec/textpatch.h"

#include <QCoreApplication>
#include <QList>
#include <QRegularExpression>

namespace models {

using namespace Qt::StringLiterals;

namespace {

struct ReformatText
{
    Q_DECLARE_TR_FUNCTIONS(SpecFormat)
};

int leadingSpaces(const QString &line)
{
    const auto end = std::ranges::find_if(line, [](QChar c) { return c != u' '; });
    return int(end - line.begin());
}

/// Goes through the lines once and knows the columns of what is open.
class Indenter
{
public:
    QString run(const QString &yaml)
    {
        const QStringList lines = yaml.split(u'\n');
        for (const QString &line : lines)
            take(line);
        flushComments(-1, 0);
        while (!m_result.isEmpty() && m_result.last().isEmpty())
            m_result.removeLast();
        return m_result.join(u'\n') + u'\n';
    }

private:
    struct Level
    {
        int old = 0, now = 0;
    };
    struct Comment
    {
        int old = 0;
        QString text; ///< empty: a blank line
    };

    void take(const QString &line)
    {
        const int column = leadingSpaces(line);
        const bool blank = line.trimmed().isEmpty();
        if (m_scalarParent >= 0 && (blank || column > m_scalarParent)) {
            takeScalarLine(line, column, blank);
            return;
        }
        m_scalarParent = -1;
        if (blank || line[column] == u'#')
            m_comments.append({.old = blank ? 0 : column, .text = line.trimmed()});
        else if (line.startsWith("---"_L1) || line.startsWith("..."_L1))
            takeSeparator(line);
        else
            takeContent(line, column);
    }

    void takeSeparator(const QString &line)
    {
        flushComments(-1, 0);
        m_levels.clear();
        m_result.append(line.trimmed());
    }

    void takeScalarLine(const QString &line, int column, bool blank)
    {
        if (m_scalarOld < 0 && !blank)
            m_scalarOld = column;
        if (blank && column <= std::max(0, m_scalarOld))
            m_result.append(QString());
        else
            m_result.append(QString(std::max(0, m_scalarNow + column - std::max(0, m_scalarOld)), u' ')
                            + line.sliced(column));
    }

    /// The new column of an old one; opens a level where the text goes deeper.
    int levelFor(int column)
    {
        while (!m_levels.isEmpty() && m_levels.last().old > column)
            m_levels.removeLast();
        if (m_levels.isEmpty())
            m_levels.append({.old = column, .now = 0});
        else if (m_levels.last().old < column)
            m_levels.append({.old = column, .now = m_levels.last().now + 2});
        return m_levels.last().now;
    }

    void takeContent(const QString &line, int column)
    {
        flushComments(column, columnFor(column));
        int now = levelFor(column);
        QString head(now, u' ');
        qsizetype at = column;
        while (at + 1 < line.size() && line[at] == u'-' && line[at + 1] == u' ') {
            qsizetype content = at + 1;
            while (content < line.size() && line[content] == u' ')
                ++content;
            if (content == line.size() || line[content] == u'#')
                break;
            head += u"- "_s;
            at = content;
            now += 2;
            m_levels.append({.old = int(at), .now = now});
        }
        QString rest = line.sliced(at);
        while (rest.endsWith(u' '))
            rest.chop(1);
        m_result.append(head + rest);
        static const QRegularExpression header(u"(^|[:-] )(&\\S+ |!\\S+ )*[|>][-+]?\\s*(#.*)?$"_s);
        if (header.match(rest).hasMatch()) {
            m_scalarParent = int(column);
            m_scalarOld = -1;
            m_scalarNow = now + 2;
            const bool plain = !rest.contains(u": "_s);
            if (plain && at > column)
                m_scalarNow = now; // the entry itself is the scalar
        }
    }

    /// A comment stands where the line below it stands, or, if that is further left, with what is above it.
    void flushComments(int nextOld, int nextNow)
    {
        for (const Comment &comment : std::as_const(m_comments)) {
            int now = nextNow;
            if (comment.old > nextOld) {
                const auto level = std::ranges::find_if(m_levels.crbegin(), m_levels.crend(),
                                                        [&](const Level &one) { return one.old <= comment.old; });
                now = level == m_levels.crend() ? 0 : level->now;
            }
            m_result.append(comment.text.isEmpty() ? QString() : QString(now, u' ') + comment.text);
        }
        m_comments.clear();
    }

    /// The column that levelFor() will give, without opening or closing levels.
    int columnFor(int column) const
    {
        for (auto level = m_levels.crbegin(); level != m_levels.crend(); ++level) {
            if (level->old <= column)
                return level->old == column ? level->now : level->now + 2;
        }
        return 0;
    }

    QStringList m_result;
    QList<Comment> m_comments; ///< that wait for the line below them
    QList<Level> m_levels;
    int m_scalarParent = -1; ///< column of what holds the block scalar that is open, -1: none is
    int m_scalarOld = -1, m_scalarNow = 0;
};

bool meansTheSame(const k8s::SpecText &before, const k8s::SpecText &after)
{
    if (before.parts().size() != after.parts().size() || after.hasErrors())
        return false;
    for (size_t i = 0; i < before.parts().size(); ++i) {
        if (!k8s::sameValue(before.parts()[i].root(), after.parts()[i].root()))
            return false;
    }
    return true;
}

} // namespace

std::expected<QString, QString> reindented(const QString &yaml)
{
    const auto before = k8s::parseSpec(yaml.toUtf8());
    if (before->hasErrors())
        return std::unexpected(ReformatText::tr("The YAML must be mended before it can be indented."));
    QString result = Indenter().run(yaml);
    if (!meansTheSame(*before, *k8s::parseSpec(result.toUtf8())))
        return std::unexpected(
            ReformatText::tr("The text was left as it is: indented anew it would mean something else."));
    return result;
}

} // namespace models
