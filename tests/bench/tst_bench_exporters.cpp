// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_gpu models_metrics
// label: bench
// timeout: 120
#include "models/gpu/devicereading.h"
#include "models/metrics/promtext.h"
#include "tests/support/exportertexts.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace models;

/// Exporters' texts against the plainest thing that reads every byte (counting line ends) and the way that is quickest
/// to write (a regular expression): ratios of one run.
class BenchExporters : public QObject
{
    Q_OBJECT

    QByteArray m_text; ///< 48 nodes with 8 devices each, and what else such an exporter serves

    template <class Work>
    static double best(const Work &work)
    {
        double seconds = 1e9;
        for (int round = 0; round < 5; ++round) {
            QElapsedTimer clock;
            clock.start();
            work();
            seconds = std::min(seconds, double(clock.nsecsElapsed()) / 1e9);
        }
        return seconds;
    }

private slots:
    void initTestCase()
    {
        for (int i = 0; i < 48 * 8; ++i) {
            QByteArray device = exporters::dcgm;
            m_text += device.replace("GPU-604ac76c", "GPU-" + QByteArray::number(i));
            for (int other = 0; other < 20; ++other)
                m_text += "DCGM_FI_DEV_OTHER_" + QByteArray::number(other)
                    + "{gpu=\"0\",UUID=\"GPU-604ac76c-d9cf-fef3-62e9-d92044ab6e52\",device=\"nvidia0\",modelName="
                      "\"NVIDIA "
                      "A100-SXM4-80GB\",Hostname=\"node-a\",container=\"pytorch\",namespace=\"team-a\",pod=\"p\"} "
                      "12345.678\n";
        }
    }

    void textToReadings()
    {
        qsizetype lines = 0, devices = 0, matches = 0;
        const double counting = best([&] { lines = m_text.count('\n'); });
        const double ours = best([&] {
            PromTextParser parser;
            DeviceGatherer gatherer;
            parser.parse({m_text.constData(), size_t(m_text.size())}, [&gatherer](const PromSample &sample) {
                gatherer.add(
                    sample.name, [&sample](std::string_view name) { return sample.label(name); }, sample.value);
            });
            devices = gatherer.take("n").size();
        });
        const double expression = best([&] {
            static const QRegularExpression line("^([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([^}]*)\\} (\\S+)$",
                                                 QRegularExpression::MultilineOption);
            matches = 0;
            for (auto it = line.globalMatch(QString::fromUtf8(m_text)); it.hasNext(); ++matches)
                (void)it.next().captured(3).toDouble();
        });
        QVERIFY(devices > 48 * 8 && matches > lines / 2);
        qInfo("%.1f MB of 384 devices: %.1f ms, %.0f MB/s; %.1fx counting line ends, 1/%.1f of QRegularExpression",
              double(m_text.size()) / 1e6, ours * 1e3, double(m_text.size()) / 1e6 / ours, ours / counting,
              expression / ours);
    }
};

QTEST_GUILESS_MAIN(BenchExporters)
#include "tst_bench_exporters.moc"
