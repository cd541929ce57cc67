// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/loglines.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <format>
#include <limits>
#include <utility>

namespace k8s {

namespace {

constexpr size_t secondLength = 19; // "2026-11-24T02:20:19"
constexpr size_t headLength = 64; // enough to tell a long line: its time stamp has nanoseconds
constexpr quint64 wholeLine = std::numeric_limits<quint64>::max();

std::string_view secondOf(std::string_view line)
{
    if (line.size() <= secondLength || line[4] != '-' || line[10] != 'T' || line[16] != ':')
        return {};
    return line.substr(0, secondLength);
}

std::string_view stampOf(std::string_view line)
{
    return secondOf(line).empty() ? std::string_view() : line.substr(0, line.find(' '));
}

std::string_view zoneOf(std::string_view line)
{
    const auto stamp = stampOf(line);
    const size_t at = stamp.find_first_of("Z+-", secondLength);
    return at == std::string_view::npos ? std::string_view("Z") : stamp.substr(at);
}

std::chrono::sys_seconds parseSecond(std::string_view text)
{
    const auto number = [&](size_t at, size_t length) {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + length, value);
        return value;
    };
    using namespace std::chrono;
    const year_month_day day {year(number(0, 4)), month(unsigned(number(5, 2))),
                              std::chrono::day(unsigned(number(8, 2)))};
    return sys_days(day) + hours(number(11, 2)) + minutes(number(14, 2)) + seconds(number(17, 2));
}

bool isNextSecond(std::string_view before, std::string_view after)
{
    return !before.empty() && parseSecond(after) - parseSecond(before) == std::chrono::seconds(1);
}

/// Both halves of the product of two numbers that carry the text (as wyhash does): quick and good, not against an
/// enemy.
quint64 mix(quint64 a, quint64 b)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide(a) * b;
    return quint64(product) ^ quint64(product >> 64);
}

constexpr size_t word = sizeof(quint64);

quint64 wordAt(std::string_view text, size_t at)
{
    quint64 loaded = 0;
    std::memcpy(&loaded, text.data() + at, word);
    return loaded;
}

/// Of a line without its day, hour and minute, which all have alike: of its beginning, with a time stamp of
/// nanoseconds, of its end and of its length only, for this is done for every line of a flood. Two lines with the same
/// key do no harm: whoever repeats lines repeats both. One that was handed out in pieces is known by its beginning
/// only.
quint64 keyOf(std::string_view line)
{
    std::array<char, headLength> padded {};
    quint64 begin = 0;
    const size_t length = std::min(line.size(), LogLines::longestLine + 1);
    if (line.size() < headLength) {
        std::memcpy(padded.data(), line.data(), line.size());
        line = {padded.data(), padded.size()};
        begin = mix(wordAt(line, 0) ^ 0x1D8E4E27C47D124F, wordAt(line, word)); // it may have no time stamp
    } else if (line.size() > LogLines::longestLine) {
        line = line.substr(0, headLength);
    }
    const quint64 time = mix(wordAt(line, secondLength - 3) ^ 0x9E3779B97F4A7C15, wordAt(line, 24) ^ length);
    const quint64 text = mix(wordAt(line, 32) ^ 0xD6E8FEB86659FD93, wordAt(line, 40) ^ 0xA0761D6478BD642F);
    const quint64 end
        = mix(wordAt(line, 48) ^ 0xE7037ED1A0B428DB, wordAt(line, line.size() - word) ^ 0x8EBC6AF09C88C6E3);
    return mix(time ^ text ^ begin, end ^ 0x589965CC75374CC3);
}

/// Whether both begin with the same second; both are long enough.
bool isOfSameSecond(std::string_view line, std::string_view other)
{
    constexpr size_t last = secondLength - word; // overlaps the word before
    return ((wordAt(line, 0) ^ wordAt(other, 0)) | (wordAt(line, word) ^ wordAt(other, word))
            | (wordAt(line, last) ^ wordAt(other, last)))
        == 0;
}

