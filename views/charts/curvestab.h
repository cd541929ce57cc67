// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/jobmetrics.h"

#include <QWidget>

#include <memory>

namespace views {

/// All metrics of a job as a grid of charts on one x axis: loss and accuracy first. The metrics must outlive it.
class CurvesTab : public QWidget
{
    Q_OBJECT
public:
    explicit CurvesTab(models::JobMetrics &metrics, QWidget *parent = nullptr);
    ~CurvesTab() override;

    void setAxis(models::Axis axis);
    void setSmoothing(double weight);

signals:
    void lineActivated(int source, qint64 line);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
