// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/requiredliterals.h"

#include "models/logs/literalfinder.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace models {

namespace {

using namespace std::string_view_literals;

/// Behind the class that begins at `at`; npos if it is beyond this reader.
size_t classEnd(std::string_view pattern, size_t at)
{
    ++at;
    at += at < pattern.size() && pattern[at] == '^';
    at += at < pattern.size() && pattern[at] == ']';
    for (; at < pattern.size() && pattern[at] != ']'; ++at) {
        if (pattern[at] == '\\') {
            ++at;
            if (at == pattern.size() || "QEc"sv.contains(pattern[at]))
                return std::string_view::npos;
        } else if (pattern[at] == '[' && at + 1 < pattern.size() && ":.="sv.contains(pattern[at + 1])) {
            // "[:digit:]"; without its end the three are plain characters, and what PCRE2 makes of that is its affair.
            const size_t close = pattern.find(']', at + 2);
            if (close == std::string_view::npos || close < at + 3 || pattern[close - 1] != pattern[at + 1])
                return std::string_view::npos;
            at = close;
        }
    }
    return std::min(at + 1, pattern.size());
}

constexpr int deepest = 8; // groups within groups

/// Walks an expression, alternative by alternative. Of what has to stand one behind the other in an alternative it
/// takes the best: a text, or the texts of a group of which one has to be there.
class LiteralReader
{
public:
    LiteralReader(std::string_view pattern, bool anyCase, bool bytes, int depth = 0)
        : m_rest(pattern)
        , m_anyCase(anyCase)
        , m_bytes(bytes)
        , m_depth(depth)
    {
    }

    /// False if the expression is beyond this reader.
    bool read()
    {
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c == '|') {
                m_rest.remove_prefix(1);
                endAlternative();
            } else if (c == '(') {
                endRun();
                if (!readGroup())
                    return false;
            } else if (c == '[') {
                endRun();
                if (!skipClass())
                    return false;
                readQuantifier();
            } else if (c == '.' || c == '^' || c == '$') {
                endRun();
                m_rest.remove_prefix(1);
                readQuantifier();
            } else if (c == '\\' ? !readEscape() : !readCharacter()) {
                return false;
            }
            if (m_isBeyond)
                return false;
        }
        endAlternative();
        return true;
    }
    /// Of all alternatives; an empty one for an alternative that needs no text.
    const QList<QByteArray> &literals() const { return m_literals; }

