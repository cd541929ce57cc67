// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs
#include "models/logs/lineindex.h"
#include "models/logs/literalfinder.h"
#include "models/logs/loglevel.h"
#include "models/logs/logsearch.h"
#include "models/logs/requiredliterals.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace models;

/// What searches fast has to find what a slow search finds: every text below is searched both ways.
class TestLiteralFinder : public QObject
{
    Q_OBJECT

    QRandomGenerator m_random {20261126};

    QByteArray text(int size, QByteArrayView alphabet)
    {
        QByteArray out(size, Qt::Uninitialized);
        for (char &c : out)
            c = alphabet[qsizetype(m_random.bounded(quint32(alphabet.size())))];
        return out;
    }
    static std::string_view view(const QByteArray &bytes, qsizetype skip = 0)
    {
        return {bytes.constData() + skip, size_t(bytes.size() - skip)};
    }
    /// First place of any literal, as a person would look for it.
    static qsizetype slowly(const QByteArray &where, const QList<QByteArray> &literals, qsizetype from, bool anyCase)
    {
        const QByteArray haystack = anyCase ? where.toLower() : where;
        qsizetype best = -1;
        for (const QByteArray &literal : literals) {
            const qsizetype at = haystack.indexOf(anyCase ? literal.toLower() : literal, from);
            if (at >= 0 && (best < 0 || at < best))
                best = at;
        }
        return best;
    }
    static QList<qint64> lines(const SearchQuery &query, const QByteArray &text)
    {
        QList<qint64> found;
        LineMatcher(query).scan(view(text), [](std::string_view) { return 0; }, [&](qint64 line) { found += line; });
        return found;
    }

private slots:
    void oneLiteralIsFoundAtItsFirstPlace()
    {
        for (int round = 0; round < 4000; ++round) {
            const QByteArray where = text(int(m_random.bounded(300)), "abcAB\n");
            const QByteArray literal = text(1 + int(m_random.bounded(6)), "abcAB");
            const bool anyCase = m_random.bounded(2);
            const LiteralFinder finder({literal}, anyCase);
            const qsizetype skip = qsizetype(m_random.bounded(quint32(std::min<qsizetype>(where.size(), 40) + 1)));
            const qsizetype from = qsizetype(m_random.bounded(quint32(where.size() - skip + 1)));
            const qsizetype expected = slowly(where.mid(skip), {literal}, from, anyCase);
            for (const Registers registers : {Registers::Best, Registers::Plain}) {
                size_t length = 0;
                const size_t found = finder.find(view(where, skip), size_t(from), length, registers);
                QCOMPARE(found == std::string_view::npos ? -1 : qsizetype(found), expected);
                if (expected >= 0)
                    QCOMPARE(length, size_t(literal.size()));
            }
        }
    }

    void ofSeveralLiteralsTheFirstLineIsFound()
    {
        for (int round = 0; round < 4000; ++round) {
            const QByteArray where = text(int(m_random.bounded(400)), "abcdAB\n\n");
            QList<QByteArray> literals;
            for (quint32 i = 0, count = 1 + m_random.bounded(20U); i < count; ++i)
                literals += text(1 + int(m_random.bounded(5)), "abcdAB");
            const bool anyCase = m_random.bounded(2);
            const LiteralFinder finder(literals, anyCase);
            const qsizetype from = qsizetype(m_random.bounded(quint32(where.size() + 1)));
            const qsizetype expected = slowly(where, literals, from, anyCase);
            for (const Registers registers : {Registers::Best, Registers::Plain}) {
                size_t length = 0;
                const size_t found = finder.find(view(where), size_t(from), length, registers);
                QCOMPARE(found == std::string_view::npos, expected < 0);
                if (expected < 0)
                    continue;
                QVERIFY(qsizetype(found) >= from);
                const QByteArray there = where.mid(qsizetype(found), qsizetype(length));
                QVERIFY(std::ranges::any_of(literals, [&](const QByteArray &literal) {
                    return literal.compare(there, anyCase ? Qt::CaseInsensitive : Qt::CaseSensitive) == 0;
                }));
                QCOMPARE(where.first(qsizetype(found)).count('\n'), where.first(expected).count('\n'));
            }
        }
    }

