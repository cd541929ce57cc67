// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_tables models_tables k8s_core
// label: bench
// timeout: 180
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"
#include "models/tables/resourcetable.h"
#include "tests/bench/gates.h"
#include "tests/bench/measure.h"
#include "views/tables/tableview.h"

#include <QRandomGenerator>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTest>

using namespace models;

/// 50,000 rows: what the table costs, beside a proxy model over the same cells in the same run.
class BenchTable : public QObject
{
    Q_OBJECT
    static constexpr int count = 50000;

    static Row row(int i, int size)
    {
        const QString name = QString("worker-%1").arg(i);
        return {QString::number(i),
                "team-a",
                name,
                {{"Running"}, {name}, {QString::number(size), double(size)}, {QString("node-%1").arg(i % 100)}},
                nullptr,
                {}};
    }
    static TableColumns columns()
    {
        const auto none = [](const k8s::JsonView &) { return Cell(); };
        return {{"State", none, SortKind::Text, ColumnAlign::Left, ColumnLook::State, 12},
                {"Name", none, SortKind::Text, ColumnAlign::Left, ColumnLook::Strong},
                {"Size", none, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 8},
                {"Node", none, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 12}};
    }
    static QList<Row> changes(QRandomGenerator &random, int many, bool moving)
    {
        QList<Row> batch;
        for (int i = 0; i < many; ++i) {
            const int which = random.bounded(count);
            Row one = row(which, moving ? random.bounded(count) : (which * 7919) % count);
            one.cells[0].text = random.bounded(2) ? "Failed" : "Pending";
            batch.append(one);
        }
        return batch;
    }

    /// The same cells below Qt's own proxy.
    struct Anchor
    {
        QStandardItemModel items;
        QSortFilterProxyModel proxy;

        Anchor()
        {
            for (int i = 0; i < count; ++i) {
                auto *size = new QStandardItem;
                size->setData((i * 7919) % count, Qt::DisplayRole);
                items.appendRow({new QStandardItem("Running"), new QStandardItem(QString("worker-%1").arg(i)), size,
                                 new QStandardItem(QString("node-%1").arg(i % 100))});
            }
            proxy.setSourceModel(&items);
            proxy.setFilterKeyColumn(-1);
            proxy.sort(2);
        }
    };

    ResourceTable m_table {columns()};
    std::unique_ptr<Anchor> m_anchor;

    static void gate(std::string_view id, const bench::Pairs &pairs)
    {
        BENCH_GATE(id, 1 / pairs.ratio, bench::inMilliseconds(pairs.ours), bench::inMilliseconds(pairs.theirs));
    }

private slots:
    void initTestCase()
    {
        m_anchor = std::make_unique<Anchor>();
        m_table.sort(1);
        views::TableView view(m_table);
        view.resize(1000, 700);
        view.show();
        double worst = 0, fill = 0;
        for (int first = 0; first < count; first += Mailbox<Row>::sliceSize) {
            QList<Row> slice;
            for (int i = first; i < qMin(count, first + Mailbox<Row>::sliceSize); ++i)
                slice.append(row(i, (i * 7919) % count));
            const double took = bench::ownSeconds([&] {
                m_table.apply(slice, {});
                QCoreApplication::processEvents();
            });
            worst = qMax(worst, took);
            fill += took;
        }
        qInfo("fill %d rows: %.1f ms, worst slice %.1f ms", count, fill * 1e3, worst * 1e3);
        QCOMPARE(m_table.rowCount(), count);
    }

    void aFrame()
    {
        views::TableView view(m_table);
        view.resize(1000, 700);
        view.show();
        m_table.sort(2);
        QRandomGenerator random(1);
        const auto still = changes(random, 1000, false), few = changes(random, 17, true);
        qInfo("1,000 changes in place %.2f ms", bench::ownSeconds([&] { m_table.apply(still, {}); }) * 1e3);
        QCoreApplication::processEvents();
        qInfo("repaint alone %.2f ms", bench::ownSeconds([&] { view.repaint(); }) * 1e3);
        qInfo("one frame with 17 moving changes, painted: %.2f ms",
              bench::ownSeconds([&] {
                  m_table.apply(few, {});
                  view.repaint();
                  QCoreApplication::processEvents();
              }) * 1e3);
    }

    void changesThatMoveRows()
    {
        m_table.sort(2);
        QRandomGenerator random(1);
        gate("table-moves",
             bench::byTurns(
                 5,
                 [&] {
                     const auto batch = changes(random, 1000, true);
                     return bench::ownSeconds([&] { m_table.apply(batch, {}); });
                 },
                 [&] {
                     return bench::ownSeconds([&] {
                         for (int i = 0; i < 1000; ++i)
                             m_anchor->items.item(random.bounded(count), 2)
                                 ->setData(random.bounded(count), Qt::DisplayRole);
                     });
                 }));
    }

    void aKeystrokeInTheFilter()
    {
        gate("table-filter",
             bench::byTurns(
                 5,
                 [&] {
                     const double took = bench::ownSeconds([&] { m_table.setFilterText("worker-1"); });
                     m_table.setFilterText("");
                     return took;
                 },
                 [&] {
                     const double took = bench::ownSeconds([&] { m_anchor->proxy.setFilterFixedString("worker-1"); });
                     m_anchor->proxy.setFilterFixedString("");
                     return took;
                 }));
    }

    void sortByANumber()
    {
        gate("table-sort",
             bench::byTurns(
                 5,
                 [&] {
                     m_table.sort(1);
                     return bench::ownSeconds([&] { m_table.sort(2); });
                 },
                 [&] {
                     m_anchor->proxy.sort(1);
                     return bench::ownSeconds([&] { m_anchor->proxy.sort(2); });
                 }));
    }

    void rowsThatGo()
    {
        int next = 0;
        gate("table-removals",
             bench::byTurns(
                 3,
                 [&] {
                     QStringList gone;
                     for (int i = 0; i < 1000; ++i)
                         gone += QString::number(next++ * 11);
                     return bench::ownSeconds([&] { m_table.apply({}, gone); }) / 1000;
                 },
                 [&] {
                     return bench::ownSeconds([&] {
                                for (int i = 0; i < 100; ++i)
                                    m_anchor->items.removeRow(i * 37);
                            })
                         / 100;
                 }));
    }
};

QTEST_MAIN(BenchTable)
#include "tst_bench_table.moc"
