// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_charts
#include "models/metrics/metricpins.h"
#include "support/metricfeed.h"
#include "support/screens.h"
#include "views/charts/chartcanvas.h"
#include "views/charts/chartcard.h"
#include "views/charts/chartgrid.h"
#include "views/charts/charthead.h"
#include "views/charts/curvestab.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QDir>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace models;
using namespace views;
using metricfeed::feed;
using metricfeed::line;

class TestCurvesTab : public QObject
{
    Q_OBJECT

    static ChartCard *cardOf(const CurvesTab &tab, const QString &metric)
    {
        for (auto *card : tab.findChildren<ChartCard *>()) {
            if (card->metric() == metric)
                return card;
        }
        return nullptr;
    }

    static QStringList shownMetrics(const CurvesTab &tab)
    {
        QList<std::pair<std::pair<int, int>, QString>> placed;
        for (auto *card : tab.findChildren<ChartCard *>()) {
            if (card->isVisible())
                placed.append({{card->y(), card->x()}, card->metric()});
        }
        std::ranges::sort(placed);
        QStringList names;
        for (const auto &[place, name] : placed)
            names += name;
        return names;
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true); // pins are remembered
        QApplication::setStyle(new Style);
        QApplication::setPalette(paletteFor(false));
    }

    void aPinnedChartComesFirstAndStaysSo()
    {
        QFile::remove(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                      + "/pilothouse/charts.ini");
        JobMetrics metrics;
        feed(metrics, 2, 100);
        CurvesTab tab(metrics);
        tab.resize(1280, 720);
        tab.show();
        QCOMPARE(shownMetrics(tab).first(), "loss");
        ChartCard *lr = cardOf(tab, "lr");
        emit lr->findChild<ChartHead *>()->pinToggled(true);
        QCOMPARE(shownMetrics(tab).first(), "lr");
        CurvesTab another(metrics);
        another.resize(1280, 720);
        another.show();
        QCOMPARE(shownMetrics(another).first(), "lr");
        MetricPins().set("lr", false);
    }

    void aDoubleClickShowsOneChartAlone()
    {
        JobMetrics metrics;
        feed(metrics, 3, 300);
        CurvesTab tab(metrics);
        tab.resize(1280, 720);
        tab.show();
        ChartCard *accuracy = cardOf(tab, "accuracy");
        auto *canvas = accuracy->findChild<ChartCanvas *>();
        QTest::mouseDClick(canvas->viewport(), Qt::LeftButton, {}, canvas->rect().center());
        QCOMPARE(shownMetrics(tab), QStringList {"accuracy"});
        QVERIFY(accuracy->height() > 500);
        QTRY_VERIFY(canvas->state().area.height() > 300); // the plot fills it
        screens::save(tab, "curves-maximized");
        QTest::keyClick(accuracy, Qt::Key_Escape);
        QCOMPARE(shownMetrics(tab).size(), 4);
    }

    void manyMetricsCanBeFiltered()
    {
        JobMetrics metrics;
        feed(metrics, 1, 20);
        QByteArray text = "step=21";
        for (int i = 0; i < 8; ++i)
            text += " head" + QByteArray::number(i) + "_loss=" + QByteArray::number(i);
        line(metrics, 21, 1'795'000'050'000, text);
        CurvesTab tab(metrics);
        tab.resize(1280, 720);
        tab.show();
        auto *filter = tab.findChild<QLineEdit *>();
        QVERIFY(filter->isVisible());
        QTest::keyClicks(filter, "head3");
        QCOMPARE(shownMetrics(tab), QStringList {"head3_loss"});
        QTest::keyClicks(filter, "zzz");
        QVERIFY(shownMetrics(tab).isEmpty());
        screens::save(tab, "curves-filtered");
    }

    void everyChartIsExportedUnderANameOfItsOwn()
    {
        JobMetrics metrics;
        feed(metrics, 6, 100);
        CurvesTab tab(metrics);
        tab.resize(1280, 720);
        tab.show();
        const QTemporaryDir folder;
        QCOMPARE(tab.saveAll(folder.path(), ".csv"), 0);
        QCOMPARE(tab.saveAll(folder.path(), ".svg"), 0);
        QCOMPARE(tab.saveAll(folder.path(), ".png"), 0);
        QCOMPARE(QDir(folder.path()).entryList({"*.csv"}).size(), 4);
        QCOMPARE(QDir(folder.path()).entryList({"*.png"}).size(), 4);
        QVERIFY(QDir(folder.path()).exists("samples_sec.svg"));
        const QString kept = screens::folder() + "/chart-paper.png";
        QFile::remove(kept);
        QVERIFY(QFile::copy(folder.filePath("loss.png"), kept));
        QCOMPARE(tab.saveAll("/nonexistent", ".png"), 4);
    }

    void thePageShowsAllMetrics()
    {
        JobMetrics metrics;
        CurvesTab tab(metrics);
        tab.resize(1280, 720);
        tab.show();
        screens::save(tab, "curves-empty");
        feed(metrics, 3, 800);
        QTRY_COMPARE(tab.findChildren<ChartCard *>().size(), 4);
        QCOMPARE(tab.findChildren<ChartCard *>().first()->metric(), "loss");
        tab.setSmoothing(0.8);
        screens::save(tab, "curves");
    }

    /// New metrics stand before those that are there, and their charts are made bit by bit.
    void chartsThatAreThereStayWhileNewOnesAreMade()
    {
        JobMetrics metrics;
        CurvesTab tab(metrics);
        tab.resize(1280, 720);
        tab.show();
        metrics.add({{.metric = "zeta", .rank = 0, .label = "worker-0", .sample = {.value = 1, .step = 1}}});
        metrics.flush();
        QTRY_COMPARE(tab.findChildren<ChartCard *>().size(), 1);
        ChartCard *zeta = cardOf(tab, "zeta");
        emit zeta->maximizeToggled(true);
        QTRY_VERIFY(zeta->isVisible());
        const auto isMaximized = [&tab, zeta] { return tab.findChild<ChartGrid *>()->maximized() == zeta; };
        QVERIFY(isMaximized());
        QList<GivenPoint> points;
        for (int i = 0; i < 30; ++i)
            points.append({.metric = QString("eval_loss_%1").arg(i),
                           .rank = 0,
                           .label = "worker-0",
                           .sample = {.value = 1, .step = 1}});
        metrics.add(points);
        QTRY_COMPARE(tab.findChildren<ChartCard *>().size(), 31);
        QVERIFY(isMaximized());
    }

    void aLineLeadsToItsPoint()
    {
        JobMetrics metrics;
        feed(metrics, 2, 400);
        CurvesTab tab(metrics);
        tab.resize(1280, 720);
        tab.show();
        ChartCard *loss = cardOf(tab, "loss");
        auto *canvas = loss->findChild<ChartCanvas *>();
        const double value = metrics.series("loss")[1]->series.value(250);
        const auto aroundThePoint = [&] {
            const PlotState &state = canvas->state();
            const QPoint at = QPointF(state.xOf(250), state.yOf(value)).toPoint();
            return canvas->viewport()->grab({at - QPoint(8, 8), QSize(16, 16)}).toImage();
        };
        const QImage unmarked = aroundThePoint();
        loss->setRange(10, 20);
        tab.showPoint(1, 250);
        QVERIFY(!loss->isZoomed());
        QTRY_VERIFY(aroundThePoint() != unmarked);
        screens::save(tab, "curves-point");
        const auto points = metrics.pointsAt(1, 250);
        QCOMPARE(points.first().metric, "loss");
        QVERIFY(points.first().exact);
        QCOMPARE(points.first().rank->rank, 1);
        QCOMPARE(points.first().rank->series.x(points.first().index, Axis::Step), 250.0);
        QVERIFY(!metrics.pointsAt(1, 5000).first().exact);
        QVERIFY(metrics.pointsAt(7, 5).isEmpty());
    }
};

QTEST_MAIN(TestCurvesTab)
#include "tst_curvestab.moc"