private:
    using Texts = QList<QByteArray>;

    /// The length of the shortest: what is longer is rarer.
    static qsizetype worth(const Texts &texts)
    {
        return texts.isEmpty() ? 0 : std::ranges::min_element(texts, {}, &QByteArray::size)->size();
    }
    void offer(const Texts &texts)
    {
        const bool better = worth(texts) > worth(m_best)
            || (worth(texts) > 0 && worth(texts) == worth(m_best) && texts.size() < m_best.size());
        if (better && texts.size() <= LiteralFinder::mostLiterals)
            m_best = texts;
    }
    void endRun()
    {
        if (!m_run.isEmpty())
            offer({std::exchange(m_run, {})});
    }
    void endAlternative()
    {
        endRun();
        m_literals += m_best.isEmpty() ? Texts {QByteArray()} : std::exchange(m_best, {});
    }
    bool readGroup()
    {
        std::string_view inside = m_rest;
        if (!skipGroup())
            return false;
        inside.remove_suffix(m_rest.size() + 1);
        inside.remove_prefix(inside.starts_with("(?:") ? 3 : 1);
        if (readQuantifier() == 0 || m_depth == deepest)
            return true;
        LiteralReader reader(inside, m_anyCase, m_bytes, m_depth + 1);
        if (reader.read())
            offer(reader.literals());
        return true;
    }
    /// How the element that was just read repeats: 0 maybe not at all, 1 once, 2 once or more.
    int readQuantifier()
    {
        if (m_rest.empty())
            return 1;
        int times = 1;
        const char c = m_rest.front();
        if (c == '*' || c == '?' || c == '+') {
            times = c == '+' ? 2 : 0;
            m_rest.remove_prefix(1);
        } else if (c == '{') {
            const size_t close = m_rest.find('}');
            // "{,3}" and "{x}" are text to some versions and a count to others.
            const std::string_view count = m_rest.substr(1, std::min(close, m_rest.size()) - 1);
            if (close == std::string_view::npos || count.find_first_not_of("0123456789, ") != std::string_view::npos) {
                m_isBeyond = true;
                return 0;
            }
            times = m_rest[1] >= '1' && m_rest[1] <= '9' ? 2 : 0;
            m_rest.remove_prefix(close + 1);
        } else {
            return 1;
        }
        if (!m_rest.empty() && (m_rest.front() == '?' || m_rest.front() == '+'))
            m_rest.remove_prefix(1);
        return times;
    }
    void put(std::string_view bytes)
    {
        const int times = readQuantifier();
        if (times == 0)
            return endRun();
        // In UTF-8 any case of k and s has signs beyond ASCII: the Kelvin sign and the long s.
        if (m_anyCase && (bytes.size() > 1 || (!m_bytes && "kKsS"sv.contains(bytes.front()))))
            return endRun();
        m_run.append(bytes.data(), qsizetype(bytes.size()));
        if (times > 1)
            endRun();
    }
    bool readCharacter()
    {
        size_t size = 1;
        if ("*+?{"sv.contains(m_rest.front()))
            return false; // nothing to repeat
        while (size < m_rest.size() && uchar(m_rest.front()) >= 0xc0 && (uchar(m_rest[size]) & 0xc0) == 0x80)
            ++size;
        const std::string_view bytes = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        put(bytes);
        return true;
    }
    bool readEscape()
    {
        if (m_rest.size() < 2)
            return false;
        const char c = m_rest[1];
        const bool word = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        if (uchar(c) >= 0x80 || (word && !"dDwWsSbBhHvV"sv.contains(c)))
            return false;
        const std::string_view bytes = m_rest.substr(1, 1);
        m_rest.remove_prefix(2);
        if (!word) {
            put(bytes);
        } else {
            endRun();
            readQuantifier();
        }
        return true;
    }
    bool skipClass()
    {
        const size_t end = classEnd(m_rest, 0);
        m_rest.remove_prefix(std::min(end, m_rest.size()));
        return end != std::string_view::npos;
    }
    bool skipGroup()
    {
        int depth = 0;
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c == '[') {
                if (!skipClass())
                    return false;
                continue;
            }
            if (c == '(' && m_rest.size() > 1 && (m_rest[1] == '*' || (m_rest[1] == '?' && !m_rest.starts_with("(?:"))))
                return false; // an option, a condition, a look around
            if (c == '\\' && (m_rest.size() < 2 || "QEc"sv.contains(m_rest[1])))
                return false;
            m_rest.remove_prefix(c == '\\' ? 2 : 1);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0)
                return true;
        }
        return false;
    }

    std::string_view m_rest;
    const bool m_anyCase, m_bytes;
    const int m_depth;
    bool m_isBeyond = false; // the expression is
    QByteArray m_run;
    Texts m_best, m_literals;
};

} // namespace

QList<QByteArray> requiredLiterals(const QByteArray &pattern, bool anyCase, bool bytes)
{
    LiteralReader reader({pattern.constData(), size_t(pattern.size())}, anyCase, bytes);
    if (!reader.read())
        return {};
    const QList<QByteArray> literals = reader.literals();
    const qsizetype least = literals.size() > 1 ? 3 : 2; // shorter ones stand everywhere
    const bool good = std::ranges::all_of(literals, [least](const QByteArray &text) { return text.size() >= least; });
    return good ? literals : QList<QByteArray>();
}

bool readsBytes(const QByteArray &pattern)
{
    const std::string_view text(pattern.constData(), size_t(pattern.size()));
    if (std::ranges::any_of(text, [](char c) { return uchar(c) >= 0x80; }))
        return false;
    const auto at = [text](size_t i) { return i < text.size() ? text[i] : '\0'; };
    const auto isWord = [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); };
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
            if (isWord(at(i)) && !"dwsbB"sv.contains(at(i)))
                return false;
        } else if (text[i] == '.') { // "as many as there are" is the same in bytes, "one" is not
            if ((at(i + 1) != '*' && at(i + 1) != '+') || at(i + 2) == '?' || at(i + 2) == '+')
                return false;
        } else if (text[i] == '(' && (at(i + 1) == '*' || (at(i + 1) == '?' && at(i + 2) != ':'))) {
            return false;
        } else if (text[i] == '[') {
            const size_t end = classEnd(text, i);
            const std::string_view inside = text.substr(i, end - i);
            if (end == std::string_view::npos || at(i + 1) == '^' || inside.contains("[:^"))
                return false;
            for (size_t k = 0; k + 1 < inside.size(); ++k) {
                if (inside[k] == '\\' && isWord(inside[k + 1]) && !"dws"sv.contains(inside[k + 1]))
                    return false;
                k += inside[k] == '\\';
            }
            i = end - 1;
        }
    }
    return true;
}

} // namespace models
