// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace models {
class JobDetail;
class JobLogs;
class JobMetrics;
}

namespace views {

/// The page's answer at one look: what is wrong (if anything), the big chart, the ranks, the timeline, the newest
/// lines.
class SummaryTab : public QWidget
{
    Q_OBJECT
public:
    SummaryTab(models::JobDetail &detail, models::JobLogs &logs, models::JobMetrics &metrics,
               QWidget *parent = nullptr);

signals:
    /// An empty pod means all ranks.
    void logRequested(const QString &pod);
    void lineRequested(int source, qint64 line);

private:
    QWidget *makeRanks(models::JobDetail &detail, models::JobMetrics &metrics);
    QWidget *makeTail(models::JobLogs &logs);
};

} // namespace views
