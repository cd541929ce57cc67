// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_rules
// Writing a rule with its preview on a log, by the widgets. Pictures: build/.../screens.
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/owncurves.h"
#include "models/metrics/rulebook.h"
#include "models/metrics/rulepreview.h"
#include "tests/support/logfeed.h"
#include "tests/support/screens.h"
#include "tests/support/visiblechild.h"
#include "views/rules/rulespage.h"
#include "views/tables/confirmbar.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace models;
using namespace views;

class TestRulesPage : public QObject
{
    Q_OBJECT

    /// A job whose log says something that no built-in rule reads, and the page over it.
    struct Page
    {
        QTemporaryDir folder;
        RuleBook book {folder.filePath("metrics.yaml")};
        JobMetrics metrics;
        JobLogs logs {folder.filePath("spool")};
        std::shared_ptr<k8s::LogSink> sink;
        std::unique_ptr<OwnCurves> curves;
        std::unique_ptr<RulesPage> page;

        Page()
        {
            logs.setTap(metrics.tap());
            sink = logs.addSource({.rank = 0, .label = "master-0", .pod = "digits-ddp-master-0"});
            curves = std::make_unique<OwnCurves>(book, logs, metrics);
            for (int i = 1; i <= 60; ++i) {
                line("step=" + QByteArray::number(i * 20) + " loss=" + QByteArray::number(2.3 / i, 'f', 4));
                line("[distill] round " + QByteArray::number(i) + ", teacher is ahead by "
                     + QByteArray::number(0.8 / i, 'f', 4) + " nats");
                line("DataLoader: 4 workers, queue is " + QByteArray(i % 3 ? "full" : "empty"));
            }
            logs.drain();
            page = std::make_unique<RulesPage>(book);
            page->setDocument(&logs, "digits-ddp");
            page->resize(1180, 700);
            page->show();
        }
        void line(const QByteArray &text) const { logfeed::line(*sink, text); }
        QLineEdit *edit(const QString &name) const
        {
            for (auto *edit : page->findChildren<QLineEdit *>()) {
                if (edit->accessibleName() == name)
                    return edit;
            }
            return nullptr;
        }
        void type(const QString &name, const QString &text) const
        {
            edit(name)->selectAll();
            QTest::keyClicks(edit(name), text);
        }
        template <class Button = QPushButton>
        Button *button(const QString &text) const
        {
            return tests::visibleChild<Button>(*page, text);
        }
        QString hint() const
        {
            auto *label = page->findChild<Label *>("hint");
            return label->isVisible() ? label->text() : QString();
        }
        QAbstractItemModel *points() const { return page->findChild<QTableView *>()->model(); }
        QPlainTextEdit *lines() const { return page->findChild<QPlainTextEdit *>(); }
        void click(QAbstractButton *button) const { QTest::mouseClick(button, Qt::LeftButton); }
    };

private slots:
    void initTestCase() { QApplication::setStyle(new Style); }

