// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/linedetail.h"

#include "k8s/core/jsonview.h"
#include "models/logs/ansi.h"

namespace models {

namespace {

constexpr qsizetype mostBytes = 256 * 1024; // a text widget takes longer lines too long to lay out

/// Where the JSON value that begins at the front ends: behind the bracket that closes it; 0 if none does.
qsizetype valueEnd(QByteArrayView text)
{
    qsizetype depth = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

/// The first object or array with something in it that is JSON; empty if there is none.
QByteArrayView findJson(QByteArrayView line)
{
    constexpr int mostTries = 8; // "[rank0] [INFO] {...}": brackets are not always JSON
    k8s::JsonDocument document;
    int tries = 0;
    for (qsizetype at = 0; at < line.size() && tries < mostTries; ++at) {
        if (line[at] != '{' && line[at] != '[')
            continue;
        ++tries;
        const QByteArrayView value = line.sliced(at, valueEnd(line.sliced(at)));
        if (value.size() > 2 && document.parse({value.data(), size_t(value.size())}).size() > 0)
            return value;
    }
    return {};
}

/// Set out with two spaces per level. The bytes of names, strings and numbers stay as they are.
class Indenter
{
public:
    QByteArray run(QByteArrayView json)
    {
        for (qsizetype i = 0; i < json.size(); ++i) {
            const char c = json[i];
            if (c == '"') {
                const qsizetype end = stringEnd(json, i);
                m_out.append(json.sliced(i, end - i));
                i = end - 1;
            } else {
                put(c, json.sliced(i + 1));
            }
        }
        return std::move(m_out);
    }

private:
    static qsizetype stringEnd(QByteArrayView json, qsizetype start)
    {
        for (qsizetype i = start + 1; i < json.size(); ++i) {
            if (json[i] == '\\')
                ++i;
            else if (json[i] == '"')
                return i + 1;
        }
        return json.size();
    }
    static bool closesAtOnce(QByteArrayView rest)
    {
        rest = rest.trimmed();
        return !rest.isEmpty() && (rest.front() == '}' || rest.front() == ']');
    }
    void breakLine() { m_out.append('\n').append(2 * m_depth, ' '); }
    void put(char c, QByteArrayView rest)
    {
        switch (c) {
        case '{':
        case '[':
            m_out.append(c);
            m_empty = closesAtOnce(rest);
            ++m_depth;
            if (!m_empty)
                breakLine();
            break;
        case '}':
        case ']':
            --m_depth;
            if (!std::exchange(m_empty, false))
                breakLine();
            m_out.append(c);
            break;
        case ',':
            m_out.append(c);
            breakLine();
            break;
        case ':':
            m_out.append(": ");
            break;
        default:
            if (c > ' ')
                m_out.append(c);
        }
    }

    QByteArray m_out;
    qsizetype m_depth = 0;
    bool m_empty = false;
};

QString harmless(QByteArrayView text)
{
    QString shown;
    for (const QByteArray &line : text.toByteArray().split('\n'))
        shown += (shown.isEmpty() ? QString() : QString(u'\n')) + plainText(line);
    return shown;
}

} // namespace

LineDetail lineDetail(QByteArrayView line)
{
    LineDetail detail;
    if (line.size() > mostBytes) {
        detail.hiddenBytes = line.size() - mostBytes;
        line = line.first(mostBytes);
    }
    const QByteArrayView json = findJson(line);
    if (json.isEmpty()) {
        detail.text = plainText(line);
        return detail;
    }
    detail.isJson = true;
    const QString before = plainText(line.first(json.data() - line.data())).trimmed();
    const QString after = plainText(line.sliced(json.data() - line.data() + json.size())).trimmed();
    detail.text = before + (before.isEmpty() ? QString() : QString(u'\n')) + harmless(Indenter().run(json))
        + (after.isEmpty() ? QString() : QString(u'\n')) + after;
    return detail;
}

} // namespace models
