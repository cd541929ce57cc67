// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics
#include "models/metrics/promquery.h"
#include "models/metrics/promtext.h"
#include "tests/support/exportertexts.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace models;

/// What exporters and Prometheus say, and what strangers say instead.
class TestPromText : public QObject
{
    Q_OBJECT

    struct Read
    {
        QStringList samples; ///< name{label=value,…} value [@ms]
        PromTextResult result;
    };
    static Read read(const QByteArray &text)
    {
        Read read;
        PromTextParser parser;
        read.result = parser.parse({text.constData(), size_t(text.size())}, [&read](const PromSample &sample) {
            QStringList labels;
            for (const auto &label : sample.labels)
                labels += QString::fromStdString(std::string(label.name) + '=' + std::string(label.value));
            QString line = QString::fromStdString(std::string(sample.name)) + '{' + labels.join(',') + "} "
                + QString::number(sample.value);
            if (sample.milliseconds)
                line += " @" + QString::number(*sample.milliseconds);
            read.samples += line;
        });
        return read;
    }

    /// With ' for the quotes of JSON.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

private slots:
    void aLineIsReadAsItsGrammarSays_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("sample");
        QTest::newRow("plain") << QByteArray("up 1") << "up{} 1";
        QTest::newRow("labels") << QByteArray("a{b=\"c\",d=\"e\"} 2.5") << "a{b=c,d=e} 2.5";
        QTest::newRow("comma at the end") << QByteArray("a{b=\"c\",} 2") << "a{b=c} 2";
        QTest::newRow("no labels in braces") << QByteArray("a{} 2") << "a{} 2";
        QTest::newRow("blanks everywhere")
            << QByteArray("\t a { b = \"c\" , d=\"\" }\t 3 \t 1700000000000 ") << "a{b=c,d=} 3 @1700000000000";
        QTest::newRow("escapes") << QByteArray("a{b=\"1\\\\2\\\"3\\n4\\x\",c=\"\\\\\"} 1")
                                 << "a{b=1\\2\"3\n4\\x,c=\\} 1";
        QTest::newRow("UTF-8") << QByteArray("a{b=\"größe\"} 1") << QString::fromUtf8("a{b=größe} 1");
        QTest::newRow("a brace inside a value") << QByteArray("a{b=\"}# 9\"} 1") << "a{b=}# 9} 1";
        QTest::newRow("not a number") << QByteArray("a NaN") << "a{} nan";
        QTest::newRow("infinite") << QByteArray("a +Inf") << "a{} inf";
        QTest::newRow("negative infinite") << QByteArray("a -Inf") << "a{} -inf";
        QTest::newRow("exponent") << QByteArray("a 1.5e+03") << "a{} 1500";
        QTest::newRow("time in the past") << QByteArray("a 1 -1") << "a{} 1 @-1000";
        QTest::newRow("OpenMetrics seconds") << QByteArray("a 1 1520879607.789") << "a{} 1 @1520879607789";
        QTest::newRow("OpenMetrics whole seconds") << QByteArray("a 1 1520879607") << "a{} 1 @1520879607000";
        QTest::newRow("exemplar") << QByteArray("a_bucket{le=\"1\"} 5 # {trace_id=\"KOO5S4vxi0o\"} 0.67 1.5")
                                  << "a_bucket{le=1} 5";
        QTest::newRow("exemplar after a time") << QByteArray("a 5 1520879607.5 # {} 0.67") << "a{} 5 @1520879607500";
        QTest::newRow("quoted name") << QByteArray("{\"my.metric\",\"label name\"=\"x\"} 1")
                                     << "my.metric{label name=x} 1";
        QTest::newRow("line end of Windows") << QByteArray("a 1\r\n") << "a{} 1";
        QTest::newRow("no line end") << QByteArray("# HELP a \n\na 1") << "a{} 1";
    }
    void aLineIsReadAsItsGrammarSays()
    {
        QFETCH(QByteArray, line);
        const Read one = read(line);
        QTEST(one.samples.value(0), "sample");
        QCOMPARE(one.samples.size(), 1);
        QCOMPARE(one.result.badLines, 0);
    }

    void whatIsNoSampleIsCountedAndSkipped_data()
    {
        QTest::addColumn<QByteArray>("line");
        const QByteArrayList lines {
            "a",         "a b",    "a{b} 1",  "a{b=\"c} 1",          "a{b=c} 1", "{b=\"c\"} 1",
            "9a 1",      "a 1 x",  "a 1 2 3", "a{b=\"c\"d=\"e\"} 1", "a{ 1",     "a{b=\"c\\",
            "a 1e999",   "<html>", "a ++1",   "a 1 1e300",           "a{,} 1",   QByteArray("\0 1", 3),
            "a{\"b\"} 1"};
        for (const auto &line : lines)
            QTest::newRow(line.toPercentEncoding().constData()) << line;
    }
    void whatIsNoSampleIsCountedAndSkipped()
    {
        QFETCH(QByteArray, line);
        const Read three = read("before 1\n" + line + "\nafter 2\n");
        QCOMPARE(three.samples, QStringList({"before{} 1", "after{} 2"}));
        QCOMPARE(three.result.badLines, 1);
    }

    void aLineOfMegabytesIsOnlyLong()
    {
        const QByteArray value(8 * 1024 * 1024, '\\');
        QCOMPARE(read("a{b=\"" + value + "\"} 1").samples.size(), 1);
        QByteArray labels;
        for (int i = 0; i < 300'000; ++i)
            labels += "l" + QByteArray::number(i) + "=\"v\",";
        const Read many = read("a{" + labels + "} 1\nup 1\n");
        QCOMPARE(many.samples, QStringList {"up{} 1"});
    }

    void whateverIsServedEverySampleHasItsName()
    {
        const QByteArray seed = exporters::dcgm + exporters::amd + "{\"a b\",c=\"d\\n\"} +Inf 1.5 # {x=\"y\"} 1\n";
        QRandomGenerator random(20261126);
        for (int round = 0; round < 4000; ++round) {
            QByteArray text = seed;
            for (int change = 0; change < 1 + round % 20; ++change) {
                const auto at = qsizetype(random.bounded(quint32(text.size())));
                const char bytes[] = "{}\"\\=,# \n0eE+-.\0\xff";
                text[at] = bytes[random.bounded(quint32(sizeof bytes - 1))];
                if (change % 7 == 3)
                    text.remove(at, qsizetype(random.bounded(40U)));
            }
            PromTextParser parser;
            qsizetype visited = 0;
            const auto result
                = parser.parse({text.constData(), size_t(text.size())}, [&visited](const PromSample &sample) {
                      ++visited;
                      QVERIFY(!sample.name.empty());
                      for (const auto &label : sample.labels)
                          QVERIFY(!label.name.empty());
                  });
            QCOMPARE(result.samples, visited);
            QVERIFY(result.samples + result.badLines <= text.count('\n') + 1);
        }
    }

    void anAnswerOfPrometheusIsRead()
    {
        const auto vector = parsePromAnswer(
            json("{'status':'success','data':{'resultType':'vector','result':[{'metric':{'__name__':'DCGM_FI_DEV_GPU_"
                 "UTIL','pod':'p'},'value':[1700000000.781,'71.5']},{'metric':{},'value':[1,'NaN']}]}}"));
        QVERIFY(vector);
        QCOMPARE(vector->size(), 2);
        QCOMPARE(vector->first().label("pod"), std::string_view("p"));
        QCOMPARE(vector->first().points, (QList<PromSeries::Point> {{1700000000781, 71.5}}));
        QVERIFY(std::isnan(vector->last().points.first().value));
        const auto matrix = parsePromAnswer(json("{'status':'success','data':{'resultType':'matrix','result':[{'metric'"
                                                 ":{'a':'b'},'values':[[1,'1'],[2,'+Inf'],['x','3'],[4,5]]}]}}"));
        QVERIFY(matrix);
        QCOMPARE(matrix->first().points, (QList<PromSeries::Point> {{1000, 1}, {2000, INFINITY}}));
        const auto scalar
            = parsePromAnswer(json("{'status':'success','data':{'resultType':'scalar','result':[3,'4']}}"));
        QVERIFY(scalar);
        QCOMPARE(scalar->first().points, (QList<PromSeries::Point> {{3000, 4}}));
    }

    void whatPrometheusRefusesIsSaidInItsWords()
    {
        const auto refused = parsePromAnswer(json(
            "{'status':'error','errorType':'bad_data','error':'invalid parameter \\'query\\': 1:1: parse error'}"));
        QCOMPARE(refused.error().kind, k8s::Error::Kind::Invalid);
        QCOMPARE(refused.error().message, "invalid parameter \"query\": 1:1: parse error");
        for (const QByteArray &stranger :
             QByteArrayList {"", "<html>", "{}", "[1]", json("{'status':'success'}"),
                             json("{'status':'success','data':{'resultType':'string','result':[1,'x']}}")})
            QCOMPARE(parsePromAnswer(stranger).error().kind, k8s::Error::Kind::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestPromText)
#include "tst_promtext.moc"
