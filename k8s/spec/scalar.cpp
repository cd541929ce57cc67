// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/scalar.h"

#include "k8s/spec/names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace k8s {

namespace {

using Words = std::array<std::string_view, 9>;
constexpr Words trueWords {"yes", "Yes", "YES", "on", "On", "ON", "y", "Y", ""};
constexpr Words falseWords {"no", "No", "NO", "off", "Off", "OFF", "n", "N", ""};

bool contains(const Words &words, std::string_view text)
{
    return !text.empty() && std::ranges::find(words, text) != words.end();
}

bool parseInteger(std::string_view digits, int base, bool negative, SpecNode &node)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.empty())
        return false;
    const auto limit = std::uint64_t(std::numeric_limits<std::int64_t>::max()) + (negative ? 1 : 0);
    if (value > limit) {
        node.kind = SpecNode::Kind::Float;
        node.number = negative ? -double(value) : double(value);
        return true;
    }
    node.kind = SpecNode::Kind::Integer;
    node.integer = negative ? std::int64_t(0 - value) : std::int64_t(value);
    return true;
}

bool resolveInteger(std::string_view text, SpecNode &node)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty() || !isDigit(text[0]))
        return false;
    if (text.starts_with("0x"))
        return parseInteger(text.substr(2), 16, negative, node);
    if (text.starts_with("0o"))
        return parseInteger(text.substr(2), 8, negative, node);
    if (text.starts_with("0b"))
        return parseInteger(text.substr(2), 2, negative, node);
    if (text.size() > 1 && text[0] == '0')
        return parseInteger(text.substr(1), 8, negative, node);
    return parseInteger(text, 10, negative, node);
}

/// [-+]? ( . digits | digits ( . digits* )? ) ( [eE] [-+]? digits )?
bool looksLikeFloat(std::string_view text)
{
    size_t i = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const auto digits = [&] {
        const size_t start = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i - start;
    };
    size_t mantissa = digits();
    if (i < text.size() && text[i] == '.') {
        ++i;
        mantissa += digits();
    }
    if (mantissa == 0)
        return false;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '-' || text[i] == '+'))
            ++i;
        if (digits() == 0)
            return false;
    }
    return i == text.size();
}

bool resolveFloat(std::string_view text, SpecNode &node)
{
    if (!looksLikeFloat(text))
        return false;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    node.kind = SpecNode::Kind::Float;
    std::from_chars(text.data(), text.data() + text.size(), node.number);
    return true;
}

bool resolveSpecial(std::string_view text, SpecNode &node)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    const bool infinite = text == ".inf" || text == ".Inf" || text == ".INF";
    const bool none = text == ".nan" || text == ".NaN" || text == ".NAN";
    if (!infinite && !none)
        return false;
    node.kind = SpecNode::Kind::Float;
    node.number = none ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
    return true;
}

} // namespace

bool isOldBoolean(std::string_view text)
{
    constexpr size_t longest = 3; // of the words
    return text.size() <= longest && (contains(trueWords, text) || contains(falseWords, text));
}

bool oldBooleanValue(std::string_view text) { return contains(trueWords, text); }

bool isOldOctal(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    return text.size() > 1 && text[0] == '0' && std::ranges::all_of(text, isDigit);
}

qsizetype closingQuote(QByteArrayView utf8, qsizetype offset)
{
    const char quote = utf8[offset];
    for (qsizetype i = offset + 1; i < utf8.size(); ++i) {
        if (quote == '"' && utf8[i] == '\\')
            ++i;
        else if (utf8[i] == quote && quote == '\'' && i + 1 < utf8.size() && utf8[i + 1] == quote)
            ++i;
        else if (utf8[i] == quote)
            return i;
    }
    return -1;
}

void resolvePlainScalar(SpecNode &node)
{
    const std::string_view text = node.text;
    node.kind = SpecNode::Kind::String;
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") {
        node.kind = SpecNode::Kind::Null;
    } else if (text == "true" || text == "True" || text == "TRUE" || text == "false" || text == "False"
               || text == "FALSE") {
        node.kind = SpecNode::Kind::Bool;
        node.integer = text[0] == 't' || text[0] == 'T' ? 1 : 0;
    } else if (isDigit(text[0]) || text[0] == '-' || text[0] == '+' || text[0] == '.') {
        if (!resolveInteger(text, node) && !resolveFloat(text, node))
            resolveSpecial(text, node);
    }
}

} // namespace k8s
