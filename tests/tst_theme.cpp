// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_theme
#include "views/theme/appearance.h"
#include "views/theme/faces.h"
#include "views/theme/labels.h"
#include "views/theme/messagebar.h"
#include "views/theme/statepill.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace views;

namespace {

/// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double high = qMax(luminance(a), luminance(b));
    const double low = qMin(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_appearance = new Appearance(*qApp); }
    void textIsReadable_data();
    void textIsReadable();
    void pillsAndSelectedRowsAreReadable_data() { textIsReadable_data(); }
    void pillsAndSelectedRowsAreReadable();
    void primaryButtonsAreReadable_data() { textIsReadable_data(); }
    void primaryButtonsAreReadable();
    void aRankKeepsItsColour();
    void everyIconShows_data();
    void everyIconShows();
    void anIconFollowsTheScheme();
    void projectorModeEnlargesEveryLabel();
    void figuresHaveOneWidth();
    void clusterTextIsNeverMarkup();
    void theMessageBarKeepsAProblemUntilDismissed();
    void anActionBelongsToItsMessage();
    void anEmptyStateOffersItsAction();

private:
    Appearance *m_appearance = nullptr;
};

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::textIsReadable()
{
    QFETCH(bool, dark);
    const Tokens t = tokens(paletteFor(dark));
    QCOMPARE(t.dark, dark);
    for (const QColor &ground : {t.window, t.surface, t.raised}) {
        QVERIFY(contrast(t.text, ground) >= 7);
        for (const QColor &color : {t.muted, t.accent, t.good, t.warn, t.bad})
            QVERIFY2(contrast(color, ground) >= 4.5, qPrintable(color.name() + " on " + ground.name()));
        QVERIFY(contrast(t.faint, ground) >= 3);
    }
    for (const QColor &line : t.series)
        QVERIFY2(contrast(line, t.surface) >= 4.5, qPrintable(line.name()));
}

void TestTheme::pillsAndSelectedRowsAreReadable()
{
    QFETCH(bool, dark);
    const QPalette palette = paletteFor(dark);
    const Tokens &t = tokens(palette);
    for (const auto tone : {models::Tone::Good, models::Tone::Busy, models::Tone::Waiting, models::Tone::Bad})
        QVERIFY2(contrast(toneColor(t, tone), toneBackground(t, tone)) >= 4.5, qPrintable(toneColor(t, tone).name()));
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
}

void TestTheme::primaryButtonsAreReadable()
{
    QFETCH(bool, dark);
    const Tokens t = tokens(paletteFor(dark));
    QVERIFY(contrast(t.surface, t.accent) >= 4.5);
    QVERIFY(contrast(t.surface, t.bad) >= 4.5);
}

void TestTheme::aRankKeepsItsColour()
{
    const Tokens t = tokens(paletteFor(false));
    QCOMPARE(t.series.size(), 8);
    QCOMPARE(seriesColor(t, 3), t.series.at(3));
    QCOMPARE(seriesColor(t, 11), t.series.at(3));
    QCOMPARE(seriesColor(t, -1), t.series.at(7));
}

void TestTheme::everyIconShows_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(":/icons").entryList({"*.svg"});
    QVERIFY(files.size() >= 30);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void TestTheme::everyIconShows()
{
    QFETCH(QString, name);
    const QImage image = icon(name).pixmap(24, 24).toImage();
    int painted = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            painted += image.pixelColor(x, y).alpha() > 100;
    QVERIFY2(painted > 12, qPrintable(QString::number(painted)));
}

void TestTheme::anIconFollowsTheScheme()
{
    m_appearance->setScheme(Scheme::Light);
    const QImage light = icon("plus").pixmap(24, 24).toImage();
    m_appearance->setScheme(Scheme::Dark);
    const QImage dark = icon("plus").pixmap(24, 24).toImage();
    m_appearance->setScheme(Scheme::Light);
    QVERIFY(light.pixelColor(12, 12).lightness() < dark.pixelColor(12, 12).lightness());
}

void TestTheme::projectorModeEnlargesEveryLabel()
{
    Label label("loss", TextRole::Title);
    const double before = label.font().pointSizeF();
    m_appearance->setProjector(true);
    const double projected = label.font().pointSizeF();
    m_appearance->setProjector(false);
    QVERIFY(qAbs(projected / before - 1.25) < 0.01);
    QVERIFY(qAbs(label.font().pointSizeF() - before) < 0.01);
}

void TestTheme::figuresHaveOneWidth()
{
    const QFontMetricsF metrics(font(TextRole::Figure));
    QCOMPARE(metrics.horizontalAdvance("1111"), metrics.horizontalAdvance("8888"));
}

void TestTheme::clusterTextIsNeverMarkup()
{
    QCOMPARE(Label("<b>x</b>").textFormat(), Qt::PlainText);
    ElidedLabel elided("<img src=http://example.com/x>");
    QCOMPARE(elided.accessibleName(), "<img src=http://example.com/x>");
}

void TestTheme::theMessageBarKeepsAProblemUntilDismissed()
{
    QWidget page;
    page.resize(800, 600);
    MessageBar bar(&page);
    QVERIFY(bar.isHidden());
    page.show();
    bar.warn({"The cluster refused to delete digits-ddp.", "Ask for the right to delete PyTorchJobs."}, "Retry");
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.text(), "The cluster refused to delete digits-ddp.");
    QTRY_VERIFY(bar.geometry().bottom() < page.height());
    bar.dismiss();
    QVERIFY(bar.isHidden());
}

void TestTheme::anActionBelongsToItsMessage()
{
    QWidget page;
    page.resize(800, 600);
    MessageBar bar(&page);
    page.show();
    int first = 0;
    int second = 0;
    bar.warn({"One.", {}}, "Run aws", [&first] { ++first; });
    bar.warn({"Two.", {}}, "Retry", [&second] { ++second; });
    auto *button = bar.findChild<QPushButton *>();
    button->click();
    button->click();
    QCOMPARE(first, 0);
    QCOMPARE(second, 1);
}

void TestTheme::anEmptyStateOffersItsAction()
{
    EmptyState empty("training", "No job runs here yet.", "Launch the sample");
    QSignalSpy spy(&empty, &EmptyState::actionTriggered);
    QCOMPARE(buttonRole(empty.button()), ButtonRole::Primary);
    empty.button()->click();
    QCOMPARE(spy.count(), 1);
    empty.setAction({});
    QVERIFY(empty.button()->isHidden());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
