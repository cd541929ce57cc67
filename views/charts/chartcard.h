// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/jobmetrics.h"

#include <QFrame>

#include <memory>

namespace views {

/// How several ranks are drawn.
enum class RankView
{
    Auto, ///< single curves up to eight, then as Mean
    All,
    Mean ///< their mean, and the band between the smallest and the largest
};

/// One metric of a job as a live chart: every rank a line (more than eight: mean and band), crosshair, zoom by wheel
/// and by drawing a box, pan by drag, labels at the line ends, checkpoints and the like as dashed verticals. The
/// metrics must outlive it.
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
    /// Heights that leave out the few values far away from the others.
    void setOutliersIgnored(bool ignored);
    void setRankView(RankView view);
    /// Pictures have a white ground whatever the window shows.
    void setPaper(bool paper);
    /// The chart is one of many: it offers to be pinned and to be shown alone.
    void setOneOfMany(bool oneOfMany);
    void setPinned(bool pinned);
    bool isPinned() const;
    void setMaximized(bool maximized);
    /// The height axis reaches at least from `low` to `high`, whatever is measured: 0 to 100 for percent.
    void setLeastHeights(double low, double high);
    bool isZoomed() const;
    void resetZoom();
    /// Show a range of x; emits rangeChanged.
    void setRange(double from, double to);
    /// A crosshair at a value of x that another chart shows; NaN hides it.
    void setSharedCrosshair(double x);
    /// Marks one point of the chart's metric, inside the picture whatever the zoom was; none: no mark.
    void showPoint(const models::RankSeries *rank, qsizetype index);

    QImage toImage(const QSize &size, double scale = 2) const;
    bool saveImage(const QString &fileName) const; ///< by suffix: .png or .svg
    bool saveCsv(const QString &fileName) const;
    void copyImage() const;
    void copyCsv() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void crosshairMoved(double x);
    void rangeChanged(double from, double to);
    void rangeReset();
    /// A click on a point: its line in the log.
    void lineActivated(int source, qint64 line);
    void pinToggled(bool pinned);
    void maximizeToggled(bool maximized);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
