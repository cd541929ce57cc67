// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_spec
#include "models/spec/specdocument.h"
#include "tests/support/screens.h"
#include "views/spec/convertpage.h"
#include "views/spec/diffpane.h"
#include "views/spec/launchpage.h"
#include "views/spec/notelist.h"
#include "views/spec/yamleditor.h"
#include "views/theme/style.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTextBlock>
#include <QTest>

using namespace views;

/// Converting in the Launch page, as a user meets it.
class TestConvertPage : public QObject
{
    Q_OBJECT

    static QString sample(const QString &name)
    {
        QFile file(SOURCE_DIR "/tests/data/convert/" + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    struct Studio
    {
        models::SpecDocument document;
        LaunchPage page {document};
        YamlEditor *editor = page.findChild<YamlEditor *>("yamlEditor");
        QWidget *strip = page.findChild<QWidget *>("convertStrip");
        ConvertPage *convertPage = page.findChild<ConvertPage *>("convertPage");
        NoteList *notes = page.findChild<NoteList *>("conversionNotes");

        explicit Studio(const QString &text)
        {
            page.resize(1360, 800);
            page.show();
            page.setText(text);
        }

        void open()
        {
            QTRY_VERIFY(strip->isVisible());
            QTest::mouseClick(page.findChild<QPushButton *>("convert"), Qt::LeftButton);
            QTRY_VERIFY(convertPage->isVisible() && convertPage->isDone());
        }

        void click(const char *button) { QTest::mouseClick(page.findChild<QPushButton *>(button), Qt::LeftButton); }
    };

private slots:
    void initTestCase() { QApplication::setStyle(new Style); }

    void anOlderKindIsOfferedAndANewOneIsNot()
    {
        Studio old(sample("tfjobv1alpha1-ps.yaml"));
        QTRY_VERIFY(old.strip->isVisible());
        QVERIFY(old.strip->findChild<QLabel *>()->text().contains("TFJob"));
        old.page.setText("apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\n");
        QTRY_VERIFY(!old.strip->isVisible());
    }

    void whatIsDeclinedIsNotOfferedAgain()
    {
        Studio studio(sample("jaxjob-simple.yaml"));
        QTRY_VERIFY(studio.strip->isVisible());
        studio.click("convertDecline");
        QVERIFY(!studio.strip->isVisible());
        studio.page.setText(sample("tfjobv1alpha1-ps.yaml"));
        QTRY_VERIFY(studio.strip->isVisible());
    }

    void theResultReplacesTheTextInOneUndoStep()
    {
        const QString source = sample("pytorchjob-ddp.yaml");
        Studio studio(source);
        studio.open();
        studio.click("convertUse");
        QVERIFY(studio.editor->isVisible());
        QVERIFY(studio.page.text().contains("kind: TrainJob"));
        studio.editor->undo();
        QCOMPARE(studio.page.text(), source);
    }

    void goingBackChangesNothing()
    {
        const QString source = sample("pytorchjob-ddp.yaml");
        Studio studio(source);
        studio.open();
        studio.click("convertBack");
        QVERIFY(studio.editor->isVisible());
        QCOMPARE(studio.page.text(), source);
    }

    void aNoteLeadsToItsLine()
    {
        Studio studio(sample("pytorchjob-ddp.yaml"));
        QAbstractItemModelTester tester(&studio.notes->rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        studio.open();
        QVERIFY(studio.notes->rows().rowCount() > 3);
        const models::ConversionNote &first = studio.notes->rows().at(0);
        QCOMPARE(first.kind, models::ConversionNote::Kind::Lost);
        const QRect row = studio.notes->visualRect(studio.notes->rows().index(0));
        QTest::mouseClick(studio.notes->viewport(), Qt::LeftButton, {}, row.center());
        auto *left = studio.page.findChild<ConvertPage *>()->findChild<DiffPane *>("diffLeft");
        const QString line = sample("pytorchjob-ddp.yaml").split('\n').at(first.line - 1);
        QCOMPARE(left->textCursor().block().text(), line);
    }

    void theVersionOfTheTrainerChangesTheResult()
    {
        Studio studio(sample("pytorchjob-ddp.yaml"));
        studio.open();
        auto *right = studio.page.findChild<ConvertPage *>()->findChild<DiffPane *>("diffRight");
        QVERIFY(right->toPlainText().contains("runtimePatches"));
        studio.page.findChild<QComboBox *>("convertTrainer")->setCurrentIndex(2);
        QTRY_VERIFY(right->toPlainText().contains("podTemplateOverrides"));
    }

    void aRefusalIsToldAndCannotBeUsed()
    {
        Studio studio(sample("tfjob-ps.refused.yaml"));
        studio.open();
        QVERIFY(studio.page.findChild<QLabel *>("convertSummary")->text().contains("PS never ends"));
        QVERIFY(!studio.page.findChild<QPushButton *>("convertUse")->isEnabled());
    }

    void pictures()
    {
        Studio studio(sample("pytorchjob-ddp.yaml"));
        QTRY_VERIFY(studio.strip->isVisible());
        screens::save(studio.page, "convert-offer");
        studio.open();
        screens::save(studio.page, "convert-page");
        studio.click("convertBack");
        studio.page.setText(sample("tfjob-ps.refused.yaml"));
        QTest::qWait(400);
        studio.open();
        screens::save(studio.page, "convert-refused");
    }
};

QTEST_MAIN(TestConvertPage)
#include "tst_convertpage.moc"
