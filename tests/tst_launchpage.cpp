// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_spec
#include "models/spec/clusterroom.h"
#include "models/spec/specdocument.h"
#include "models/spec/spectemplates.h"
#include "views/spec/diagnosticlist.h"
#include "views/spec/launchpage.h"
#include "views/spec/yamleditor.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace views;
using namespace models;

/// The page as a user meets it: real keys in the real editor.
class TestLaunchPage : public QObject
{
    Q_OBJECT

    struct Studio
    {
        SpecDocument document;
        LaunchPage page {document};
        YamlEditor *editor = page.findChild<YamlEditor *>("yamlEditor");
        DiagnosticList *list = page.findChild<DiagnosticList *>("diagnostics");

        Studio()
        {
            page.resize(1360, 800);
            page.setTarget("sandbox", "team-a");
            page.show();
            (void)QTest::qWaitForWindowExposed(&page);
        }
        void waitForCheck() { QTRY_VERIFY(document.text() == editor->toPlainText() && !document.isChecking()); }
        void cursorBehind(const QString &text)
        {
            QTextCursor cursor = editor->textCursor();
            cursor.setPosition(int(editor->toPlainText().indexOf(text) + text.size()));
            editor->setTextCursor(cursor);
        }
    };

    static void picture(QWidget &page, const QString &name)
    {
        QDir(BINARY_DIR).mkpath("screens");
        QVERIFY(page.grab().save(BINARY_DIR "/screens/launch-" + name + ".png"));
    }

private slots:
    void init() { QApplication::setPalette(paletteFor(false)); }

    void aTypedMistakeIsToldAtItsLine()
    {
        Studio studio;
        studio.page.setText(specTemplate("pytorchjob-ddp").text);
        studio.waitForCheck();
        QVERIFY2(studio.document.diagnostics().isEmpty(), qPrintable(studio.document.diagnostics().value(0).text));
        studio.cursorBehind("    Worker:\n      replicas: 2");
        QTest::keyClick(studio.editor, Qt::Key_Backspace);
        QTest::keyClicks(studio.editor, "two");
        studio.waitForCheck();
        QCOMPARE(studio.document.diagnostics().size(), 1);
        const SpecDiagnostic diagnostic = studio.document.diagnostics().first();
        QCOMPARE(diagnostic.line, studio.editor->textCursor().blockNumber() + 1);
        QCOMPARE(diagnostic.path, "spec.pytorchReplicaSpecs.Worker.replicas");
        QCOMPARE(studio.list->model()->rowCount(), 1);
        picture(studio.page, "problem-light");
        QTest::keyClick(studio.editor, Qt::Key_Return, Qt::AltModifier); // the quick fix
        studio.waitForCheck();
        QVERIFY(studio.document.diagnostics().isEmpty());
        QVERIFY(studio.page.text().contains("    Worker:\n      replicas: 2\n"));
        studio.editor->undo();
        QVERIFY(studio.page.text().contains("replicas: two"));
    }

