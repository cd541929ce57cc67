// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stallwatch.h"

#include <QLoggingCategory>

#include <ctime>

namespace app {

namespace {

Q_LOGGING_CATEGORY(lcStall, "pilothouse.stall", QtWarningMsg)

constexpr int tickMilliseconds = 10;

qint64 cpuNanoseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

// Not the event dispatcher's awake() and aboutToBlock(): with GLib's dispatcher the events are delivered between
// aboutToBlock() and awake(), so that work cannot be told from sleep.
StallWatch::StallWatch(QObject *parent)
    : QObject(parent)
    , m_cpu(cpuNanoseconds())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.callOnTimeout(this, &StallWatch::tick);
    m_timer.start(tickMilliseconds);
    m_wall.start();
}

void StallWatch::skipThisSpell() { m_skip = true; }

void StallWatch::tick()
{
    const qint64 now = cpuNanoseconds();
    const qint64 worked = now - std::exchange(m_cpu, now);
    const qint64 waited = m_wall.nsecsElapsed() - qint64(tickMilliseconds) * 1'000'000;
    m_wall.restart();
    if (std::exchange(m_skip, false))
        return;
    m_longest = std::max(m_longest, waited);
    m_busiest = std::max(m_busiest, worked);
    if (waited > qint64(allowedMilliseconds) * 1'000'000)
        qCInfo(lcStall, "the window was deaf for %lld ms, %lld of them its own work", waited / 1'000'000,
               worked / 1'000'000);
}

} // namespace app
