// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_charts
#include "models/metrics/metrictap.h"
#include "models/metrics/metricrules.h"
#include "views/charts/chartcanvas.h"
#include "views/charts/chartcard.h"
#include "views/charts/curvestab.h"
#include "views/charts/sparkline.h"
#include "views/charts/ticks.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QDir>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace models;
using namespace views;

class TestChartCard : public QObject
{
    Q_OBJECT

    static void feed(JobMetrics &metrics, int ranks, int steps, int from = 0)
    {
        QRandomGenerator random {quint32(ranks)};
        const auto tap = metrics.tap();
        for (int rank = 0; rank < ranks && from == 0; ++rank)
            tap->sourceAdded({.id = rank,
                              .rank = rank,
                              .label = rank == 0 ? QString("master-0") : QString("worker-%1").arg(rank - 1)});
        for (int step = from; step < from + steps; ++step) {
            for (int rank = 0; rank < ranks; ++rank) {
                const double loss = 2.3 * std::exp(-step / (steps / 4.0)) + 0.1
                    + (random.generateDouble() - 0.5) * 0.2 * std::exp(-step / double(steps)) + 0.02 * rank;
                const QByteArray text = "epoch=" + QByteArray::number(step * 10 / (from + steps))
                    + " step=" + QByteArray::number(step)
                    + " loss=" + (step == steps / 3 && rank == 0 ? "nan" : QByteArray::number(loss))
                    + " accuracy=" + QByteArray::number(std::max(0.0, 1 - loss / 2.4))
                    + " lr=" + QByteArray::number(1e-3 * std::cos(step / double(steps)))
                    + " samples/sec=" + QByteArray::number(1800 + random.bounded(200));
                tap->line(rank, step, (1'795'000'000'000 + step * 120) * 1'000'000,
                          {text.constData(), size_t(text.size())});
            }
        }
        tap->flush();
        metrics.flush();
    }

    static void shoot(QWidget &widget, const QString &name)
    {
        QDir(BINARY_DIR).mkpath("../screens");
        for (const bool dark : {false, true}) {
            QApplication::setPalette(paletteFor(dark));
            QTest::qWait(20);
            QImage image(widget.size() * 2, QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(2);
            image.fill(tokens(widget.palette()).window);
            widget.render(&image);
            QVERIFY(image.save(QString(BINARY_DIR "/../screens/%1-%2.png").arg(name, dark ? "dark" : "light")));
        }
        QApplication::setPalette(paletteFor(false));
    }

private slots:
    void initTestCase()
    {
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
        shoot(card, "chart-three-ranks");

        QSignalSpy changed(&card, &ChartCard::rangeChanged), reset(&card, &ChartCard::rangeReset);
        card.setRange(100, 200);
        QVERIFY(card.isZoomed());
        QCOMPARE(changed.count(), 1);
        feed(metrics, 3, 100, 600); // while zoomed the picture stays
        QCOMPARE(canvas->state().to, 200.0);
        card.setSmoothing(0.9);
        card.setSharedCrosshair(150);
        shoot(card, "chart-zoomed-smoothed");
        card.resetZoom();
        QCOMPARE(reset.count(), 1);
        QCOMPARE(canvas->state().to, 699.0);
    }

    void oneManyAndVeryManyRanks()
    {
        for (const int ranks : {1, 7, 24}) {
            JobMetrics metrics;
            feed(metrics, ranks, 400);
            ChartCard card(metrics, "loss");
            card.resize(700, 320);
            card.show();
            QCOMPARE(card.findChild<ChartCanvas *>()->state().banded, ranks > 8);
            if (ranks == 24)
                card.setSharedCrosshair(120);
            shoot(card, QString("chart-%1-ranks").arg(ranks));
        }
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
        shoot(card, "chart-restart-time");
        card.setAxis(Axis::Step);
        card.setLogarithmic(true);
        shoot(card, "chart-restart-log");
    }

    void aPointLeadsToItsLine()
    {
        JobMetrics metrics;
        feed(metrics, 1, 50);
        ChartCard card(metrics, "loss");
        card.resize(700, 320);
        card.show();
        auto *canvas = card.findChild<ChartCanvas *>();
        QSignalSpy activated(&card, &ChartCard::lineActivated);
        const Series &series = metrics.series("loss")[0]->series;
        const QPointF at(canvas->state().xOf(20), canvas->state().yOf(double(series.value(20))));
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, at.toPoint());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first()[1].toLongLong(), 20);
    }

    void chartsAreSaved()
    {
        JobMetrics metrics;
        feed(metrics, 2, 100);
        ChartCard card(metrics, "loss");
        card.resize(500, 300);
        card.show();
        const QTemporaryDir folder;
        QVERIFY(card.saveImage(folder.filePath("a.png")));
        QVERIFY(card.saveImage(folder.filePath("a.svg")));
        QVERIFY(card.saveCsv(folder.filePath("a.csv")));
        QVERIFY(!QImage(folder.filePath("a.png")).isNull());
        QVERIFY(!card.saveCsv("/nonexistent/a.csv"));
        QVERIFY(card.toImage({600, 300}).save(BINARY_DIR "/../screens/chart-export.png"));
    }

    void thePageShowsAllMetrics()
    {
        JobMetrics metrics;
        CurvesTab tab(metrics);
        tab.resize(1280, 720);
        tab.show();
        shoot(tab, "curves-empty");
        feed(metrics, 3, 800);
        QCOMPARE(tab.findChildren<ChartCard *>().size(), 4);
        QCOMPARE(tab.findChildren<ChartCard *>().first()->metric(), "loss");
        tab.setSmoothing(0.8);
        shoot(tab, "curves");
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
