// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_shell
#include "views/shell/commandpalette.h"
#include "views/shell/fuzzy.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace views;

class TestCommandPalette : public QObject
{
    Q_OBJECT

private slots:
    void lettersMatchInOrder();
    void startsOfWordsWin();
    void aWholeWordWinsOverScatteredLetters();
    void everythingIsThereBeforeTyping();
    void typingNarrowsAndEnterChooses();
    void arrowsGoRound();
    void escapeLeavesWithoutChoosing();
    void nothingFoundIsSaid();
    void theListIsAProperModel();

private:
    static QList<PaletteEntry> entries()
    {
        return {{.id = "training", .text = "Training", .detail = {}, .iconName = "training", .shortcut = {}},
                {.id = "launch", .text = "Launch the sample job", .detail = {}, .iconName = "launch", .shortcut = {}},
                {.id = "job", .text = "digits-ddp", .detail = "PyTorchJob", .iconName = "chart", .shortcut = {}}};
    }
};

void TestCommandPalette::lettersMatchInOrder()
{
    QVERIFY(fuzzyScore(u"lsj", u"Launch the sample job") >= 0);
    QCOMPARE(fuzzyScore(u"jsl", u"Launch the sample job"), -1);
    QVERIFY(fuzzyScore(u"", u"anything") >= 0);
    QVERIFY(fuzzyScore(u"DDP", u"digits-ddp") >= 0);
    QList<int> places;
    fuzzyScore(u"dd", u"digits-ddp", &places);
    QCOMPARE(places, QList<int>({7, 8}));
}

void TestCommandPalette::startsOfWordsWin()
{
    QVERIFY(fuzzyScore(u"lj", u"Launch job") > fuzzyScore(u"lj", u"salad jar"));
}

void TestCommandPalette::aWholeWordWinsOverScatteredLetters()
{
    QVERIFY(fuzzyScore(u"log", u"Open a log") > fuzzyScore(u"log", u"Launch the other group"));
}

void TestCommandPalette::everythingIsThereBeforeTyping()
{
    QWidget window;
    CommandPalette palette(&window);
    palette.setSource(entries);
    palette.open();
    QCOMPARE(palette.count(), 3);
    QCOMPARE(palette.entryAt(0), "training");
    QCOMPARE(palette.entryAt(7), QString());
}

void TestCommandPalette::typingNarrowsAndEnterChooses()
{
    QWidget window;
    window.resize(900, 600);
    CommandPalette palette(&window);
    palette.setSource(entries);
    window.show();
    palette.open();
    QSignalSpy chosen(&palette, &CommandPalette::chosen);
    auto *field = palette.findChild<QLineEdit *>();
    QTest::keyClicks(field, "dd");
    QCOMPARE(palette.count(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), "job");
    QVERIFY(palette.isHidden());
}

void TestCommandPalette::arrowsGoRound()
{
    QWidget window;
    window.resize(900, 600);
    CommandPalette palette(&window);
    palette.setSource(entries);
    window.show();
    palette.open();
    auto *field = palette.findChild<QLineEdit *>();
    QTest::keyClick(field, Qt::Key_Up);
    QSignalSpy chosen(&palette, &CommandPalette::chosen);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.first().first().toString(), "job");
}

void TestCommandPalette::escapeLeavesWithoutChoosing()
{
    QWidget window;
    CommandPalette palette(&window);
    palette.setSource(entries);
    window.show();
    palette.open();
    QSignalSpy chosen(&palette, &CommandPalette::chosen);
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(palette.isHidden());
    QCOMPARE(chosen.count(), 0);
}

void TestCommandPalette::nothingFoundIsSaid()
{
    QWidget window;
    CommandPalette palette(&window);
    palette.setSource(entries);
    palette.open();
    palette.setFilter("zzz");
    QCOMPARE(palette.count(), 0);
    QVERIFY(palette.findChild<QListView *>()->isHidden());
    palette.choose(0); // of nothing
}

void TestCommandPalette::theListIsAProperModel()
{
    QWidget window;
    CommandPalette palette(&window);
    palette.setSource(entries);
    QAbstractItemModelTester tester(palette.findChild<QListView *>()->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    palette.open();
    palette.setFilter("a");
    palette.setFilter("");
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
