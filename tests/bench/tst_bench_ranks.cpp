// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_logs views_charts k8s_config k8s_api tests_support
// label: bench
// timeout: 600
#include "k8s/api/apiclient.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "tests/bench/gates.h"
#include "tests/bench/logserver.h"
#include "tests/bench/measure.h"
#include "tests/support/kubectl.h"
#include "views/charts/curvestab.h"
#include "views/logs/logstab.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <malloc.h>
#include <thread>

using namespace models;

/// How long the GUI thread does not answer: a thread knocks every millisecond and counts until the event is taken.
class Knocker
{
public:
    Knocker()
        : m_thread([this](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                QElapsedTimer timer;
                timer.start();
                m_answered = false;
                QMetaObject::invokeMethod(
                    &m_door,
                    [this] {
                        m_answered = true;
                        m_answered.notify_one();
                    },
                    Qt::QueuedConnection);
                m_answered.wait(false);
                m_times += double(timer.nsecsElapsed()) / 1e6;
                QThread::msleep(1);
            }
            m_ended = true;
        })
    {
    }
    ~Knocker() { stop(); }
    Q_DISABLE_COPY_MOVE(Knocker)

    /// Milliseconds, every knock.
    QList<double> stop()
    {
        m_thread.request_stop();
        while (!m_ended)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1); // the last knock wants its answer
        if (m_thread.joinable())
            m_thread.join();
        return m_times;
    }

private:
    QObject m_door;
    std::atomic<bool> m_answered = true, m_ended = false;
    QList<double> m_times;
    std::jthread m_thread;
};

/// 64 pods' logs at once, from the socket to the curve.
class BenchRanks : public QObject
{
    Q_OBJECT

public:
    explicit BenchRanks(const bench::LogServer &server)
        : m_server(server)
    {
    }

private:
    static constexpr qint64 lines = 110'000;
    const bench::LogServer &m_server;
    QTemporaryDir m_folder {"/tmp/pilothouse-ranks-XXXXXX"};
    k8s::NetThread m_net;
    std::unique_ptr<k8s::ApiClient> m_client;

