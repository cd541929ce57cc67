// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/linetemplate.h"

#include <cstring>

namespace models {

namespace {

bool isDigit(char c) { return unsigned(c - '0') <= 9; }
bool isWordChar(char c) { return isDigit(c) || unsigned((c | 0x20) - 'a') <= 25 || c == '_'; }

/// Over a number whose value nobody needs.
const char *skipNumber(const char *at, const char *end)
{
    const char *digits = at + (*at == '-' || *at == '+');
    const char *stop = digits;
    while (stop < end && isDigit(*stop))
        ++stop;
    if (stop > digits && (stop == end || (*stop != '.' && *stop != ',' && (*stop | 0x20) != 'e')))
        return stop;
    double value = 0;
    return parseLogNumber(at, end, value);
}

} // namespace

LineTemplate::LineTemplate(std::string_view line, const std::vector<LineToken> &tokens,
                           const std::vector<NumberUse> &uses)
{
    size_t at = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const LineToken &token = tokens[i];
        if (!token.isNumber() || !token.plain)
            continue; // an address or a version is text
        m_slots.push_back({quint32(token.start - at), token.integer, uses[i]});
        m_text.append(line.substr(at, token.start - at));
        at = token.end;
    }
    m_rest = line.size() - at;
    m_text.append(line.substr(at));
}

bool LineTemplate::match(std::string_view line, std::vector<Number> &numbers) const
{
    numbers.clear();
    const char *text = m_text.data();
    const char *at = line.data();
    const char *const end = at + line.size();
    for (const Slot &slot : m_slots) {
        if (size_t(end - at) <= slot.literal || std::memcmp(at, text, slot.literal) != 0)
            return false;
        at += slot.literal;
        text += slot.literal;
        if ((*at == '-' || *at == '+') && at > line.data() && isWordChar(at[-1]))
            return false;
        if (slot.use.role == NumberUse::Role::None) {
            const char *stop = skipNumber(at, end);
            if (stop == at)
                return false;
            at = stop;
            continue;
        }
        Number &number = numbers.emplace_back(slot.use);
        const char *stop = parseLogNumber(at, end, number.value);
        number.integer = std::string_view(at, size_t(stop - at)).find_first_of(".eE") == std::string_view::npos;
        if (stop == at || (slot.use.role != NumberUse::Role::Metric && number.integer != slot.integer)
            || (slot.use.role == NumberUse::Role::DoneOf && number.value <= 0))
            return false;
        at = stop;
    }
    return size_t(end - at) == m_rest && std::memcmp(at, text, m_rest) == 0;
}

} // namespace models
