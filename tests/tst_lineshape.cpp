// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics
#include "models/metrics/lineshape.h"
#include "models/metrics/linetokens.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>

using namespace models;

/// A line that is compared with the one before it.
class TestLineShape : public QObject
{
    Q_OBJECT

    static std::string_view view(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }

    struct Line
    {
        QByteArray bytes;
        std::vector<LineShape::Number> numbers;
    };

    static QByteArray digits(QRandomGenerator &random, int count)
    {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += char('0' + random.bounded(10));
        return text;
    }

    /// Numbers of all lengths, with sign, point and exponent, between words of all lengths.
    static Line randomLine(QRandomGenerator &random)
    {
        Line line;
        const int count = 1 + int(random.bounded(8));
        for (int i = 0; i < count; ++i) {
            line.bytes += QByteArray(qsizetype(random.bounded(i == 0 ? 12U : 20U)), 'x') + (i == 0 ? "" : "=");
            LineShape::Number number {.begin = quint16(line.bytes.size())};
            if (random.bounded(4) == 0)
                line.bytes += '-';
            line.bytes += digits(random, 1 + int(random.bounded(10)));
            if (random.bounded(2))
                line.bytes += '.' + digits(random, 1 + int(random.bounded(10)));
            if (random.bounded(6) == 0)
                line.bytes += "e-0" + digits(random, 1);
            number.end = quint16(line.bytes.size());
            number.value = valueOf(line.bytes, number);
            line.numbers.push_back(number);
        }
        line.bytes += " of this";
        return line;
    }

    static double valueOf(const QByteArray &line, const LineShape::Number &number)
    {
        double value = 0;
        parseLogNumber(line.constData() + number.begin, line.constData() + line.size(), value);
        return value;
    }

private slots:
    void initTestCase()
    {
        if (!LineShape::canLearn(std::string(LineShape::shortest, ' ')))
            QSKIP("this processor has no AVX2: lines are read by their text there");
    }

    void whatIsReadIsWhatAnyNumberIsReadAs()
    {
        QRandomGenerator random(11);
        int read = 0;
        for (int round = 0; round < 3000; ++round) {
            Line line = randomLine(random);
            if (!LineShape::canLearn(view(line.bytes)))
                continue;
            LineShape shape;
            shape.learn(view(line.bytes), line.numbers, line.numbers);
            for (int again = 0; again < 8; ++again) {
                for (const LineShape::Number &number : line.numbers) {
                    for (int i = number.begin; i < number.end && random.bounded(3); ++i) {
                        if (isDigit(line.bytes[i]))
                            line.bytes[i] = char('0' + random.bounded(10));
                    }
                }
                // From memory of just this size, so that a tool sees a byte read before or behind it.
                const std::vector<char> copy(line.bytes.cbegin(), line.bytes.cend());
                if (!shape.match({copy.data(), copy.size()}))
                    continue; // an exponent's digits may make it no number
                for (size_t i = 0; i < line.numbers.size(); ++i) {
                    const double truth = valueOf(line.bytes, line.numbers[i]);
                    QVERIFY2(std::bit_cast<quint64>(shape.value(i)) == std::bit_cast<quint64>(truth),
                             line.bytes.constData());
                    ++read;
                }
            }
        }
        QVERIFY2(read > 60'000, qPrintable(QString::number(read)));
    }

    void anotherByteIsAnotherLine()
    {
        QRandomGenerator random(12);
        for (int round = 0; round < 500; ++round) {
            const Line line = randomLine(random);
            if (!LineShape::canLearn(view(line.bytes)))
                continue;
            LineShape shape;
            shape.learn(view(line.bytes), line.numbers, line.numbers);
            for (qsizetype at = 0; at < line.bytes.size(); ++at) {
                const bool isOfNumber = std::ranges::any_of(
                    line.numbers, [&](const auto &number) { return at >= number.begin && at < number.end; });
                QByteArray other = line.bytes;
                for (const char c : {'y', '\0', '/', ':', '7', '\xff', '-'}) {
                    other[at] = c;
                    const bool same = c == line.bytes[at] || (isOfNumber && isDigit(c) && isDigit(line.bytes[at]));
                    QCOMPARE(shape.match(view(other)), same);
                }
            }
            QVERIFY(!shape.match(view(line.bytes + "\r")));
            QVERIFY(!shape.match(view(line.bytes.chopped(1))));
            QVERIFY(!shape.match({}));
        }
    }
};

QTEST_APPLESS_MAIN(TestLineShape)
#include "tst_lineshape.moc"
