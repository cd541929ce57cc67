// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/logmarks.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace models {

namespace {

constexpr std::string_view word = "heckpoint"; // with or without a capital
constexpr int mostMarks = 5000; // a log that repeats itself must not eat the memory
constexpr size_t mostBytes = 400; // of a line: the sentence stands at its beginning

bool hasAny(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(words, [text](std::string_view one) { return text.find(one) != text.npos; });
}

} // namespace

bool tellsOfCheckpoint(std::string_view line)
{
    line = line.substr(0, mostBytes);
    if (!memmem(line.data(), line.size(), word.data(), word.size()))
        return false;
    std::array<char, mostBytes> buffer {};
    std::ranges::transform(line, buffer.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
    const std::string_view lower(buffer.data(), line.size());
    return hasAny(lower, {"saving", "saved", "save checkpoint", "writing", "wrote", "written", "stored"})
        && !hasAny(lower, {"loading", "loaded", "load ", "restor", "resum", "not saved", "not saving"});
}

MarkTap::MarkTap(std::shared_ptr<LineTap> next)
    : m_next(std::move(next))
{
}

void MarkTap::sourceAdded(const LogSource &source)
{
    m_read.resize(std::max(m_read.size(), size_t(source.id) + 1));
    m_read[size_t(source.id)] = source.main;
    m_next->sourceAdded(source);
}

void MarkTap::line(int source, qint64 number, qint64 nanoseconds, std::string_view text)
{
    m_next->line(source, number, nanoseconds, text);
    if (m_read[size_t(source)] && m_count < mostMarks && tellsOfCheckpoint(text)) {
        m_found.append({TimeMark::Kind::Checkpoint, nanoseconds / 1'000'000, source, number});
        ++m_count;
    }
}

void MarkTap::flush()
{
    if (!m_found.isEmpty()) {
        const std::lock_guard lock(m_mutex);
        m_waiting += std::exchange(m_found, {});
    }
    m_next->flush(); // tells that something waits
}

QList<TimeMark> MarkTap::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_waiting, {});
}

} // namespace models
