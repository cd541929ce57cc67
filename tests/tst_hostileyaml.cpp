// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_spec
#include "k8s/spec/check.h"
#include "k8s/spec/document.h"

#include <QFile>
#include <QTest>

using namespace k8s;

namespace {

QByteArray bomb()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 10; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        text += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before;
        for (int j = 0; j < 8; ++j)
            text += ", " + before;
        text += "]\n";
    }
    return text;
}

QByteArray deepMap(int depth)
{
    QByteArray text;
    for (int i = 0; i < depth; ++i)
        text += QByteArray(i, ' ') + "a:\n";
    return text;
}

qint64 residentKilobytes()
{
    QFile status("/proc/self/status");
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

/// Text that means harm: refused with a sentence, soon and cheaply.
class TestHostileYaml : public QObject
{
    Q_OBJECT

private slots:
    void hostileTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("bomb of aliases") << bomb() << QByteArray("yaml/too-many-values");
        QTest::newRow("alias of itself") << QByteArray("a: &a [*a]\n") << QByteArray("yaml/cycle");
        QTest::newRow("alias of its map") << QByteArray("a: &a\n  b: *a\n") << QByteArray("yaml/cycle");
        QTest::newRow("10 000 brackets") << QByteArray(10000, '[') << QByteArray("yaml/too-deep");
        QTest::newRow("4 million brackets") << QByteArray(4'000'000, '[') << QByteArray("yaml/too-deep");
        QTest::newRow("2 million braces") << QByteArray("{a: ").repeated(700'000) << QByteArray("yaml/too-deep");
        QTest::newRow("10 000 dashes") << QByteArray("- ").repeated(10000) << QByteArray("yaml/too-deep");
        QTest::newRow("question marks") << QByteArray("? ").repeated(10000) << QByteArray("yaml/key");
        QTest::newRow("deep map") << deepMap(600) << QByteArray("yaml/too-deep");
        QTest::newRow("too large") << QByteArray(4 * 1024 * 1024 + 1, 'a') << QByteArray("yaml/too-large");
        QTest::newRow("zero byte") << QByteArray("a: b\0c\n", 7) << QByteArray("yaml/control-character");
        QTest::newRow("escape") << QByteArray("a: \x1b[31m\n") << QByteArray("yaml/control-character");
        QTest::newRow("latin 1") << QByteArray("a: caf\xE9\n") << QByteArray("yaml/encoding");
        QTest::newRow("overlong") << QByteArray("a: \xC0\xAF\n") << QByteArray("yaml/encoding");
        QTest::newRow("utf-16") << QByteArray("\xFF\xFE"
                                              "a\0:\0",
                                              6)
                                << QByteArray("yaml/encoding");
        QTest::newRow("tab") << QByteArray("a:\n\tb: 1\n") << QByteArray("yaml/tab");
        QTest::newRow("tab in a list") << QByteArray("a:\n  - b: 1\n\t- c: 2\n") << QByteArray("yaml/tab");
        QTest::newRow("unclosed quote") << QByteArray("a: \"b\nc: 1\n") << QByteArray("yaml/syntax");
        QTest::newRow("unclosed bracket") << QByteArray("a: [1, 2\nb: 3\n") << QByteArray("yaml/syntax");
        QTest::newRow("template") << QByteArray("a: {{ .Values.x }}\n") << QByteArray("yaml/key");
        QTest::newRow("two colons") << QByteArray("a: b: c\n") << QByteArray("yaml/syntax");
        QTest::newRow("wrong indent") << QByteArray("a:\n    b: 1\n  c: 2\n") << QByteArray("yaml/syntax");
        QTest::newRow("unknown alias") << QByteArray("a: *nothing\n") << QByteArray("yaml/syntax");
        QTest::newRow("python object") << QByteArray("a: !!python/object:os.system x\n") << QByteArray("");
        QTest::newRow("own tag") << QByteArray("a: !foo x\n") << QByteArray("yaml/tag");
        QTest::newRow("not a number") << QByteArray("a: .nan\n") << QByteArray("yaml/not-finite");
        QTest::newRow("merge key") << QByteArray("a: &a {b: 1}\nc:\n  <<: *a\n") << QByteArray("yaml/merge-key");
        QTest::newRow("200 documents") << QByteArray("---\na: 1\n").repeated(200)
                                       << QByteArray("yaml/too-many-documents");
        QTest::newRow("the text that hangs LoadAll")
            << QByteArray("a: 1\n---\n  b: [\n--- {\n") << QByteArray("yaml/syntax");
    }

    void hostileTextIsRefused()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, id);
        const auto text = parseSpec(yaml);
        if (id.isEmpty())
            return; // must only not hurt
        QVERIFY(!text->diagnostics().isEmpty());
        const Diagnostic &first = text->diagnostics().first();
        QCOMPARE(QByteArray(first.id), id);
        QVERIFY(first.offset >= 0 && first.offset <= yaml.size());
        QVERIFY(!first.message.text().isEmpty());
    }

    void nothingOfItTakesMuchMemory()
    {
        const qint64 before = residentKilobytes();
        for (const QByteArray &yaml :
             {bomb(), QByteArray(4'000'000, '['), QByteArray("- ").repeated(2'000'000), deepMap(2500)})
            parseSpec(yaml);
        QVERIFY2(residentKilobytes() - before < 200 * 1024, qPrintable(QString::number(residentKilobytes() - before)));
    }

    void aCancelledParseEndsEarly()
    {
        int asked = 0;
        const auto text = parseSpec(QByteArray("- a: b\n").repeated(50000), {}, [&] { return ++asked > 2; });
        QVERIFY(asked <= 4);
        QVERIFY(text->parts().front().isBroken());
    }

    void anEmbeddedProgramIsNotTakenForNesting()
    {
        QByteArray yaml = "data:\n  a.py: |\n";
        for (int i = 0; i < 500; ++i)
            yaml += "    print([[1, {2}\n";
        const auto text = parseSpec(yaml);
        QVERIFY2(text->diagnostics().isEmpty(), qPrintable(text->diagnostics().value(0).message.text()));
    }

    void theTabItselfIsPointedAt()
    {
        const auto text = parseSpec("a:\n  b: 1\n\tc: 2\n");
        QCOMPARE(text->diagnostics().first().id, "yaml/tab");
        QCOMPARE(text->index().place(text->diagnostics().first().offset).line, 3);
        QCOMPARE(text->index().place(text->diagnostics().first().offset).column, 1);
    }
};

QTEST_GUILESS_MAIN(TestHostileYaml)
#include "tst_hostileyaml.moc"
