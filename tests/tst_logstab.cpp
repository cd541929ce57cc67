// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_logs
#include "models/logs/joblogs.h"
#include "support/logfeed.h"
#include "support/screens.h"
#include "views/logs/gotobar.h"
#include "views/logs/highlighterbar.h"
#include "views/logs/linedetailpane.h"
#include "views/logs/loglanes.h"
#include "views/logs/logminimap.h"
#include "views/logs/logstab.h"
#include "views/logs/logview.h"
#include "views/logs/rankchips.h"
#include "views/logs/sourcefilter.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QLabel>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace models;
using logfeed::feed;
using logfeed::stamp;
using namespace views;

class TestLogsTab : public QObject
{
    Q_OBJECT

    /// A job of several ranks with a sidecar, an init container and a second attempt, and its reader.
    struct Reader
    {
        QTemporaryDir folder;
        JobLogs logs {folder.path()};
        QList<std::shared_ptr<k8s::LogSink>> sinks;
        std::unique_ptr<LogsTab> tab;

        explicit Reader(int ranks, QSize size = {1180, 560})
        {
            for (int rank = 0; rank < ranks; ++rank)
                sinks += logs.addSource({.rank = rank,
                                         .label = rank == 0 ? QString("master-0") : QString("worker-%1").arg(rank - 1),
                                         .pod = QString("pod-%1").arg(rank),
                                         .replicaType = rank == 0 ? "master" : "worker",
                                         .container = "pytorch"});
            tab = std::make_unique<LogsTab>(logs);
            tab->resize(size);
            tab->show();
            tab->activateWindow();
            (void)QTest::qWaitForWindowActive(tab.get()); // keys are for the active window
        }
        void addSpecials()
        {
            sinks += logs.addSource({.rank = 0,
                                     .label = "master-0/init-pytorch",
                                     .pod = "pod-0",
                                     .replicaType = "master",
                                     .container = "init-pytorch",
                                     .init = true,
                                     .main = false});
            sinks += logs.addSource({.rank = 1,
                                     .label = "worker-0 #2",
                                     .pod = "pod-1",
                                     .replicaType = "worker",
                                     .container = "pytorch",
                                     .attempt = 1});
            sinks += logs.addSource({.rank = 0,
                                     .label = "master-0/proxy",
                                     .pod = "pod-0",
                                     .replicaType = "master",
                                     .container = "proxy",
                                     .main = false});
        }
        void lines(int from, int count, int ranks)
        {
            for (int i = from; i < from + count; ++i) {
                const QByteArray step
                    = "epoch=1 step=" + QByteArray::number(i) + " loss=" + QByteArray::number(2.3 / (i + 1));
                const QByteArray text = i % 97 == 96 ? "ERROR rank stalled at step " + QByteArray::number(i)
                    : i % 31 == 30                   ? "WARNING slow batch at step " + QByteArray::number(i)
                                                     : step;
                feed(*sinks[i % ranks], stamp(i * 40) + text + "\n");
            }
            logs.drain();
        }
        LogView &view() const { return tab->view(); }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
        {
            view().setFocus();
            QTest::keyClick(&view(), key, modifiers);
        }
    };

private slots:
    /// The reader of a job is made when it is first looked at, perhaps long after.
    void whatWentWrongBeforeItWasOpenedIsSaid()
    {
        JobLogs logs("/proc/no-folder");
        logs.addSource({.label = "a"});
        QVERIFY(!logs.problem().isEmpty());
        LogsTab tab(logs);
        tab.show();
        const auto labels = tab.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [&logs](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(logs.problem().sentence);
        }));
    }

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setStyle(new Style);
        QApplication::setPalette(paletteFor(false));
    }

    void nothingMovesWhatIsBeingRead_data()
    {
        QTest::addColumn<std::function<void(Reader &)>>("begin");
        using Begin = std::function<void(Reader &)>;
        QTest::newRow("a notch of the wheel") << Begin([](Reader &reader) {
            QWheelEvent up(QPointF(50, 50), reader.view().viewport()->mapToGlobal(QPointF(50, 50)), {}, {0, 120},
                           Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QApplication::sendEvent(reader.view().viewport(), &up);
        });
        QTest::newRow("a click on a line") << Begin(
            [](Reader &reader) { QTest::mouseClick(reader.view().viewport(), Qt::LeftButton, {}, QPoint(100, 60)); });
        QTest::newRow("page up") << Begin([](Reader &reader) { reader.press(Qt::Key_PageUp); });
        QTest::newRow("the scroll bar") << Begin(
            [](Reader &reader) { reader.view().verticalScrollBar()->setValue(40); });
        QTest::newRow("next error") << Begin([](Reader &reader) { reader.press(Qt::Key_E, Qt::ShiftModifier); });
        QTest::newRow("the minimap") << Begin([](Reader &reader) {
            QTest::mouseClick(reader.tab->findChild<LogMinimap *>(), Qt::LeftButton, {}, QPoint(8, 100));
        });
    }

    void nothingMovesWhatIsBeingRead()
    {
        QFETCH(std::function<void(Reader &)>, begin);
        Reader reader(2);
        reader.lines(0, 600, 2);
        QVERIFY(reader.view().isFollowing());
        QTest::qWait(200); // errors are found
        begin(reader);
        QVERIFY(!reader.view().isFollowing());
        const auto shown = [&] { return reader.logs.line(reader.view().firstVisibleLine()).text; };
        const QByteArray before = shown();
        reader.lines(600, 300, 2); // new lines
        QCOMPARE(shown(), before);
        feed(*reader.sinks[1], stamp(5) + "late\n"); // before what is read
        reader.logs.drain();
        QCOMPARE(shown(), before);
        reader.tab->resize(900, 500);
        QCOMPARE(shown(), before);
        reader.press(Qt::Key_F);
        QVERIFY(reader.view().isFollowing());
        QVERIFY(reader.view().firstVisibleLine() > 800);
    }

    void aFilterKeepsTheMomentThatIsRead()
    {
        Reader reader(2);
        reader.lines(0, 1000, 2);
        reader.view().verticalScrollBar()->setValue(500);
        const qint64 time = reader.view().topTime();
        reader.tab->findChild<RankChips *>()->setChosen({0});
        emit reader.tab->findChild<RankChips *>()->chosenChanged({0});
        QTRY_COMPARE(reader.logs.lineCount(), 500);
        QTRY_VERIFY(std::abs(reader.view().topTime() - time) <= 40'000'000);
        reader.tab->setLevel(LogsTab::Level::Errors);
        QTRY_VERIFY(reader.view().document().lineCount() > 0 && reader.view().document().lineCount() < 10);
        reader.tab->setLevel(LogsTab::Level::All);
        QVERIFY(reader.view().document().lineCount() == 500);
    }

    void linesOfALevelAreShownAloneAndGrow()
    {
        Reader reader(2);
        reader.lines(0, 500, 2);
        reader.tab->findChildren<QComboBox *>()[1]->setCurrentIndex(0);
        reader.tab->setLevel(LogsTab::Level::Errors);
        LogDocument &shown = reader.view().document();
        QTRY_COMPARE(shown.lineCount(), 5);
        QVERIFY(shown.line(0).text.startsWith("ERROR"));
        reader.lines(500, 100, 2);
        QTRY_COMPARE(shown.lineCount(), 6);
        reader.tab->setLevel(LogsTab::Level::WarningsAndErrors);
        QTRY_COMPARE(shown.lineCount(), 6 + 19);
        screens::save(*reader.tab, "logs-level");
    }

    void onlyLinesWithAHitAreShownOnDemand()
    {
        Reader reader(2);
        reader.lines(0, 500, 2);
        reader.press(Qt::Key_Slash);
        auto *field = reader.tab->findChild<QLineEdit *>();
        QTest::keyClicks(field, "step=4");
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(reader.tab.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        LogDocument &shown = reader.view().document();
        QTRY_VERIFY(shown.lineCount() > 50 && shown.lineCount() < 120);
        for (qint64 i = 0; i < shown.lineCount(); ++i)
            QVERIFY(shown.line(i).text.contains("step=4"));
    }

    void aBadExpressionIsAHintWhereItIsTyped()
    {
        Reader reader(1);
        reader.lines(0, 50, 1);
        auto *field = reader.tab->findChild<QLineEdit *>();
        field->setText("lo(ss");
        QTest::keyClick(reader.tab.get(), Qt::Key_R, Qt::AltModifier);
        const auto labels = reader.tab->findChildren<Label *>();
        QVERIFY(std::ranges::any_of(labels, [](Label *label) { return label->text().contains("parenthes"); }));
        screens::save(*reader.tab, "logs-bad-expression");
    }

    void errorsTracebacksAndTheLastLineAreOneKeyAway()
    {
        Reader reader(2);
        reader.lines(0, 300, 2);
        feed(*reader.sinks[1], stamp(7000) + "Traceback (most recent call last):\n" + stamp(7001) + "ValueError: x\n");
        reader.logs.drain();
        reader.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(reader.view().currentLine(), 96);
        reader.press(Qt::Key_E);
        QTRY_VERIFY(reader.view().currentLine() > 96);
        reader.press(Qt::Key_T, Qt::ShiftModifier);
        QTRY_VERIFY(reader.logs.line(reader.view().currentLine()).text.startsWith("Traceback"));
        reader.press(Qt::Key_G);
        QCOMPARE(reader.view().firstVisibleLine(), 0);
        reader.press(Qt::Key_G, Qt::ShiftModifier);
        QVERIFY(reader.view().isFollowing());
    }

    void goToIsAnInlineField()
    {
        Reader reader(1);
        reader.lines(0, 600, 1);
        reader.press(Qt::Key_G, Qt::ControlModifier);
        auto *bar = reader.tab->findChild<GoToBar *>();
        QVERIFY(bar->isVisible());
        auto *field = bar->findChild<QLineEdit *>();
        QTest::keyClicks(field, "nowhere");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(bar->isVisible());
        screens::save(*reader.tab, "logs-goto");
        field->setText("+10s");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!bar->isVisible());
        QCOMPARE(reader.view().currentLine(), 250);
    }

    void bookmarksAreSetAndWalkedByKey()
    {
        Reader reader(1);
        reader.lines(0, 400, 1);
        reader.view().goTo(300);
        reader.press(Qt::Key_M);
        reader.view().goTo(100);
        reader.press(Qt::Key_M);
        reader.press(Qt::Key_BracketRight);
        QCOMPARE(reader.view().currentLine(), 300);
        reader.press(Qt::Key_BracketRight);
        QCOMPARE(reader.view().currentLine(), 100);
        reader.press(Qt::Key_M);
        reader.press(Qt::Key_BracketLeft);
        QCOMPARE(reader.view().currentLine(), 300);
    }

    void wordsStayHighlightedInColoursOfTheirOwn()
    {
        Reader reader(2);
        reader.lines(0, 500, 2);
        auto *field = reader.tab->findChild<QLineEdit *>();
        auto *bar = reader.tab->findChild<HighlighterBar *>();
        for (const auto *word : {"loss", "slow", "stalled"}) {
            field->setText(word);
            QTest::keyClick(reader.tab.get(), Qt::Key_M, Qt::ControlModifier);
        }
        QTest::keyClick(reader.tab.get(), Qt::Key_M, Qt::ControlModifier); // the same again: nothing
        QCOMPARE(bar->highlights().size(), 3);
        QVERIFY(bar->highlights()[0].color != bar->highlights()[1].color);
        field->setText("step=49");
        QTRY_COMPARE(bar->highlights()[2].search->hitCount(), 5);
        screens::save(*reader.tab, "logs-highlighters");
        screens::save(*reader.tab, "logs-highlighters-2x", 2);
    }

    void theMinimapShowsErrorsAndGoesThere()
    {
        Reader reader(1);
        reader.lines(0, 970, 1);
        auto *map = reader.tab->findChild<LogMinimap *>();
        QTRY_COMPARE(map->marks(LogMinimap::Kind::Error).size(), 10);
        QVERIFY(std::abs(map->marks(LogMinimap::Kind::Error).first() - 0.099) < 0.01);
        QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(8, map->height() / 2));
        const qint64 middle = reader.view().firstVisibleLine() + reader.view().visibleLines() / 2;
        QVERIFY2(std::abs(middle - 485) < 15, qPrintable(QString::number(middle)));
    }

    void aLineIsOpenedUpBelow()
    {
        Reader reader(1);
        reader.lines(0, 20, 1);
        feed(*reader.sinks[0], stamp(5000) + "{\"level\":\"info\",\"loss\":0.25,\"tags\":[\"a\",\"b\"]}\n");
        reader.logs.drain();
        reader.view().goTo(20);
        reader.press(Qt::Key_Return);
        auto *pane = reader.tab->findChild<LineDetailPane *>();
        QVERIFY(pane->isVisible());
        QVERIFY(pane->text().contains("\n  \"loss\": 0.25"));
        screens::save(*reader.tab, "logs-detail");
        reader.press(Qt::Key_Up);
        QVERIFY(pane->text().startsWith("epoch=1 step=19"));
        reader.press(Qt::Key_Return);
        QVERIFY(!pane->isVisible());
    }

    void lanesScrollTogetherByTime()
    {
        Reader reader(3, {1300, 560});
        reader.lines(0, 900, 3);
        reader.press(Qt::Key_L);
        auto *lanes = reader.tab->findChild<LogLanes *>();
        QCOMPARE(lanes->laneCount(), 3);
        QVERIFY(lanes->isFollowing());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(lanes->lane(i)->document().lineCount(), 300);
        screens::save(*reader.tab, "logs-lanes");
        lanes->lane(1)->verticalScrollBar()->setValue(100);
        QVERIFY(!lanes->isFollowing());
        for (int i : {0, 2}) {
            const qint64 apart = lanes->lane(i)->topTime() - lanes->lane(1)->topTime();
            QVERIFY2(std::abs(apart) <= 120'000'000, qPrintable(QString::number(apart)));
        }
        const qint64 time = lanes->lane(0)->topTime();
        reader.lines(900, 90, 3);
        QCOMPARE(lanes->lane(0)->topTime(), time);
        reader.tab->showLine(2, 10); // in its own lane
        QCOMPARE(lanes->lane(2)->currentLine(), 10);
        QTest::keyClick(lanes->lane(0), Qt::Key_F);
        QVERIFY(lanes->isFollowing() && lanes->lane(2)->isFollowing());
        reader.tab->setLevel(LogsTab::Level::Errors);
        QTRY_VERIFY(lanes->lane(0)->document().lineCount() < 10);
        reader.tab->resize(640, 500); // two fit
        QTRY_COMPARE(lanes->laneCount(), 2);
        screens::save(*reader.tab, "logs-lanes-narrow");
        QTest::keyClick(lanes->lane(0), Qt::Key_L);
        QCOMPARE(lanes->laneCount(), 0);
    }

    void sourcesAreChosenByTypeContainerAndAttempt()
    {
        Reader reader(3);
        reader.addSpecials();
        for (const auto &sink : reader.sinks)
            feed(*sink, stamp(1) + "line\n");
        reader.logs.drain();
        QCOMPARE(reader.logs.lineCount(), 6);
        auto *filter = reader.tab->findChild<SourceFilter *>();
        QVERIFY(filter->isVisible());
        QCOMPARE(filter->values(SourceFilter::Facet::Container), QStringList({"pytorch", "init-pytorch", "proxy"}));
        filter->choose(SourceFilter::Facet::Container, "pytorch", true);
        QTRY_COMPARE(reader.logs.lineCount(), 4);
        filter->choose(SourceFilter::Facet::Attempt, "2", true);
        QTRY_COMPARE(reader.logs.lineCount(), 1);
        QCOMPARE(reader.logs.line(0).source, 4);
        filter->clear();
        QTRY_COMPARE(reader.logs.lineCount(), 6);
        filter->choose(SourceFilter::Facet::ReplicaType, "worker", true);
        QTRY_COMPARE(reader.logs.lineCount(), 3);
        screens::save(*reader.tab, "logs-sources");
        screens::save(*filter->menu(), "logs-sources-menu");
        reader.tab->showLine(0, 0); // hidden: everything is shown again, and the line
        QTRY_COMPARE(reader.logs.lineCount(), 6);
        QVERIFY(!filter->isFiltering());
    }

    void aChosenRankKeepsItsNewAttempts()
    {
        Reader reader(3);
        reader.tab->showPod("pod-1");
        reader.addSpecials(); // worker-0 is started again
        for (const auto &sink : reader.sinks)
            feed(*sink, stamp(1) + "line\n");
        reader.logs.drain();
        QTRY_COMPARE(reader.logs.lineCount(), 2);
        QCOMPARE(reader.tab->findChild<RankChips *>()->chosen(), QList<int>({1, 4}));
    }

    void aLineLeadsToItsPointWhereSomebodyShowsIt()
    {
        Reader reader(2);
        reader.lines(0, 100, 2);
        reader.view().goTo(41);
        reader.press(Qt::Key_C); // nobody listens: nothing
        QSignalSpy requested(reader.tab.get(), &LogsTab::pointRequested);
        reader.press(Qt::Key_C);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested[0][0].toInt(), 1);
        QCOMPARE(requested[0][1].toLongLong(), 20);
    }

    void everythingFitsIntoASmallWindow()
    {
        Reader reader(16, {740, 420});
        reader.addSpecials();
        reader.lines(0, 700, 16);
        QVERIFY2(reader.tab->minimumSizeHint().width() <= 740,
                 qPrintable(QString::number(reader.tab->minimumSizeHint().width())));
        reader.tab->findChild<QLineEdit *>()->setText("step");
        reader.view().setTimeStamps(TimeStamps::Utc);
        screens::save(*reader.tab, "logs-narrow");
        reader.tab->resize(1500, 700);
        screens::save(*reader.tab, "logs-wide");
    }

    void everyActionNamesItsKey()
    {
        Reader reader(2);
        const auto buttons = reader.tab->findChildren<QToolButton *>();
        int named = 0;
        for (const QToolButton *button : buttons) {
            const QAction *action = button->defaultAction();
            if (!action || qobject_cast<QLineEdit *>(button->parentWidget()))
                continue;
            QVERIFY2(button->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
                     qPrintable(button->toolTip()));
            QVERIFY(!action->shortcut().isEmpty());
            ++named;
        }
        QVERIFY(named > 8);
    }
};

QTEST_MAIN(TestLogsTab)
#include "tst_logstab.moc"
