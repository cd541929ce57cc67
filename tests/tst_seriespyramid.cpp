// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics
#include "models/metrics/series.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>
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

    void everyValueComesBackToTheLastBit()
    {
        QRandomGenerator random(5);
        ValueColumn column;
        std::vector<float> truth;
        for (int part = 0; part < 400; ++part) {
            const quint32 kind = random.bounded(9U);
            const double power = std::pow(10.0, random.bounded(10));
            const auto from = float(random.generateDouble());
            const int more = int(random.bounded(1, 300));
            for (int i = 0; i < more; ++i) {
                const quint32 bits = random.generate();
                const float value = kind == 0 ? std::bit_cast<float>(bits) // NaN with payloads, too
                    : kind == 1               ? from
                    : kind == 2               ? float(double(random.bounded(2'000'000)) / power) - from
                    : kind == 3               ? -0.0F
                    : kind == 4               ? std::bit_cast<float>(std::bit_cast<quint32>(from) ^ (bits & 0xff00))
                    : kind == 5               ? float(double(qint32(bits)) / power)
                                              : float(std::round(random.generateDouble() * power) / power);
                column.append(value);
                truth.push_back(value);
            }
        }
        QCOMPARE(column.size(), qsizetype(truth.size()));
        for (size_t i = 0; i < truth.size(); ++i)
            QCOMPARE(std::bit_cast<quint32>(column.at(qsizetype(i))), std::bit_cast<quint32>(truth[i]));
        for (int query = 0; query < 2000; ++query) {
            const auto a = qsizetype(random.bounded(quint32(truth.size() + 1))),
                       b = qsizetype(random.bounded(quint32(truth.size() + 1)));
            QCOMPARE(column.minMax(std::min(a, b), std::max(a, b)), bruteForce(truth, std::min(a, b), std::max(a, b)));
        }
    }

    void valuesThatLogsWriteTakeLittleMemory()
    {
        QRandomGenerator random(6);
        ValueColumn same, noisy, any;
        for (int i = 0; i < 100'000; ++i) {
            same.append(12.4F);
            noisy.append(float(random.bounded(900) / 100.0));
            any.append(std::bit_cast<float>(random.generate()));
        }
        QVERIFY(same.memoryBytes() < 50'000);
        QVERIFY(noisy.memoryBytes() < 180'000);
        QVERIFY(any.memoryBytes() < 480'000);
    }

    void everyPlaceComesBackToTheLastBit()
    {
        QRandomGenerator random(7);
        const auto pool = std::make_shared<PlacePool>();
        PlaceColumns column(pool), sibling(pool), alone;
        std::vector<Place> truth;
        Place place {.milliseconds = 1'700'000'000'000};
        for (int i = 0; i < 40'000; ++i) {
            const int kind = i / 5000;
            place.step += i % 3000 == 0     ? random.bounded(1000)
                : kind == 1                 ? random.generateDouble()
                : kind == 2                 ? random.bounded(4)
                : kind == 5 && i % 700 == 0 ? 1e15
                                            : 10;
            place.epoch = kind == 0 ? -1 : kind < 3 ? i / 100 : kind < 5 ? i / 100.0 : i / 391.0;
            place.milliseconds += kind == 3 ? qint64(random.bounded(100'000'000)) : qint64(random.bounded(9));
            place.line += random.bounded(5U);
            for (PlaceColumns *each : {&column, &sibling, &alone})
                each->append(place);
            truth.push_back(place);
        }
        for (size_t i = 0; i < truth.size(); ++i) {
            QVERIFY(column.at(qsizetype(i)) == truth[i]);
            QVERIFY(sibling.at(qsizetype(i)) == truth[i]);
            QVERIFY(alone.at(qsizetype(i)) == truth[i]);
        }
        for (int query = 0; query < 20'000; ++query) {
            const auto first = qsizetype(random.bounded(40'000)),
                       last = first + qsizetype(random.bounded(int(40'001 - first)));
            const Place &near = truth[random.bounded(40'000)];
            const auto begin = truth.begin();
            const double step = near.step + random.bounded(3) - 1;
            QCOMPARE(column.lowerBound(first, last, step, Axis::Step),
                     std::ranges::lower_bound(begin + first, begin + last, step, {}, &Place::step) - begin);
            const double time = double(near.milliseconds) + random.bounded(3) - 1;
            QCOMPARE(column.lowerBound(first, last, time, Axis::Time),
                     std::ranges::lower_bound(begin + first, begin + last, time, {}, [](const Place &each) {
                         return double(each.milliseconds);
                     }) - begin);
        }
    }

    void seriesThatShareTheirPlacesMayPartAndMeetAgain()
    {
        QRandomGenerator random(8);
        constexpr size_t count = 12;
        const auto pool = std::make_shared<PlacePool>();
        std::vector<PlaceColumns> columns;
        std::array<std::vector<Place>, count> truths;
        for (size_t i = 0; i < count; ++i)
            columns.emplace_back(pool);
        Place place {.milliseconds = 1'700'000'000'000};
        for (int line = 0; line < 30'000; ++line) {
            place.step += 1;
            place.milliseconds += 3;
            place.line += 1;
            // Losses stand on every line, others on every second, on some, on none for a while.
            for (size_t i = 0; i < count; ++i) {
                const bool has = i < 4 ? true
                    : i < 6            ? line % 2 == 0
                    : i < 8            ? random.bounded(3) == 0
                    : i < 10           ? (line / 700) % 3 == 0
                                       : line % 500 == 499;
                if (!has)
                    continue;
                Place own = place;
                if (i == 3 && line % 5000 == 0)
                    own.epoch = 1; // nearly the same
                columns[i].append(own);
                truths[i].push_back(own);
            }
        }
        // And one that comes late, with all of the first.
        columns.emplace_back(pool);
        for (const Place &each : truths[0])
            columns.back().append(each);
        for (size_t i = 0; i <= count; ++i) {
            const auto &truth = truths[i % count];
            QCOMPARE(columns[i].size(), qsizetype(truth.size()));
            for (size_t at = 0; at < truth.size(); ++at)
                QVERIFY(columns[i].at(qsizetype(at)) == truth[at]);
            QVERIFY(columns[i].last() == truth.back());
        }
    }

    void wherePlacesAreNoNumbersNothingIsLost()
    {
        PlaceColumns column;
        constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
        for (int i = 0; i < 1000; ++i)
            column.append(
                {.step = i % 7 ? nothing : -0.0, .epoch = 1e300, .milliseconds = -1 - i, .line = 4294967295U});
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(std::isnan(column.at(i).step), i % 7 != 0);
            QVERIFY(i % 7 != 0 || std::signbit(column.at(i).step));
            QCOMPARE(column.at(i).epoch, 1e300);
            QCOMPARE(column.at(i).milliseconds, -1 - i);
            QCOMPARE(column.at(i).line, 4294967295U);
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

    void manyPointsAtOnceAreTheSameAsOneByOne()
    {
        QRandomGenerator random(9);
        for (int round = 0; round < 60; ++round) {
            const auto pool = std::make_shared<PlacePool>();
            Series singly, together(pool), sibling(pool);
            Place place {.milliseconds = 1'700'000'000'000};
            while (singly.size() < 2000) {
                std::vector<Place> places;
                std::vector<float> values;
                for (quint32 i = random.bounded(1U, 700U); i > 0; --i) {
                    const bool odd = round % 2 && random.bounded(50) == 0;
                    place.step += odd ? -random.bounded(300) : 1;
                    place.milliseconds += odd ? random.bounded(2000) - 1000 : 3;
                    place.epoch = round % 3 == 0 ? -1 : round % 3 == 1 || !odd ? double(i) : -1;
                    ++place.line;
                    places.push_back(place);
                    values.push_back(odd ? std::numeric_limits<float>::infinity() : float(random.bounded(900) / 100.0));
                }
                if (round % 5 == 0 && random.bounded(3) == 0) {
                    for (Series *each : {&singly, &together, &sibling})
                        each->breakHere();
                }
                for (size_t i = 0; i < places.size(); ++i)
                    singly.append({values[i], places[i].step, places[i].epoch, places[i].milliseconds, places[i].line});
                together.append(places, values);
                for (size_t from = 0, part = 0; from < places.size(); from += part) {
                    part = std::min(places.size() - from, size_t(sibling.roomInBlock()));
                    sibling.append(std::span(places).subspan(from, part), std::span(values).subspan(from, part));
                }
            }
            for (const Series *each : {&together, &sibling}) {
                QCOMPARE(each->size(), singly.size());
                QVERIFY(std::ranges::equal(each->segments(), singly.segments()));
                QVERIFY(std::ranges::equal(each->nonFinite(), singly.nonFinite()));
                QCOMPARE(each->hasEpochs(), singly.hasEpochs());
                for (qsizetype i = 0; i < singly.size(); ++i) {
                    const Sample a = each->sample(i), b = singly.sample(i);
                    QCOMPARE(a.value, b.value);
                    QCOMPARE(a.step, b.step);
                    QCOMPARE(a.epoch, b.epoch);
                    QCOMPARE(a.milliseconds, b.milliseconds);
                    QCOMPARE(a.line, b.line);
                }
            }
        }
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

    void timesComeBackAndNeverFall()
    {
        Series series;
        series.append({.value = 1, .step = 1, .milliseconds = 1'700'000'000'000});
        series.append({.value = 1, .step = 2, .milliseconds = 1'700'000'012'345});
        series.append({.value = 1, .step = 3, .milliseconds = 1'600'000'000'000}); // the clock jumped back
        QCOMPARE(series.sample(1).milliseconds, 1'700'000'012'345);
        QCOMPARE(series.sample(2).milliseconds, 1'700'000'012'345);
        QCOMPARE(series.lowerBound(0, 3, 1'700'000'000'001.0, Axis::Time), 1);
    }
};

QTEST_GUILESS_MAIN(TestSeriesPyramid)
#include "tst_seriespyramid.moc"
