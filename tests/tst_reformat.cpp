// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec
#include "models/spec/reformat.h"
#include "models/spec/spectemplates.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace models;

/// Indenting anew keeps every comment, every value and every script.
class TestReformat : public QObject
{
    Q_OBJECT

private slots:
    void linesComeTwoColumnsALevel_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("four columns") << "a:\n    b: 1   \n    # of c\n    c:\n        d: 2 # two\n\n\n"
                                      << "a:\n  b: 1\n  # of c\n  c:\n    d: 2 # two\n";
        QTest::newRow("wide dashes") << "l:\n    -   a: 1\n        b: 2\n    -   c\n"
                                     << "l:\n  - a: 1\n    b: 2\n  - c\n";
        QTest::newRow("dashes below the key stay") << "l:\n- a: 1\n  b: 2\n" << "l:\n- a: 1\n  b: 2\n";
        QTest::newRow("a script keeps its own columns")
            << "a:\n    run: |\n        if x:\n            y  \n\n        # no comment\n    b: 1\n"
            << "a:\n  run: |\n    if x:\n        y  \n\n    # no comment\n  b: 1\n";
        QTest::newRow("script in a list") << "c:\n    - sh\n    - |\n        one\n          two\n"
                                          << "c:\n  - sh\n  - |\n    one\n      two\n";
        QTest::newRow("documents") << "a:\n   b: 1\n---\n# x\nc:\n      - d\n" << "a:\n  b: 1\n---\n# x\nc:\n  - d\n";
    }

    void linesComeTwoColumnsALevel()
    {
        QFETCH(QString, before);
        const auto result = reindented(before);
        QVERIFY2(result, qPrintable(result ? QString() : result.error()));
        QTEST(*result, "after");
        QCOMPARE(reindented(*result), *result); // once is enough
    }

    void whatIsTidyStays()
    {
        for (const SpecTemplate &one : specTemplates())
            QCOMPARE(reindented(one.text).value_or("refused"), one.text);
        QDirIterator files(SOURCE_DIR "/resources/examples", {"*.yaml"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            const auto result = reindented(text);
            QVERIFY2(result, qPrintable(file.fileName()));
            QCOMPARE(result->count('#'), text.count('#'));
        }
    }

    void brokenTextIsLeftAlone()
    {
        QVERIFY(!reindented("a: [1\n"));
        QVERIFY(!reindented("a:\n\tb: 1\n"));
    }
};

QTEST_GUILESS_MAIN(TestReformat)
#include "tst_reformat.moc"
