// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/logmarks.h"

#include "models/metrics/checkpointline.h"

#include <algorithm>

namespace models {

namespace {

constexpr int mostMarks = 5000; // a log that repeats itself must not eat the memory

} // namespace

MarkTap::MarkTap(std::shared_ptr<MetricTap> next)
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
    const bool mayTell = m_read[size_t(source)] && m_count < mostMarks && !m_next->knewShape(source);
    if (mayTell && tellsOfCheckpoint(text)) {
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
