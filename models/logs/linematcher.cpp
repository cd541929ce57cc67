// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lineindex.h"
#include "models/logs/logsearch.h"

#include <cstring>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace models {

struct LineMatcher::Program
{
    pcre2_code *code = nullptr;
    pcre2_match_data *data = nullptr;

    Program() = default;
    Q_DISABLE_COPY_MOVE(Program)
    ~Program()
    {
        pcre2_match_data_free(data);
        pcre2_code_free(code);
    }
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
    if (!query.regularExpression && (query.caseSensitive || !hasCase(query.text))) {
        m_literal = pattern;
        return;
    }
    uint32_t options = PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C;
    if (query.regularExpression)
        options |= PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
    else
        options |= PCRE2_LITERAL | PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
    if (!query.caseSensitive)
        options |= PCRE2_CASELESS;
    if (options & PCRE2_LITERAL)
        options &= ~uint32_t(PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C);
    // Plain ASCII needs no UTF-8 checks, which cost half the speed.
    const bool ascii = std::ranges::all_of(pattern, [](char c) { return uchar(c) < 0x80; });
    if (ascii && !pattern.contains('\\') && !pattern.contains('.') && !pattern.contains("[^"))
        options &= ~uint32_t(PCRE2_UTF | PCRE2_MATCH_INVALID_UTF);
    int code = 0;
    PCRE2_SIZE offset = 0;
    auto program = std::make_shared<Program>();
    program->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.constData()), size_t(pattern.size()), options,
                                  &code, &offset, nullptr);
    if (!program->code) {
        m_error = errorText(code, offset);
        return;
    }
    pcre2_jit_compile(program->code, PCRE2_JIT_COMPLETE);
    program->data = pcre2_match_data_create(1, nullptr);
    m_perLine
        = query.regularExpression && (pattern.contains('^') || pattern.contains("\\A") || pattern.contains("(?<"));
    m_program = std::move(program);
}

bool LineMatcher::find(std::string_view text, size_t from, size_t &start, size_t &end) const
{
    if (!m_program) {
        const void *found = from >= text.size()
            ? nullptr
            : ::memmem(text.data() + from, text.size() - from, m_literal.constData(), size_t(m_literal.size()));
        if (!found)
            return false;
        start = size_t(static_cast<const char *>(found) - text.data());
        end = start + size_t(m_literal.size());
        return true;
    }
    thread_local const std::unique_ptr<pcre2_match_context, decltype(&pcre2_match_context_free)> context(
        pcre2_match_context_create(nullptr), &pcre2_match_context_free);
    thread_local const std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> data(
        pcre2_match_data_create(1, nullptr), &pcre2_match_data_free);
    pcre2_set_match_limit(context.get(), matchLimit);
    const int found = pcre2_match(m_program->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from, 0,
                                  data.get(), context.get());
    if (found < 0)
        return false;
    const PCRE2_SIZE *bounds = pcre2_get_ovector_pointer(data.get());
    start = bounds[0];
    end = std::max(bounds[0], bounds[1]);
    return true;
}

void LineMatcher::scan(std::string_view lines, const std::function<qsizetype(std::string_view)> &prefix,
                       const std::function<void(qint64)> &hit) const
{
    qint64 line = 0;
    size_t counted = 0; // line ends before here are in `line`
    for (size_t from = 0; from < lines.size();) {
        size_t start = from, end = from;
        if (!m_perLine && !find(lines, from, start, end))
            return;
        if (start >= lines.size())
            return;
        const size_t before = start == 0 ? std::string_view::npos : lines.rfind('\n', start - 1);
        const size_t lineStart = before == std::string_view::npos ? 0 : before + 1;
        size_t lineEnd = lines.find('\n', start);
        lineEnd = lineEnd == std::string_view::npos ? lines.size() : lineEnd;
        const std::string_view whole = lines.substr(lineStart, lineEnd - lineStart);
        const auto text = size_t(prefix(whole));
        bool matches = !m_perLine && start >= lineStart + text && end <= lineEnd;
        if (!matches) // it began in the time stamp or ran into the next line: ask the text alone
            matches = find(whole.substr(text), 0, start, end);
        if (matches) {
            line += countBytes(lines.substr(counted, lineStart - counted), '\n');
            counted = lineStart;
            hit(line);
        }
        from = lineEnd + 1;
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
