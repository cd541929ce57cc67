// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_tables k8s_core
#include "models/kinds/kindtable.h"
#include "models/tables/resourcetable.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace models;

class TestResourceTable : public QObject
{
    Q_OBJECT

    static TableColumns columns()
    {
        return {{"Name", [](const k8s::JsonView &) { return Cell(); }, SortKind::Text},
                {"State", [](const k8s::JsonView &) { return Cell(); }, SortKind::Text},
                {"Size", [](const k8s::JsonView &) { return Cell(); }, SortKind::Number},
                {"Age", [](const k8s::JsonView &) { return Cell(); }, SortKind::Age},
                {"Note", {}, SortKind::Text}};
    }
    static Row row(const QString &name, const QString &state = "Running", double size = 0, double since = 0)
    {
        return {"uid-" + name,
                "team-a",
                name,
                {{name},
                 {state, 0, state == "Failed" ? Tone::Bad : Tone::Good, StateShape::Running},
                 {QString::number(size), size},
                 {{}, since},
                 {}},
                nullptr,
                {"kubeflow.org", "v1", "pytorchjobs", "PyTorchJob", true}};
    }
    static QStringList names(const ResourceTable &table)
    {
        QStringList all;
        for (int i = 0; i < table.rowCount(); ++i)
            all += table.index(i, 0).data().toString();
        return all;
    }

private slots:
    void rowsComeChangeAndGo()
    {
        ResourceTable table(columns());
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.apply({row("b"), row("a")}, {});
        QCOMPARE(names(table), (QStringList {"a", "b"}));
        table.apply({row("b", "Failed")}, {"uid-a", "uid-unknown"});
        QCOMPARE(names(table), (QStringList {"b"}));
        QCOMPARE(table.index(0, 1).data(ResourceTable::ToneRole).value<Tone>(), Tone::Bad);
        QCOMPARE(table.refAt(0).name, "b");
        QCOMPARE(table.refAt(0).type.kind, "PyTorchJob");
        QCOMPARE(table.refAt(7), k8s::ObjectRef());
    }

    void aHeartbeatThatChangesNoCellSaysNothing()
    {
        ResourceTable table(columns());
        table.apply({row("a"), row("b")}, {});
        QSignalSpy data(&table, &QAbstractItemModel::dataChanged);
        QSignalSpy layout(&table, &QAbstractItemModel::layoutChanged);
        QSignalSpy changed(&table, &ResourceTable::changed);
        table.apply({row("a"), row("b")}, {});
        QCOMPARE(data.count() + layout.count() + changed.count(), 0);
    }

    void oneChangedRowIsOneSignal()
    {
        ResourceTable table(columns());
        table.apply({row("a"), row("b"), row("c")}, {});
        QSignalSpy data(&table, &QAbstractItemModel::dataChanged);
        table.apply({row("b", "Failed")}, {});
        QCOMPARE(data.count(), 1);
        QCOMPARE(data.first().first().toModelIndex().row(), 1);
    }

    void sortsNumbersByValueAndNamesAsPeopleDo()
    {
        ResourceTable table(columns());
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.apply({row("worker-10", "Running", 9), row("worker-2", "Running", 100), row("Master-0", "Running", 20)},
                    {});
        table.sort(0);
        QCOMPARE(names(table), (QStringList {"Master-0", "worker-2", "worker-10"}));
        table.sort(2, Qt::DescendingOrder);
        QCOMPARE(names(table), (QStringList {"worker-2", "Master-0", "worker-10"}));
        table.apply({row("worker-10", "Running", 101)}, {});
        QCOMPARE(names(table).first(), "worker-10");
    }

    void keysSortAsTheComparisonDoes()
    {
        const QStringList texts {"",   "0",   "a",   "A", "a0",     "a00",      "a1",       "a10",
                                 "a2", "a2b", "a-2", "B", "b-10-2", "b-2-10",   "b-2-9",    "é",
                                 "z9", "z10", "007", "7", "70",     "worker-1", "worker-01"};
        const auto sign = [](int value) { return value < 0 ? -1 : value > 0 ? 1 : 0; };
        for (const auto &left : texts) {
            for (const auto &right : texts)
                QCOMPARE(sign(naturalKey(left).compare(naturalKey(right))), sign(naturalCompare(left, right)));
        }
    }

    void manyRowsSortLikeFew()
    {
        ResourceTable many(columns());
        QList<Row> rows;
        for (int i = 0; i < 1500; ++i)
            rows.append(row(QString("job-%1").arg((i * 619) % 1500), i % 3 ? "Running" : "Failed", i % 7, i % 11));
        many.apply(rows, {});
        for (int column = 0; column < 4; ++column) {
            many.sort(column, Qt::DescendingOrder); // by keys
            ResourceTable merged(columns()); // by comparison: one merge per small batch
            merged.sort(column, Qt::DescendingOrder);
            for (int first = 0; first < rows.size(); first += 100)
                merged.apply(rows.mid(first, 100), {});
            QCOMPARE(names(many), names(merged));
        }
    }

    void agesSortYoungestFirst()
    {
        ResourceTable table(columns());
        table.sort(3);
        table.apply({row("old", "Running", 0, 1000), row("young", "Running", 0, 2000)}, {});
        QCOMPARE(names(table), (QStringList {"young", "old"}));
        QVERIFY(table.index(0, 3).data().toString().endsWith('y'));
    }

