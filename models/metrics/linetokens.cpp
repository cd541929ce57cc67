// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/linetokens.h"

#include <array>
#include <charconv>

namespace models {

namespace {

/// Characters that join parts of a word if a word character follows: images/sec, dtrain-rmse, valid_0's, top@5.
bool isJoint(char c) { return c == '/' || c == '-' || c == '.' || c == '\'' || c == '@'; }

bool threeDigits(const char *at, const char *end)
{
    return end - at >= 3 && isDigit(at[0]) && isDigit(at[1]) && isDigit(at[2]) && (end - at == 3 || !isDigit(at[3]));
}

/// May a number that ends before `at` be taken as measured?
bool endsNumber(const char *at, const char *end)
{
    if (at == end)
        return true;
    switch (*at) {
    case ' ':
    case '\t':
    case ',':
    case ';':
    case '|':
    case ')':
    case ']':
    case '}':
    case '"':
    case '\'':
    case '(':
    case '[':
    case '{':
    case '\r':
        return true;
    case '.':
    case ':':
        return at + 1 == end || at[1] == ' ';
    case '/':
        return at + 1 < end && !isDigit(at[1]);
    default:
        return false;
    }
}

LineToken numberToken(const char *begin, const char *at, const char *end)
{
    LineToken token;
    token.kind = LineToken::Kind::Number;
    token.start = quint32(at - begin);
    const char *stop = parseLogNumber(at, end, token.value);
    token.end = quint32(stop - begin);
    token.integer = std::string_view(at, size_t(stop - at)).find_first_of(".eEn") == std::string_view::npos;
    const bool dotted = stop + 1 < end && *stop == '.' && isDigit(stop[1]);
    if (dotted) {
        while (stop < end && (isDigit(*stop) || *stop == '.'))
            ++stop;
        token.end = token.unitEnd = quint32(stop - begin);
        return token;
    }
    const char *unit = stop;
    if (unit < end && *unit == '%') {
        ++unit;
    } else {
        bool digits = false;
        while (unit < end
               && (isWordChar(*unit) || (*unit == '/' && unit > stop && unit + 1 < end && isLetter(unit[1])))) {
            digits = digits || isDigit(*unit);
            ++unit;
        }
        if (digits) { // 0x1f, 3a9c: no number at all
            token.end = token.unitEnd = quint32(unit - begin);
            return token;
        }
    }
    token.plain = true;
    token.unitEnd = quint32(unit - begin);
    token.measured = endsNumber(unit, end);
    return token;
}

} // namespace

namespace {

/// Numbers of up to 15 digits without exponent, which nearly all are: mantissa and power of ten are exact, so one
/// division rounds correctly (Clinger 1990). Null if it is another kind of number.
const char *shortNumber(const char *digits, const char *end, double &value)
{
    static constexpr std::array<double, 16> powers {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    quint64 mantissa = 0;
    const char *at = digits;
    for (; at < end && isDigit(*at); ++at)
        mantissa = mantissa * 10 + quint64(*at - '0');
    qsizetype count = at - digits;
    size_t fraction = 0;
    if (at + 1 < end && *at == '.' && isDigit(at[1])) {
        const char *point = at++;
        for (; at < end && isDigit(*at); ++at)
            mantissa = mantissa * 10 + quint64(*at - '0');
        fraction = size_t(at - point - 1);
        count += qsizetype(fraction);
    }
    if (count == 0 || count > 15 || (at < end && (*at | 0x20) == 'e'))
        return nullptr;
    value = double(mantissa) / powers[fraction];
    return at;
}

} // namespace

void removeEscapes(std::string_view line, std::string &clean, size_t most)
{
    clean.clear();
    for (size_t i = 0; i < line.size() && clean.size() < most; ++i) {
        if (line[i] != '\x1b') {
            clean.push_back(line[i]);
        } else if (i + 1 < line.size() && line[i + 1] == '[') {
            for (i += 2; i < line.size() && (line[i] < 0x40 || line[i] > 0x7e);)
                ++i;
        }
    }
}

const char *parseLogNumber(const char *at, const char *end, double &value)
{
    const char *digits = at;
    const bool negative = digits < end && *digits == '-';
    if (digits < end && (*digits == '-' || *digits == '+'))
        ++digits;
    if (digits == end || !(isDigit(*digits) || (*digits == '.' && digits + 1 < end && isDigit(digits[1]))))
        return at;
    const char *stop = shortNumber(digits, end, value);
    if (!stop) {
        const auto parsed = std::from_chars(digits, end, value);
        stop = parsed.ptr;
        if (parsed.ec == std::errc::result_out_of_range)
            value = 0;
        else if (parsed.ec != std::errc {})
            return at;
        if (stop > digits && stop[-1] == '.') // the full stop of a sentence
            --stop;
    }
    if (stop < end && *stop == ',' && stop - digits <= 3
        && std::string_view(digits, size_t(stop - digits)).find('.') == std::string_view::npos) {
        const char *group = stop;
        double whole = value;
        while (group < end && *group == ',' && threeDigits(group + 1, end)) {
            whole = whole * 1000 + (group[1] - '0') * 100 + (group[2] - '0') * 10 + (group[3] - '0');
            group += 4;
        }
        if (group != stop) {
            double fraction = 0;
            if (group + 1 < end && *group == '.' && isDigit(group[1]))
                group = std::from_chars(group, end, fraction).ptr;
            value = whole + fraction;
            stop = group;
        }
    }
    if (negative)
        value = -value;
    return stop;
}

void tokenize(std::string_view line, std::vector<LineToken> &tokens)
{
    tokens.clear();
    const char *const begin = line.data(), *const end = begin + line.size();
    for (const char *at = begin; at < end;) {
        const char c = *at;
        if (c == ' ') {
            ++at;
            continue;
        }
        const char *digits = (c == '-' || c == '+') && (at == begin || !isWordChar(at[-1])) ? at + 1 : at;
        if (digits < end && (isDigit(*digits) || (*digits == '.' && digits + 1 < end && isDigit(digits[1])))) {
            tokens.push_back(numberToken(begin, at, end));
            at = begin + tokens.back().unitEnd;
            continue;
        }
        LineToken token;
        token.start = quint32(at - begin);
        if (isLetter(c) || c == '_') {
            token.kind = LineToken::Kind::Word;
            while (at < end && (isWordChar(*at) || (isJoint(*at) && at + 1 < end && isWordChar(at[1]))))
                ++at;
        } else {
            token.punctuation = static_cast<signed char>(c) < 0 ? '\x80' : c;
            ++at;
            while (token.punctuation == '\x80' && at < end && static_cast<signed char>(*at) < 0)
                ++at;
        }
        token.end = token.unitEnd = quint32(at - begin);
        tokens.push_back(token);
    }
}

} // namespace models
