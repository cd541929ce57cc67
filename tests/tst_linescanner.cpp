// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics
#include "models/metrics/linescanner.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <map>

using namespace models;

/// Every format of training logs that the design lists, with what a person reads in it.
class TestLineScanner : public QObject
{
    Q_OBJECT

    using Values = QMap<QString, double>;

    struct Case
    {
        const char *format;
        QList<QByteArray> lines; // in order; labels are for the last one
        Values values;
        double step = -1; // -1: none
        double epoch = -1;
        int localRank = -1;
    };

    static QList<Case> cases();

    static std::pair<Values, LineScanner *> read(LineScanner &scanner, MetricNames &names,
                                                 const QList<QByteArray> &lines)
    {
        Values values;
        for (const QByteArray &line : lines) {
            values.clear();
            scanner.scan({line.constData(), size_t(line.size())}, [&](std::span<const FoundValue> found) {
                for (const FoundValue &value : found)
                    values[QString::fromStdString(names.name(value.metric))] = value.value;
            });
        }
        return {values, &scanner};
    }

    static bool same(double a, double b)
    {
        return (std::isnan(a) && std::isnan(b)) || a == b || std::abs(a - b) <= 1e-9 * std::abs(a);
    }

private slots:
    void everyFormatIsReadAsAPersonWould()
    {
        int right = 0, wrong = 0, missed = 0;
        QStringList faults;
        for (const Case &line : cases()) {
            const auto names = std::make_shared<MetricNames>();
            LineScanner scanner(MetricRules::builtIn(), names);
            const auto [values, done] = read(scanner, *names, line.lines);
            for (auto value = values.cbegin(); value != values.cend(); ++value) {
                if (line.values.contains(value.key()) && same(line.values[value.key()], value.value())) {
                    ++right;
                } else {
                    ++wrong;
                    faults += QString("%1: found %2 = %3").arg(line.format, value.key()).arg(value.value());
                }
            }
            for (auto value = line.values.cbegin(); value != line.values.cend(); ++value) {
                if (!values.contains(value.key())) {
                    ++missed;
                    faults += QString("%1: missed %2").arg(line.format, value.key());
                }
            }
            const TrainingPlace &place = scanner.place();
            if (!same(place.step.value_or(-1), line.step))
                faults += QString("%1: step %2, not %3").arg(line.format).arg(place.step.value_or(-1)).arg(line.step);
            if (!same(place.epoch.value_or(-1), line.epoch))
                faults
                    += QString("%1: epoch %2, not %3").arg(line.format).arg(place.epoch.value_or(-1)).arg(line.epoch);
            if (scanner.localRank() != line.localRank)
                faults += QString("%1: local rank %2, not %3")
                              .arg(line.format)
                              .arg(scanner.localRank())
                              .arg(line.localRank);
        }
        const double precision = double(right) / double(right + wrong), recall = double(right) / double(right + missed);
        qInfo("%d values: precision %.4f, recall %.4f", right + missed, precision, recall);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
        QCOMPARE(precision, 1.0);
        QCOMPARE(recall, 1.0);
    }

    void aShapeThatIsKnownIsReadAsIfItWereNew()
    {
        // Every line again with other numbers, by a scanner that knows its shape and by one that does not.
        QRandomGenerator random(24);
        int checked = 0;
        for (const Case &line : cases()) {
            const auto names = std::make_shared<MetricNames>();
            const auto rules = MetricRules::builtIn();
            LineScanner knows(rules, names);
            QList<QByteArray> lengths {line.lines.last()}; // the line with numbers of other lengths
            for (int round = 0; round < 60; ++round) {
                if (round % 8 == 7) {
                    const auto isDigit = [](char c) { return c >= '1' && c <= '9'; };
                    QByteArray longer = lengths[0];
                    const auto at = qsizetype(random.bounded(quint32(longer.size())));
                    if (isDigit(longer[at]) && (at == 0 || isDigit(longer[at - 1])))
                        lengths.append(longer.insert(at, '5'));
                }
                QByteArray changed = lengths[qsizetype(random.bounded(quint32(lengths.size())))];
                for (char &c : changed) {
                    if (c >= '1' && c <= '9' && random.bounded(3) == 0)
                        c = char('1' + random.bounded(9));
                }
                LineScanner fresh(rules, names);
                const Values byShape = read(knows, *names, {changed}).first,
                             byTokens = read(fresh, *names, {changed}).first;
                QVERIFY2(byShape.keys() == byTokens.keys(), changed.constData());
                for (auto value = byTokens.cbegin(); value != byTokens.cend(); ++value)
                    QVERIFY2(same(byShape[value.key()], value.value()), changed.constData());
                checked += int(byTokens.size());
            }
        }
        QVERIFY(checked > 1000);
    }