    void theLastLinesAreThereBeforeAnythingIsTyped()
    {
        Page test;
        QVERIFY(test.lines()->toPlainText().contains("teacher is ahead by 0.0133"));
        QCOMPARE(test.points()->rowCount(), 0);
        QVERIFY2(test.hint().isEmpty(), "nobody is blamed before the first key");
        QVERIFY(!test.button("Save")->isEnabled());
        screens::save(*test.page, "rules-empty");
    }
    void whatARuleReadsIsSeenWhileTyping()
    {
        Page test;
        test.type("Pattern", "ahead by");
        QCOMPARE(test.points()->rowCount(), 60);
        QCOMPARE(test.points()->index(0, PreviewPoints::Value).data().toString(), "0.8");
        QCOMPARE(test.points()->index(59, PreviewPoints::Step).data().toString(), "1200");
        QCOMPARE(test.lines()->extraSelections().size(), 120);
        QCOMPARE(test.lines()->extraSelections().last().cursor.selectedText(), "0.0133");
        QVERIFY(test.hint().contains("name"));
        test.type("Pattern", "round {step}, teacher is ahead by {value}");
        QCOMPARE(test.points()->index(59, PreviewPoints::Step).data().toString(), "60");
        test.type("Name of the curve", "teacher_gap");
        QVERIFY(test.hint().isEmpty());
        QVERIFY(test.button("Save")->isEnabled());
    }
    void aBadExpressionIsAHintAtItsField()
    {
        Page test;
        test.type("Name of the curve", "gap");
        test.click(test.button<QToolButton>("Expression"));
        test.type("Pattern", "ahead by (");
        QVERIFY2(test.hint().contains("character 11"), qPrintable(test.hint()));
        QVERIFY(!test.button("Save")->isEnabled());
        screens::save(*test.page, "rules-hint");
        test.type("Pattern", "(round) .* by (\\S+)");
        QVERIFY2(test.hint().contains("(?<value>"), qPrintable(test.hint()));
        auto *value = test.page->findChildren<QComboBox *>().first();
        value->setCurrentIndex(value->findData("2"));
        emit value->activated(value->currentIndex());
        QVERIFY(test.hint().isEmpty());
        QCOMPARE(test.points()->rowCount(), 60);
        test.type("Pattern", "(ro.nd) .* by (\\S+)");
        QCOMPARE(value->currentData().toString(), "2");
    }
    void anExpressionThatTakesTooLongIsSaid()
    {
        Page test;
        test.line("x" + QByteArray(3000, 'a') + "cb");
        test.logs.drain();
        test.page->setDocument(&test.logs, "digits-ddp");
        test.type("Name of the curve", "gap");
        test.click(test.button<QToolButton>("Expression"));
        test.type("Pattern", "x(?<value>(a+)+)$b");
        QVERIFY(!test.hint().contains("character"));
        test.type("Pattern", "x(?<value>(a|aa)+)b");
        QVERIFY2(test.hint().contains("too long"), qPrintable(test.hint()));
    }
    void aLineBecomesTheExample()
    {
        Page test;
        test.type("Pattern", "ahead by");
        auto *points = test.page->findChild<QTableView *>();
        const QRect cell = points->visualRect(points->model()->index(59, 0));
        QTest::mouseClick(points->viewport(), Qt::LeftButton, {}, cell.center());
        const QRect cursor = test.lines()->cursorRect();
        QTest::mouseDClick(test.lines()->viewport(), Qt::LeftButton, {}, cursor.center() + QPoint(8, 0));
        QCOMPARE(test.edit("Example")->text(), "[distill] round 60, teacher is ahead by 0.0133 nats");
        QVERIFY(test.page->findChild<Label *>("exampleReads")->text().contains("0.0133"));
        test.type("Example", "something else");
        QVERIFY(test.page->findChild<Label *>("exampleReads")->text().contains("nothing"));
    }
    void savingMakesTheCurveAppear()
    {
        Page test;
        test.type("Name of the curve", "teacher_gap");
        test.type("Pattern", "round {step}, teacher is ahead by {value}");
        test.type("Example", "[distill] round 60, teacher is ahead by 0.0133 nats");
        screens::save(*test.page, "rules-text");
        test.click(test.button("Save"));
        QCOMPARE(test.book.rules().size(), 1);
        QTRY_VERIFY(test.curves->isCaughtUp());
        test.metrics.flush();
        QCOMPARE(test.metrics.series("teacher_gap").size(), 1);
        QCOMPARE(test.metrics.series("teacher_gap")[0]->series.size(), 60);
        auto *list = test.page->findChild<QListWidget *>();
        QCOMPARE(list->currentItem()->text(), "teacher_gap");
        screens::save(*test.page, "rules-saved");
    }
    void builtInRulesCanBeReadNotWritten()
    {
        Page test;
        auto *list = test.page->findChild<QListWidget *>();
        list->setCurrentItem(list->findItems("Loss", Qt::MatchExactly).first());
        const auto labels = test.page->findChildren<Label *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const Label *label) { return label->isVisible() && label->text().contains("perplexity"); }));
        QVERIFY(!test.button("Save"));
        screens::save(*test.page, "rules-builtin");
        test.click(test.button("New rule"));
        QVERIFY(test.button("Save"));
    }
    void deletingAsksFirst()
    {
        Page test;
        QVERIFY(test.book.save({}, {.name = "gap", .pattern = "ahead by"}));
        auto *list = test.page->findChild<QListWidget *>();
        list->setCurrentItem(list->findItems("gap", Qt::MatchExactly).first());
        QCOMPARE(test.edit("Pattern")->text(), "ahead by");
        test.click(test.button("Delete"));
        QCOMPARE(test.book.rules().size(), 1);
        test.click(tests::visibleChild<QPushButton>(*test.page->findChild<ConfirmBar *>(), "Delete"));
        QVERIFY(test.book.rules().isEmpty());
    }
    void withoutALogTheExampleIsTried()
    {
        QTemporaryDir folder;
        RuleBook book(folder.filePath("metrics.yaml"));
        RulesPage page(book);
        page.resize(960, 600);
        page.show();
        screens::save(page, "rules-nolog");
        auto *lines = page.findChild<QPlainTextEdit *>();
        QVERIFY(lines->toPlainText().isEmpty());
        for (auto *edit : page.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == "Pattern")
                QTest::keyClicks(edit, "gap");
            if (edit->accessibleName() == "Example")
                QTest::keyClicks(edit, "the gap is 0.5");
        }
        QCOMPARE(lines->toPlainText(), "the gap is 0.5");
        QCOMPARE(page.findChild<QTableView *>()->model()->rowCount(), 1);
    }
};

QTEST_MAIN(TestRulesPage)
#include "tst_rulespage.moc"