size_t endOfFirstLine(std::string_view text) { return text.find('\n') + 1; }

} // namespace

LogLines::LogLines(const QByteArray &since)
    : m_first(since.toStdString())
    , m_resuming(!since.isEmpty())
{
}

void LogLines::feed(std::string_view bytes, const Deliver &deliver)
{
    if (std::exchange(m_comesAgain, false))
        expectRepeats();
    if (m_inLongLine)
        bytes = continueLongLine(bytes, deliver);
    const void *const found = bytes.empty() ? nullptr : ::memrchr(bytes.data(), '\n', bytes.size());
    if (found) {
        const auto last = size_t(static_cast<const char *>(found) - bytes.data());
        if (!m_partial.empty()) {
            const size_t end = endOfFirstLine(bytes);
            m_partial += bytes.substr(0, end);
            takeLines(m_partial, deliver);
            m_partial.clear();
            takeLines(bytes.substr(end, last + 1 - end), deliver);
        } else {
            takeLines(bytes.substr(0, last + 1), deliver);
        }
        bytes.remove_prefix(last + 1);
    }
    m_partial += bytes;
    if (m_partial.size() > longestLine)
        beginLongLine(deliver);
}

void LogLines::takeLines(std::string_view lines, const Deliver &deliver)
{
    while (m_resuming && !lines.empty()) {
        const size_t end = endOfFirstLine(lines);
        takeRepeated(lines.substr(0, end), deliver);
        lines.remove_prefix(end);
    }
    if (lines.empty())
        return;
    if (m_first.empty())
        m_first = stampOf(lines.substr(0, endOfFirstLine(lines)));
    rememberLatest(lines);
    deliver(lines);
}

void LogLines::takeRepeated(std::string_view line, const Deliver &deliver)
{
    if (isBeforeFirst(line))
        return;
    if (m_skipBytes > 0 && line.starts_with(m_longHead)) {
        remember(line);
        handOutLong(line, deliver);
        m_skipBytes = 0;
        isRepeated(line); // no longer expected
    } else if (!isRepeated(line)) {
        remember(line);
        deliver(line);
    }
    m_resuming = !m_repeated.empty() || m_skipBytes > 0;
}

LogLines::Side LogLines::sideOf(std::string_view line) const
{
    if (isBeforeFirst(line))
        return Side::Before;
    return secondOf(line) > std::string_view(m_second) ? Side::After : Side::Within;
}

bool LogLines::isBeforeFirst(std::string_view line) const
{
    const auto stamp = stampOf(line);
    if (stamp.empty() || m_first.empty())
        return false;
    // Fractions may differ in length, so compare them without the zone: "…19.5" < "…19.500000001".
    const auto bare = [](std::string_view text) { return text.substr(0, text.find_first_of("Z+-", secondLength)); };
    return bare(stamp) < bare(m_first);
}

void LogLines::beginLongLine(const Deliver &deliver)
{
    const bool goesOn = m_skipBytes > 0 && m_partial.starts_with(m_longHead);
    if (goesOn) {
        isRepeated(m_partial); // no longer expected
    } else {
        m_longHead = m_partial.substr(0, headLength);
        m_longBytes = 0;
        const bool drop = m_resuming && (isBeforeFirst(m_partial) || isRepeated(m_partial));
        m_skipBytes = drop ? wholeLine : 0;
        if (!drop)
            remember(m_partial);
    }
    m_inLongLine = true;
    handOutLong(m_partial, deliver);
    m_partial.clear();
    m_partial.shrink_to_fit();
}

std::string_view LogLines::continueLongLine(std::string_view bytes, const Deliver &deliver)
{
    const size_t feed = bytes.find('\n');
    if (feed == std::string_view::npos) {
        handOutLong(bytes, deliver);
        return {};
    }
    handOutLong(bytes.substr(0, feed + 1), deliver);
    m_inLongLine = false;
    m_skipBytes = 0;
    m_resuming = !m_repeated.empty();
    return bytes.substr(feed + 1);
}

