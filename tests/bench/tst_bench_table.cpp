// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_tables models_tables k8s_core
// label: bench
// timeout: 180
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"
#include "models/tables/resourcetable.h"
#include "views/tables/tableview.h"

#include <QElapsedTimer>
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
    template <class Work>
    static double milliseconds(Work work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        return double(timer.nsecsElapsed()) / 1e6;
    }

private slots:
    void table()
    {
        ResourceTable table(columns());
        table.sort(1);
        views::TableView view(table);
        view.resize(1000, 700);
        view.show();
        double worst = 0, fill = 0;
        for (int first = 0; first < count; first += Mailbox<Row>::sliceSize) {
            QList<Row> slice;
            for (int i = first; i < qMin(count, first + Mailbox<Row>::sliceSize); ++i)
                slice.append(row(i, (i * 7919) % count));
            const double took = milliseconds([&] {
                table.apply(slice, {});
                QCoreApplication::processEvents();
            });
            worst = qMax(worst, took);
            fill += took;
        }
        qInfo("fill %d rows: %.1f ms, worst slice %.1f ms", count, fill, worst);
        qInfo("sort by number %.1f ms", milliseconds([&] { table.sort(2); }));
        qInfo("sort by name %.1f ms", milliseconds([&] { table.sort(1, Qt::DescendingOrder); }));
        for (const auto *text : {"w", "worker-1", "worker-12", "node-77", ""})
            qInfo("filter '%s' %.1f ms", text, milliseconds([&] { table.setFilterText(text); }));
        table.sort(2);
        QRandomGenerator random(1);
        const auto changes = [&](bool moving) {
            QList<Row> batch;
            for (int i = 0; i < 1000; ++i) {
                const int which = random.bounded(count);
                Row one = row(which, moving ? random.bounded(count) : (which * 7919) % count);
                one.cells[0].text = random.bounded(2) ? "Failed" : "Pending";
                batch.append(one);
            }
            return batch;
        };
        const auto still = changes(false), moving = changes(true);
        qInfo("1,000 changes in place %.2f ms", milliseconds([&] { table.apply(still, {}); }));
        qInfo("1,000 changes moving %.2f ms", milliseconds([&] { table.apply(moving, {}); }));
        QCoreApplication::processEvents();
        qInfo("repaint alone %.2f ms", milliseconds([&] { view.repaint(); }));
        qInfo("one frame with 17 moving changes, painted: %.2f ms", milliseconds([&] {
                  table.apply(changes(true).first(17), {});
                  view.repaint();
                  QCoreApplication::processEvents();
              }));
        QStringList gone;
        for (int i = 0; i < 1000; ++i)
            gone += QString::number(i * 37);
        qInfo("1,000 removals %.2f ms", milliseconds([&] { table.apply({}, gone); }));
    }

    void proxy()
    {
        QStandardItemModel model;
        for (int i = 0; i < count; ++i) {
            auto *size = new QStandardItem;
            size->setData((i * 7919) % count, Qt::DisplayRole);
            model.appendRow({new QStandardItem("Running"), new QStandardItem(QString("worker-%1").arg(i)), size,
                             new QStandardItem("node")});
        }
        QSortFilterProxyModel proxy;
        proxy.setSourceModel(&model);
        qInfo("proxy: sort by number %.1f ms", milliseconds([&] { proxy.sort(2); }));
        proxy.setFilterKeyColumn(-1);
        qInfo("proxy: filter 'worker-1' %.1f ms", milliseconds([&] { proxy.setFilterFixedString("worker-1"); }));
        proxy.setFilterFixedString({});
        QRandomGenerator random(1);
        qInfo("proxy: 1,000 moving changes %.1f ms", milliseconds([&] {
                  for (int i = 0; i < 1000; ++i)
                      model.item(random.bounded(count), 2)->setData(random.bounded(count), Qt::DisplayRole);
              }));
        qInfo("proxy: 100 removals %.1f ms", milliseconds([&] {
                  for (int i = 0; i < 100; ++i)
                      model.removeRow(i * 37);
              }));
    }
};

QTEST_MAIN(BenchTable)
#include "tst_bench_table.moc"
