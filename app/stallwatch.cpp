// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stallwatch.h"

#include <QAbstractEventDispatcher>
#include <QLoggingCategory>

#include <ctime>

namespace app {

namespace {

Q_LOGGING_CATEGORY(lcStall, "pilothouse.stall", QtWarningMsg)

qint64 nanoseconds(clockid_t clock)
{
    timespec time {};
    clock_gettime(clock, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

StallWatch::StallWatch(QObject *parent)
    : QObject(parent)
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    // The dispatcher wakes once per turn of the loop, also when there is more to do and it never slept.
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
        end();
        begin();
    });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &StallWatch::end);
}

void StallWatch::reset()
{
    m_longest = m_busiest = 0;
    m_skip = true;
}

void StallWatch::begin()
{
    m_wallStart = nanoseconds(CLOCK_MONOTONIC);
    m_cpuStart = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
}

void StallWatch::end()
{
    if (m_wallStart == 0)
        return;
    const qint64 wall = (nanoseconds(CLOCK_MONOTONIC) - m_wallStart) / 1000;
    const qint64 cpu = (nanoseconds(CLOCK_THREAD_CPUTIME_ID) - m_cpuStart) / 1000;
    m_wallStart = 0;
    if (std::exchange(m_skip, false))
        return;
    m_longest = std::max(m_longest, wall);
    m_busiest = std::max(m_busiest, cpu);
    if (wall > allowedMicroseconds)
        qCInfo(lcStall, "the window was deaf for %lld ms, %lld of them its own work", wall / 1000, cpu / 1000);
}

} // namespace app
