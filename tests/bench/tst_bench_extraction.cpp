// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics
// label: bench
// timeout: 120
#include "models/metrics/linescanner.h"
#include "tests/bench/gates.h"
#include "tests/bench/logtext.h"
#include "tests/bench/measure.h"

#include <QRegularExpression>
#include <QTest>

using namespace models;

/// All figures of every line against an expression that takes two.
class BenchExtraction : public QObject
{
    Q_OBJECT

private slots:
    void extractionAgainstQRegularExpression()
    {
        const QByteArray bytes = bench::logText(400'000, 3, false);
        const std::string_view all(bytes.constData(), size_t(bytes.size()));
        const auto forEachLine = [&](auto visit) {
            for (std::string_view rest = all; !rest.empty();) {
                const size_t end = rest.find('\n');
                visit(rest.substr(0, end));
                rest.remove_prefix(end + 1);
            }
        };
        const QRegularExpression expression("step=(\\d+).*loss=([0-9.]+)");
        const auto rules = MetricRules::builtIn();
        qint64 values = 0, matches = 0;
        double sum = 0;
        const auto took = bench::byTurns(
            5,
            [&] {
                return bench::ownSeconds([&] {
                    LineScanner scanner(rules, std::make_shared<MetricNames>());
                    values = 0;
                    forEachLine([&](std::string_view line) {
                        scanner.scan(line, [&](std::span<const FoundValue> found) { values += qint64(found.size()); });
                    });
                });
            },
            [&] {
                return bench::ownSeconds([&] {
                    matches = 0;
                    forEachLine([&](std::string_view line) {
                        const auto match = expression.match(QString::fromUtf8(line.data(), qsizetype(line.size())));
                        if (!match.hasMatch())
                            return;
                        sum += match.captured(1).toDouble() + match.captured(2).toDouble();
                        ++matches;
                    });
                });
            });
        QVERIFY(sum > 0 && matches > 0);
        QCOMPARE(values, matches * 5); // loss, lr, grad_norm, samples/sec, mem
        const auto speed
            = [&](double time) { return QString::number(double(bytes.size()) / 1e9 / time, 'f', 2) + " GB/s"; };
        BENCH_GATE("extraction", 1 / took.ratio, speed(took.ours), speed(took.theirs));
    }
};

QTEST_GUILESS_MAIN(BenchExtraction)
#include "tst_bench_extraction.moc"