    static QList<Rank> ranks()
    {
        QList<Rank> all;
        for (int i = 0; i < bench::LogServer::pods; ++i) {
            Rank rank;
            rank.ns = "default";
            rank.pod = QString::fromLatin1(bench::LogServer::podName(i));
            rank.podUid = QString("u%1").arg(i);
            rank.replicaType = "worker";
            rank.rank = rank.replicaIndex = i;
            rank.label = rank.pod;
            rank.mainContainer = "pytorch";
            ContainerState container;
            container.name = "pytorch";
            container.state = "terminated";
            container.exitCode = 0;
            rank.containers = {container};
            all += rank;
        }
        return all;
    }
    /// Runs the event loop until every line of every rank is merged.
    static void waitForAll(const JobLogs &logs)
    {
        QEventLoop loop;
        QTimer poll;
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (logs.lineCount() >= lines * bench::LogServer::pods)
                loop.quit();
        });
        poll.start(5);
        loop.exec();
    }
    /// A spool is new for each opened job: what an earlier turn left is not part of this one.
    QString newSpool() const
    {
        QThreadPool::globalInstance()->waitForDone(); // closes the files
        QDir(m_folder.filePath("spool")).removeRecursively();
        return m_folder.filePath("spool");
    }
    double followAll()
    {
        JobMetrics metrics;
        JobLogs logs(*m_client, newSpool());
        logs.setTap(metrics.tap());
        return bench::seconds([&] {
            logs.setRanks(ranks());
            waitForAll(logs);
            metrics.flush();
        });
    }
    double discardAll()
    {
        return bench::seconds([this] {
            QProcess::execute(
                "curl",
                {"-s", "-Z", "--parallel-immediate", "--parallel-max", "64", "-o", "/dev/null",
                 m_server.address() + "/api/v1/namespaces/default/pods/worker-[0-63]/log?timestamps=true"});
        });
    }
    static QString speed(double time)
    {
        constexpr double megabytes = double(lines) * bench::LogServer::pods * 143 / 1e6;
        return QString("%1 MB/s").arg(megabytes / time, 0, 'f', 0);
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QFile file(m_folder.filePath("config"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "apiVersion: v1\nkind: Config\ncurrent-context: bench\ncontexts: [{name: bench, context: {cluster: "
            "bench, user: bench}}]\nusers: [{name: bench, user: {}}]\nclusters: [{name: bench, cluster: {server: \""
            + m_server.address() + "\"}}]\n");
        file.close();
        const auto config = k8s::Kubeconfig::load({file.fileName()});
        QVERIFY(config);
        m_client = std::make_unique<k8s::ApiClient>(m_net, *config->resolve());
    }

    void growthOfMemory()
    {
        ::malloc_trim(0);
        const double before = bench::memory("VmRSS");
        QFile("/proc/self/clear_refs").open(QIODevice::WriteOnly);
        JobMetrics metrics;
        JobLogs logs(*m_client, newSpool());
        logs.setTap(metrics.tap());
        logs.setRanks(ranks());
        waitForAll(logs);
        metrics.flush();
        const double onTheWay = bench::memory("VmHWM") - before;
        QEventLoop rest; // what only the flood needed is given back when it is over
        QTimer::singleShot(2000, &rest, &QEventLoop::quit);
        rest.exec();
        const double growth = bench::memory("VmRSS") - before;
        qint64 points = 0;
        for (const MetricInfo &metric : metrics.metrics()) {
            for (const RankSeries *series : metrics.series(metric.name))
                points += series->series.size();
        }
        BENCH_GATE("ranks-memory", growth,
                   QString("+%1 MB with %2 M points, at most +%3 MB on the way")
                       .arg(growth, 0, 'f', 0)
                       .arg(double(points) / 1e6, 0, 'f', 1)
                       .arg(onTheWay, 0, 'f', 0),
                   "");
    }

    void againstCurl()
    {
        discardAll();
        const auto took = bench::byTurns(3, [this] { return followAll(); }, [this] { return discardAll(); });
        BENCH_GATE("ranks-curl", 1 / took.ratio, speed(took.ours), speed(took.theirs));
    }

    void againstKubectl()
    {
        const QString kubectl = tests::kubectlPath();
        if (kubectl.isEmpty())
            QSKIP("no kubectl here: it comes with the sandbox");
        const auto follow = [&] {
            return bench::seconds([&] {
                QProcess process;
                process.setStandardOutputFile(QProcess::nullDevice());
                process.start(kubectl,
                              {"--server", m_server.address(), "logs", "-f", "-l", "app=train", "--prefix", "--tail=-1",
                               "--max-log-requests=64"});
                process.waitForFinished(-1);
            });
        };
        const auto took = bench::byTurns(3, [this] { return followAll(); }, follow);
        BENCH_GATE("ranks-kubectl", 1 / took.ratio, speed(took.ours), speed(took.theirs));
    }

    void longestTimeWithoutAnAnswer()
    {
        JobMetrics metrics;
        JobLogs logs(*m_client, newSpool());
        logs.setTap(metrics.tap());
        views::LogsTab reader(logs);
        views::CurvesTab curves(metrics);
        for (QWidget *page : {static_cast<QWidget *>(&reader), static_cast<QWidget *>(&curves)}) {
            page->resize(1400, 900);
            page->show();
            QVERIFY(QTest::qWaitForWindowExposed(page));
        }
        QList<double> times;
        const double stolen = bench::stolenSeconds();
        const double took = bench::seconds([&] {
            Knocker knocker;
            logs.setRanks(ranks());
            waitForAll(logs);
            times = knocker.stop();
        });
        const double share = (bench::stolenSeconds() - stolen) / took / QThread::idealThreadCount();
        std::ranges::sort(times);
        QVERIFY(times.size() > 20);
        BENCH_GATE("blocked", times.last(),
                   QString("%1 (99 of 100 within %2 ms; others took %3 % of the processors)")
                       .arg(bench::inMilliseconds(times.last() / 1e3))
                       .arg(times[times.size() * 99 / 100], 0, 'f', 1)
                       .arg(100 * share, 0, 'f', 0),
                   "");
    }
};

int main(int argc, char **argv)
{
    const bench::LogServer server(110'000);
    QApplication application(argc, argv);
    BenchRanks bench(server);
    return QTest::qExec(&bench, argc, argv);
}

#include "tst_bench_ranks.moc"
