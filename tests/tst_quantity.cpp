// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_core
#include "k8s/core/quantity.h"
#include "k8s/core/timestamp.h"

#include <QTest>

using namespace k8s;

class TestQuantity : public QObject
{
    Q_OBJECT

private slots:
    void quantitiesAreNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        const auto row = [](const char *text, double value) { QTest::newRow(text) << QString(text) << value; };
        row("0", 0);
        row("1", 1);
        row("250m", 0.25);
        row("100m", 0.1);
        row("1.5", 1.5);
        row(".5", 0.5);
        row("+3", 3);
        row("-2k", -2000);
        row("100Mi", 104857600);
        row("1.5Gi", 1610612736);
        row("1e3", 1000);
        row("12E3", 12000);
        row("1E", 1e18);
        row("3Ei", 3.0 * (1LL << 60));
        row("7n", 7e-9);
    }
    void quantitiesAreNumbers()
    {
        QFETCH(QString, text);
        const auto value = parseQuantity(text);
        QVERIFY(value);
        QTEST(*value, "value");
    }

    void whatIsNoQuantityIsNone()
    {
        for (const auto *text :
             {"", " ", "Mi", "1.2.3", "1 Mi", "1mi", "1KB", "--1", "e3", "1e", "0x10", "nan", "1,5", "1Mi "})
            QVERIFY2(!parseQuantity(QString(text)), text);
    }

    void numbersAreWrittenShortly()
    {
        QCOMPARE(quantityText(104857600, QuantityFormat::Binary), "100Mi");
        QCOMPARE(quantityText(1000, QuantityFormat::Binary), "1000");
        QCOMPARE(quantityText(1536, QuantityFormat::Binary), "1536");
        QCOMPARE(quantityText(2.0 * (1LL << 30), QuantityFormat::Binary), "2Gi");
        QCOMPARE(quantityText(0.25, QuantityFormat::Decimal), "250m");
        QCOMPARE(quantityText(4, QuantityFormat::Decimal), "4");
        QCOMPARE(quantityText(2000, QuantityFormat::Decimal), "2k");
        QCOMPARE(quantityText(0, QuantityFormat::Decimal), "0");
        for (const double value : {0.1, 1.25, 3.0, 12345.0, 1e12})
            QCOMPARE(*parseQuantity(quantityText(value, QuantityFormat::Decimal)), value);
    }

    void timesAreReadToTheNanosecond()
    {
        QCOMPARE(*parseTimestampNanos("1970-01-01T00:00:01Z"), 1'000'000'000);
        QCOMPARE(*parseTimestampNanos("1970-01-01T00:00:00.000000007Z"), 7);
        QCOMPARE(*parseTimestampNanos("1970-01-01T01:00:00.5+01:00"), 500'000'000);
        QCOMPARE(*parseTimestampNanos("1969-12-31T23:59:59Z"), -1'000'000'000);
        QCOMPARE(parseTimestamp("2026-11-24T02:30:00.123456789Z"),
                 QDateTime(QDate(2026, 11, 24), QTime(2, 30, 0, 123), QTimeZone::UTC));
        QCOMPARE(parseTimestamp("2024-02-29T23:59:60Z"), QDateTime(QDate(2024, 3, 1), QTime(0, 0), QTimeZone::UTC));
    }

    void whatIsNoTimeIsNone()
    {
        for (const auto *text :
             {"", "2026-11-24", "2026-11-24T02:30:00", "2026-13-24T02:30:00Z", "2026-02-30T02:30:00Z",
              "2026-11-24T25:30:00Z", "2026-11-24T02:30:00.Z", "2026-11-24T02:30:00+1:00", "2026-11-24 02:30:00Z",
              "2026-11-24T02:30:00Zx", "2026-11-24T02:3x:00Z", "9999-11-24T02:30:00Z", "null"})
            QVERIFY2(!parseTimestampNanos(text), text);
        QVERIFY(!parseTimestamp("x").isValid());
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
