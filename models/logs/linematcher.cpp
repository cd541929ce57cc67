// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lineindex.h"
#include "models/logs/logsearch.h"
#include "models/logs/requiredliterals.h"

#include <cstring>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace models {

struct LineMatcher::Program
{
    pcre2_code *code = nullptr;
    bool compiled = false; // to machine code

    Program() = default;
    Q_DISABLE_COPY_MOVE(Program)
    ~Program() { pcre2_code_free(code); }
};

namespace {

constexpr uint32_t matchLimit = 1'000'000; // a pathological expression gives up instead of hanging

bool hasCase(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.toLower() != c.toUpper(); });
}

QString errorText(int code, PCRE2_SIZE offset)
{
    std::array<PCRE2_UCHAR, 256> buffer {};
    pcre2_get_error_message(code, buffer.data(), buffer.size());
    return LogSearch::tr("%1 (at character %2)")
        .arg(QString::fromLatin1(reinterpret_cast<const char *>(buffer.data())))
        .arg(offset + 1);
}

} // namespace

LineMatcher::LineMatcher(const SearchQuery &query)
{
    if (query.text.isEmpty())
        return;
    const QByteArray pattern = query.text.toUtf8();
    const bool anyCase = !query.caseSensitive && hasCase(query.text);
    const bool ascii = std::ranges::all_of(pattern, [](char c) { return uchar(c) < 0x80; });
    if (!query.regularExpression && (!anyCase || ascii))
        m_finder = LiteralFinder({pattern}, anyCase);
    else
        compile(query, pattern);
}

void LineMatcher::compile(const SearchQuery &query, const QByteArray &pattern)
{
    uint32_t options = query.regularExpression ? PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C : PCRE2_LITERAL;
    if (!query.caseSensitive)
        options |= PCRE2_CASELESS;
    const bool bytes = query.regularExpression && readsBytes(pattern);
    if (!bytes)
        options |= PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
    int code = 0;
    PCRE2_SIZE offset = 0;
    auto program = std::make_shared<Program>();
    program->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.constData()), size_t(pattern.size()), options,
                                  &code, &offset, nullptr);
    if (!program->code) {
        m_error = errorText(code, offset);
        return;
    }
    program->compiled = pcre2_jit_compile(program->code, PCRE2_JIT_COMPLETE) == 0;
    m_program = std::move(program);
    m_way = Way::Expression;
    if (!query.regularExpression)
        return;
    const QList<QByteArray> literals = requiredLiterals(pattern, !query.caseSensitive, bytes);
    if (!literals.isEmpty() && literals.size() <= LiteralFinder::mostLiterals) {
        m_finder = LiteralFinder(literals, !query.caseSensitive);
        m_way = Way::Filtered;
    } else if (pattern.contains('^') || pattern.contains("\\A") || pattern.contains("(?<")) {
        m_way = Way::ByLine; // it looks at the beginning of the text, which is behind the time stamp
    }
}

bool LineMatcher::find(std::string_view text, size_t from, size_t &start, size_t &end) const
{
    if (!m_program) {
        size_t length = 0;
        start = m_finder.find(text, from, length);
        end = start + length;
        return start != std::string_view::npos;
    }
    thread_local const std::unique_ptr<pcre2_match_context, decltype(&pcre2_match_context_free)> context(
        pcre2_match_context_create(nullptr), &pcre2_match_context_free);
    thread_local const std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> data(
        pcre2_match_data_create(1, nullptr), &pcre2_match_data_free);
    pcre2_set_match_limit(context.get(), matchLimit);
    const auto match = m_program->compiled ? pcre2_jit_match : pcre2_match;
    const int found = match(m_program->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from, 0,
                            data.get(), context.get());
    if (found < 0)
        return false;
    const PCRE2_SIZE *bounds = pcre2_get_ovector_pointer(data.get());
    start = bounds[0];
    end = std::max(bounds[0], bounds[1]);
    return true;
}

/// The next place in the lines that may be a match. `start` behind `from` decides which line is asked.
bool LineMatcher::candidate(std::string_view lines, size_t from, size_t &start, size_t &end) const
{
    start = end = from;
    if (m_way == Way::ByLine)
        return true;
    if (m_way == Way::Expression)
        return find(lines, from, start, end) && start < lines.size();
    size_t length = 0;
    start = m_finder.find(lines, from, length);
    end = start + length;
    return start != std::string_view::npos;
}

void LineMatcher::scan(std::string_view lines, const std::function<qsizetype(std::string_view)> &prefix,
                       const std::function<void(qint64)> &hit) const
{
    qint64 line = 0; // the one that begins at `from`
    size_t start = 0, end = 0;
    for (size_t from = 0; from < lines.size() && candidate(lines, from, start, end);) {
        const char *const first = lines.data() + from;
        const void *const before = start > from ? ::memrchr(first, '\n', start - from) : nullptr;
        const size_t lineStart = before ? size_t(static_cast<const char *>(before) - lines.data()) + 1 : from;
        const void *const after = std::memchr(lines.data() + start, '\n', lines.size() - start);
        const size_t lineEnd = after ? size_t(static_cast<const char *>(after) - lines.data()) : lines.size();
        if (before)
            line += countBytes(lines.substr(from, lineStart - from), '\n');
        bool matches = m_way == Way::Literal && start >= lineStart + longestPrefix && end <= lineEnd;
        if (!matches) {
            const std::string_view whole = lines.substr(lineStart, lineEnd - lineStart);
            const auto text = size_t(prefix(whole));
            matches
                = (m_way == Way::Literal || m_way == Way::Expression) && start >= lineStart + text && end <= lineEnd;
            if (!matches) // it may have begun in the time stamp or run into the next line: ask the text alone
                matches = find(whole.substr(text), 0, start, end);
        }
        if (matches)
            hit(line);
        from = lineEnd + 1;
        ++line;
    }
}

QList<std::pair<qsizetype, qsizetype>> LineMatcher::matches(QStringView text) const
{
    QList<std::pair<qsizetype, qsizetype>> found;
    if (!isValid())
        return found;
    const QByteArray bytes = text.toUtf8();
    const std::string_view view(bytes.constData(), size_t(bytes.size()));
    size_t start = 0, end = 0;
    qsizetype units = 0; // of the text before `counted`
    size_t counted = 0;
    const auto toUnits = [&](size_t at) {
        units += QString::fromUtf8(view.substr(counted, at - counted)).size();
        counted = at;
        return units;
    };
    for (size_t from = 0; from <= view.size() && found.size() < 200 && find(view, from, start, end);
         from = std::max(end, start + 1)) {
        if (end > start) {
            const qsizetype first = toUnits(start);
            found.append({first, toUnits(end) - first});
        }
    }
    return found;
}

} // namespace models
