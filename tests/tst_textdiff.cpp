// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec
#include "models/spec/textdiff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace models;
using Kind = DiffRow::Kind;

/// Two texts side by side: every line stands in its place, and no shorter way between the texts exists.
class TestTextDiff : public QObject
{
    Q_OBJECT

    /// "=" same, "~" changed, "-" removed, "+" added.
    static QString shape(const TextDiff &diff)
    {
        QString signs;
        for (const DiffRow &row : diff.rows)
            signs += QLatin1StringView("=~-+").at(int(row.kind));
        return signs;
    }

    static QString text(const QStringList &lines) { return lines.isEmpty() ? QString() : lines.join('\n') + '\n'; }

    static void verifyWhole(const TextDiff &diff)
    {
        QList<int> left, right;
        for (const DiffRow &row : diff.rows) {
            QCOMPARE(row.left < 0, row.kind == Kind::Added);
            QCOMPARE(row.right < 0, row.kind == Kind::Removed);
            if (row.left >= 0)
                left.append(row.left);
            if (row.right >= 0)
                right.append(row.right);
            if (row.kind == Kind::Same)
                QCOMPARE(diff.left[row.left], diff.right[row.right]);
        }
        QCOMPARE(left.size(), diff.left.size());
        QCOMPARE(right.size(), diff.right.size());
        QVERIFY(std::ranges::is_sorted(left));
        QVERIFY(std::ranges::is_sorted(right));
    }

    /// Length of the longest common subsequence, by the book.
    static int common(const QStringList &a, const QStringList &b)
    {
        QList<QList<int>> table(a.size() + 1, QList<int>(b.size() + 1, 0));
        for (qsizetype i = a.size() - 1; i >= 0; --i) {
            for (qsizetype j = b.size() - 1; j >= 0; --j)
                table[i][j] = a[i] == b[j] ? table[i + 1][j + 1] + 1 : std::max(table[i + 1][j], table[i][j + 1]);
        }
        return table[0][0];
    }

private slots:
    void equalTextsHaveNoDifference()
    {
        QVERIFY(diffTexts("a\nb\n", "a\nb\n").isEmpty());
        QVERIFY(diffTexts({}, {}).isEmpty());
        QVERIFY(diffTexts("a\r\nb", "a\nb\n").isEmpty());
        QVERIFY(diffTexts("a\n", "a\n").changes().isEmpty());
    }

    void aValueThatChangedStandsBesideItsOldOne()
    {
        const TextDiff diff = diffTexts("spec:\n  replicas: 2\n  image: a\n", "spec:\n  replicas: 16\n  image: a\n");
        QCOMPARE(shape(diff), "=~=");
        QCOMPARE(diff.changes(), QList<int> {1});
        QCOMPARE(diffLines(diff.left[1], diff.right[1]), (DiffParts {12, 1, 2}));
    }

    void strangersDoNotStandBesideEachOther() { QCOMPARE(shape(diffTexts("a\nalpha\nz\n", "a\nxyz\nz\n")), "=-+="); }

    void aLineIsFoundAmongInsertedOnes()
    {
        const TextDiff diff = diffTexts("image: old\n", "name: a\nimage: new\nport: 1\n");
        QCOMPARE(shape(diff), "+~+");
        QCOMPARE(diff.rows[1], (DiffRow {Kind::Changed, 0, 1}));
    }

    void anotherIndentationCanCountAsTheSame()
    {
        const QString flat = "a:\nb: 1\n";
        const QString deep = "a:\n    b: 1\n";
        QCOMPARE(shape(diffTexts(flat, deep)), "=~");
        QCOMPARE(shape(diffTexts(flat, deep, DiffMode::IgnoreIndentation)), "==");
    }

    void oneSideMayBeEmpty()
    {
        QCOMPARE(shape(diffTexts({}, "a\nb\n")), "++");
        QCOMPARE(shape(diffTexts("a\nb\n", {})), "--");
    }

    void randomTextsTakeTheShortestWay()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 600; ++round) {
            const auto make = [&] {
                QStringList lines;
                for (int i = random.bounded(24); i > 0; --i)
                    lines.append(QString(1, QChar('a' + random.bounded(5))));
                return lines;
            };
            const QStringList left = make();
            const QStringList right = make();
            const TextDiff diff = diffTexts(text(left), text(right));
            verifyWhole(diff);
            QCOMPARE(diff.count(Kind::Same), common(left, right));
        }
    }

    void textsWithNothingInCommonAreBounded()
    {
        QStringList left, right;
        for (int i = 0; i < 60000; ++i) {
            left.append("left " + QString::number(i));
            right.append("right " + QString::number(i));
        }
        left.append("end");
        right.append("end");
        const TextDiff diff = diffTexts(text(left), text(right));
        QCOMPARE(diff.count(Kind::Same), 1);
        QCOMPARE(diff.count(Kind::Removed), 60000);
        QCOMPARE(diff.count(Kind::Added), 60000);
    }
};

QTEST_APPLESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