    void proseSaysNothing_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line :
             {"Downloading data from https://example.org/mnist.npz", "PyTorch version: 2.1.0 CUDA: 12.1",
              "Using device: cuda:0",
              "Namespace(batch_size=64, epochs=10, lr=0.01, momentum=0.5, seed=1, log_interval=10)",
              "2026-11-24 10:20:30,123 INFO listening on 0.0.0.0:29500",
              "MASTER_ADDR=digits-ddp-master-0 MASTER_PORT=23456 WORLD_SIZE=3 RANK=1",
              "  File \"/workspace/train.py\", line 93, in main",
              "10.244.0.5 - - [24/Nov/2026:10:20:30 +0000] \"GET / HTTP/1.1\" 200 612",
              "[rank2]:[W1124 02:22:30.123 ProcessGroupNCCL.cpp:1849] Warning: destroy_process_group() was not called",
              "  rank      : 0 (local_rank: 0)", "  exitcode  : 1 (pid: 4220)", "  time      : 2024-10-22_06:18:55",
              "memory: 16Gi cpu: 4", "the loss function is cross entropy: see docs"})
            QTest::newRow(line) << QByteArray(line);
    }

    void proseSaysNothing()
    {
        QFETCH(QByteArray, line);
        const auto names = std::make_shared<MetricNames>();
        LineScanner scanner(MetricRules::builtIn(), names);
        QCOMPARE(read(scanner, *names, {line}).first, Values());
    }

    void notANumberAndInfinityAreValues()
    {
        const auto names = std::make_shared<MetricNames>();
        LineScanner scanner(MetricRules::builtIn(), names);
        QVERIFY(std::isnan(read(scanner, *names, {"step=3 loss=nan"}).first["loss"]));
        QVERIFY(std::isinf(read(scanner, *names, {"step=4 loss: inf"}).first["loss"]));
        QCOMPARE(read(scanner, *names, {"step=5 loss=-inf"}).first["loss"], -std::numeric_limits<double>::infinity());
        QVERIFY(std::isnan(read(scanner, *names, {"{'loss': nan, 'epoch': 0.5}"}).first["loss"]));
    }

    void severalDictionariesOnOneLineAreSeveralPoints()
    {
        const auto names = std::make_shared<MetricNames>();
        LineScanner scanner(MetricRules::builtIn(), names);
        QList<double> losses, epochs;
        scanner.scan("{'loss': 0.5, 'epoch': 0.1}          {'loss': 0.4, 'epoch': 0.2}",
                     [&](std::span<const FoundValue> found) {
                         losses += found.front().value;
                         epochs += *scanner.place().epoch;
                     });
        QCOMPARE(losses, QList<double>({0.5, 0.4}));
        QCOMPARE(epochs, QList<double>({0.1, 0.2}));
    }

    void redrawnBarsAreReadStateByState()
    {
        const auto names = std::make_shared<MetricNames>();
        LineScanner scanner(MetricRules::builtIn(), names);
        QList<double> steps;
        scanner.scan("Epoch 0:  10%|#  | 10/100 [00:01<00:09, 9.0it/s, loss=0.9]\rEpoch 0:  20%|## | 20/100 "
                     "[00:02<00:08, 9.1it/s, loss=0.8]\r",
                     [&](std::span<const FoundValue>) { steps += *scanner.place().step; });
        QCOMPARE(steps, QList<double>({10, 20}));
    }

    void rulesMayBeReplaced()
    {
        const auto rules = MetricRules::fromYaml("metrics: {loss: [widgets]}\nstep: [tick]\n");
        QVERIFY(rules.has_value());
        const auto names = std::make_shared<MetricNames>();
        LineScanner scanner(*rules, names);
        QCOMPARE(read(scanner, *names, {"tick=4 widgets=7"}).first, Values({{"widgets", 7}}));
        QCOMPARE(scanner.place().step.value_or(-1), 4.0);
    }

    void wrongRulesAreAnErrorWithAPlace()
    {
        QVERIFY(MetricRules::fromYaml("metrics: [").error().message.contains("line"));
        QVERIFY(MetricRules::fromYaml("formats:\n  - {needs: a, pattern: '(', names: []}")
                    .error()
                    .message.contains("line 2"));
    }
};

QList<TestLineScanner::Case> TestLineScanner::cases()
{
    return {
#include "data/traininglines.inc"
    };
}

QTEST_GUILESS_MAIN(TestLineScanner)
#include "tst_linescanner.moc"
