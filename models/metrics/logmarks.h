// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/metrictap.h"
#include "models/metrics/timemark.h"

#include <QList>

#include <memory>
#include <mutex>

namespace models {

/// Passes every line on and picks up the marks on the way. The ingest thread calls the tap, any thread take().
class MarkTap : public LineTap
{
public:
    explicit MarkTap(std::shared_ptr<MetricTap> next);

    void sourceAdded(const LogSource &source) override;
    void line(int source, qint64 number, qint64 nanoseconds, std::string_view text) override;
    void flush() override;

    /// What was found since the last call.
    QList<TimeMark> take();

private:
    const std::shared_ptr<MetricTap> m_next;
    QList<TimeMark> m_found; // ingest thread
    std::vector<bool> m_read; // by source
    int m_count = 0;

    std::mutex m_mutex;
    QList<TimeMark> m_waiting;
};

} // namespace models
