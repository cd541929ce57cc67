// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_spec
#include "models/spec/specdocument.h"
#include "models/spec/spectemplates.h"
#include "tests/support/screens.h"
#include "views/spec/launchpage.h"
#include "views/spec/searchbar.h"
#include "views/spec/yamleditor.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace views;
using namespace models;

/// The editor under real keys.
class TestYamlEditor : public QObject
{
    Q_OBJECT

    struct Studio
    {
        SpecDocument document;
        LaunchPage page {document};
        YamlEditor *editor = page.findChild<YamlEditor *>("yamlEditor");
        QWidget *search = page.findChild<QWidget *>("searchBar");

        explicit Studio(const QString &text = specTemplate("pytorchjob-ddp").text)
        {
            page.resize(1180, 780);
            page.show();
            (void)QTest::qWaitForWindowExposed(&page);
            page.setText(text);
            editor->setFocus();
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(editor, key, modifiers); }
        void cursorAt(const QString &words) { editor->showPosition(page.text().indexOf(words)); }
        QLineEdit *words() const { return search->findChild<QLineEdit *>("searchWords"); }
        QString note() const { return search->findChild<Label *>("searchNote")->text(); }
        int line() const { return editor->textCursor().blockNumber() + 1; }
        int visibleLines() const
        {
            int count = 0;
            for (QTextBlock block = editor->document()->firstBlock(); block.isValid(); block = block.next())
                count += block.isVisible() ? 1 : 0;
            return count;
        }
    };

private slots:
    void aLongTextStaysWithoutColoursHoweverItComes()
    {
        const auto isColored = [](const Studio &studio) {
            return !studio.editor->document()->firstBlock().layout()->formats().isEmpty();
        };
        Studio studio("name: short\n");
        QTRY_VERIFY(isColored(studio));
        studio.page.setText(QString("name: long\n").repeated(6000));
        QVERIFY(!isColored(studio));
        studio.page.setText("name: short again\n");
        QTRY_VERIFY(isColored(studio));
        studio.editor->undo();
        QVERIFY(studio.visibleLines() > 5000);
        QTest::qWait(0); // colours would come with the next turn of the loop
        QVERIFY(!isColored(studio));
    }

    void wordsAreFoundAndCounted()
    {
        Studio studio;
        studio.press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(studio.search->isVisible() && studio.words()->hasFocus());
        QTest::keyClicks(studio.words(), "REPLICAS:");
        QCOMPARE(studio.note(), "1 of 2");
        QTest::keyClick(studio.words(), Qt::Key_Return);
        QCOMPARE(studio.note(), "2 of 2");
        QCOMPARE(studio.editor->textCursor().selectedText(), "replicas:");
        screens::save(studio.page, "editor-search");
        QTest::keyClick(studio.words(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(studio.note(), "1 of 2");
        QTest::mouseClick(studio.search->findChild<QPushButton *>("searchCase"), Qt::LeftButton);
        QCOMPARE(studio.note(), "Not found");
        QTest::keyClick(studio.words(), Qt::Key_Escape);
        QVERIFY(!studio.search->isVisible() && studio.editor->hasFocus());
    }

    void aWrongExpressionIsSaidInPlace()
    {
        Studio studio;
        studio.press(Qt::Key_F, Qt::ControlModifier);
        QTest::mouseClick(studio.search->findChild<QPushButton *>("searchRegex"), Qt::LeftButton);
        studio.words()->setText("(replicas");
        QVERIFY2(studio.note().startsWith("Not a regular expression"), qPrintable(studio.note()));
        studio.words()->setText("replicas: \\d");
        QCOMPARE(studio.note(), "1 of 2");
    }

    void replacingIsOneStep()
    {
        Studio studio;
        const QString before = studio.page.text();
        studio.press(Qt::Key_R, Qt::ControlModifier);
        QTest::mouseClick(studio.search->findChild<QPushButton *>("searchRegex"), Qt::LeftButton);
        studio.words()->setText("cpu: \"(\\d)\"");
        studio.search->findChild<QLineEdit *>("replaceWords")->setText("cpu: \"\\1\\1\"");
        QTest::mouseClick(studio.search->findChild<QPushButton *>("replaceAll"), Qt::LeftButton);
        QCOMPARE(studio.page.text().count("cpu: \"11\""), 2);
        studio.editor->undo();
        QCOMPARE(studio.page.text(), before);
    }

    void aLineIsGoneTo()
    {
        Studio studio;
        studio.press(Qt::Key_G, Qt::ControlModifier);
        studio.words()->selectAll();
        QTest::keyClicks(studio.words(), "12");
        QTest::keyClick(studio.words(), Qt::Key_Return);
        QCOMPARE(studio.line(), 12);
        QVERIFY(!studio.search->isVisible());
    }

    void keysFoldAndTheCursorOpens()
    {
        Studio studio;
        const int all = studio.visibleLines();
        studio.cursorAt("Master:");
        studio.press(Qt::Key_Minus, Qt::AltModifier);
        const int folded = studio.visibleLines();
        QVERIFY(folded < all - 10);
        screens::save(studio.page, "editor-folded");
        const QString text = studio.page.text();
        studio.cursorAt("replicas: 1"); // hidden: a place that someone goes to is shown
        QCOMPARE(studio.visibleLines(), all);
        studio.press(Qt::Key_Minus, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(studio.visibleLines() < all);
        studio.press(Qt::Key_Plus, Qt::AltModifier);
        QCOMPARE(studio.visibleLines(), all);
        QCOMPARE(studio.page.text(), text);
    }

    void linesAreCommentedDuplicatedMovedIndented()
    {
        Studio studio("a: 1\nb:\n  c: 2\n  d: 3\n");
        studio.cursorAt("c:");
        studio.press(Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(studio.page.text(), "a: 1\nb:\n  # c: 2\n  d: 3\n");
        studio.press(Qt::Key_Slash, Qt::ControlModifier);
        studio.press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(studio.page.text(), "a: 1\nb:\n  c: 2\n  c: 2\n  d: 3\n");
        studio.editor->undo();
        studio.cursorAt("d:");
        studio.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(studio.page.text(), "a: 1\nb:\n  d: 3\n  c: 2\n");
        studio.press(Qt::Key_Tab); // the moved line is selected
        QCOMPARE(studio.page.text(), "a: 1\nb:\n    d: 3\n  c: 2\n");
        studio.press(Qt::Key_Backtab);
        QCOMPARE(studio.page.text(), "a: 1\nb:\n  d: 3\n  c: 2\n");
    }

    void indentingAnewKeepsComments()
    {
        Studio studio("a:\n    b: 1 # one\n    # two\n    c:\n        - d\n");
        studio.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(studio.page.text(), "a:\n  b: 1 # one\n  # two\n  c:\n    - d\n");
        studio.page.setText("a: [1\n");
        studio.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(studio.page.text(), "a: [1\n");
        QVERIFY(studio.page.findChild<QWidget *>("notice")->isVisible());
    }

    void documentsAreGoneThrough()
    {
        Studio studio("a: 1\n---\nb: 2\n---\nc: 3\n");
        studio.editor->showPosition(0);
        studio.press(Qt::Key_PageDown, Qt::AltModifier);
        QCOMPARE(studio.line(), 2);
        studio.press(Qt::Key_PageDown, Qt::AltModifier);
        QCOMPARE(studio.line(), 4);
        studio.press(Qt::Key_PageUp, Qt::AltModifier);
        studio.press(Qt::Key_PageUp, Qt::AltModifier);
        QCOMPARE(studio.line(), 1);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(new views::Style);
    TestYamlEditor test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_yamleditor.moc"
