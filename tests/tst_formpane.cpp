// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_spec
#include "models/spec/clusterroom.h"
#include "models/spec/specdocument.h"
#include "models/spec/spectemplates.h"
#include "tests/support/screens.h"
#include "views/spec/formpane.h"
#include "views/spec/formrow.h"
#include "views/spec/launchpage.h"
#include "views/spec/yamleditor.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTest>

using namespace views;
using namespace models;

/// The form beside the editor, driven by keys and clicks.
class TestFormPane : public QObject
{
    Q_OBJECT

    struct Studio
    {
        SpecDocument document;
        LaunchPage page {document};
        YamlEditor *editor = page.findChild<YamlEditor *>("yamlEditor");
        FormPane *pane = page.findChild<FormPane *>("formPane");

        explicit Studio(const QString &text = specTemplate("pytorchjob-ddp").text, QSize size = {1180, 780})
        {
            page.resize(size);
            page.setTarget("sandbox", "team-a");
            page.show();
            (void)QTest::qWaitForWindowExposed(&page);
            page.setText(text);
            settle();
        }
        void settle()
        {
            QTRY_VERIFY(document.text() == editor->toPlainText() && !document.isChecking());
            QCoreApplication::processEvents();
        }
        FormRow *row(const QString &path) const { return pane->findChild<FormRow *>("field-" + path); }
        template <class T>
        T *part(const QString &path) const
        {
            FormRow *found = row(path);
            return found ? found->findChild<T *>() : nullptr;
        }
    };

    static QString worker(const QString &field) { return "spec.pytorchReplicaSpecs.Worker" + field; }

private slots:
    void typingChangesTheTextUnderTheSameWidget()
    {
        Studio studio;
        auto *name = studio.part<QLineEdit>("metadata.name");
        QVERIFY(name);
        QCOMPARE(name->text(), "my-ddp");
        name->setFocus();
        QTest::keyClick(name, Qt::Key_End);
        QTest::keyClicks(name, "-2");
        QVERIFY(studio.page.text().contains("  name: my-ddp-2\n"));
        studio.settle();
        QCOMPARE(studio.part<QLineEdit>("metadata.name"), name);
        QCOMPARE(name->text(), "my-ddp-2");
        QCOMPARE(name->cursorPosition(), 8);
        QVERIFY(name->hasFocus());
    }

    void oneUndoTakesBackWhatTheFormDid()
    {
        Studio studio;
        const QString before = studio.page.text();
        auto *name = studio.part<QLineEdit>("metadata.name");
        name->setFocus();
        QTest::keyClick(name, Qt::Key_End);
        QTest::keyClicks(name, "-longer");
        QVERIFY(studio.page.text() != before);
        QTest::keySequence(name, QKeySequence::Undo);
        QCOMPARE(studio.page.text(), before);
        studio.settle();
        QCOMPARE(name->text(), "my-ddp");
        QTest::keySequence(name, QKeySequence::Redo);
        studio.settle();
        QCOMPARE(name->text(), "my-ddp-longer");
    }

    void typingInTheTextShowsInTheForm()
    {
        Studio studio;
        auto *replicas = studio.part<QSpinBox>(worker(".replicas"));
        QVERIFY(replicas);
        QCOMPARE(replicas->value(), 2);
        const auto at = studio.page.text().indexOf("replicas: 2") + 10;
        studio.editor->replaceRange(at, 1, "5");
        studio.settle();
        QCOMPARE(replicas->value(), 5);
        studio.editor->replaceRange(at, 1, "two");
        studio.settle();
        QVERIFY(studio.row(worker(".replicas"))->problem().contains("whole number"));
        replicas->setFocus();
        QTest::keyClick(replicas, Qt::Key_Up);
        QVERIFY(studio.page.text().contains("    Worker:\n      replicas: 0\n"));
    }

    void aBrokenTextPausesTheForm()
    {
        Studio studio;
        const QString text = studio.page.text();
        studio.editor->replaceRange(text.indexOf("metadata:"), 9, "metadata");
        studio.settle();
        auto *paused = studio.pane->findChild<Label *>("formPaused");
        QVERIFY(paused->isVisible());
        QVERIFY2(paused->text().contains("line "), qPrintable(paused->text()));
        QVERIFY(studio.row("metadata.name"));
        QVERIFY(!studio.row("metadata.name")->isEnabled());
        screens::save(studio.page, "form-paused");
        studio.editor->undo();
        studio.settle();
        QVERIFY(!paused->isVisible());
        QCOMPARE(studio.page.text(), text);
        QVERIFY(studio.row("metadata.name")->isEnabled());
    }

    void fieldAndLineFindEachOther()
    {
        Studio studio;
        studio.part<QLineEdit>(worker(".template.spec.containers[0].image"))->setFocus();
        const QString line = studio.editor->textCursor().block().text();
        QVERIFY2(line.contains("image:"), qPrintable(line));
        QVERIFY(studio.editor->textCursor().position() > studio.page.text().indexOf("Worker:"));
        studio.editor->setFocus();
        studio.editor->showPosition(studio.page.text().indexOf("cleanPodPolicy"));
        QPixmap marked = studio.row("spec.runPolicy.cleanPodPolicy")->grab();
        studio.editor->showPosition(0);
        QVERIFY(marked.toImage() != studio.row("spec.runPolicy.cleanPodPolicy")->grab().toImage());
    }

