// SPDX-License-Identifier: GPL-3.0-or-later
// links: sandbox_core
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestExamples : public QObject
{
    Q_OBJECT

private slots:
    void theRenderedSamplesAreUpToDate()
    {
        QProcess make;
        make.setProcessChannelMode(QProcess::MergedChannels);
        make.start(u"python3"_s, {QStringLiteral(SOURCE_DIR "/resources/examples/make"), u"--check"_s});
        QVERIFY(make.waitForFinished());
        QVERIFY2(make.exitCode() == 0, make.readAll().constData());
    }
};

QTEST_GUILESS_MAIN(TestExamples)
#include "tst_examples.moc"
