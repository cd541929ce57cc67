// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QList>
#include <QString>

#include <algorithm>
#include <ctime>

namespace bench {

inline double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

template <class Work>
double seconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

/// Of this thread's own work: other processes do not count.
template <class Work>
double ownSeconds(Work work)
{
    const auto now = [] {
        timespec time {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    };
    const double start = now();
    work();
    return now() - start;
}

struct Pairs
{
    double ours = 0, theirs = 0; ///< medians
    double ratio = 0; ///< median of ours / theirs
};

/// Both by turns, so that what disturbs one disturbs the other; each returns what it took.
template <class Ours, class Theirs>
Pairs byTurns(int pairs, Ours ours, Theirs theirs)
{
    QList<double> mine, other, ratios;
    for (int i = 0; i < pairs; ++i) {
        other += theirs();
        mine += ours();
        ratios += mine.last() / other.last();
    }
    return {median(mine), median(other), median(ratios)};
}

inline QString inSeconds(double time) { return QString::number(time, 'f', 3) + " s"; }
inline QString inMilliseconds(double time) { return QString::number(time * 1e3, 'f', time < 0.02 ? 2 : 1) + " ms"; }

/// What the host of a virtual machine took of its processors since the start, in seconds; 0 on a machine of its own.
inline double stolenSeconds()
{
    QFile stat("/proc/stat");
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    constexpr double ticks = 100; // a second, whatever the kernel's own clock (proc(5): USER_HZ)
    return stat.readLine().simplified().split(' ').value(8).toDouble() / ticks;
}

/// A line of /proc/self/status (VmRSS, VmHWM) in MB.
inline double memory(const QByteArray &which)
{
    QFile status("/proc/self/status");
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(which))
            return line.simplified().split(' ').value(1).toDouble() * 1024 / 1e6;
    }
    return 0;
}

} // namespace bench
