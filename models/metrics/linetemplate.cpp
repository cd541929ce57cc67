// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/linetemplate.h"

#include <algorithm>
#include <cstring>

namespace models {

namespace {

using Role = NumberUse::Role;

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
    if (m_rest <= sizeof m_restWords)
        std::memcpy(m_restWords.data(), line.data() + at, m_rest);
    keepWhatCounts();
    partMetrics();
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

/// Metrics go where they are handed out from.
void LineTemplate::partMetrics()
{
    std::vector<Number> others;
    for (Slot &slot : m_slots) {
        if (slot.number < 0)
            continue;
        const Number &number = m_numbers[size_t(slot.number)];
        if (number.use.role == Role::Metric) {
            slot.number = -1;
            slot.value = int(m_values.size());
            m_values.push_back({number.use.metric, 0});
        } else {
            slot.number = int(others.size());
            others.push_back(number);
        }
    }
    m_numbers = std::move(others);
}

inline bool LineTemplate::hasLiteral(const Slot &slot, const char *begin, const char *at, const char *end) const
{
    std::array<quint64, 2> words {};
    if (end - at >= qsizetype(sizeof words))
        std::memcpy(words.data(), at, sizeof words);
    else if (hasLastWords(begin, at, end))
        words = lastWords(at, end);
    else
        return std::memcmp(at, m_text.data() + slot.text, slot.literal) == 0;
    if (((words[0] ^ slot.head[0]) & slot.mask[0]) | ((words[1] ^ slot.head[1]) & slot.mask[1]))
        return false;
    return slot.literal <= sizeof words
        || std::memcmp(at + sizeof words, m_text.data() + slot.text + sizeof words, slot.literal - sizeof words) == 0;
}

/// Reads the slot's number; null if it is not one of its kind.
inline const char *LineTemplate::read(Slot &slot, const char *begin, const char *at, const char *end)
{
    double value = 0;
    bool integer = true;
    const char *stop = end - at >= numberRoom ? quickNumber(at, end, value, integer, slot.lengths)
                                              : lastNumber(begin, at, end, value, integer, slot.lengths);
    if (!stop) {
        stop = parseLogNumber(at, end, value);
        if (stop == at)
            return nullptr;
        integer = std::string_view(at, size_t(stop - at)).find_first_of(".eE") == std::string_view::npos;
    }
    if (slot.value >= 0) {
        m_values[size_t(slot.value)].value = value;
        return stop;
    }
    Number &number = m_numbers[size_t(slot.number)];
    number.value = value;
    number.integer = integer;
    if (integer != slot.integer || (number.use.role == Role::DoneOf && value <= 0))
        return nullptr;
    return stop;
}

bool LineTemplate::match(std::string_view line)
{
    const char *at = line.data();
    const char *const end = at + line.size();
    for (Slot &slot : m_slots) {
        if (size_t(end - at) <= slot.literal || !hasLiteral(slot, line.data(), at, end))
            return false;
        at += slot.literal;
        if ((*at == '-' || *at == '+') && at > line.data() && isWordChar(at[-1]))
            return false;
        const char *stop = slot.number < 0 && slot.value < 0 ? skipNumber(at, end) : read(slot, line.data(), at, end);
        if (!stop || stop == at)
            return false;
        at = stop;
    }
    if (size_t(end - at) != m_rest)
        return false;
    if (m_rest <= sizeof m_restWords && hasLastWords(line.data(), at, end))
        return lastWords(at, end) == m_restWords;
    return std::memcmp(at, m_text.data() + m_text.size() - m_rest, m_rest) == 0;
}

} // namespace models
