// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace sandbox {

/// How long a process that ended waits before it is started again: 200 ms, doubled up to 10 s, and from the start after
/// it ran for 30 s.
class Backoff
{
public:
    /// The pause in milliseconds after a run of \p ranMs.
    [[nodiscard]] qint64 next(qint64 ranMs)
    {
        m_pause = ranMs >= 30'000 || m_pause == 0 ? 200 : qMin<qint64>(m_pause * 2, 10'000);
        return m_pause;
    }

private:
    qint64 m_pause = 0;
};

} // namespace sandbox
