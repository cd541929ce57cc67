// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch
#include "k8s/watch/loglines.h"

#include <QTest>

#include <random>

using namespace k8s;
using namespace std::string_literals;

static std::string line(int second, int nanos, const std::string &text)
{
    return std::format("2026-11-24T02:{:02}:{:02}.{:09}Z {}\n", 10 + second / 60, second % 60, nanos, text);
}

/// A container's log as the kubelet serves it: whole lines from the full second of sinceTime on.
struct Server
{
    std::vector<std::string> lines;

    std::string from(const QByteArray &since) const
    {
        std::string text;
        for (const auto &each : lines) {
            if (since.isEmpty() || each.substr(0, 19) >= since.toStdString().substr(0, 19))
                text += each;
        }
        return text;
    }
};

class TestLogLines : public QObject
{
    Q_OBJECT

    std::string m_got;
    const LogLines::Deliver m_deliver = [this](std::string_view lines) { m_got += lines; };

private slots:
    void init() { m_got.clear(); }

    void handsOutWholeLinesOnly()
    {
        LogLines log;
        std::vector<std::string> calls;
        const auto keep = [&](std::string_view lines) { calls.emplace_back(lines); };
        const auto text = line(1, 1, "one") + line(1, 2, "two");
        log.feed(text.substr(0, 10), keep);
        log.feed(text.substr(10), keep);
        log.feed("2026-11-24T02:10:02.0Z cut", keep);
        QCOMPARE(calls.size(), 2);
        QVERIFY(std::ranges::all_of(calls, [](const auto &call) { return call.ends_with('\n'); }));
        log.end(keep);
        QCOMPARE(calls.back(), std::string("2026-11-24T02:10:02.0Z cut\n"));
    }

    void bytesAreExact()
    {
        LogLines log;
        const auto text = line(1, 1, "nul \0 \xff\xfe \x1b[31m \r 10% \r 20%"s) + line(1, 2, "");
        for (const char c : text)
            log.feed({&c, 1}, m_deliver);
        QCOMPARE(m_got, text);
    }

    void nothingIsLostOrRepeatedWhereverTheConnectionBreaks()
    {
        Server server;
        for (int i = 0; i < 12; ++i)
            server.lines.push_back(line(i / 4, (i % 4) / 2, i % 3 == 0 ? "same" : "text " + std::to_string(i)));
        server.lines.push_back(server.lines.back()); // the same text at the same nanosecond is a line of its own
        const auto truth = server.from({});
        for (size_t cut = 0; cut <= truth.size(); ++cut) {
            m_got.clear();
            LogLines log;
            log.feed(std::string_view(truth).substr(0, cut), m_deliver);
            log.interrupted();
            log.feed(server.from(log.resumeTime()), m_deliver);
            log.end(m_deliver);
            QCOMPARE(m_got, truth);
        }
    }

    void nothingIsLostOrRepeatedOverManyBreaksOfAGrowingLog()
    {
        std::mt19937 random(7);
        Server server;
        LogLines log;
        qint64 nanos = 0;
        for (int round = 0; round < 200; ++round) {
            for (int i = 0; i < 7; ++i, nanos += random() % 3 == 0 ? 0 : qint64(random() % 100'000'000))
                server.lines.push_back(
                    line(int(nanos / 1'000'000'000), int(nanos % 1'000'000'000), "r" + std::to_string(random() % 3)));
            const auto answer = server.from(log.resumeTime());
            log.feed(std::string_view(answer).substr(0, random() % (answer.size() + 1)), m_deliver);
            log.interrupted();
        }
        log.feed(server.from(log.resumeTime()), m_deliver);
        QCOMPARE(m_got, server.from({}));
    }

    void linesThatOvertookEachOtherAreKept()
    {
        Server server {{line(5, 10, "b"), line(5, 5, "a late one"), line(4, 999, "a later one"), line(5, 11, "c")}};
        LogLines log;
        log.feed(server.lines[0], m_deliver);
        log.interrupted();
        log.feed(server.from(log.resumeTime()), m_deliver);
        QCOMPARE(m_got, server.lines[0] + server.lines[1] + server.lines[2] + server.lines[3]);
    }

    void resumesAtTheFullSecondBefore()
    {
        LogLines log;
        QVERIFY(log.resumeTime().isEmpty());
        log.feed("2026-03-01T00:00:00.5+01:00 x\n", m_deliver);
        QCOMPARE(log.resumeTime(), "2026-02-28T23:59:59+01:00");
    }

    void whatTheTailLeftOutStaysOut()
    {
        Server server {{line(9, 1, "old"), line(9, 2, "old too"), line(9, 3, "first of the tail"), line(9, 4, "last")}};
        LogLines log;
        log.feed(server.lines[2] + server.lines[3], m_deliver);
        log.interrupted();
        server.lines.push_back(line(9, 5, "new"));
        log.feed(server.from(log.resumeTime()), m_deliver);
        QCOMPARE(m_got, server.lines[2] + server.lines[3] + server.lines[4]);
    }

    void dropsWhatIsOlderThanAskedFor()
    {
        LogLines log("2026-11-24T02:10:09.000000002Z");
        log.feed(line(9, 1, "old") + line(9, 2, "wanted") + line(9, 3, "wanted"), m_deliver);
        QCOMPARE(m_got, line(9, 2, "wanted") + line(9, 3, "wanted"));
    }

    void aLongLineComesInPieces()
    {
        LogLines log;
        const auto text = line(1, 1, std::string(3 * LogLines::longestLine, 'x')) + line(1, 2, "next");
        size_t largest = 0;
        const auto keep = [&](std::string_view piece) {
            largest = std::max(largest, piece.size());
            m_got += piece;
        };
        for (size_t i = 0; i < text.size(); i += 16384)
            log.feed(std::string_view(text).substr(i, 16384), keep);
        QVERIFY(m_got == text);
        QVERIFY(largest <= LogLines::longestLine + 16384);
    }

    void aLongLineGoesOnBehindABreak()
    {
        const Server server {
            {line(1, 1, "before"), line(1, 2, std::string(2 * LogLines::longestLine, 'x')), line(1, 3, "after")}};
        const auto truth = server.from({});
        for (const size_t cut : {LogLines::longestLine / 2, LogLines::longestLine + 30'000, truth.size() - 60,
                                 truth.size() - 3, truth.size()}) {
            m_got.clear();
            LogLines log;
            for (int connection = 0; connection < 3; ++connection) {
                const auto answer = server.from(log.resumeTime());
                const size_t end = connection == 2 ? answer.size() : std::min(cut, answer.size());
                for (size_t i = 0; i < end; i += 16384)
                    log.feed(std::string_view(answer).substr(i, std::min<size_t>(16384, end - i)), m_deliver);
                log.interrupted();
            }
            QVERIFY2(m_got == truth,
                     qPrintable(QString("cut %1: %2 of %3 bytes").arg(cut).arg(m_got.size()).arg(truth.size())));
        }
    }
};

QTEST_GUILESS_MAIN(TestLogLines)
#include "tst_loglines.moc"