    void bytesAreCountedAlikeAtEveryPlaceAndLength()
    {
        const QByteArray bytes = text(700, QByteArrayView("\n\x8a\x0b\0a", 5));
        for (qsizetype skip = 0; skip < 40; ++skip) {
            for (qsizetype size = 0; size < bytes.size() - skip; ++size) {
                const std::string_view part = view(bytes, skip).substr(0, size_t(size));
                QCOMPARE(countBytes(part, '\n', Registers::Best), std::ranges::count(part, '\n'));
                QCOMPARE(countBytes(part, '\n', Registers::Plain), std::ranges::count(part, '\n'));
            }
        }
    }

    void anIndexOfPiecesIsTheIndexOfTheWhole()
    {
        for (int round = 0; round < 200; ++round) {
            const QByteArray bytes = text(1 + int(m_random.bounded(20'000)), round % 2 ? "\nx" : "\nxxxxxxxxxxxxxxxxx");
            LineIndex whole, pieces;
            whole.append(view(bytes));
            for (qsizetype at = 0; at < bytes.size();) {
                const qsizetype size = std::min<qsizetype>(bytes.size() - at, m_random.bounded(3000));
                CountedPiece piece;
                piece.count(view(bytes, at).substr(0, size_t(size)), round % 3 ? Registers::Best : Registers::Plain);
                pieces.append(piece);
                at += size;
            }
            QCOMPARE(pieces.lineCount(), bytes.count('\n'));
            QCOMPARE(pieces.lineCount(), whole.lineCount());
            QCOMPARE(pieces.byteCount(), bytes.size());
            QCOMPARE(pieces.openBytes(), bytes.size() - (bytes.lastIndexOf('\n') + 1));
            for (qint64 line = 0; line <= pieces.lineCount(); line += LineIndex::stride)
                QCOMPARE(pieces.blockOffset(line), whole.blockOffset(line));
        }
    }

    void whatAMatchMustContainIsToldOrLeftOpen_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<bool>("anyCase");
        QTest::addColumn<QList<QByteArray>>("literals");
        using List = QList<QByteArray>;
        QTest::newRow("a text") << QByteArray("loss=[0-9.]+") << false << List {"loss="};
        QTest::newRow("alternatives") << QByteArray("Traceback|OutOfMemory|WARNING:.*slow|NaN") << false
                                      << List {"Traceback", "OutOfMemory", "WARNING:", "NaN"};
        QTest::newRow("one says nothing") << QByteArray("Traceback|\\d+") << false << List {};
        QTest::newRow("no text") << QByteArray("[a-z]+\\d{3,}[a-f]+[0-9]") << false << List {};
        QTest::newRow("maybe absent") << QByteArray("errors? found") << false << List {" found"};
        QTest::newRow("repeated") << QByteArray("ab+cde") << false << List {"cde"};
        QTest::newRow("counted from none") << QByteArray("abc{0,2}") << false << List {"ab"};
        QTest::newRow("umlaut maybe absent") << QByteArray("grü?n er") << false << List {"n er"};
        QTest::newRow("escaped") << QByteArray("a\\.b\\[c") << false << List {"a.b[c"};
        QTest::newRow("group") << QByteArray("(x|yy)zzz") << false << List {"zzz"};
        QTest::newRow("alternatives in a group")
            << QByteArray("\\b(?:ERROR|FATAL)\\b") << false << List {"ERROR", "FATAL"};
        QTest::newRow("groups in a group") << QByteArray("(?:a(bcd|efg)|hij)+k") << false << List {"bcd", "efg", "hij"};
        QTest::newRow("group maybe absent") << QByteArray("(?:abcd)?ef") << false << List {"ef"};
        QTest::newRow("group that may be empty") << QByteArray("(?:abcd|)ef") << false << List {"ef"};
        QTest::newRow("group with a bracket in a class")
            << QByteArray("(?:[)]abc|def)g") << false << List {"abc", "def"};
        QTest::newRow("no class of POSIX") << QByteArray("loss[[:=]|accuracy") << false << List {};
        QTest::newRow("class of POSIX") << QByteArray("loss[[:digit:]]+|accuracy") << false
                                        << List {"loss", "accuracy"};
        QTest::newRow("brace that counts nothing") << QByteArray("loss{[^}]} 0.") << false << List {};
        QTest::newRow("brace over a group") << QByteArray(".{(\\}bcd)") << false << List {};
        QTest::newRow("end of a quote in a class") << QByteArray("foo[\\E]x]bar|zzzz") << false << List {};
        QTest::newRow("control character") << QByteArray("(a\\c)b)ccc") << false << List {};
        QTest::newRow("option") << QByteArray("(?i)loss") << false << List {};
        QTest::newRow("look ahead") << QByteArray("(?!loss)gain") << false << List {};
        QTest::newRow("quoted") << QByteArray("\\Qa|b\\E") << false << List {};
        QTest::newRow("class with bracket") << QByteArray("[]|]loss") << false << List {"loss"};
        QTest::newRow("long s") << QByteArray("disk") << true << List {"di"};
    }

    void whatAMatchMustContainIsToldOrLeftOpen()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(bool, anyCase);
        QTEST(requiredLiterals(pattern, anyCase, false), "literals");
    }

    /// They are searched in every log that is open: without texts to look for that takes ten times as long.
    void levelsAreLookedForByTheirTexts()
    {
        const QString levels = errorExpression() + u'|' + warningExpression();
        for (const QString &expression : {errorExpression(), warningExpression(), levels, tracebackExpression()}) {
            const QList<QByteArray> literals = requiredLiterals(expression.toLatin1(), false, true);
            QVERIFY2(!literals.isEmpty() && literals.size() <= LiteralFinder::mostLiterals, qPrintable(expression));
        }
    }

    void everyExpressionFindsTheLinesThatQtFinds()
    {
        // Expressions of random parts over random lines: whatever way the matcher chooses, the lines are the same.
        const QList<QByteArray> parts {"ab",        "loss=",
                                       "[a-c]+",    "\\d+",
                                       ".",         ".*",
                                       "(?:ab|cd)", "(?:loss|(?:ba|cc)+|a\\d)",
                                       "(ab|)c",    "[[:digit:]]",
                                       "[[:=]",     "{",
                                       "c?",        "b{2}",
                                       "x{0,2}",    "\\.",
                                       "^",         "$",
                                       "\\bab",     "ü",
                                       "k",         "\\S",
                                       "[^a]",      "s",
                                       "B",         " "};
        int hits = 0;
        for (int round = 0; round < 3000; ++round) {
            QByteArray pattern;
            for (quint32 i = 0, count = 1 + m_random.bounded(5U); i < count; ++i)
                pattern += (i > 0 && m_random.bounded(5) == 0 ? "|" : "") + parts[m_random.bounded(parts.size())];
            QByteArray where;
            for (int i = 0; i < 30; ++i)
                where += text(int(m_random.bounded(12)), "abcxkS1. ") + (m_random.bounded(4) ? "" : "loss=1")
                    + (m_random.bounded(4) ? "" : "ü") + '\n';
            const bool sensitive = m_random.bounded(2);
            QRegularExpression expression(QString::fromUtf8(pattern), QRegularExpression::MultilineOption);
            if (!sensitive)
                expression.setPatternOptions(expression.patternOptions() | QRegularExpression::CaseInsensitiveOption);
            if (!expression.isValid())
                continue;
            QList<qint64> expected;
            const QList<QByteArray> all = where.chopped(1).split('\n');
            for (qsizetype i = 0; i < all.size(); ++i) {
                if (expression.match(QString::fromUtf8(all[i])).hasMatch())
                    expected += i;
            }
            QVERIFY2(lines({QString::fromUtf8(pattern), true, sensitive}, where) == expected,
                     pattern + (sensitive ? "" : " (any case)") + " in\n" + where);
            hits += int(expected.size());
        }
        QVERIFY(hits > 1000);
    }
};

QTEST_GUILESS_MAIN(TestLiteralFinder)
#include "tst_literalfinder.moc"
