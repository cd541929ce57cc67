// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace models {

/// How long to wait before asking again somebody who measures at an interval of his own: quickly as long as that brings
/// something new, else at the slow pace, and ever more slowly while he does not answer. A plain value.
class PollPace
{
public:
    using Milliseconds = std::chrono::milliseconds;

    PollPace(Milliseconds fast, Milliseconds slow)
        : m_fast(fast)
        , m_slow(slow)
    {
    }

    void succeeded(bool somethingNew)
    {
        m_failures = 0;
        m_unchanged = somethingNew ? 0 : m_unchanged + 1;
        if (m_isFast && m_unchanged >= 2)
            m_isFast = false;
        else if (!m_isFast && ++m_slowRounds % retryFastAfter == 0)
            m_isFast = true; // the exporter may have been set to another interval
    }
    void failed() { ++m_failures; }
    Milliseconds next() const
    {
        if (m_failures > 0)
            return std::min<Milliseconds>(m_slow * (1 << std::min(m_failures - 1, 6)), longest);
        return m_isFast ? m_fast : m_slow;
    }

private:
    static constexpr int retryFastAfter = 40;
    static constexpr Milliseconds longest = std::chrono::minutes(5);

    Milliseconds m_fast, m_slow;
    int m_failures = 0, m_unchanged = 0, m_slowRounds = 0;
    bool m_isFast = true;
};

} // namespace models
