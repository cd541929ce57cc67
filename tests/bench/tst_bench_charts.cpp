// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_charts qcustomplot
// label: bench
// timeout: 600
#include "models/metrics/metrictap.h"
#include "tests/bench/gates.h"
#include "tests/bench/measure.h"
#include "views/charts/chartcanvas.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QLineSeries>
#include <QTest>
#include <QValueAxis>

#include <cmath>

#define foreach(variable, container) for (variable : (container)) // which its header uses and ours goes without
#include <qcustomplot.h>
#undef foreach

using namespace models;
using namespace views;

// What is not exposed is not painted.
#define QVERIFY_EXPOSED(widget)                                                                                        \
    if (!QTest::qWaitForWindowExposed(&widget))                                                                        \
        qFatal("the window was not exposed");

/// How often a window was painted.
class PaintCount : public QObject
{
public:
    explicit PaintCount(QWidget *widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint;
        return false;
    }
    /// Since it was asked last.
    int take() { return std::exchange(m_count, 0); }

private:
    int m_count = 0;
};

/// A frame of a live chart: one point more per series, then everything painted, once; against QtCharts in the same run.
class BenchCharts : public QObject
{
    Q_OBJECT

    static float valueAt(qint64 i, int series)
    {
        return float(std::exp(-double(i) / 4e5) + 0.05 * std::sin(double(i) * 0.7 + series) + 0.02 * series);
    }

    static double ours(int series, qint64 points)
    {
        std::vector<std::unique_ptr<RankSeries>> ranks;
        ChartCanvas canvas;
        canvas.resize(1200, 600);
        canvas.show();
        QVERIFY_EXPOSED(canvas)
        for (int s = 0; s < series; ++s) {
            ranks.push_back(std::make_unique<RankSeries>(s, QString("worker-%1").arg(s), 0, Series()));
            for (qint64 i = 0; i < points; ++i)
                ranks.back()->series.append(
                    {.value = valueAt(i, s), .step = double(i), .milliseconds = 1'700'000'000'000 + i});
            canvas.state().curves.append({ranks.back().get(), seriesColor(tokens(canvas.palette()), s), true, nullptr});
        }
        canvas.state().low = -0.1;
        canvas.state().high = 1.3;
        QList<double> times;
        PaintCount paints(canvas.viewport());
        QCoreApplication::processEvents();
        paints.take();
        for (int frame = 0; frame < 25; ++frame) {
            times += bench::ownSeconds([&] {
                for (int s = 0; s < series; ++s) {
                    const qint64 i = ranks[size_t(s)]->series.size();
                    ranks[size_t(s)]->series.append(
                        {.value = valueAt(i, s), .step = double(i), .milliseconds = 1'700'000'000'000 + i});
                }
                canvas.state().to = double(points + frame);
                canvas.refresh();
                QCoreApplication::sendPostedEvents();
            });
            if (const int painted = paints.take(); painted != 1)
                qFatal("a frame was painted %d times", painted);
        }
        return bench::median(times);
    }

    static double qtCharts(int series, qint64 points, int frames)
    {
        QChartView view(new QChart);
        view.resize(1200, 600);
        view.show();
        QVERIFY_EXPOSED(view)
        QList<QList<QPointF>> data(series);
        QList<QLineSeries *> lines;
        for (int s = 0; s < series; ++s) {
            for (qint64 i = 0; i < points; ++i)
                data[s].append({double(i), double(valueAt(i, s))});
            lines.append(new QLineSeries);
            view.chart()->addSeries(lines.last());
        }
        view.chart()->createDefaultAxes();
        QList<double> times;
        PaintCount paints(view.viewport());
        QCoreApplication::processEvents();
        paints.take();
        for (int frame = 0; frame < frames; ++frame) {
            times += bench::ownSeconds([&] {
                for (int s = 0; s < series; ++s) {
                    data[s].append({double(points + frame), double(valueAt(points + frame, s))});
                    lines[s]->replace(data[s]);
                }
                view.chart()->axes(Qt::Horizontal).first()->setRange(0, double(points + frame));
                QCoreApplication::sendPostedEvents();
            });
            if (const int painted = paints.take(); painted != 1)
                qFatal("QtCharts painted a frame %d times", painted);
        }
        return bench::median(times);
    }

    static double customPlot(int series, qint64 points)
    {
        QCustomPlot plot;
        plot.setNotAntialiasedElements(QCP::aeAll);
        plot.resize(1200, 600);
        plot.show();
        QVERIFY_EXPOSED(plot)
        for (int s = 0; s < series; ++s) {
            QList<double> x, y;
            for (qint64 i = 0; i < points; ++i) {
                x += double(i);
                y += double(valueAt(i, s));
            }
            plot.addGraph()->setData(x, y, true);
            plot.graph(s)->setPen(seriesColor(tokens(plot.palette()), s));
        }
        plot.yAxis->setRange(-0.1, 1.3);
        PaintCount paints(&plot);
        QCoreApplication::processEvents();
        paints.take();
        QList<double> times;
        for (int frame = 0; frame < 9; ++frame) {
            times += bench::ownSeconds([&] {
                for (int s = 0; s < series; ++s)
                    plot.graph(s)->addData(double(points + frame), double(valueAt(points + frame, s)));
                plot.xAxis->setRange(0, double(points + frame));
                plot.replot(QCustomPlot::rpImmediateRefresh);
            });
            if (const int painted = paints.take(); painted != 1)
                qFatal("QCustomPlot painted a frame %d times", painted);
        }
        return bench::median(times);
    }

private slots:
    void frames()
    {
        QApplication::setPalette(paletteFor(false));
        const double small = qtCharts(8, 1500, 9), large = qtCharts(1, 1'000'000, 3);
        qInfo("frame without curves %.2f ms, with 8 x 350 points %.2f ms, 8 x 2,000 %.2f ms", ours(0, 1000) * 1e3,
              ours(8, 350) * 1e3, ours(8, 2000) * 1e3);
        const double custom = customPlot(8, 1'000'000);
        const double million = ours(8, 1'000'000), ten = ours(8, 10'000'000);
        using bench::inMilliseconds;
        // All are told before one of them fails.
        const bool good
            = bench::report("frame-million", large / million, inMilliseconds(million), inMilliseconds(large))
            & bench::report("frame-small", million / small, inMilliseconds(million), inMilliseconds(small))
            & bench::report("frame-custom", custom / million, inMilliseconds(million), inMilliseconds(custom))
            & bench::report("frame-ten", ten * 1e3, inMilliseconds(ten), "");
        QVERIFY2(good, "further from a goal than its gate allows");
    }
};

QTEST_MAIN(BenchCharts)
#include "tst_bench_charts.moc"
