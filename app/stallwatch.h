// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace app {

/// Measures how long the window is deaf while this object lives: a timer of the GUI thread that comes late was kept
/// waiting by something. Spells of more than 50 ms are told under the logging category pilothouse.stall
/// (QT_LOGGING_RULES=pilothouse.stall=true). GUI thread; needs its event loop.
class StallWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr int allowedMilliseconds = 50;

    explicit StallWatch(QObject *parent = nullptr);

    /// What happens until the next look at the event queue does not count: the program does something that no user asks
    /// for, such as taking pictures.
    void skipThisSpell();

    /// The longest wait. Other programs that held the processor meanwhile are in it, as a user would feel them.
    qint64 longestMilliseconds() const { return m_longest / 1'000'000; }
    /// The most that the thread worked during one wait, without what others took of the processor.
    qint64 busiestMilliseconds() const { return m_busiest / 1'000'000; }

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_wall;
    qint64 m_cpu = 0; // nanoseconds, like the next two
    qint64 m_longest = 0, m_busiest = 0;
    bool m_skip = false;
};

} // namespace app
