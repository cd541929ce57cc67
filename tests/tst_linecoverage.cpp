// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_charts
#include "views/charts/linecoverage.h"

#include <QImage>
#include <QPainter>
#include <QPolygonF>
#include <QRandomGenerator>
#include <QTest>

using namespace views;

/// The smooth stroke of a curve.
class TestLineCoverage : public QObject
{
    Q_OBJECT

    static constexpr QSize size {200, 120};

    static QPolygonF randomLine(QRandomGenerator &random)
    {
        QPolygonF line;
        const double step = 1 + random.bounded(30.0), height = 2 + random.bounded(150.0);
        for (double x = -20; x < size.width() + 20; x += step * random.generateDouble())
            line.append({x, 60 + (random.generateDouble() - 0.5) * height});
        return line;
    }

    static QImage painted(const QPolygonF &line, double width, QRgb color, int strip)
    {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        LineCoverage coverage;
        for (int left = 0; left < size.width(); left += strip) {
            coverage.begin(left, std::min(left + strip, size.width()), size.height());
            for (qsizetype i = 0; i + 1 < line.size(); ++i)
                coverage.add(line[i], line[i + 1], width / 2);
            coverage.blend(reinterpret_cast<QRgb *>(image.bits()), image.bytesPerLine() / qsizetype(sizeof(QRgb)),
                           qPremultiply(color));
        }
        return image;
    }

private slots:
    void itLooksLikeQPaintersLine_data()
    {
        QTest::addColumn<double>("width");
        QTest::newRow("1 px") << 1.0;
        QTest::newRow("1.5 px") << 1.5;
        QTest::newRow("2 px") << 2.0;
        QTest::newRow("4 px") << 4.0;
    }

    void itLooksLikeQPaintersLine()
    {
        QFETCH(double, width);
        QRandomGenerator random(quint32(width * 8));
        double different = 0, touched = 0, far = 0;
        for (int round = 0; round < 40; ++round) {
            const QPolygonF line = randomLine(random);
            QImage truth(size, QImage::Format_ARGB32_Premultiplied);
            truth.fill(Qt::white);
            QPainter painter(&truth);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(Qt::black, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(line);
            painter.end();
            const QImage ours = painted(line, width, qRgb(0, 0, 0), 16);
            for (int y = 0; y < size.height(); ++y) {
                for (int x = 0; x < size.width(); ++x) {
                    const int theirs = qGray(truth.pixel(x, y)), own = qGray(ours.pixel(x, y));
                    if (theirs == 255 && own == 255)
                        continue;
                    touched += 1;
                    different += std::abs(theirs - own);
                    far += std::abs(theirs - own) > 64;
                }
            }
        }
        qInfo("%.1f of 255 on average, %.2f%% of the pixels differ by a quarter", different / touched,
              100 * far / touched);
        QVERIFY(touched > 10'000);
        QVERIFY(different / touched < 12);
        QVERIFY(far / touched < 0.04); // where pieces meet in one pixel, theirs adds up what ours takes once
    }

    void stripsLeaveNoSeam()
    {
        QRandomGenerator random(4);
        for (int round = 0; round < 30; ++round) {
            const QPolygonF line = randomLine(random);
            const QImage whole = painted(line, 2, qRgba(200, 30, 90, 120), size.width());
            QCOMPARE(painted(line, 2, qRgba(200, 30, 90, 120), 16), whole);
            QCOMPARE(painted(line, 2, qRgba(200, 30, 90, 120), 7), whole);
        }
    }

    void aTranslucentLineIsNotDarkerWhereItsPiecesMeet()
    {
        const QPolygonF line {{10, 60}, {50, 60}, {90, 60}, {130, 60}};
        const QImage image = painted(line, 4, qRgba(0, 0, 0, 100), 16);
        for (int x = 12; x < 128; ++x)
            QCOMPARE(image.pixel(x, 60), image.pixel(30, 60));
    }

    void aPointIsADot()
    {
        const QPolygonF point {{40.5, 40.5}, {40.5, 40.5}};
        const QImage image = painted(point, 4, qRgb(0, 0, 0), 16);
        QCOMPARE(image.pixel(40, 40), qRgb(0, 0, 0));
        QCOMPARE(image.pixel(40, 44), qRgb(255, 255, 255));
        QCOMPARE(image.pixel(44, 40), qRgb(255, 255, 255));
        QVERIFY(qGray(image.pixel(40, 42)) > 0 && qGray(image.pixel(40, 42)) < 255);
    }

    void whatLiesFarOutsideCostsNothingAndShowsNothing()
    {
        const QPolygonF line {{-1e6, -1e5}, {-10, -1e5}, {100, -1e5}, {300, 1e5}, {1e6, 1e5}};
        const QImage image = painted(line, 2, qRgb(0, 0, 0), 16);
        int black = 0;
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x)
                black += qGray(image.pixel(x, y)) < 128;
        }
        QVERIFY2(black >= size.height() && black <= 3 * size.height(), qPrintable(QString::number(black)));
    }
};

QTEST_GUILESS_MAIN(TestLineCoverage)
#include "tst_linecoverage.moc"
