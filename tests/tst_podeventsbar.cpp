// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_charts
// Choosing a folder of event files inside a pod. Pictures: build/.../screens.
#include "models/metrics/jobmetrics.h"
#include "tests/support/screens.h"
#include "views/charts/curvestab.h"
#include "views/charts/podeventsbar.h"
#include "views/theme/style.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace views;
using models::PodFolder;

class TestPodEventsBar : public QObject
{
    Q_OBJECT

    static QList<std::pair<QString, PodFolder>> pods()
    {
        return {{"master-0", {"team-a", "digits-ddp-master-0", "pytorch", {}}},
                {"worker-0", {"team-a", "digits-ddp-worker-0", "pytorch", {}}}};
    }

private slots:
    void initTestCase() { QApplication::setStyle(new Style); }

    void aFolderOfAChosenPodIsAskedFor()
    {
        PodEventsBar bar;
        bar.setPods(pods());
        bar.open();
        QSignalSpy asked(&bar, &PodEventsBar::followRequested);
        auto *path = bar.findChild<QLineEdit *>();
        auto *follow = bar.findChild<QPushButton *>();
        QVERIFY(!follow->isEnabled());
        QTest::keyClicks(path, "logs");
        QVERIFY2(!follow->isEnabled(), "a folder of a container begins with a slash");
        QTest::keyClick(path, Qt::Key_Return);
        QCOMPARE(asked.count(), 0);
        path->clear();
        QTest::keyClicks(path, " /logs/tb/ ");
        bar.findChild<QComboBox *>()->setCurrentIndex(1);
        bar.setPods(pods()); // the same again: the choice stays
        QTest::mouseClick(follow, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<PodFolder>(),
                 (PodFolder {"team-a", "digits-ddp-worker-0", "pytorch", "/logs/tb"}));
        QVERIFY(bar.isHidden());
    }
    void escapeLeaves()
    {
        PodEventsBar bar;
        bar.setPods(pods());
        bar.open();
        QTest::keyClick(bar.findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(bar.isHidden());
    }
    void itStandsAboveTheCharts()
    {
        models::JobMetrics metrics;
        CurvesTab tab(metrics);
        tab.setPods(pods());
        tab.offerRules();
        tab.resize(1000, 420);
        tab.show();
        tab.findChild<PodEventsBar *>()->open();
        QVERIFY(tab.findChild<PodEventsBar *>()->isVisible());
        screens::save(tab, "podeventsbar");
    }
};

QTEST_MAIN(TestPodEventsBar)
#include "tst_podeventsbar.moc"
