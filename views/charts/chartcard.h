// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/jobmetrics.h"

#include <QFrame>

#include <memory>

namespace views {

/// One metric of a job as a live chart: every rank a line (more than eight: mean and band), crosshair, zoom by wheel,
/// pan by drag, labels at the line ends. The metrics must outlive it.
class ChartCard : public QFrame
{
    Q_OBJECT
public:
    /// An empty name follows the job's primary metric.
    explicit ChartCard(models::JobMetrics &metrics, const QString &metric = {}, QWidget *parent = nullptr);
    ~ChartCard() override;

    QString metric() const;
    void setMetric(const QString &metric);
    void setAxis(models::Axis axis);
    models::Axis axis() const;
    /// 0: raw, towards 1: smoother (debiased exponential mean, as TensorBoard's).
    void setSmoothing(double weight);
    void setLogarithmic(bool logarithmic);
    bool isZoomed() const;
    void resetZoom();
    /// Show a range of x; emits rangeChanged.
    void setRange(double from, double to);
    /// A crosshair at a value of x that another chart shows; NaN hides it.
    void setSharedCrosshair(double x);

    QImage toImage(const QSize &size, double scale = 2) const;
    bool saveImage(const QString &fileName) const; ///< by suffix: .png or .svg
    bool saveCsv(const QString &fileName) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void crosshairMoved(double x);
    void rangeChanged(double from, double to);
    void rangeReset();
    /// A click on a point: its line in the log.
    void lineActivated(int source, qint64 line);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
