// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics
#include "models/metrics/series.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace models;

class TestSeriesPyramid : public QObject
{
    Q_OBJECT

    static MinMax bruteForce(std::span<const float> values, qsizetype first, qsizetype last)
    {
        MinMax result;
        for (qsizetype i = first; i < last; ++i) {
            if (std::isfinite(values[size_t(i)]))
                result.add(values[size_t(i)]);
        }
        return result;
    }

private slots:
    void everyRangeHasItsTrueMinimumAndMaximum()
    {
        QRandomGenerator random(20261124);
        std::vector<float> values;
        SeriesPyramid pyramid;
        for (int round = 0; round < 60; ++round) {
            const int more = int(random.bounded(1, 5000));
            for (int i = 0; i < more; ++i) {
                const quint32 kind = random.bounded(200U);
                const float value = kind == 0 ? std::numeric_limits<float>::quiet_NaN()
                    : kind == 1               ? std::numeric_limits<float>::infinity()
                    : kind == 2               ? -std::numeric_limits<float>::infinity()
                                              : float(random.generateDouble() * 2000 - 1000);
                pyramid.append(qsizetype(values.size()), value);
                values.push_back(value);
            }
            for (int query = 0; query < 200; ++query) {
                const auto a = qsizetype(random.bounded(quint32(values.size() + 1))),
                           b = qsizetype(random.bounded(quint32(values.size() + 1)));
                QCOMPARE(pyramid.query(values, std::min(a, b), std::max(a, b)),
                         bruteForce(values, std::min(a, b), std::max(a, b)));
            }
        }
        QCOMPARE(pyramid.query(values, 0, qsizetype(values.size())), bruteForce(values, 0, qsizetype(values.size())));
    }

    void rangesAtBlockBordersAreExact()
    {
        std::vector<float> values;
        SeriesPyramid pyramid;
        for (int i = 0; i < 64 * 8 * 8 + 3; ++i) {
            values.push_back(float((i * 7919) % 5003));
            pyramid.append(i, values.back());
        }
        const QList<qsizetype> borders {
            0, 1, 63, 64, 65, 511, 512, 513, 1024, 4095, 4096, qsizetype(values.size()) - 1, qsizetype(values.size())};
        for (const qsizetype first : borders) {
            for (const qsizetype last : borders) {
                if (first <= last)
                    QCOMPARE(pyramid.query(values, first, last), bruteForce(values, first, last));
            }
        }
    }

    void aStepColumnGivesBackWhatWasPut()
    {
        QRandomGenerator random(7);
        StepColumn column;
        std::vector<double> truth;
        double step = 0;
        for (int i = 0; i < 20000; ++i) {
            step += i % 3000 == 0 ? random.bounded(1000) : i / 5000 == 1 ? random.generateDouble() : 10;
            column.append(step);
            truth.push_back(step);
        }
        for (size_t i = 0; i < truth.size(); ++i)
            QCOMPARE(column.at(qsizetype(i)), truth[i]);
        for (int query = 0; query < 5000; ++query) {
            const auto first = qsizetype(random.bounded(20000)),
                       last = first + qsizetype(random.bounded(int(20001 - first)));
            const double value = truth[random.bounded(20000)] + random.bounded(3) - 1;
            const auto begin = truth.begin();
            QCOMPARE(column.lowerBound(first, last, value),
                     std::lower_bound(begin + first, begin + last, value) - begin);
        }
    }

    void aRestartBeginsASegment()
    {
        Series series;
        for (const double step : {0.0, 10.0, 20.0, 10.0, 20.0, 30.0})
            series.append({.value = float(step), .step = step, .milliseconds = 1000});
        QCOMPARE(QList<qsizetype>(series.segments().begin(), series.segments().end()), QList<qsizetype>({0, 3}));
        QCOMPARE(series.segmentEnd(0), 3);
        QCOMPARE(series.segmentEnd(1), 6);
        QCOMPARE(series.lowerBound(3, 6, 15, Axis::Step), 4);
    }

    void whatIsNotFiniteIsRemembered()
    {
        Series series;
        series.append({.value = 1, .step = 1});
        series.append({.value = std::numeric_limits<float>::quiet_NaN(), .step = 2});
        series.append({.value = 3, .step = 3});
        QCOMPARE(series.nonFinite().size(), size_t(1));
        QCOMPARE(series.nonFinite()[0], 1);
        QCOMPARE(series.minMax(0, 3).max, 3.0F);
        QCOMPARE(series.minMax(1, 2).isEmpty(), true);
    }

    void timesComeBackToTenMilliseconds()
    {
        Series series;
        series.append({.value = 1, .step = 1, .milliseconds = 1'700'000'000'000});
        series.append({.value = 1, .step = 2, .milliseconds = 1'700'000'012'340});
        series.append({.value = 1, .step = 3, .milliseconds = 1'600'000'000'000}); // the clock jumped back
        QCOMPARE(series.sample(1).milliseconds, 1'700'000'012'340);
        QCOMPARE(series.sample(2).milliseconds, 1'700'000'012'340);
        QCOMPARE(series.lowerBound(0, 3, 1'700'000'000'001.0, Axis::Time), 1);
    }
};

QTEST_GUILESS_MAIN(TestSeriesPyramid)
#include "tst_seriespyramid.moc"
