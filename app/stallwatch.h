// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace app {

/// Measures how long the window is deaf: the spells of the GUI thread between two looks at its event queue. Spells of
/// more than 50 ms are told under the logging category pilothouse.stall (QT_LOGGING_RULES=pilothouse.stall=true).
/// GUI thread; needs its event dispatcher.
class StallWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 allowedMicroseconds = 50'000;

    explicit StallWatch(QObject *parent = nullptr);

    /// The spell that runs now does not count: the program is doing what no user asks for, such as taking pictures.
    void skipThisSpell() { m_skip = true; }
    /// Start counting anew.
    void reset();

    /// The longest spell. Other programs that held the processor meanwhile are in it, as a user would feel them.
    qint64 longestMicroseconds() const { return m_longest; }
    /// The most that a spell worked, without what others took of the processor.
    qint64 busiestMicroseconds() const { return m_busiest; }

private:
    void begin();
    void end();

    qint64 m_wallStart = 0, m_cpuStart = 0; // nanoseconds; 0: the thread sleeps
    qint64 m_longest = 0, m_busiest = 0;
    bool m_skip = false;
};

} // namespace app
