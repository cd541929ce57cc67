// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/linetemplate.h"

#include <algorithm>
#include <cstring>

namespace models {

namespace {

using Role = NumberUse::Role;

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
        Slot slot {.literal = quint32(token.start - at), .text = quint32(m_text.size()), .integer = token.integer};
        const std::string_view literal = line.substr(at, slot.literal);
        const size_t head = std::min(literal.size(), sizeof slot.head);
        std::memcpy(slot.head.data(), literal.data(), head);
        std::memset(slot.mask.data(), 0xff, head);
        if (uses[i].role != Role::None) {
            slot.number = int(m_numbers.size());
            m_numbers.push_back({.use = uses[i]});
        }
        m_text.append(literal);
        m_slots.push_back(slot);
        at = token.end;
    }
    m_rest = line.size() - at;
    m_text.append(line.substr(at));
    keepWhatCounts();
}

/// Of a metric that a line has twice the first counts; without a place only what is surely a metric.
void LineTemplate::keepWhatCounts()
{
    m_hasPlace = std::ranges::any_of(m_numbers, [](const Number &number) {
        const Role role = number.use.role;
        return role == Role::Step || role == Role::Epoch || role == Role::Batch || role == Role::Done;
    });
    for (auto number = m_numbers.begin(); number != m_numbers.end(); ++number) {
        const bool known = std::any_of(m_numbers.begin(), number, [&](const Number &before) {
            return before.use.role == Role::Metric && before.use.metric == number->use.metric;
        });
        if (number->use.role == Role::Metric && (known || (!number->use.sure && !m_hasPlace)))
            number->use.role = Role::None;
    }
}

inline bool LineTemplate::hasLiteral(const Slot &slot, const char *at, const char *end) const
{
    if (end - at < qsizetype(sizeof slot.head))
        return std::memcmp(at, m_text.data() + slot.text, slot.literal) == 0;
    quint64 first = 0, second = 0;
    std::memcpy(&first, at, sizeof first);
    std::memcpy(&second, at + sizeof first, sizeof second);
    if (((first ^ slot.head[0]) & slot.mask[0]) | ((second ^ slot.head[1]) & slot.mask[1]))
        return false;
    return slot.literal <= sizeof slot.head
        || std::memcmp(at + sizeof slot.head, m_text.data() + slot.text + sizeof slot.head,
                       slot.literal - sizeof slot.head)
        == 0;
}

/// Reads the slot's number; null if it is not one of its kind.
inline const char *LineTemplate::read(Slot &slot, const char *at, const char *end)
{
    Number &number = m_numbers[size_t(slot.number)];
    const char *stop = quickNumber(at, end, number.value, number.integer, slot.lengths);
    if (!stop) {
        stop = parseLogNumber(at, end, number.value);
        if (stop == at)
            return nullptr;
        number.integer = std::string_view(at, size_t(stop - at)).find_first_of(".eE") == std::string_view::npos;
    }
    if (number.use.role != Role::Metric && number.integer != slot.integer)
        return nullptr;
    return number.use.role == Role::DoneOf && number.value <= 0 ? nullptr : stop;
}

bool LineTemplate::match(std::string_view line)
{
    const char *at = line.data();
    const char *const end = at + line.size();
    for (Slot &slot : m_slots) {
        if (size_t(end - at) <= slot.literal || !hasLiteral(slot, at, end))
            return false;
        at += slot.literal;
        if ((*at == '-' || *at == '+') && at > line.data() && isWordChar(at[-1]))
            return false;
        const char *stop = slot.number < 0 ? skipNumber(at, end) : read(slot, at, end);
        if (!stop || stop == at)
            return false;
        at = stop;
    }
    return size_t(end - at) == m_rest && std::memcmp(at, m_text.data() + m_text.size() - m_rest, m_rest) == 0;
}

} // namespace models
