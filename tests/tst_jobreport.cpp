// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_report models_jobs
#include "models/jobs/jobdetail.h"
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"
#include "models/metrics/jobmetrics.h"
#include "models/report/jobreport.h"
#include "models/report/svgchart.h"
#include "support/jobsamples.h"
#include "tests/support/sinks.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace models;
using samples::condition;
using tests::upsert;

class TestJobReport : public QObject
{
    Q_OBJECT

    static void fillJob(JobDetail &detail)
    {
        detail.prepare({findKind("kubeflow.org", "PyTorchJob")->type(), "team-a", "digits-ddp", {}});
        upsert(
            detail.jobSink(),
            samples::pytorchJob("digits-ddp",
                                {condition("Created", true, "14:00:00"), condition("Running", false, "14:01:00"),
                                 condition("Failed", true, "14:02:30", "PyTorchJobFailed", "1 Worker replica failed.")},
                                R"({"Worker":{"failed":1}})"));
        samples::Pod master {.name = "digits-ddp-master-0", .type = "master", .rank = "0"};
        samples::Pod worker {.name = "digits-ddp-worker-0",
                             .phase = "Failed",
                             .containerState
                             = samples::terminated(137, "OOMKilled", "14:02:11", "<script>alert(1)</script>"),
                             .limits = R"({"memory":"100Mi"})",
                             .rank = "1"};
        upsert(detail.podSink(), samples::pod(master));
        upsert(detail.podSink(), samples::pod(worker));
        detail.jobSink()->stateChanged(k8s::WatchState::Live, {});
        QTRY_COMPARE(detail.ranks().size(), 2);
        QTRY_VERIFY(!detail.diagnosis().isEmpty());
    }

    static void fillMetrics(JobMetrics &metrics, int ranks)
    {
        for (int rank = 0; rank < ranks; ++rank)
            metrics.tap()->sourceAdded({.id = rank, .rank = rank, .label = QString("worker-%1").arg(rank)});
        for (int step = 0; step < 2000; ++step) {
            for (int rank = 0; rank < ranks; ++rank) {
                const QByteArray text = "step=" + QByteArray::number(step)
                    + " loss=" + (step == 700 ? "nan" : QByteArray::number(2 * std::exp(-step / 500.0) + rank * 0.01))
                    + " accuracy=" + QByteArray::number(1 - std::exp(-step / 400.0));
                metrics.tap()->line(rank, step, (1'795'000'000'000 + step * 100) * 1'000'000,
                                    {text.constData(), size_t(text.size())});
            }
        }
        metrics.tap()->flush();
        metrics.flush();
    }

private slots:
    void theReportTellsTheWholeStory()
    {
        JobDetail detail;
        JobMetrics metrics;
        fillJob(detail);
        fillMetrics(metrics, 3);
        const QString html = QString::fromUtf8(jobReport(detail, metrics, ":root{--s0:#123456}"));
        for (const char *part :
             {"<h1>digits-ddp</h1>", "Failed", "exit 137", "digits-ddp-worker-0", "--s0:#123456", "<svg", "loss",
              "accuracy", "pytorchReplicaSpecs:", "restartPolicy: OnFailure", "Final values", "Timeline"})
            QVERIFY2(html.contains(part), part);
        QDir(BINARY_DIR).mkpath("screens");
        QFile file(BINARY_DIR "/screens/report.html");
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(html.toUtf8()) > 0);
    }

    void nothingComesFromOutsideAndNothingRuns()
    {
        JobDetail detail;
        JobMetrics metrics;
        fillJob(detail);
        const QByteArray hostile = "step=1 \"><img src=x onerror=alert(1)>_loss=0.5";
        metrics.tap()->sourceAdded({.id = 0, .rank = 0, .label = "<b>worker</b>&\"'"});
        metrics.tap()->line(0, 0, 0, {hostile.constData(), size_t(hostile.size())});
        metrics.tap()->flush();
        metrics.flush();
        const QString name = "<script src=//evil.example/x.js>", label = "</svg><script>x</script>";
        metrics.add({{.metric = name, .rank = 1, .label = label, .sample = {.value = 1, .step = 1}},
                     {.metric = name, .rank = 1, .label = label, .sample = {.value = 2, .step = 2}},
                     {.metric = name, .rank = 2, .label = "on\x1b[31mce\u202e", .sample = {.value = 3, .step = 2}}});
        metrics.flush();
        const QString html = QString::fromUtf8(jobReport(detail, metrics, {}));
        QVERIFY(html.contains("default-src 'none'"));
        QVERIFY(html.contains("&lt;script"));
        // Every element is one of ours, and none has a handler or an address.
        static const QRegularExpression tags("<([a-zA-Z!][^\\s>/]*)([^>]*)>");
        const QStringList ours {"!DOCTYPE", "html", "head", "meta", "title", "style",  "body", "main",     "h1",
                                "h2",       "h3",   "p",    "span", "div",   "strong", "pre",  "table",    "thead",
                                "tbody",    "tr",   "th",   "td",   "svg",   "line",   "text", "polyline", "polygon"};
        int seen = 0;
        for (auto match = tags.globalMatch(html); match.hasNext(); ++seen) {
            const auto tag = match.next();
            QVERIFY2(ours.contains(tag.captured(1)), qPrintable(tag.captured(0)));
            const QString names = tag.captured(2).remove(QRegularExpression("\"[^\"]*\""));
            QVERIFY2(!QRegularExpression("\\b(on\\w+|src|href)\\s*=").match(names).hasMatch(),
                     qPrintable(tag.captured(0)));
        }
        QVERIFY(seen > 50);
        QVERIFY(!html.contains('\x1b') && !html.contains(QChar(0x202E)));
    }

    void aChartIsWellFormedAndKeepsItsSpikes()
    {
        JobMetrics metrics;
        QList<GivenPoint> given;
        for (int step = 0; step < 20'000; ++step)
            given.append({.metric = "loss",
                          .label = "worker-0",
                          .sample = {.value = step == 12'345 ? 50.0F : 1.0F, .step = double(step)}});
        metrics.add(given);
        metrics.flush();
        const QString svg = svgChart(metrics, metrics.metric("loss"));
        QXmlStreamReader reader(svg);
        double highest = 1e9;
        qsizetype points = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != u"polyline")
                continue;
            for (const QString &point : reader.attributes().value("points").toString().split(' ')) {
                highest = std::min(highest, point.section(',', 1).toDouble());
                ++points;
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(highest < 60); // of 230: the spike is there
        QVERIFY(points < 1000); // and the file is small
    }

    void manyRanksBecomeABand()
    {
        JobMetrics metrics;
        fillMetrics(metrics, 12);
        const QString svg = svgChart(metrics, metrics.metric("loss"));
        QVERIFY(svg.contains("class=\"band\""));
        QCOMPARE(svg.count("<polyline"), 1);
    }
};

QTEST_GUILESS_MAIN(TestJobReport)
#include "tst_jobreport.moc"
