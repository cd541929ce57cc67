// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_theme
// label: bench
// timeout: 300
#include "tests/bench/gates.h"
#include "tests/bench/measure.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// From the start of the real program to its first picture, against a window with an empty chart in it. When that is,
/// Qt tells: it logs what it flushes to the screen.
class BenchStart : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    /// Seconds until the first picture; negative if there was none.
    double firstPaint(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        QElapsedTimer timer;
        timer.start();
        process.start(program, arguments);
        process.setReadChannel(QProcess::StandardError);
        QByteArray said;
        double time = -1;
        while (time < 0 && timer.elapsed() < 20'000 && process.waitForReadyRead(20'000)) {
            said += process.readAllStandardError();
            if (said.contains("Flushing"))
                time = double(timer.nsecsElapsed()) / 1e9;
        }
        process.kill();
        process.waitForFinished();
        if (time < 0)
            qWarning("%s painted nothing: %s", qPrintable(program), said.constData());
        return time;
    }

    void compare(const char *gate, const QString &platform, const QString &display)
    {
        const QString program = QString(BINARY_DIR "/bin/pilothouse");
        if (!QFile::exists(program))
            QSKIP("the program is not built");
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", platform);
        environment.insert("QT_LOGGING_RULES", "qt.widgets.painting.info=true");
        environment.insert("QT_FORCE_STDERR_LOGGING", "1");
        environment.insert("XDG_CONFIG_HOME", m_home.path());
        environment.insert("XDG_RUNTIME_DIR", m_home.path());
        environment.insert("KUBECONFIG", m_home.filePath("none"));
        if (!display.isEmpty())
            environment.insert("DISPLAY", display);
        bool painted = true;
        const auto start = [&](const QString &what, const QStringList &arguments) {
            const double time = firstPaint(what, arguments, environment);
            painted = painted && time > 0;
            return time;
        };
        const auto ours = [&] { return start(program, {}); };
        const auto empty = [&] { return start(QCoreApplication::applicationFilePath(), {"--empty-window"}); };
        ours(), empty(); // into the page cache
        const auto took = bench::byTurns(11, ours, empty);
        QVERIFY(painted);
        BENCH_GATE(gate, took.ratio, bench::inMilliseconds(took.ours), bench::inMilliseconds(took.theirs));
    }

private slots:
    void offscreen() { compare("start-offscreen", "offscreen", {}); }

    void x11()
    {
        QProcess server;
        server.start("Xvfb", {"-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"});
        if (!server.waitForStarted())
            QSKIP("no Xvfb here");
        QVERIFY(server.waitForReadyRead(20'000));
        compare("start-xcb", "xcb", ":" + QString::fromLatin1(server.readAllStandardOutput().trimmed()));
        server.terminate();
        server.waitForFinished();
    }
};

static int showEmptyWindow(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QChartView(new QChart));
    window.resize(1200, 800);
    window.show();
    return QApplication::exec();
}

int main(int argc, char **argv)
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--empty-window")
        return showEmptyWindow(argc, argv);
    const QCoreApplication application(argc, argv);
    BenchStart bench;
    return QTest::qExec(&bench, argc, argv);
}

#include "tst_bench_start.moc"
