// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_spec tests_support
#include "k8s/spec/check.h"
#include "k8s/spec/document.h"
#include "tests/support/hostiletexts.h"

#include <QFile>
#include <QTest>

using namespace k8s;

namespace {

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
        for (const tests::HostileText &text : tests::hostileTexts())
            QTest::newRow(text.name) << text.yaml << QByteArray(text.id);
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
        for (const QByteArray &yaml : {tests::aliasBomb(), QByteArray(4'000'000, '['),
                                       QByteArray("- ").repeated(2'000'000), tests::deepMap(2500)})
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
