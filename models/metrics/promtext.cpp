// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/promtext.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace models {

namespace {

constexpr size_t mostLabels = 256; // nobody has more; a line of a megabyte may have

bool isBlank(char c) { return c == ' ' || c == '\t'; }

bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':'; }

bool isNamePart(char c) { return isNameStart(c) || (c >= '0' && c <= '9'); }

void skipBlanks(std::string_view &rest)
{
    size_t count = 0;
    while (count < rest.size() && isBlank(rest[count]))
        ++count;
    rest.remove_prefix(count);
}

std::string_view takeName(std::string_view &rest)
{
    size_t length = 0;
    if (!rest.empty() && isNameStart(rest.front())) {
        while (length < rest.size() && isNamePart(rest[length]))
            ++length;
    }
    const std::string_view name = rest.substr(0, length);
    rest.remove_prefix(length);
    return name;
}

std::string_view takeWord(std::string_view &rest)
{
    const auto end = std::ranges::find_if(rest, isBlank);
    const std::string_view word = rest.substr(0, size_t(end - rest.begin()));
    rest.remove_prefix(word.size());
    return word;
}

/// Milliseconds as whole numbers (text format) or seconds with a fraction (OpenMetrics). Whole seconds are told from
/// milliseconds by their size: as milliseconds they would lie in the first years after 1970.
std::optional<qint64> timestampOf(std::string_view word)
{
    const auto number = promNumber(word);
    constexpr double firstMilliseconds = 1e11, farAway = 1e16;
    if (!number || !std::isfinite(*number) || std::abs(*number) > farAway)
        return std::nullopt;
    const bool seconds = word.find('.') != std::string_view::npos || std::abs(*number) < firstMilliseconds;
    return qint64(seconds ? std::round(*number * 1000) : *number);
}

} // namespace

std::string_view PromSample::label(std::string_view wanted) const
{
    for (const PromLabel &label : labels) {
        if (label.name == wanted)
            return label.value;
    }
    return {};
}

std::optional<double> promNumber(std::string_view text)
{
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-') || text.starts_with('+'))
            return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return value;
}

PromTextResult PromTextParser::parse(std::string_view text, const Visit &visit)
{
    PromTextResult result;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        skipBlanks(line);
        if (line.empty() || line.front() == '#')
            continue; // HELP, TYPE, UNIT, EOF and remarks
        PromSample sample;
        if (!parseLine(line, sample)) {
            ++result.badLines;
            continue;
        }
        ++result.samples;
        visit(sample);
    }
    return result;
}

bool PromTextParser::parseLine(std::string_view line, PromSample &sample)
{
    m_labels.clear();
    m_unescapedUsed = 0;
    sample.name = takeName(line);
    skipBlanks(line);
    if (line.starts_with('{') && !parseLabels(line, sample))
        return false;
    if (sample.name.empty())
        return false;
    sample.labels = m_labels;
    skipBlanks(line);
    const auto value = promNumber(takeWord(line));
    if (!value)
        return false;
    sample.value = *value;
    skipBlanks(line);
    if (line.empty() || line.front() == '#')
        return true; // an exemplar, if anything, follows
    sample.milliseconds = timestampOf(takeWord(line));
    skipBlanks(line);
    return sample.milliseconds && (line.empty() || line.front() == '#');
}

/// From the opening brace to after the closing one.
bool PromTextParser::parseLabels(std::string_view &rest, PromSample &sample)
{
    rest.remove_prefix(1);
    for (skipBlanks(rest); !rest.starts_with('}'); skipBlanks(rest)) {
        if (m_labels.size() >= mostLabels)
            return false;
        const bool isQuoted = rest.starts_with('"');
        const auto name = isQuoted ? quoted(rest) : takeName(rest);
        if (!name || name->empty())
            return false;
        skipBlanks(rest);
        if (rest.starts_with('=')) {
            rest.remove_prefix(1);
            skipBlanks(rest);
            const auto value = quoted(rest);
            if (!value)
                return false;
            m_labels.push_back({*name, *value});
        } else if (isQuoted && sample.name.empty()) {
            sample.name = *name; // {"a name in UTF-8", label="value"}
        } else {
            return false;
        }
        skipBlanks(rest);
        if (rest.starts_with(','))
            rest.remove_prefix(1);
        else if (!rest.starts_with('}'))
            return false;
    }
    rest.remove_prefix(1);
    return true;
}

std::optional<std::string_view> PromTextParser::quoted(std::string_view &rest)
{
    if (!rest.starts_with('"'))
        return std::nullopt;
    rest.remove_prefix(1);
    const size_t plain = std::min(rest.find_first_of("\"\\"), rest.size());
    if (plain == rest.size())
        return std::nullopt;
    if (rest[plain] == '"') {
        const std::string_view text = rest.substr(0, plain);
        rest.remove_prefix(plain + 1);
        return text;
    }
    if (m_unescapedUsed == m_unescaped.size())
        m_unescaped.emplace_back();
    std::string &text = m_unescaped[m_unescapedUsed++];
    text.clear();
    for (size_t i = 0; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            return text;
        }
        if (rest[i] != '\\') {
            text += rest[i];
        } else if (++i < rest.size()) {
            if (rest[i] == 'n')
                text += '\n';
            else if (rest[i] == '"' || rest[i] == '\\')
                text += rest[i];
            else // no escape: both characters stand for themselves
                text.append({'\\', rest[i]});
        }
    }
    return std::nullopt;
}

} // namespace models