    void theFilterWantsEveryWord()
    {
        ResourceTable table(columns());
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.apply({row("digits-ddp"), row("digits-tf", "Failed"), row("llama", "Failed")}, {});
        table.setFilterText("DIGITS fail");
        QCOMPARE(names(table), (QStringList {"digits-tf"}));
        table.apply({row("digits-new", "Failed"), row("other", "Running")}, {});
        QCOMPARE(names(table), (QStringList {"digits-new", "digits-tf"}));
        table.apply({row("digits-tf", "Running")}, {});
        QCOMPARE(names(table), (QStringList {"digits-new"}));
        table.setFilterText({});
        QCOMPARE(table.rowCount(), 5);
    }

    void theFilterKnowsBothCasesOfEveryScript()
    {
        ResourceTable table(columns());
        const QStringList all {"ÄPFEL-0", "äpfel-1", "ПОЕЗД", "поезд", "\u212Aelvin", "kelvin", "Straße"};
        QList<Row> rows;
        for (const QString &name : all)
            rows += row(name);
        table.apply(rows, {});
        const QStringList words {"äPFEL", "поеЗД", "KELVIN", "el", "-1", "STRASSE", "straß", "z"};
        for (const QString &wanted : words) {
            table.setFilterText(wanted);
            for (const QString &name : all)
                QVERIFY2(names(table).contains(name) == name.contains(wanted, Qt::CaseInsensitive),
                         qPrintable(wanted + " in " + name));
        }
    }

    void chipsFilterByWholeWordAndCountEverything()
    {
        ResourceTable table(columns());
        table.apply({row("a"), row("b", "Failed"), row("c", "Failed")}, {});
        table.setWordFilter(1, {"Failed"});
        QCOMPARE(names(table), (QStringList {"b", "c"}));
        QCOMPARE(table.wordCounts(1).value("Running"), 1);
        QCOMPARE(table.totalCount(), 3);
        table.setWordFilter(1, {});
        QCOMPARE(table.rowCount(), 3);
    }

    void nothingMovesWhileSortingIsHeld()
    {
        ResourceTable table(columns());
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.apply({row("b", "Running", 1), row("c", "Running", 2)}, {});
        table.sort(2);
        table.setSortingHeld(true);
        table.apply({row("b", "Running", 9), row("a", "Running", 0)}, {});
        QCOMPARE(names(table), (QStringList {"b", "c", "a"}));
        table.setSortingHeld(false);
        QCOMPARE(names(table), (QStringList {"a", "c", "b"}));
    }

    void aSelectedRowIsFollowedThroughAnyChange()
    {
        ResourceTable table(columns());
        QList<Row> rows;
        for (int i = 0; i < 100; ++i)
            rows.append(row(QString("job-%1").arg(i), "Running", i));
        table.apply(rows, {});
        table.sort(2);
        const QPersistentModelIndex chosen(table.index(50, 0));
        QCOMPARE(chosen.data().toString(), "job-50");
        QStringList removed;
        for (int i = 0; i < 100; i += 3)
            removed += QString("uid-job-%1").arg(i);
        table.apply({row("job-50", "Running", -1)}, removed);
        QCOMPARE(chosen.data().toString(), "job-50");
        QCOMPARE(chosen.row(), 0);
        table.setFilterText("nothing like that");
        QVERIFY(!chosen.isValid());
    }

    void aCellThatNoFeedFillsSurvivesTheFeed()
    {
        ResourceTable table(columns());
        table.apply({row("a")}, {});
        table.setCell("uid-a", 4, {"mine"});
        table.setCell("uid-unknown", 4, {"lost"});
        QCOMPARE(table.index(0, 4).data().toString(), "mine");
        table.apply({row("a", "Failed")}, {});
        QCOMPARE(table.index(0, 4).data().toString(), "mine");
        QCOMPARE(table.index(0, 1).data().toString(), "Failed");
    }

    void randomBatchesAgreeWithABruteForceTable()
    {
        ResourceTable table(columns());
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QHash<QString, Row> truth;
        QRandomGenerator random(4711);
        for (int round = 0; round < 120; ++round) {
            QList<Row> upserts;
            QStringList removed;
            for (int i = random.bounded(40); i > 0; --i) {
                const QString name = QString("n%1").arg(random.bounded(150));
                if (random.bounded(3) == 0 && truth.remove("uid-" + name)) {
                    removed += "uid-" + name;
                    upserts.removeIf([&](const Row &one) { return one.name == name; });
                } else if (!removed.contains("uid-" + name)) {
                    upserts.append(row(name, random.bounded(2) ? "Running" : "Failed", random.bounded(20)));
                    truth["uid-" + name] = upserts.last();
                }
            }
            if (round % 10 == 0)
                table.sort(random.bounded(3), random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            if (round % 7 == 0)
                table.setFilterText(round % 14 == 0 ? "Fail" : "");
            table.setSortingHeld(round % 5 == 0);
            table.apply(upserts, removed);
            table.setSortingHeld(false);
            QStringList expected;
            for (const auto &one : truth) {
                if (table.filterText().isEmpty() || one.cells[1].text == "Failed")
                    expected += one.name;
            }
            auto shown = names(table);
            for (int i = 1; i < shown.size(); ++i) {
                const auto &left = truth["uid-" + shown[i - 1]].cells[table.sortColumn()];
                const auto &right = truth["uid-" + shown[i]].cells[table.sortColumn()];
                const int order = table.sortColumn() == 2 ? int(left.sortKey - right.sortKey)
                                                          : naturalCompare(left.text, right.text);
                QVERIFY(table.sortOrder() == Qt::AscendingOrder ? order <= 0 : order >= 0);
            }
            shown.sort();
            expected.sort();
            QCOMPARE(shown, expected);
        }
    }
};

QTEST_MAIN(TestResourceTable)
#include "tst_resourcetable.moc"
