// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/backoff.h"

#include <algorithm>

namespace k8s {

bool Backoff::isFresh(qint64 now) const { return m_step == 0 || now - m_last > m_figures.resetAfter; }

qint64 Backoff::next(qint64 now, double random)
{
    if (isFresh(now))
        m_step = m_figures.first;
    m_last = now;
    const auto wait = qint64(double(m_step) * (1.0 + random * m_figures.jitter));
    m_step = std::min(qint64(double(m_step) * m_figures.factor), m_figures.cap);
    return wait;
}

} // namespace k8s
