// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFile>
#include <QString>

#include <array>
#include <string_view>

/// What the benchmarks promise, as data: packaging/bench makes the table of docs/performance.md of it.
namespace bench {

struct Gate
{
    std::string_view id;
    const char *what;
    const char *anchor; ///< measured beside it in the same run; empty: the figure stands alone
    bool atLeast; ///< more is better
    double goal;
    double gate; ///< where the benchmark fails: the machine may be slow or busy, so some way off the goal
    const char *unit;
};

inline constexpr std::array gates {
    Gate {"index", "open and index 1 GB", "`wc -l`", false, 1.3, 2.0, "x"},
    Gate {"index-lnav", "the same", "`lnav -n`, all lines filtered out", true, 35, 21, "x"},
    Gate {"search-rare", "search 1 GB, rare text", "`rg -c`", false, 1.0, 1.0, "x"},
    Gate {"search-frequent", "search 1 GB, frequent text", "`rg -c`", false, 1.0, 1.0, "x"},
    Gate {"search-literal", "search 1 GB, expression with a text", "`rg -c`", false, 1.0, 1.0, "x"},
    Gate {"search-open", "search 1 GB, expression without a text", "`rg -c`", false, 1.0, 1.0, "x"},
    Gate {"search-either", "search 1 GB, alternatives", "`rg -c`", false, 1.0, 1.0, "x"},
    Gate {"search-case", "search 1 GB, any case", "`rg -c`", false, 1.0, 1.0, "x"},
    Gate {"append", "append to the log view", "QPlainTextEdit in batches of 1,000 lines", true, 100, 60, "x"},
    Gate {"paint", "paint of a page at 100 M lines", "", false, 3, 5, "ms"},
    Gate {"memory-line", "memory per line, 64 ranks merged", "", false, 0.5, 0.5, "B"},
    Gate {"table-moves", "table of 50,000 rows: 1,000 changes that move rows", "QSortFilterProxyModel", true, 10, 6,
          "x"},
    Gate {"table-filter", "table of 50,000 rows: a keystroke in the filter", "QSortFilterProxyModel", true, 8, 4.8,
          "x"},
    Gate {"table-sort", "table of 50,000 rows: sort by a number", "QSortFilterProxyModel", true, 8, 4.8, "x"},
    Gate {"table-removals", "table of 50,000 rows: removal of a row among 1,000", "QSortFilterProxyModel, among 100",
          true, 100, 60, "x"},
    Gate {"extraction", "metrics from log lines", "QRegularExpression for two of them", true, 8, 6, "x"},
    Gate {"ranks-curl", "64 pods' logs at once, spooled, indexed, merged, read for metrics", "curl that discards them",
          true, 0.2, 0.12, "x"},
    Gate {"ranks-kubectl", "the same", "`kubectl logs -f -l`", true, 10, 6, "x"},
    Gate {"ranks-memory", "the same: growth of memory", "", false, 64, 107, "MB"},
    Gate {"blocked", "window never blocked longer than, while they stream into reader and charts", "", false, 50, 83,
          "ms"},
    Gate {"pods-blocked", "window never blocked longer than, while 10,000 pods come and change and someone filters", "",
          false, 50, 83, "ms"},
    Gate {"frame-million", "chart frame, 8 series of 1 M live points", "QtCharts with one series of 1 M", true, 100, 60,
          "x"},
    Gate {"frame-small", "the same", "QtCharts with 8 series of 1,500", false, 0.25, 0.42, "x"},
    Gate {"frame-custom", "the same", "QCustomPlot with 8 series of 1 M, edges not smooth", true, 8, 4.8, "x"},
    Gate {"frame-ten", "chart frame, 8 series of 10 M points", "", false, 5, 8.3, "ms"},
    Gate {"start-offscreen", "start to first paint, off-screen", "an empty QtCharts window", false, 2, 3.3, "x"},
    Gate {"start-xcb", "start to first paint, X11", "an empty QtCharts window", false, 2, 3.3, "x"},
    Gate {"key-paint", "key until it is painted, 2,000 lines", "", false, 16, 27, "ms"},
    Gate {"schema", "a PyTorchJob of 2,000 lines against its schema", "valijson", true, 10, 6, "x"},
    Gate {"hostile", "hostile YAML opened: until what is wrong is told (the slowest of 31)", "", false, 100, 166, "ms"},
    Gate {"key-list", "key until what is wrong stands in list and text", "", false, 30, 50, "ms"},
};

/// Says how a figure stands to its goal, and keeps the row for the table where $PILOTHOUSE_BENCH_ROWS names a file.
/// False if it misses its gate.
inline bool report(std::string_view id, double value, const QString &ours, const QString &theirs)
{
    size_t place = 0;
    while (place < gates.size() && gates[place].id != id)
        ++place;
    if (place == gates.size())
        qFatal("no gate is called %s", std::string(id).c_str());
    const Gate &gate = gates[place];
    const auto within = [&](double bound) { return gate.atLeast ? value >= bound : value <= bound; };
    const auto number = [](double figure) {
        return QString::number(figure, 'f', figure >= 20 ? 0 : figure >= 3 ? 1 : 2);
    };
    const QString goal = QString(gate.atLeast ? "≥ %1 %2" : "≤ %1 %2").arg(gate.goal).arg(gate.unit);
    const QString verdict = within(gate.goal) ? "met" : "**missed**";
    qInfo("%s: %s, %s %s: %s %s (goal %s, %s)", gate.what, qUtf8Printable(ours), gate.anchor, qUtf8Printable(theirs),
          qUtf8Printable(number(value)), gate.unit, qUtf8Printable(goal), qUtf8Printable(verdict));
    QFile rows(qEnvironmentVariable("PILOTHOUSE_BENCH_ROWS"));
    if (!rows.fileName().isEmpty() && rows.open(QIODevice::Append)) {
        const QString anchor = theirs.isEmpty() ? QString(gate.anchor) : QString("%1: %2").arg(gate.anchor, theirs);
        rows.write(QString("%1\t| %2 | %3 | %4 | %5 %6 | %7 | %8 |\n")
                       .arg(place, 2, 10, QChar(u'0'))
                       .arg(gate.what, ours, anchor, number(value), gate.unit, goal, verdict)
                       .toUtf8());
    }
    return within(gate.gate);
}

} // namespace bench

/// Fails the running benchmark if the figure misses its gate.
#define BENCH_GATE(id, value, ours, theirs)                                                                            \
    QVERIFY2(bench::report(id, value, ours, theirs), "further from its goal than its gate allows")
