// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_spec
// label: bench
// timeout: 120
#include "models/spec/specdocument.h"
#include "models/spec/spectemplates.h"
#include "views/spec/launchpage.h"
#include "views/spec/yamleditor.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

/// What a key press costs until it is painted, in a document of 2,000 lines: the studio's editor against a bare
/// QPlainTextEdit with the same text in the same run. And what an edit through the form costs there.
class BenchEditor : public QObject
{
    Q_OBJECT

    QString m_text;

    static double median(QList<double> times)
    {
        std::ranges::sort(times);
        return times[times.size() / 2];
    }

    static double keyToPaint(QPlainTextEdit &editor)
    {
        QList<double> times;
        for (int i = 0; i < 60; ++i) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(&editor, Qt::Key_A);
            editor.viewport()->repaint();
            times.append(double(timer.nsecsElapsed()) / 1e6);
        }
        return median(times);
    }

private slots:
    void initTestCase()
    {
        m_text = models::specTemplate("pytorchjob-ddp").text;
        QString variables = "              env:\n";
        for (int i = 0; i < 980; ++i)
            variables += QString("                - name: VARIABLE_%1\n                  value: \"%1\"\n").arg(i);
        m_text.replace("              resources:\n", variables + "              resources:\n");
        m_text = m_text.left(m_text.indexOf("    Worker:"));
        QVERIFY(m_text.count('\n') > 1900 && m_text.count('\n') < 2100);
    }

    void aKeyIsPainted()
    {
        QPlainTextEdit bare;
        bare.setLineWrapMode(QPlainTextEdit::NoWrap);
        bare.resize(560, 560);
        bare.setPlainText(m_text);
        bare.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bare));
        const double anchor = keyToPaint(bare);

        models::SpecDocument document;
        views::LaunchPage page(document);
        page.resize(1180, 780);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.setText(m_text);
        QTRY_VERIFY(!document.isChecking());
        auto *editor = page.findChild<views::YamlEditor *>();
        editor->showPosition(m_text.indexOf("VARIABLE_500"));
        const double studio = keyToPaint(*editor);
        qInfo("key to paint: %.2f ms, bare editor %.2f ms, ratio %.2f", studio, anchor, studio / anchor);
    }

    void anEditOfTheForm()
    {
        models::SpecDocument document;
        document.setText(m_text);
        QTRY_VERIFY(!document.isChecking());
        QList<double> times;
        QString text = m_text;
        for (int i = 0; i < 20; ++i) {
            QElapsedTimer timer;
            timer.start();
            const auto fix = document.formEdit(text, 0, {.path = "metadata.name", .value = QString("a%1").arg(i)});
            times.append(double(timer.nsecsElapsed()) / 1e6);
            QVERIFY(fix);
            text.replace(fix->position, fix->length, fix->replacement);
        }
        QList<double> checks;
        for (int i = 0; i < 10; ++i) {
            QElapsedTimer timer;
            timer.start();
            document.setText(text + QString("# %1\n").arg(i));
            while (document.isChecking())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            checks.append(double(timer.nsecsElapsed()) / 1e6);
        }
        qInfo("edit through the form: %.2f ms, text to diagnostics: %.2f ms, ratio %.2f", median(times), median(checks),
              median(times) / median(checks));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(new views::Style);
    BenchEditor bench;
    return QTest::qExec(&bench, argc, argv);
}
#include "tst_bench_editor.moc"
