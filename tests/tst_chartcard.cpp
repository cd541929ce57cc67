// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_charts
#include "models/metrics/metricrules.h"
#include "support/metricfeed.h"
#include "support/screens.h"
#include "views/charts/chartcanvas.h"
#include "views/charts/chartcard.h"
#include "views/charts/chartfit.h"
#include "views/charts/chartgrid.h"
#include "views/charts/charthead.h"
#include "views/charts/chartlegend.h"
#include "views/charts/marksitem.h"
#include "views/charts/sparkline.h"
#include "views/charts/ticks.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace models;
using namespace views;
using metricfeed::feed;
using metricfeed::line;

class TestChartCard : public QObject
{
    Q_OBJECT

    static void drag(ChartCanvas *canvas, QPointF from, QPointF to, Qt::KeyboardModifiers keys = {})
    {
        auto *view = canvas->viewport();
        QTest::mousePress(view, Qt::LeftButton, keys, from.toPoint());
        for (const double part : {0.3, 0.7, 1.0}) {
            const QPointF at = from + (to - from) * part;
            QMouseEvent move(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, keys);
            QCoreApplication::sendEvent(view, &move);
        }
        QTest::mouseRelease(view, Qt::LeftButton, keys, to.toPoint());
    }

    /// What some ranks lost in some steps, on the screen.
    struct LossChart
    {
        JobMetrics metrics;
        ChartCard card {metrics, "loss"};

