// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_charts
#include "views/charts/columncache.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>
#include <optional>

using namespace models;
using namespace views;

/// What a chart remembers of its last frame must never show.
class TestColumnCache : public QObject
{
    Q_OBJECT

    QRandomGenerator m_random {7};

    float anyValue()
    {
        const quint32 kind = m_random.bounded(200U);
        return kind == 0 ? std::numeric_limits<float>::quiet_NaN()
            : kind == 1  ? std::numeric_limits<float>::infinity()
                         : float(m_random.generateDouble() * 2000 - 1000);
    }

    static MinMax bruteForce(const Series &series, qsizetype first, qsizetype last)
    {
        MinMax result;
        for (qsizetype i = first; i < last; ++i) {
            if (std::isfinite(series.value(i)))
                result.add(series.value(i));
        }
        return result;
    }

    static bool same(float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); }

    /// One frame of `count` columns over the points [from, to).
    static bool frameIsTrue(ColumnCache &cache, const Series &series, double from, double to, int count)
    {
        cache.begin(series);
        auto first = qsizetype(from);
        for (int i = 0; i < count; ++i) {
            const auto last = std::min(qsizetype(from + (to - from) * (i + 1) / count), series.size());
            if (last <= first)
                continue;
            const ColumnCache::Column column = cache.next(series, first, last);
            if (column.bounds != bruteForce(series, first, last) || !same(column.first, series.value(first))
                || !same(column.last, series.value(last - 1)))
                return false;
            first = last;
        }
        return true;
    }

private slots:
    void everyFrameOfALiveChartIsTrue()
    {
        Series series;
        ColumnCache cache;
        for (int i = 0; i < 40'000; ++i)
            series.append({.value = anyValue(), .step = double(i)});
        for (int frame = 0; frame < 300; ++frame) {
            const int more = frame % 3 == 0 ? 1 : int(m_random.bounded(1, 60));
            for (int i = 0; i < more; ++i)
                series.append({.value = anyValue(), .step = double(series.size())});
            QVERIFY(frameIsTrue(cache, series, 0, double(series.size()), 97));
        }
    }

    void panningAndZoomingAreTrue()
    {
        Series series;
        ColumnCache cache;
        for (int i = 0; i < 50'000; ++i)
            series.append({.value = anyValue(), .step = double(i)});
        double from = 1000, width = 30'000;
        for (int frame = 0; frame < 300; ++frame) {
            from = std::clamp(from + (m_random.generateDouble() - 0.5) * (frame % 5 == 0 ? 4000 : 90), 0.0, 20'000.0);
            width = std::clamp(width * (0.9 + 0.2 * m_random.generateDouble()), 60.0, 30'000.0);
            QVERIFY(frameIsTrue(cache, series, from, from + width, frame % 50 == 0 ? 60 : 97));
        }
    }

    void anotherSeriesAtTheSamePlaceIsSeen()
    {
        std::optional<Series> series;
        ColumnCache cache;
        for (int attempt = 0; attempt < 20; ++attempt) {
            series.emplace();
            for (int i = 0; i < 20'000; ++i)
                series->append({.value = anyValue(), .step = double(i), .milliseconds = attempt * 1000});
            QVERIFY(frameIsTrue(cache, *series, 0, double(series->size()), 97));
        }
    }
};

QTEST_GUILESS_MAIN(TestColumnCache)
#include "tst_columncache.moc"