    void theListLeadsToTheLine()
    {
        Studio studio;
        studio.page.setText(
            "apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nmetadata:\n  name: a\nspec:\n  nprocPerNod: \"1\"\n");
        studio.waitForCheck();
        QTRY_VERIFY(studio.list->model()->rowCount() >= 2);
        const QModelIndex last = studio.list->model()->index(studio.list->model()->rowCount() - 1, 0);
        QTest::mouseClick(studio.list->viewport(), Qt::LeftButton, {},
                          studio.list->visualRect(last).topLeft() + QPoint(80, 8));
        QCOMPARE(studio.editor->textCursor().blockNumber() + 1, 6);
        QTest::keyClick(studio.editor, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(studio.editor, Qt::Key_F8);
        QVERIFY(studio.editor->textCursor().blockNumber() > 0);
    }

    void aRefusalOfTheServerIsShownAtItsField()
    {
        Studio studio;
        const QString text = specTemplate("pytorchjob-ddp").text;
        studio.page.setText(text);
        studio.waitForCheck();
        QSignalSpy launches(&studio.page, &LaunchPage::launchRequested);
        studio.page.findChild<QPushButton *>("launch")->click();
        QCOMPARE(launches.size(), 1);
        QCOMPARE(launches.first().first().toString(), text);
        k8s::Error error {.kind = k8s::Error::Kind::Invalid,
                          .httpStatus = 422,
                          .message = "PyTorchJob is invalid",
                          .reason = "Invalid"};
        error.causes = {{"spec.pytorchReplicaSpecs[Master].replicas", "FieldValueForbidden", "Forbidden: must be 1"}};
        studio.page.showError(error, 0);
        QCOMPARE(studio.document.diagnostics().size(), 1);
        const int line = int(text.left(text.indexOf("replicas: 1")).count('\n')) + 1;
        QCOMPARE(studio.document.diagnostics().first().line, line);
        QCOMPARE(studio.document.diagnostics().first().source, DiagnosticSource::Server);
        QVERIFY(studio.page.findChild<QWidget *>("notice")->isVisible());
        QCOMPARE(studio.page.text(), text);
        picture(studio.page, "refused-light");
    }

    void completionOffersWhatFits()
    {
        Studio studio;
        studio.page.setText(
            "apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nmetadata:\n  name: a\nspec:\n  runPolicy:\n    cl\n");
        studio.waitForCheck();
        studio.cursorBehind("    cl");
        QTest::keyClick(studio.editor, Qt::Key_Space, Qt::ControlModifier);
        QTest::keyClick(studio.editor, Qt::Key_Return);
        QVERIFY2(studio.page.text().contains("    cleanPodPolicy: \n"), qPrintable(studio.page.text()));
        QTest::keyClick(studio.editor, Qt::Key_Space, Qt::ControlModifier);
        QTest::keyClick(studio.editor, Qt::Key_Down);
        picture(studio.page, "completion-light");
    }

    void aTemplateIsAClickAway()
    {
        Studio studio;
        picture(studio.page, "templates-light");
        auto *card = studio.page.findChild<QWidget *>("template-trainjob");
        QVERIFY(card && card->isVisible());
        QTest::mouseClick(card, Qt::LeftButton, {}, card->rect().center());
        QVERIFY(studio.page.text().contains("kind: TrainJob"));
        studio.waitForCheck();
        QCOMPARE(studio.document.preview().podCount, 2);
    }

    void yourOwnTextComesInByPasteDropAndFile()
    {
        Studio studio;
        QApplication::clipboard()->setText("kind: Pasted\n");
        QTest::keySequence(studio.page.findChild<QWidget *>("templateGallery"), QKeySequence::Paste);
        QCOMPARE(studio.page.text(), "kind: Pasted\n");
        QMimeData data;
        data.setText("kind: Dropped\n");
        QDragEnterEvent enter({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&studio.page, &enter);
        QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&studio.page, &drop);
        QCOMPARE(studio.page.text(), "kind: Dropped\n");
        studio.page.openFile(SOURCE_DIR "/resources/templates/11-job.yaml");
        QVERIFY(studio.page.text().contains("kind: Job"));
        const QString before = studio.page.text();
        studio.page.openFile("/does/not/exist.yaml");
        QCOMPARE(studio.page.text(), before);
        QVERIFY(studio.page.findChild<QWidget *>("notice")->isVisible());
        studio.editor->undo();
        QCOMPARE(studio.page.text(), "kind: Dropped\n");
    }

    void nothingIsOfferedThatCannotBeDone()
    {
        Studio studio;
        auto *launch = studio.page.findChild<QPushButton *>("launch");
        auto *dryRun = studio.page.findChild<QPushButton *>("dryRun");
        QVERIFY(!launch->isEnabled()); // nothing written yet
        studio.page.setText(specTemplate("job").text);
        QTRY_VERIFY(launch->isEnabled());
        QCOMPARE(launch->text(), "Launch in sandbox/team-a");
        studio.page.setReadOnly(true);
        QVERIFY(!launch->isEnabled() && dryRun->isEnabled());
        studio.page.setTarget({}, {});
        QVERIFY(!launch->isEnabled() && !dryRun->isEnabled());
    }

    void theTextIsHandedOutForKeeping()
    {
        Studio studio;
        QSignalSpy kept(&studio.page, &LaunchPage::textEdited);
        studio.page.setText("a: 1\n");
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(kept.first().first().toString(), "a: 1\n");
    }

    void theListIsAProperModel()
    {
        DiagnosticModel model;
        const QAbstractItemModelTester tester(&model);
        model.setDiagnostics(
            {{.line = 3, .column = 4, .text = "a"}, {.severity = DiagnosticSeverity::Hint, .text = "b"}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), "3:4 a");
        model.setDiagnostics({});
        QCOMPARE(model.rowCount(), 0);
    }

    void thePreviewNamesTheNamespaceThatIsLaunchedInto()
    {
        Studio studio;
        studio.page.setText(specTemplate("tfjob-worker").text);
        studio.waitForCheck();
        const auto shown = [&] {
            QStringList lines;
            const auto *model = studio.page.findChild<QTreeView *>("preview")->model();
            const QModelIndex pod = model->index(0, 0);
            for (int row = 0; row < model->rowCount(pod); ++row)
                lines += model->index(row, 0, pod).data().toString();
            return lines.join('\n');
        };
        QTRY_VERIFY(shown().contains("reached as my-tfjob-chief-0.team-a.svc"));
        QVERIFY(shown().contains("my-tfjob-worker-0.team-a.svc:2222"));
        studio.page.setTarget("sandbox", "team-b");
        QVERIFY(shown().contains("my-tfjob-worker-0.team-b.svc:2222"));
        studio.page.setText(
            specTemplate("tfjob-worker").text.replace("  name: my-tfjob\n", "  name: my-tfjob\n  namespace: own\n"));
        studio.waitForCheck();
        QTRY_VERIFY(shown().contains("my-tfjob-worker-0.own.svc:2222"));
    }

    void itLooksRightInTheDark()
    {
        QApplication::setPalette(paletteFor(true));
        Studio studio;
        picture(studio.page, "templates-dark");
        QString text = specTemplate("pytorchjob-ddp").text;
        text.replace("name: pytorch # the", "name: torch # the")
            .replace("cleanPodPolicy: None", "cleanPodPolicy: none");
        studio.page.setText(text);
        studio.waitForCheck();
        studio.page.setRoom({.cpu = 1.5,
                             .memory = 16e9,
                             .largestCpu = 1.5,
                             .largestMemory = 16e9,
                             .gpus = 3,
                             .allGpus = 8,
                             .ns = {},
                             .quotas = {{"team-quota", "pods", 20, 4}},
                             .images = {}});
        QTRY_VERIFY(studio.list->model()->rowCount() == 2);
        const auto isShown = [&](const QString &sentence) {
            const QList<QLabel *> labels = studio.page.findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text() == sentence; });
        };
        QTRY_VERIFY(isShown("Only 1.5 CPU, 14.9 GiB are free: some pods will wait."));
        QVERIFY(isShown("Within the quota team-quota."));
        picture(studio.page, "problem-dark");
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(new views::Style);
    TestLaunchPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_launchpage.moc"
