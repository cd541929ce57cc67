// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics
#include "models/metrics/bandcache.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace models;

/// What is kept from look to look is what a look from scratch finds.
class TestBandCache : public QObject
{
    Q_OBJECT

    static GivenPoint point(int rank, double step, double value, qint64 milliseconds)
    {
        return {.metric = "loss",
                .rank = rank,
                .label = QString("worker-%1").arg(rank),
                .sample = {.value = float(value), .step = step, .epoch = -1, .milliseconds = milliseconds, .line = 0}};
    }
    static bool same(const QList<BandPoint> &one, const QList<BandPoint> &other)
    {
        return std::ranges::equal(one, other, [](const BandPoint &a, const BandPoint &b) {
            return a.x == b.x && a.min == b.min && a.max == b.max && a.mean == b.mean && a.ranks == b.ranks;
        });
    }

private slots:
    void columnsHoldExactlyWhatLiesInThem()
    {
        JobMetrics metrics;
        for (int step = 0; step < 64; ++step)
            metrics.add({point(0, step, step, step), point(1, step, -step, step)});
        const auto grid = metrics.gridBand("loss", Axis::Step, 16, 0, 5);
        QCOMPARE(grid.size(), 5);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(grid[i].x, i * 16 + 8.0);
            QCOMPARE(grid[i].max, float(i * 16 + 15)); // not the next column's first
            QCOMPARE(grid[i].min, float(-i * 16 - 15));
            QCOMPARE(grid[i].mean, 0.0F);
            QCOMPARE(grid[i].ranks, 2);
        }
        QCOMPARE(grid[4].ranks, 0);
    }
    void thePartOfTheRangeIsKeptInItsColumns()
    {
        JobMetrics metrics;
        for (int step = 10; step < 1000; ++step)
            metrics.add({point(0, step, std::sin(step), step)});
        BandCache cache;
        const auto shown = cache.update(metrics, "loss", Axis::Step, 10, 999, 100);
        QVERIFY2(shown.size() >= 50 && shown.size() <= 100, qPrintable(QString::number(shown.size())));
        QVERIFY(shown.first().x >= 10 && shown.last().x <= 999);
        QVERIFY(std::ranges::is_sorted(shown, {}, &BandPoint::x));
        QVERIFY(cache.update(metrics, "loss", Axis::Step, 5, 5, 100).isEmpty());
        QVERIFY(cache.update(metrics, "no such metric", Axis::Step, 0, 5, 100).isEmpty());
    }

    /// Ranks that lag, restart, join and say nan; ranges that grow, zoom and move; three axes.
    void whatIsKeptIsWhatThereIs()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 20; ++round) {
            JobMetrics metrics;
            BandCache cache;
            std::vector<double> steps(5, 0);
            qint64 time = 1'795'000'000'000;
            int ranks = 2;
            for (int look = 0; look < 60; ++look) {
                QList<GivenPoint> points;
                for (int i = 0; i < int(random.bounded(40U)); ++i) {
                    const int rank = int(random.bounded(quint32(ranks)));
                    double &step = steps[size_t(rank)];
                    step = random.bounded(60U) == 0 ? step / 2 : step + random.bounded(3U);
                    time += random.bounded(50U);
                    points.append(
                        point(rank, step, random.bounded(50U) == 0 ? std::nan("") : random.generateDouble(), time));
                }
                metrics.add(points);
                ranks = std::min(5, ranks + (random.bounded(20U) == 0 ? 1 : 0));
                const Axis axis = random.bounded(15U) == 0 ? Axis::Time : Axis::Step;
                auto [from, to] = metrics.range("loss", axis);
                if (random.bounded(3U) == 0) {
                    const double span = to - from;
                    from += span * random.generateDouble() / 2;
                    to -= span * random.generateDouble() / 3;
                }
                BandCache fresh;
                const auto kept = cache.update(metrics, "loss", axis, from, to, 50);
                QVERIFY2(same(kept, fresh.update(metrics, "loss", axis, from, to, 50)),
                         qPrintable(QString("round %1, look %2").arg(round).arg(look)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestBandCache)
#include "tst_bandcache.moc"