void LogLines::handOutLong(std::string_view piece, const Deliver &deliver)
{
    const size_t skipped = size_t(std::min<quint64>(m_skipBytes, piece.size()));
    if (m_skipBytes != wholeLine)
        m_skipBytes -= skipped;
    piece.remove_prefix(skipped);
    if (!piece.empty())
        deliver(piece);
    m_longBytes += piece.size();
}

/// Of a block only the lines of its last two seconds can come again.
void LogLines::rememberLatest(std::string_view lines)
{
    std::string_view newest, before;
    bool isNewest = false; // the last one's second is the newest of all
    while (!lines.empty()) {
        const void *end = lines.size() < 2 ? nullptr : ::memrchr(lines.data(), '\n', lines.size() - 1);
        const auto line = end ? lines.substr(size_t(static_cast<const char *>(end) - lines.data()) + 1) : lines;
        lines.remove_suffix(line.size());
        if (isNewest && line.size() > secondLength) { // nearly all of a flood's
            const bool isLast = isOfSameSecond(line, newest);
            if (isLast || (!before.empty() && isOfSameSecond(line, before))) {
                (isLast ? m_thisSecond : m_secondBefore).push_back(keyOf(line));
                continue;
            }
        }
        const auto second = secondOf(line);
        if (newest.empty()) {
            newest = second;
        } else if (second < newest && second != before && !second.empty()) {
            if (!isNextSecond(second, newest))
                break;
            before = second;
        }
        remember(line);
        isNewest = !newest.empty() && newest == m_second;
    }
}

void LogLines::remember(std::string_view line)
{
    const auto second = secondOf(line);
    if (second > m_second) {
        if (isNextSecond(m_second, second))
            m_secondBefore = std::move(m_thisSecond);
        else
            m_secondBefore.clear();
        m_thisSecond.clear();
        m_second = second;
        m_zone = zoneOf(line);
    } else if (!second.empty() && second < m_second) {
        if (isNextSecond(second, m_second))
            m_secondBefore.push_back(keyOf(line));
        return;
    }
    m_thisSecond.push_back(keyOf(line));
}

bool LogLines::isRepeated(std::string_view line)
{
    const auto found = std::ranges::lower_bound(m_repeated, keyOf(line));
    if (found == m_repeated.end() || *found != keyOf(line))
        return false;
    m_repeated.erase(found);
    return true;
}

void LogLines::interrupted()
{
    m_partial.clear();
    if (m_inLongLine) {
        // Its pieces are out: when it comes again, go on behind them. It is not repeated as a whole.
        if (m_skipBytes != wholeLine)
            m_skipBytes = m_longBytes;
        m_inLongLine = false;
    }
    m_thisSecond.shrink_to_fit(); // mostly the log ended
    m_secondBefore.shrink_to_fit();
    m_comesAgain = true;
}

void LogLines::expectRepeats()
{
    m_repeated = m_secondBefore;
    m_repeated.insert(m_repeated.end(), m_thisSecond.begin(), m_thisSecond.end());
    std::ranges::sort(m_repeated);
    m_resuming = m_resuming || !m_repeated.empty();
}

void LogLines::end(const Deliver &deliver)
{
    if (!m_partial.empty() || m_inLongLine)
        feed("\n", deliver);
}

QByteArray LogLines::resumeTime() const
{
    if (m_second.empty())
        return {};
    const auto time = parseSecond(m_second) - std::chrono::seconds(1);
    const std::chrono::hh_mm_ss clock(time - std::chrono::floor<std::chrono::days>(time));
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
    return QByteArray::fromStdString(std::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", int(day.year()),
                                                 unsigned(day.month()), unsigned(day.day()), clock.hours().count(),
                                                 clock.minutes().count(), clock.seconds().count(), m_zone));
}

} // namespace k8s
