// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_shell
#include "views/shell/mainwindow.h"
#include "views/shell/rail.h"
#include "views/shell/topbar.h"
#include "views/theme/appearance.h"
#include "views/theme/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace views;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_appearance = new Appearance(*qApp); }
    void theRailGoesToPages();
    void anInnerPageKeepsItsEntryChosen();
    void aRemovedPageIsGoneAtOnce();
    void theRailCollapses();
    void aCommandRunsByShortcutAndByPalette();
    void thePaletteOffersJobsToo();
    void theBarSwitchesContextAndNamespace();
    void withoutAClusterThereIsNothingToSwitch();
    void theMessageBarStaysInsideTheWindow();

private:
    Appearance *m_appearance = nullptr;
};

void TestMainWindow::theRailGoesToPages()
{
    MainWindow window(*m_appearance);
    window.addPage("overview", "overview", "Overview", new QWidget);
    window.addPage("training", "training", "Training", new QWidget);
    QCOMPARE(window.rail().visibleEntries(), QStringList({"overview", "training"}));
    QSignalSpy shown(&window, &MainWindow::pageShown);
    auto *button = window.findChild<RailButton *>("rail-training");
    button->click();
    QCOMPARE(window.currentPage(), "training");
    QVERIFY(button->isChecked());
    button->click();
    QVERIFY(button->isChecked());
    QCOMPARE(shown.last().first().toString(), "training");
}

void TestMainWindow::anInnerPageKeepsItsEntryChosen()
{
    MainWindow window(*m_appearance);
    window.addPage("training", "training", "Training", new QWidget);
    window.addInnerPage("job", "training", new QWidget);
    window.showPage("job");
    QCOMPARE(window.currentPage(), "job");
    QVERIFY(window.findChild<RailButton *>("rail-training")->isChecked());
    window.showPage("nowhere");
    QCOMPARE(window.currentPage(), "job");
}

void TestMainWindow::aRemovedPageIsGoneAtOnce()
{
    MainWindow window(*m_appearance);
    QPointer<QWidget> page = new QWidget;
    window.addInnerPage("job", "training", page);
    window.removePage("job");
    QVERIFY(page.isNull());
    window.removePage("job");
}

void TestMainWindow::theRailCollapses()
{
    MainWindow window(*m_appearance);
    window.addPage("training", "training", "Training", new QWidget);
    window.show();
    const int wide = window.rail().sizeHint().width();
    QSignalSpy collapsed(&window.rail(), &Rail::collapsedChanged);
    window.rail().setCollapsed(true);
    QTRY_VERIFY(window.rail().sizeHint().width() < wide / 2 + 20);
    QCOMPARE(window.findChild<RailButton *>("rail-training")->toolTip(), "Training");
    QCOMPARE(collapsed.count(), 1);
}

void TestMainWindow::aCommandRunsByShortcutAndByPalette()
{
    MainWindow window(*m_appearance);
    auto *action = window.addCommand(
        {.id = "refresh", .text = "Refresh", .detail = {}, .iconName = "refresh", .shortcut = Qt::Key_F5});
    QSignalSpy triggered(action, &QAction::triggered);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F5);
    QCOMPARE(triggered.count(), 1);
    window.palettePopup().open();
    window.palettePopup().choose(0);
    QCOMPARE(triggered.count(), 2);
    action->setEnabled(false);
    window.palettePopup().open();
    QCOMPARE(window.palettePopup().count(), 0);
}

void TestMainWindow::thePaletteOffersJobsToo()
{
    MainWindow window(*m_appearance);
    window.setPaletteSource([] {
        return QList<PaletteEntry> {
            {.id = "job:1", .text = "digits-ddp", .detail = "PyTorchJob", .iconName = "training", .shortcut = {}}};
    });
    QSignalSpy chosen(&window, &MainWindow::entryChosen);
    window.palettePopup().open();
    window.palettePopup().choose(0);
    QCOMPARE(chosen.first().first().toString(), "job:1");
}

void TestMainWindow::theBarSwitchesContextAndNamespace()
{
    MainWindow window(*m_appearance);
    auto &bar = window.topBar();
    bar.setContexts({{.name = "a&b"}, {.name = "prod"}}, "a&b");
    bar.setNamespaces({"default", "team-a"}, "team-a");
    bar.setConnected(true);
    QSignalSpy context(&bar, &TopBar::contextChosen);
    QSignalSpy ns(&bar, &TopBar::namespaceChosen);
    const auto menus = bar.findChildren<QMenu *>();
    for (auto *menu : menus) {
        const auto actions = menu->actions();
        for (auto *action : actions) {
            if (action->text() == "prod" || action->text() == "All namespaces")
                action->trigger();
        }
    }
    QCOMPARE(context.first().first().toString(), "prod");
    QCOMPARE(ns.first().first().toString(), QString());
}

void TestMainWindow::withoutAClusterThereIsNothingToSwitch()
{
    MainWindow window(*m_appearance);
    window.show();
    QVERIFY(!window.topBar().healthPill()->isVisible());
    window.topBar().setConnected(true);
    window.topBar().setHealth(Health::Connected, "connected, 12 ms");
    QVERIFY(window.topBar().healthPill()->isVisible());
    QCOMPARE(window.topBar().healthPill()->accessibleName(), "connected, 12 ms");
}

void TestMainWindow::theMessageBarStaysInsideTheWindow()
{
    MainWindow window(*m_appearance);
    window.resize(960, 600);
    window.show();
    window.messageBar().warn({QString("A very long sentence. ").repeated(20), "A remedy."}, "Retry");
    QTRY_VERIFY(window.messageBar().parentWidget()->rect().contains(window.messageBar().geometry()));
    window.resize(1360, 860);
    QTRY_VERIFY(window.messageBar().parentWidget()->rect().contains(window.messageBar().geometry()));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
