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

bool isPossible(const LineTemplate::Number &number) { return number.use.role != Role::DoneOf || number.value > 0; }

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
    for (const Slot &slot : m_slots) {
        if (slot.number >= 0)
            m_numbers[size_t(slot.number)].integer = slot.integer;
    }
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
    return integer == slot.integer && isPossible(number) ? stop : nullptr;
}

bool LineTemplate::match(std::string_view line)
{
    for (LineShape &shape : m_shapes) {
        if (!shape.match(line))
            continue;
        takeValues(shape);
        m_learnedInVain = m_linesUntilLearning = 0;
        return std::ranges::all_of(m_numbers, isPossible);
    }
    if (!matchSlots(line))
        return false;
    if (LineShape::canLearn(line) && m_linesUntilLearning-- <= 0)
        learn(line);
    return true;
}

/// The shape's values are metrics first, then the other numbers: as learn() gave them.
void LineTemplate::takeValues(const LineShape &shape)
{
    size_t next = 0;
    for (FoundValue &value : m_values)
        value.value = shape.value(next++);
    for (Number &number : m_numbers)
        number.value = shape.value(next++);
}

/// Where no number is as long as before (digits without end), learning costs more than it gives: ever fewer lines are
/// learned until one is met again.
void LineTemplate::learn(std::string_view line)
{
    constexpr int mostInVain = 63;
    std::vector<LineShape::Number> varying, wanted(m_values.size() + m_numbers.size());
    for (const Slot &slot : m_slots) {
        varying.push_back(slot.place);
        const auto take = [&](size_t index, double value) {
            wanted[index] = slot.place;
            wanted[index].value = value;
        };
        if (slot.value >= 0)
            take(size_t(slot.value), m_values[size_t(slot.value)].value);
        else if (slot.number >= 0)
            take(m_values.size() + size_t(slot.number), m_numbers[size_t(slot.number)].value);
    }
    if (m_shapes.size() < mostShapes)
        m_shapes.emplace_back();
    m_shapes[m_nextShape].learn(line, varying, wanted);
    m_nextShape = (m_nextShape + 1) % mostShapes;
    m_linesUntilLearning = m_learnedInVain;
    m_learnedInVain = std::min(2 * m_learnedInVain + 1, mostInVain);
}

bool LineTemplate::matchSlots(std::string_view line)
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
        slot.place = {.begin = quint16(at - line.data()), .end = quint16(stop - line.data())};
        at = stop;
    }
    if (size_t(end - at) != m_rest)
        return false;
    if (m_rest <= sizeof m_restWords && hasLastWords(line.data(), at, end))
        return lastWords(at, end) == m_restWords;
    return std::memcmp(at, m_text.data() + m_text.size() - m_rest, m_rest) == 0;
}

} // namespace models