        LossChart(int ranks, int steps)
        {
            feed(metrics, ranks, steps);
            card.resize(700, 320);
            card.show();
        }
    };

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true); // pins are remembered
        QApplication::setStyle(new Style);
        QApplication::setPalette(paletteFor(false));
    }

    void everyColumnShowsTheTrueMinimumAndMaximum()
    {
        QRandomGenerator random(1);
        Series series;
        std::vector<std::pair<double, float>> truth;
        double step = 0;
        for (int i = 0; i < 300'000; ++i) {
            step += random.bounded(10) == 0 ? random.bounded(30) : 1;
            const auto value = float(random.generateDouble() * (random.bounded(5000) == 0 ? 1000 : 1));
            series.append({.value = value, .step = step});
            truth.emplace_back(step, value);
        }
        PlotState state;
        const SeriesItem item(state);
        for (const auto &[from, to] :
             QList<std::pair<double, double>> {{0, step}, {step / 3, step / 2}, {1000, 2000}, {step - 10, step}}) {
            state.from = from;
            state.to = to;
            constexpr int count = 1200;
            QList<MinMax> expected(count);
            for (const auto &[x, value] : truth) {
                // A point belongs to the first column whose right edge is beyond it.
                if (x < from)
                    continue;
                int column = int((x - from) / (to - from) * count);
                while (column > 0 && x < from + (to - from) * column / count)
                    --column;
                while (column < count && !(x < from + (to - from) * (column + 1) / count))
                    ++column;
                if (column < count)
                    expected[column].add(value);
            }
            QVERIFY(item.columns(series, count) == expected);
        }
    }

    void whatWasSmoothedLiesOverEveryRanksNoise()
    {
        constexpr int points = 3000; // of each: more than are drawn one by one
        QRandomGenerator random(2);
        std::vector<std::unique_ptr<RankSeries>> ranks;
        ChartCanvas canvas;
        canvas.resize(900, 400);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        for (int rank = 0; rank < 3; ++rank) {
            ranks.push_back(std::make_unique<RankSeries>(rank, QString::number(rank), 0, Series()));
            for (int i = 0; i < points; ++i)
                ranks.back()->series.append({.value = float(random.generateDouble()), .step = double(i)});
            auto smooth = std::make_shared<SmoothedSeries>();
            smooth->update(ranks.back()->series, 0.99);
            canvas.state().curves.append(
                {ranks.back().get(), seriesColor(tokens(canvas.palette()), rank), true, smooth});
        }
        canvas.state().to = points;
        canvas.state().high = 1;
        canvas.refresh();
        const QImage image = canvas.viewport()->grab().toImage();
        for (int rank = 0; rank < 3; ++rank) {
            const QRgb color = seriesColor(tokens(canvas.palette()), rank).rgb();
            QSet<int> columns;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixel(x, y) == color)
                        columns.insert(x);
                }
            }
            // The curves cross, but each is seen in most columns of the area.
            QVERIFY2(columns.size() > 400, qPrintable(QString("rank %1: %2").arg(rank).arg(columns.size())));
        }
    }

    void ticksAreRoundAndFew()
    {
        const auto labels = [](const QList<Tick> &ticks) {
            QStringList all;
            for (const Tick &tick : ticks)
                all += tick.label;
            return all.join(' ');
        };
        QCOMPARE(labels(roundTicks(0, 1, 5)), "0 0.2 0.4 0.6 0.8 1.0");
        QCOMPARE(labels(roundTicks(0.02, 2.4, 5)), "0.5 1.0 1.5 2.0");
        QCOMPARE(labels(roundTicks(1e-5, 9e-5, 4)), "2e-05 4e-05 6e-05 8e-05");
        QCOMPARE(labels(roundTicks(0, 5000, 5, true)),
                 QString("0 %L1 %L2 %L3 %L4 %L5").arg(1000).arg(2000).arg(3000).arg(4000).arg(5000));
        QCOMPARE(labels(logarithmTicks(-3, 1, 5)), "0.001 0.01 0.1 1 10");
        QVERIFY(roundTicks(5, 5, 5).isEmpty());
        QVERIFY(roundTicks(std::nan(""), 5, 5).isEmpty());
        QVERIFY(timeTicks(1'795'000'000'000, 1'795'000'600'000, 6).size() <= 7);
        for (double range = 1e-9; range < 1e12; range *= 3.7)
            QVERIFY(roundTicks(range / 7, range, 6).size() <= 8);
    }

    void aCardFollowsTheMetrics()
    {
        JobMetrics metrics;
        ChartCard card(metrics);
        card.resize(700, 320);
        card.show();
        QVERIFY(card.metric().isEmpty());
        feed(metrics, 3, 500);
        QCOMPARE(card.metric(), "loss");
        auto *canvas = card.findChild<ChartCanvas *>();
        QCOMPARE(canvas->state().curves.size(), 3);
        QCOMPARE(canvas->state().from, 0.0);
        QCOMPARE(canvas->state().to, 499.0);
        feed(metrics, 3, 100, 500);
        QCOMPARE(canvas->state().to, 599.0);
        screens::save(card, "chart-three-ranks");

        QSignalSpy changed(&card, &ChartCard::rangeChanged), reset(&card, &ChartCard::rangeReset);
        card.setRange(100, 200);
        QVERIFY(card.isZoomed());
        QCOMPARE(changed.count(), 1);
        feed(metrics, 3, 100, 600); // while zoomed the picture stays
        QCOMPARE(canvas->state().to, 200.0);
        card.setSmoothing(0.9);
        card.setSharedCrosshair(150);
        screens::save(card, "chart-zoomed-smoothed");
        card.resetZoom();
        QCOMPARE(reset.count(), 1);
        QCOMPARE(canvas->state().to, 699.0);
    }

    void oneManyAndVeryManyRanks()
    {
        for (const int ranks : {1, 7, 24}) {
            LossChart chart(ranks, 400);
            auto &[metrics, card] = chart;
            QCOMPARE(card.findChild<ChartCanvas *>()->state().banded, ranks > 8);
            if (ranks == 24)
                card.setSharedCrosshair(120);
            screens::save(card, QString("chart-%1-ranks").arg(ranks));
        }
    }

    void aSinglePointStandsInTheMiddle()
    {
        JobMetrics metrics;
        metrics.add({{.metric = "val_loss",
                      .rank = 0,
                      .label = "master-0",
                      .sample = {.value = 2.1F, .step = 29, .epoch = -1, .milliseconds = 1, .line = 0}}});
        metrics.flush();
        ChartCard card(metrics, "val_loss");
        card.resize(700, 320);
        card.show();
        const auto &state = card.findChild<ChartCanvas *>()->state();
        QTRY_VERIFY(!state.curves.isEmpty() && !state.area.isEmpty());
        QCOMPARE(state.xOf(29), state.area.center().x());
        screens::save(card, "chart-one-point");
    }

    void aRestlessMeanIsAWholeLine()
    {
        JobMetrics metrics;
        QRandomGenerator random(3);
        for (int step = 0; step < 4000; ++step) {
            const double common = random.generateDouble(); // all ranks swing together: the mean does, too
            for (int rank = 0; rank < 12; ++rank)
                metrics.add({{.metric = "loss",
                              .rank = rank,
                              .label = QString("worker-%1").arg(rank),
                              .sample = {.value = float(common + rank * 0.01),
                                         .step = double(step),
                                         .epoch = -1,
                                         .milliseconds = step,
                                         .line = 0}}});
        }
        metrics.flush();
        ChartCard card(metrics, "loss");
        card.resize(700, 320);
        card.show();
        auto *canvas = card.findChild<ChartCanvas *>();
        QTRY_VERIFY(canvas->state().banded && !canvas->state().area.isEmpty());
        screens::save(card, "chart-restless-mean");
        const QImage picture = canvas->viewport()->grab().toImage();
        const QRect area = canvas->state().area.toRect().adjusted(4, 0, -4, 0);
        const QRgb line = canvas->state().bandColor.rgb();
        int columns = 0;
        for (int x = area.left(); x <= area.right(); ++x) {
            for (int y = area.top(); y <= area.bottom(); ++y) {
                if (picture.pixel(x, y) == line) {
                    ++columns;
                    break;
                }
            }
        }
        QCOMPARE(columns, area.width());
    }

    void aRestartIsSeen()
    {
        JobMetrics metrics;
        feed(metrics, 1, 400);
        const auto tap = metrics.tap();
        for (int step = 300; step < 600; ++step) {
            const QByteArray text
                = "step=" + QByteArray::number(step) + " loss=" + QByteArray::number(0.9 * std::exp(-step / 300.0));
            tap->line(0, 1000 + step, (1'795'000'100'000 + step * 100) * 1'000'000,
                      {text.constData(), size_t(text.size())});
        }
        tap->flush();
        metrics.flush();
        ChartCard card(metrics, "loss");
        card.resize(700, 320);
        card.setAxis(Axis::Time);
        card.show();
        screens::save(card, "chart-restart-time");
        card.setAxis(Axis::Step);
        card.setLogarithmic(true);
        screens::save(card, "chart-restart-log");
    }

    void aPointLeadsToItsLine()
    {
        LossChart chart(1, 50);
        auto &[metrics, card] = chart;
        auto *canvas = card.findChild<ChartCanvas *>();
        QSignalSpy activated(&card, &ChartCard::lineActivated);
        const Series &series = metrics.series("loss")[0]->series;
        const QPointF at(canvas->state().xOf(20), canvas->state().yOf(double(series.value(20))));
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, at.toPoint());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first()[1].toLongLong(), 20);
    }

    void aBoxLooksCloser()
    {
        LossChart chart(2, 400);
        auto &[metrics, card] = chart;
        auto *canvas = card.findChild<ChartCanvas *>();
        const QRectF area = canvas->state().area;
        const double low = canvas->state().low, high = canvas->state().high;
        // A flat box means x.
        drag(canvas, area.topLeft() + QPointF(area.width() / 4, 50), area.topLeft() + QPointF(area.width() / 2, 52));
        QVERIFY(card.isZoomed());
        QVERIFY(std::abs(canvas->state().from - 100) < 3);
        QVERIFY(std::abs(canvas->state().to - 200) < 3);
        QVERIFY(canvas->state().high < high); // the heights follow what is visible
        // Zoomed, a drag moves the picture, and Shift draws.
        const double from = canvas->state().from;
        drag(canvas, area.center(), area.center() - QPointF(60, 0));
        QVERIFY(canvas->state().from > from);
        card.resetZoom();
        QCOMPARE(canvas->state().low, low);
        drag(canvas, area.topLeft() + QPointF(10, 20), area.topLeft() + QPointF(area.width() / 2, area.height() / 2));
        drag(canvas, canvas->state().area.center() - QPointF(100, 30), canvas->state().area.center() + QPointF(100, 30),
             Qt::ShiftModifier);
        QVERIFY(canvas->state().low > low);
        QVERIFY(canvas->state().high < high);
        screens::save(card, "chart-box");
        QTest::mouseDClick(canvas->viewport(), Qt::LeftButton, {}, area.center().toPoint());
        QVERIFY(!card.isZoomed());
        QCOMPARE(canvas->state().high, high);
    }

    void outliersAreLeftOutOnDemandAndOnlyThose()
    {
        LossChart chart(1, 400);
        auto &[metrics, card] = chart;
        const auto &state = card.findChild<ChartCanvas *>()->state();
        const double high = state.high;
        card.setOutliersIgnored(true);
        QCOMPARE(state.high, high); // a falling loss has none
        line(metrics, 400, 1'795'000'050'000, "step=401 loss=5000");
        QVERIFY(state.high < 4);
        QVERIFY(!card.findChild<ChartHead *>()->findChildren<QLabel *>().isEmpty());
        screens::save(card, "chart-outliers");
        card.setOutliersIgnored(false);
        QVERIFY(state.high > 4999);
    }

    void ranksAreDrawnAsTheUserWants()
    {
        LossChart chart(3, 100);
        auto &[metrics, card] = chart;
        const auto &state = card.findChild<ChartCanvas *>()->state();
        QVERIFY(!state.banded);
        card.setRankView(RankView::Mean);
        QVERIFY(state.banded);
        QVERIFY(!state.band.isEmpty());
        screens::save(card, "chart-mean");
        JobMetrics many;
        feed(many, 12, 100);
        ChartCard all(many, "loss");
        all.resize(700, 320);
        all.show();
        all.setRankView(RankView::All);
        QVERIFY(!all.findChild<ChartCanvas *>()->state().banded);
        QVERIFY(all.findChild<ChartLegend *>()->isVisible());
        screens::save(all, "chart-all-ranks");
    }

    void theLegendHidesShowsAndIsolates()
    {
        LossChart chart(6, 100);
        auto &[metrics, card] = chart;
        QCoreApplication::processEvents();
        const auto visible = [&card] {
            return std::ranges::count_if(card.findChild<ChartCanvas *>()->state().curves, &Curve::visible);
        };
        auto *legend = card.findChild<ChartLegend *>();
        QTest::mouseClick(legend, Qt::LeftButton, {}, {5, 5});
        QCOMPARE(visible(), 5);
        QTest::mouseClick(legend, Qt::LeftButton, Qt::ControlModifier, {5, 5});
        QCOMPARE(visible(), 1);
        QTest::mouseClick(legend, Qt::LeftButton, Qt::ControlModifier, {5, 5});
        QCOMPARE(visible(), 6);
    }

    void checkpointsAndTheJobsMomentsAreMarked()
    {
        JobMetrics metrics;
        feed(metrics, 1, 300);
        line(metrics, 300, 1'795'000'036'000, "Saving model checkpoint to out/checkpoint-300");
        line(metrics, 301, 1'795'000'036'500, "checkpoint saved");
        line(metrics, 302, 1'795'000'037'000, "Loading checkpoint shards: 100%");
        for (int step = 301; step < 500; ++step)
            line(metrics, step + 2, 1'795'000'037'000 + step * 120, "step=" + QByteArray::number(step) + " loss=0.2");
        QCOMPARE(metrics.marks().size(), 1);
        metrics.setJobMarks({{TimeMark::Kind::Suspended, 1'795'000'060'000 + 37'000, -1, -1}});
        QCOMPARE(metrics.marks().size(), 2);
        QCOMPARE(metrics.xOf(metrics.marks()[0], "loss", Axis::Step), 299.0);
        QCOMPARE(metrics.xOf(metrics.marks()[0], "loss", Axis::Time), 1'795'000'036'000.0);
        QVERIFY(!metrics.xOf(metrics.marks()[0], "no such metric", Axis::Step));
        ChartCard card(metrics, "loss");
        card.resize(700, 320);
        card.show();
        screens::save(card, "chart-marks");
    }

    void aLineMayTellOfACheckpointAndOfFigures()
    {
        JobMetrics metrics;
        feed(metrics, 1, 300);
        for (int i = 0; i < 3; ++i)
            line(metrics, 300 + i, 1'795'000'036'000 + i * 60'000,
                 "step=" + QByteArray::number(300 + i) + " loss=0.25 checkpoint saved to out/" + QByteArray::number(i));
        QCOMPARE(metrics.marks().size(), 3);
        QCOMPARE(metrics.xOf(metrics.marks()[2], "loss", Axis::Step), 302.0);
    }

    /// A second attempt writes into the same curve; its points lead to its own log.
    void aPointKnowsTheLogOfItsAttempt()
    {
        JobMetrics metrics;
        feed(metrics, 1, 50);
        const auto tap = metrics.tap();
        tap->sourceAdded({.id = 1, .rank = 0, .label = "master-0 #2"});
        for (int i = 0; i < 10; ++i) {
            const QByteArray text = "step=" + QByteArray::number(40 + i) + " loss=0.5";
            tap->line(1, i, (1'795'000'100'000 + i) * 1'000'000, {text.constData(), size_t(text.size())});
        }
        tap->flush();
        metrics.flush();
        const RankSeries *rank = metrics.series("loss").first();
        QCOMPARE(metrics.series("loss").size(), 1);
        QCOMPARE(rank->sourceOf(49), 0);
        QCOMPARE(rank->sourceOf(50), 1);
        QCOMPARE(rank->pointOf(0, 12), 12);
        QCOMPARE(rank->pointOf(1, 3), 53);
        QCOMPARE(rank->pointOf(2, 3), -1);
    }

    void picturesAndNumbersAreCopied()
    {
        LossChart chart(2, 100);
        auto &[metrics, card] = chart;
        QApplication::setPalette(paletteFor(true));
        QTest::qWait(20);
        card.copyImage();
        const QImage image = QGuiApplication::clipboard()->image();
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white)); // for paper, whatever the window shows
        card.setPaper(false);
        card.copyImage();
        QVERIFY(QGuiApplication::clipboard()->image().pixelColor(2, 2).lightness() < 60);
        QApplication::setPalette(paletteFor(false));
        card.copyCsv();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("rank,step,epoch,time,value\nmaster-0,0,"));
    }

    void chartsAreSaved()
    {
        LossChart chart(2, 100);
        auto &[metrics, card] = chart;
        const QTemporaryDir folder;
        QVERIFY(card.saveImage(folder.filePath("a.png")));
        QVERIFY(card.saveImage(folder.filePath("a.svg")));
        QVERIFY(card.saveCsv(folder.filePath("a.csv")));
        QVERIFY(!QImage(folder.filePath("a.png")).isNull());
        QVERIFY(!card.saveCsv("/nonexistent/a.csv"));
        QVERIFY(card.toImage({600, 300}).save(screens::folder() + "/chart-export.png"));
    }

    void aSparklineSurvivesAnyValues()
    {
        QImage image(100, 30, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        const float nan = std::numeric_limits<float>::quiet_NaN();
        for (const QList<float> &values : QList<QList<float>> {{}, {1}, {nan, nan}, {1, nan, 2}, {5, 5, 5}, {1, 2, 3}})
            paintSparkline(&painter, QRectF(0, 0, 100, 30), {values.constData(), size_t(values.size())}, Qt::black);
        painter.end();
        QVERIFY(qAlpha(image.pixel(95, 3)) > 0);
    }
};

QTEST_MAIN(TestChartCard)
#include "tst_chartcard.moc"
