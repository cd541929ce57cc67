// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace k8s {

/// How long to wait before the next try: the figures of client-go's reflector (tools/cache/reflector.go). Pure: the
/// caller brings the clock (monotonic milliseconds) and the random number (0 <= r < 1).
class Backoff
{
public:
    struct Figures
    {
        qint64 first = 800; ///< milliseconds
        qint64 cap = 30'000; ///< before jitter
        double factor = 2.0;
        double jitter = 1.0; ///< a wait is between d and d * (1 + jitter)
        qint64 resetAfter = 120'000; ///< a wait asked for so long after the previous one begins anew
    };

    Backoff() = default;
    explicit Backoff(const Figures &figures)
        : m_figures(figures)
    {
    }

    /// Milliseconds to wait now.
    qint64 next(qint64 now, double random);
    void reset() { m_step = 0; }
    /// True if the next wait is a first one.
    bool isFresh(qint64 now) const;

private:
    Figures m_figures;
    qint64 m_step = 0; ///< the next wait without jitter; 0: begin with the first
    qint64 m_last = 0;
};

} // namespace k8s