    void vendorsOfGpusAreShortAndWrittenWhole()
    {
        Studio studio;
        const auto rows = studio.pane->findChildren<QComboBox *>();
        const auto found = std::ranges::find(rows, QString("Vendor of the GPUs"), &QComboBox::accessibleName);
        QVERIFY(found != rows.end());
        QComboBox *vendor = *found;
        QCOMPARE(vendor->currentText(), "NVIDIA");
        QCOMPARE(vendor->toolTip(), "nvidia.com/gpu");
        vendor->parentWidget()->findChild<QSpinBox *>()->setValue(2);
        studio.settle();
        const auto amd = vendor->findText("AMD");
        vendor->setCurrentIndex(amd);
        emit vendor->activated(amd);
        studio.settle();
        QVERIFY2(studio.page.text().contains("amd.com/gpu: 2"), qPrintable(studio.page.text()));
    }

    void entriesAreAddedAndRemoved()
    {
        Studio studio;
        FormRow *environment = studio.row(worker(".template.spec.containers[0].env"));
        QVERIFY(environment);
        QTest::mouseClick(environment->findChild<QPushButton *>("add"), Qt::LeftButton);
        studio.settle();
        QVERIFY(studio.page.text().contains("- name: NAME\n"));
        auto *key = environment->findChild<QLineEdit *>();
        QVERIFY(key);
        key->setFocus();
        key->selectAll();
        QTest::keyClicks(key, "EPOCHS");
        studio.settle();
        QVERIFY(studio.page.text().contains("- name: EPOCHS\n"));
        screens::save(studio.page, "form-entries");
        QTest::mouseClick(environment->findChild<QPushButton *>("remove"), Qt::LeftButton);
        studio.settle();
        QVERIFY(!studio.page.text().contains("EPOCHS"));
    }

    void aFieldThatIsEmptiedLeavesTheText()
    {
        Studio studio;
        auto *memory = studio.part<QLineEdit>(worker(".template.spec.containers[0].resources.limits.memory"));
        const QString before = studio.page.text();
        memory->setFocus();
        memory->selectAll();
        QTest::keyClick(memory, Qt::Key_Delete);
        QCOMPARE(studio.page.text(), before); // half way to another value
        QTest::keyClick(memory, Qt::Key_Return);
        studio.settle();
        QCOMPARE(studio.page.text().count("memory:"), before.count("memory:") - 1);
    }

    void theDocumentOfTheCursorIsShown()
    {
        Studio studio(specTemplate("configmap").text + "---\n" + specTemplate("trainjob").text);
        auto *documents = studio.pane->findChild<QComboBox *>("formDocuments");
        QVERIFY(documents->isVisible());
        QCOMPARE(documents->count(), 2);
        studio.editor->setFocus();
        studio.editor->showPosition(studio.page.text().indexOf("numNodes"));
        QCOMPARE(documents->currentText(), "TrainJob my-trainjob");
        auto *nodes = studio.part<QSpinBox>("spec.trainer.numNodes");
        QVERIFY(nodes && nodes->value() == 2);
        screens::save(studio.page, "form-documents");
    }

    void aReplicaTypeComesAndGoes()
    {
        Studio studio;
        const QString before = studio.page.text();
        auto *remove = studio.pane->findChild<QPushButton *>("remove-Worker");
        QVERIFY(remove && remove->isVisible());
        QTest::mouseClick(remove, Qt::LeftButton);
        studio.settle();
        QVERIFY(!studio.page.text().contains("Worker:"));
        QVERIFY(!studio.row(worker(".replicas")));
        QVERIFY(!studio.pane->findChild<QPushButton *>("remove-Master")->isVisible()); // a job has one at least
        auto *add = studio.pane->findChild<QPushButton *>("add-Worker");
        QVERIFY(add && add->isVisible());
        screens::save(studio.page, "form-replica-type");
        QTest::mouseClick(add, Qt::LeftButton);
        studio.settle();
        auto *image = studio.part<QLineEdit>(worker(".template.spec.containers[0].image"));
        QVERIFY(image);
        QCOMPARE(image->text(), "pytorch/pytorch:2.9.0-cuda12.8-cudnn9-runtime");
        studio.editor->undo();
        studio.editor->undo();
        studio.settle();
        QCOMPARE(studio.page.text(), before);
    }

    void everyFieldSaysWhatItIsFor()
    {
        const QStringList samples {"pytorchjob-ddp", "trainjob", "job", "tfjob-ps", "mpijob"};
        for (const QString &sample : samples) {
            const Studio studio(specTemplate(sample).text);
            const auto rows = studio.pane->findChildren<FormRow *>();
            QVERIFY2(rows.size() > 4, qPrintable(sample));
            for (const FormRow *row : rows)
                QVERIFY2(!row->field().toolTip.isEmpty(), qPrintable(sample + ": " + row->field().path));
        }
    }

    void theFormCanBePutAway()
    {
        Studio studio({}, {736, 560});
        studio.page.setText(specTemplate("pytorchjob-ddp").text);
        studio.settle();
        auto *toggle = studio.page.findChild<QPushButton *>("toggleForm");
        QVERIFY(studio.pane->isVisible());
        screens::save(studio.page, "form-small");
        QTest::mouseClick(toggle, Qt::LeftButton);
        QVERIFY(!studio.pane->isVisible());
        screens::save(studio.page, "form-small-away");
        QTest::keyClick(studio.editor, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(studio.pane->isVisible());
    }

    void itLooksRight()
    {
        Studio studio;
        studio.page.setRoom({.gpus = 8, .allGpus = 8, .ns = {}, .quotas = {}, .images = {}});
        studio.editor->showPosition(studio.page.text().indexOf("replicas: 2"));
        screens::save(studio.page, "form");
        // Nothing is cut off at the right: the fields are as wide as their column.
        const FormRow *name = studio.row("metadata.name");
        const QWidget *viewport = studio.pane->findChild<QScrollArea *>()->viewport();
        QVERIFY(name->mapTo(viewport, QPoint(name->width(), 0)).x() <= viewport->width());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(new views::Style);
    TestFormPane test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_formpane.moc"
