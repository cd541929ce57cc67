// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs
#include "models/logs/ansi.h"

#include <QRandomGenerator>
#include <QTest>

using namespace models;

class TestAnsi : public QObject
{
    Q_OBJECT
private slots:
    void textIsWhatATerminalWouldHaveLeft_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("loss=0.5") << "loss=0.5";
        QTest::newRow("utf-8") << QByteArray("Épocha 1 ✓ 𝛼") << "Épocha 1 ✓ 𝛼";
        QTest::newRow("last state of a bar") << QByteArray("10%|#   |\r50%|##  |\r100%|####|") << "100%|####|";
        QTest::newRow("line end of windows") << QByteArray("text\r") << "text";
        QTest::newRow("bar with an end") << QByteArray("10%\r20%\r\r") << "20%";
        QTest::newRow("backspaces") << QByteArray("10%\b\b\b20%") << "20%";
        QTest::newRow("backspaces beyond the start") << QByteArray("a\b\b\bb") << "b";
        QTest::newRow("tabs") << QByteArray("a\tb\tc") << "a       b       c";
        QTest::newRow("colours go") << QByteArray("\x1b[31mred\x1b[0m") << "red";
        QTest::newRow("cursor goes") << QByteArray("\x1b[2K\x1b[1Gtext\x1b[?25h") << "text";
        QTest::newRow("title goes") << QByteArray("\x1b]0;evil title\x07text") << "text";
        QTest::newRow("title with ST") << QByteArray("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\") << "link";
        QTest::newRow("device string") << QByteArray("\x1bP1$r0m\x1b\\text") << "text";
        QTest::newRow("open sequence is shown") << QByteArray("a\x1b[31") << "a␛[31";
        QTest::newRow("open string is shown") << QByteArray("a\x1b]0;b") << "a␛]0;b";
        QTest::newRow("lone escape") << QByteArray("a\x1b") << "a␛";
        QTest::newRow("control characters") << QByteArray("a\x01\x07\x7f", 4) << "a␁␇␡";
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << "a␀b";
        QTest::newRow("C1") << QByteArray("a\xc2\x9b"
                                          "31m")
                            << "a‹U+009B›31m";
        QTest::newRow("right-to-left override") << QByteArray("a\xe2\x80\xae"
                                                              "b")
                                                << "a‹U+202E›b";
        QTest::newRow("isolate") << QByteArray("\xe2\x81\xa6") << "‹U+2066›";
        QTest::newRow("zero width") << QByteArray("pass\xe2\x80\x8bword") << "pass‹U+200B›word";
        QTest::newRow("tag characters") << QByteArray("\xf3\xa0\x80\x81") << "‹U+E0001›";
        QTest::newRow("not UTF-8") << QByteArray("a\xff\xfe"
                                                 "b")
                                   << "a‹FF›‹FE›b";
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << "‹C0›‹AF›";
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << "‹ED›‹A0›‹80›";
        QTest::newRow("cut character") << QByteArray("a\xe2\x80") << "a‹E2›‹80›";
    }

    void textIsWhatATerminalWouldHaveLeft()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, text);
        QCOMPARE(plainText(line), text);
    }

    void coloursBecomeRuns()
    {
        const DisplayText shown = displayText("a\x1b[1;31mred\x1b[22mthin\x1b[38;5;208mX\x1b[38;2;1;2;3mY\x1b[0mb");
        QCOMPARE(shown.text, "aredthinXYb");
        QCOMPARE(shown.runs.size(), 4);
        QCOMPARE(shown.runs[0].start, 1);
        QCOMPARE(shown.runs[0].length, 3);
        QVERIFY(shown.runs[0].style.bold);
        QCOMPARE(shown.runs[0].style.foreground, (AnsiColor {AnsiColor::Kind::Indexed, 1}));
        QVERIFY(!shown.runs[1].style.bold);
        QCOMPARE(shown.runs[2].style.foreground, (AnsiColor {AnsiColor::Kind::Indexed, 208}));
        QCOMPARE(shown.runs[3].style.foreground, (AnsiColor {AnsiColor::Kind::Rgb, 0x010203}));
    }

    void brightColoursAndBackgrounds()
    {
        const DisplayText shown = displayText("\x1b[93;44mx\x1b[39my\x1b[mz");
        QCOMPARE(shown.runs[0].style.foreground.value, 11U);
        QCOMPARE(shown.runs[0].style.background.value, 4U);
        QCOMPARE(shown.runs[1].style.foreground.kind, AnsiColor::Kind::Default);
        QCOMPARE(shown.runs.size(), 2);
    }

    void whatCannotBeSeenIsMarked()
    {
        const DisplayText shown = displayText(QByteArray("a\0b", 3));
        QCOMPARE(shown.runs.size(), 1);
        QVERIFY(shown.runs[0].style.mark);
    }

    void anyBytesAreShownWithoutHarm()
    {
        QRandomGenerator random(3);
        constexpr std::string_view alphabet = "\x1b[;0123456789mKP]\\\r\b\t\xe2\x80\xae\xff xy";
        for (int i = 0; i < 20'000; ++i) {
            QByteArray line(int(random.bounded(60)), Qt::Uninitialized);
            for (char &c : line)
                c = alphabet[size_t(random.bounded(quint32(alphabet.size())))];
            const DisplayText shown = displayText(line);
            qsizetype last = 0;
            for (const StyledRun &run : shown.runs) {
                QVERIFY(run.start >= last && run.length > 0 && run.start + run.length <= shown.text.size());
                last = run.start + run.length;
            }
            for (const QChar c : shown.text)
                QVERIFY(c.unicode() >= 0x20 && !(c.unicode() >= 0x7f && c.unicode() < 0xa0) && c.unicode() != 0x202e);
        }
    }
};

QTEST_GUILESS_MAIN(TestAnsi)
#include "tst_ansi.moc"
