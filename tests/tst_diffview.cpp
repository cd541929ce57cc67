// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_spec
#include "views/spec/diffview.h"

#include "tests/support/screens.h"
#include "views/spec/diffpane.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace views;

/// The view as a reader meets it: two real text panes.
class TestDiffView : public QObject
{
    Q_OBJECT

    struct Seen
    {
        DiffView view;
        DiffPane *left = view.findChild<DiffPane *>("diffLeft");
        DiffPane *right = view.findChild<DiffPane *>("diffRight");
        QLabel *summary = view.findChild<QLabel *>("diffSummary");

        Seen(const QString &before, const QString &after)
        {
            view.resize(1100, 420);
            view.setDiff(models::diffTexts(before, after));
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
        }
    };

    static QString numbered(int lines)
    {
        QString text;
        for (int i = 0; i < lines; ++i)
            text += QString("line%1: %1\n").arg(i);
        return text;
    }

private slots:
    void initTestCase() { QApplication::setStyle(new Style); }

    void equalLinesStandInTheSameRow()
    {
        const Seen seen("a: 1\nb: 2\n", "x\ny\na: 1\nb: 3\n");
        QCOMPARE(seen.left->toPlainText(), "\n\na: 1\nb: 2");
        QCOMPARE(seen.right->toPlainText(), "x\ny\na: 1\nb: 3");
        QCOMPARE(seen.summary->text(), "2 change(s)");
    }

    void bothSidesScrollTogether()
    {
        const Seen seen(numbered(300), numbered(300) + QString(400, 'w'));
        seen.right->verticalScrollBar()->setValue(120);
        QCOMPARE(seen.left->verticalScrollBar()->value(), 120);
        seen.left->verticalScrollBar()->setValue(7);
        QCOMPARE(seen.right->verticalScrollBar()->value(), 7);
    }

    void keysGoThroughTheChangesAndRound()
    {
        QString changed = numbered(200);
        changed.replace("line20: 20", "line20: x");
        changed.replace("line150: 150", "line150: x");
        Seen seen(numbered(200), changed);
        QCOMPARE(seen.right->currentRow(), 20);
        QTest::keyClick(seen.right, Qt::Key_F7);
        QCOMPARE(seen.left->currentRow(), 150);
        QTest::keyClick(seen.right, Qt::Key_F7);
        QCOMPARE(seen.right->currentRow(), 20);
        QTest::keyClick(seen.right, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(seen.right->currentRow(), 150);
    }

    void aLongTextOpensAtItsFirstChange()
    {
        QString changed = numbered(300);
        changed.replace("line240: 240", "line240: x");
        Seen seen(numbered(300), changed);
        const auto isSeen = [](const DiffPane *pane) {
            return pane->viewport()->rect().contains(pane->cursorRect()) && pane->currentRow() == 240;
        };
        QTRY_VERIFY(isSeen(seen.left) && isSeen(seen.right));
        QCOMPARE(seen.left->verticalScrollBar()->value(), seen.right->verticalScrollBar()->value());
        seen.view.setDiff(models::diffTexts(numbered(300), "first\n" + numbered(300)));
        QCOMPARE(seen.right->currentRow(), 0);
        QCOMPARE(seen.right->verticalScrollBar()->value(), 0);
    }

    void aLineOfOneSideIsFoundInItsRow()
    {
        Seen seen("a: 1\nb: 2\n", "x\ny\na: 1\nb: 3\n");
        seen.view.goToLeftLine(1);
        QCOMPARE(seen.right->currentRow(), 2);
        seen.view.goToRightLine(2);
        QCOMPARE(seen.right->currentRow(), 1);
        seen.view.goToLeftLine(999);
        QCOMPARE(seen.right->currentRow(), 3);
    }

    void copiedTextHasNoGaps()
    {
        Seen seen("a: 1\nb: 2\n", "a: 1\nx\ny\nb: 2\n");
        seen.left->selectAll();
        seen.left->copy();
        QCOMPARE(QApplication::clipboard()->text(), "a: 1\nb: 2");
    }

    void equalTextsSaySo()
    {
        const Seen seen("a\n", "a\n");
        QCOMPARE(seen.summary->text(), "no difference");
    }

    void pictures()
    {
        QFile before(SOURCE_DIR "/resources/templates/01-pytorchjob-ddp.yaml");
        QFile after(SOURCE_DIR "/resources/templates/02-pytorchjob-elastic.yaml");
        QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
        Seen seen(before.readAll(), after.readAll());
        seen.view.resize(1200, 700);
        seen.view.setTitles("On the cluster", "This text");
        seen.view.goToNextChange();
        screens::save(seen.view, "diffview");
    }
};

QTEST_MAIN(TestDiffView)
#include "tst_diffview.moc"
