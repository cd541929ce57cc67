// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs
#include "models/logs/logmerge.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace models;

namespace {

class FakeSource : public MergeSource
{
public:
    int readTimes(qint64 block, std::array<qint64, LineIndex::stride> &times) const override
    {
        int count = 0;
        for (auto i = size_t(block * LineIndex::stride); i < m_times.size() && count < LineIndex::stride; ++i)
            times[size_t(count++)] = m_times[i];
        return count;
    }
    qint64 blockTime(qint64 block) const override { return m_times[size_t(block * LineIndex::stride)]; }
    void add(qint64 time) { m_times.push_back(m_times.empty() ? time : std::max(time, m_times.back())); }
    const std::vector<qint64> &times() const { return m_times; }

private:
    std::vector<qint64> m_times;
};

} // namespace

class TestLogMerge : public QObject
{
    Q_OBJECT

    std::vector<std::shared_ptr<FakeSource>> m_fakes;

    std::vector<LineRef> truth() const
    {
        std::vector<std::tuple<qint64, quint32, quint32>> all;
        for (quint32 source = 0; source < m_fakes.size(); ++source) {
            for (quint32 line = 0; line < m_fakes[source]->times().size(); ++line)
                all.emplace_back(m_fakes[source]->times()[line], source, line);
        }
        std::ranges::sort(all);
        std::vector<LineRef> refs;
        for (const auto &[time, source, line] : all)
            refs.push_back({source, line});
        return refs;
    }
    qint64 update(LogMerge &merge) const
    {
        MergeSources sources;
        std::vector<quint32> limits;
        for (const auto &fake : m_fakes) {
            sources.push_back(fake);
            limits.push_back(quint32(fake->times().size()));
        }
        return merge.update(sources, limits);
    }
    void check(const LogMerge &merge) const
    {
        const std::vector<LineRef> wanted = truth();
        QCOMPARE(merge.size(), qint64(wanted.size()));
        QVERIFY(merge.range(0, merge.size()) == wanted);
        QRandomGenerator random(5);
        for (int i = 0; i < 50 && !wanted.empty(); ++i) {
            const qint64 place = random.bounded(int(wanted.size()));
            QCOMPARE(merge.at(place), wanted[size_t(place)]);
            QCOMPARE(merge.placeOf(wanted[size_t(place)]), place);
            const quint32 source = random.bounded(quint32(m_fakes.size()));
            QCOMPARE(merge.linesBefore(source, place),
                     std::count_if(wanted.begin(), wanted.begin() + place,
                                   [source](LineRef line) { return line.source == source; }));
            const qint64 time = m_fakes[wanted[size_t(place)].source]->times()[wanted[size_t(place)].line];
            const auto first = std::ranges::partition_point(
                wanted, [&](LineRef line) { return m_fakes[line.source]->times()[line.line] < time; });
            QCOMPARE(merge.placeOfTime(time), first - wanted.begin());
        }
    }

private slots:
    void init() { m_fakes.clear(); }

    void linesOfAllSourcesStandInTheOrderOfTime_data()
    {
        QTest::addColumn<int>("sources");
        QTest::addColumn<int>("lateness");
        QTest::newRow("one") << 1 << 0;
        QTest::newRow("two, in order") << 2 << 0;
        QTest::newRow("three, a little late") << 3 << 50;
        QTest::newRow("seven, very late") << 7 << 100'000;
        QTest::newRow("sixty-four") << 64 << 300;
    }

    void linesOfAllSourcesStandInTheOrderOfTime()
    {
        QFETCH(int, sources);
        QFETCH(int, lateness);
        for (int i = 0; i < sources; ++i)
            m_fakes.push_back(std::make_shared<FakeSource>());
        QRandomGenerator random(quint32(sources + lateness));
        LogMerge merge;
        qint64 now = 1'000'000;
        std::vector<LineRef> before;
        for (int round = 0; round < 40; ++round) {
            const int lines = int(random.bounded(1, 700));
            for (int i = 0; i < lines; ++i) {
                now += random.bounded(3);
                m_fakes[random.bounded(quint32(sources))]->add(now - (lateness ? random.bounded(lateness) : 0));
            }
            const qint64 firstChanged = update(merge);
            const std::vector<LineRef> after = merge.range(0, merge.size());
            QVERIFY(firstChanged <= qint64(before.size()));
            QVERIFY(std::equal(before.begin(), before.begin() + firstChanged, after.begin()));
            before = after;
            if (round % 8 == 7)
                check(merge);
        }
    }

    void aSourceMayComeLater()
    {
        LogMerge merge;
        m_fakes.push_back(std::make_shared<FakeSource>());
        for (int i = 0; i < 10'000; ++i)
            m_fakes[0]->add(i * 2);
        QCOMPARE(update(merge), 0);
        m_fakes.push_back(std::make_shared<FakeSource>());
        for (int i = 0; i < 5'000; ++i)
            m_fakes[1]->add(3 + i * 2);
        QCOMPARE(update(merge), 2);
        check(merge);
    }

    void exactlyFullBlocksAreNoSpecialCase()
    {
        LogMerge merge;
        m_fakes = {std::make_shared<FakeSource>(), std::make_shared<FakeSource>()};
        qint64 now = 0;
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < LogMerge::stride; ++i)
                m_fakes[size_t(i % 2)]->add(++now);
            QCOMPARE(update(merge), round * LogMerge::stride);
            check(merge);
        }
        QCOMPARE(update(merge), 5 * LogMerge::stride); // nothing new
    }

    void linesWithoutTimesStayInTheOrderOfTheirSources()
    {
        LogMerge merge;
        m_fakes = {std::make_shared<FakeSource>(), std::make_shared<FakeSource>()};
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 3000; ++i)
                m_fakes[size_t(round % 2)]->add(0);
            update(merge);
            check(merge);
        }
    }

    /// A last line without an end counts when its log ends, and not for a moment when the log goes on.
    void aLimitMayShrinkForAMoment()
    {
        LogMerge merge;
        m_fakes = {std::make_shared<FakeSource>(), std::make_shared<FakeSource>()};
        for (const qint64 time : {1, 3})
            m_fakes[0]->add(time);
        for (const qint64 time : {2, 4})
            m_fakes[1]->add(time);
        update(merge);
        const MergeSources sources(m_fakes.begin(), m_fakes.end());
        QCOMPARE(merge.update(sources, {1, 0}), 4);
        check(merge);
        m_fakes[0]->add(5);
        QCOMPARE(update(merge), 4);
        check(merge);
    }

    void memoryPerLineIsFarBelowHalfAByte()
    {
        LogMerge merge;
        qint64 now = 0;
        for (int i = 0; i < 64; ++i)
            m_fakes.push_back(std::make_shared<FakeSource>());
        for (int i = 0; i < 1'000'000; ++i)
            m_fakes[size_t(i % 64)]->add(++now);
        update(merge);
        qInfo("64 interleaved sources: %.3f bytes per line", double(merge.memoryBytes()) / 1e6);
        QVERIFY(double(merge.memoryBytes()) / 1e6 < 0.125);
    }
};

QTEST_GUILESS_MAIN(TestLogMerge)
#include "tst_logmerge.moc"
