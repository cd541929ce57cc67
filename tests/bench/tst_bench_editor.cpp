// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_spec tests_support
// label: bench
// timeout: 120
#include "models/spec/specdocument.h"
#include "models/spec/spectemplates.h"
#include "tests/bench/gates.h"
#include "tests/bench/measure.h"
#include "tests/support/hostiletexts.h"
#include "views/spec/diagnosticlist.h"
#include "views/spec/launchpage.h"
#include "views/spec/yamleditor.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

/// What a key press costs until it is painted, in a document of 2,000 lines: the studio's editor against a bare
/// QPlainTextEdit with the same text in the same run. And what an edit through the form costs there.
class BenchEditor : public QObject
{
    Q_OBJECT

    QString m_text;

    struct Studio
    {
        models::SpecDocument document;
        views::LaunchPage page {document};

        Studio()
        {
            page.resize(1180, 780);
            page.show();
        }
    };

    static double keyToPaint(QPlainTextEdit &editor)
    {
        QList<double> times;
        for (int i = 0; i < 60; ++i) {
            times.append(bench::seconds([&editor] {
                QTest::keyClick(&editor, Qt::Key_A);
                editor.viewport()->repaint();
            }));
        }
        return bench::median(times);
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

        Studio studio;
        auto &[document, page] = studio;
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.setText(m_text);
        QTRY_VERIFY(!document.isChecking());
        auto *editor = page.findChild<views::YamlEditor *>();
        editor->showPosition(m_text.indexOf("VARIABLE_500"));
        const double ours = keyToPaint(*editor);
        qInfo("key to paint: %s, bare editor %s, ratio %.2f", qPrintable(bench::inMilliseconds(ours)),
              qPrintable(bench::inMilliseconds(anchor)), ours / anchor);
        BENCH_GATE("key-paint", ours * 1e3, bench::inMilliseconds(ours), {});
    }

    /// A key that makes the text wrong, and one that mends it: until the list says so and the text is painted with it.
    void aMistakeIsTold()
    {
        Studio studio;
        auto &[document, page] = studio;
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.setText(m_text);
        QTRY_VERIFY(!document.isChecking());
        auto *editor = page.findChild<views::YamlEditor *>();
        auto *list = page.findChild<views::DiagnosticList *>("diagnostics");
        const auto said = [list] { return list->rows().rowCount(); };
        editor->showPosition(m_text.indexOf("replicas: 1") + 11);
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(int(m_text.indexOf("replicas: 1") + 11));
        editor->setTextCursor(cursor);
        QTest::qWait(200); // what was shown first has been painted
        const int before = said();
        QList<double> times;
        for (int i = 0; i < 40; ++i) {
            const bool wrong = i % 2 == 0;
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(editor, wrong ? Qt::Key_X : Qt::Key_Backspace);
            while (wrong ? said() == before : said() != before) {
                QVERIFY(timer.elapsed() < 5000);
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            editor->viewport()->repaint();
            times.append(double(timer.nsecsElapsed()) / 1e9);
        }
        const double told = bench::median(times);
        BENCH_GATE("key-list", told * 1e3, bench::inMilliseconds(told), {});
    }

    /// From the open file dialog's answer to the sentence that says what is wrong, and the longest time in which the
    /// window answered to nothing.
    void hostileTexts()
    {
        const QTemporaryDir folder;
        Studio studio;
        auto &[document, page] = studio;
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QList<tests::HostileText> texts = tests::hostileTexts();
        texts.append(tests::HostileText {"4 MB of lines", QByteArray("- a: b\n").repeated(590'000), ""});
        texts.append(tests::HostileText {"a line of 100,000", "a: " + QByteArray(100'000, 'x') + '\n', ""});
        double slowest = 0;
        for (const tests::HostileText &text : std::as_const(texts)) {
            QFile file(folder.filePath("a.yaml"));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.yaml) == text.yaml.size());
            file.close();
            page.setText("a: 1\n");
            while (document.isChecking() || document.text() != "a: 1\n")
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            QElapsedTimer timer;
            timer.start();
            double blocked = 0, last = 0;
            const auto step = [&] {
                const double now = double(timer.nsecsElapsed()) / 1e9;
                blocked = std::max(blocked, now - std::exchange(last, now));
            };
            page.openFile(file.fileName());
            step();
            do {
                QCoreApplication::processEvents();
                step();
            } while (document.isChecking() || document.text() != page.text());
            const double time = double(timer.nsecsElapsed()) / 1e9;
            qInfo("%s: %s, blocked %s", text.name, qPrintable(bench::inMilliseconds(time)),
                  qPrintable(bench::inMilliseconds(blocked)));
            slowest = std::max(slowest, time);
        }
        BENCH_GATE("hostile", slowest * 1e3, bench::inMilliseconds(slowest), {});
    }

    void anEditOfTheForm()
    {
        models::SpecDocument document;
        document.setText(m_text);
        QTRY_VERIFY(!document.isChecking());
        QList<double> times;
        QString text = m_text;
        for (int i = 0; i < 20; ++i) {
            std::expected<models::SpecFix, QString> fix;
            times.append(bench::seconds(
                [&] { fix = document.formEdit(text, 0, {.path = "metadata.name", .value = QString("a%1").arg(i)}); }));
            QVERIFY(fix);
            text.replace(fix->position, fix->length, fix->replacement);
        }
        QList<double> checks;
        for (int i = 0; i < 10; ++i) {
            checks.append(bench::seconds([&] {
                document.setText(text + QString("# %1\n").arg(i));
                while (document.isChecking())
                    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }));
        }
        const double edit = bench::median(times), check = bench::median(checks);
        qInfo("edit through the form: %s, text to diagnostics: %s, ratio %.2f", qPrintable(bench::inMilliseconds(edit)),
              qPrintable(bench::inMilliseconds(check)), edit / check);
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
