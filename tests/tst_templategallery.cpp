// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_spec
#include "models/spec/templateshape.h"
#include "tests/support/screens.h"
#include "views/spec/templategallery.h"
#include "views/theme/card.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace views;
using namespace models;

/// Choosing, searching, keeping templates of one's own.
class TestTemplateGallery : public QObject
{
    Q_OBJECT

    struct Shown
    {
        QTemporaryDir folder;
        TemplateGallery gallery {OwnTemplates(folder.path() + "/templates")};
        QLineEdit *search = gallery.findChild<QLineEdit *>("templateSearch");

        Shown()
        {
            gallery.setCurrentText([] { return QString("apiVersion: batch/v1\nkind: Job\nmetadata: {name: mine}\n"); });
            gallery.resize(1200, 760);
            gallery.show();
            (void)QTest::qWaitForWindowExposed(&gallery);
        }
        QStringList cards() const
        {
            QStringList names;
            for (const Card *card : gallery.findChildren<Card *>()) {
                if (card->isVisible())
                    names += card->objectName().mid(9);
            }
            return names;
        }
        QPushButton *button(const char *name) const { return gallery.findChild<QPushButton *>(QString(name)); }
        void save(const QString &title) const
        {
            button("saveTemplate")->click();
            QTest::keyClicks(gallery.findChild<QLineEdit *>("templateName"), title);
            button("keepTemplate")->click();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    };

private slots:
    void initTestCase() { QApplication::setStyle(new Style); }

    void everyTemplateIsACard()
    {
        const Shown shown;
        QCOMPARE(shown.cards().size(), specTemplates().size());
        for (const SpecTemplate &entry : specTemplates())
            QVERIFY2(shapeOf(entry.text).picture != TemplateShape::Picture::Plain, qPrintable(entry.id));
    }

    void aSearchNarrowsTheChoice()
    {
        Shown shown;
        QTest::keyClicks(shown.search, "canary seldon");
        QCOMPARE(shown.cards(), QStringList {"seldondeployment"});
        shown.search->clear();
        QTest::keyClicks(shown.search, "tuning");
        QCOMPARE(shown.cards().size(), 2);
        shown.search->setText("no such thing");
        QVERIFY(shown.cards().isEmpty());
        const QSignalSpy chosen(&shown.gallery, &TemplateGallery::chosen);
        shown.search->setText("jax");
        QTest::keyClick(shown.search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(shown.gallery.textOf(chosen[0][0].toString()), specTemplate("jaxjob").text);
    }

    void whatIWroteBecomesATemplate()
    {
        const Shown shown;
        shown.save("My first, on GPUs!");
        QVERIFY(shown.cards().contains("own/my-first-on-gpus"));
        QVERIFY(shown.gallery.textOf("own/my-first-on-gpus").startsWith("apiVersion: batch/v1\n"));
        const OwnTemplates again(shown.folder.path() + "/templates");
        QCOMPARE(again.all().size(), 1);
        QCOMPARE(again.all().first().title, "My first, on GPUs!");
        QCOMPARE(again.all().first().kind, "Job");
        shown.save("My first, on GPUs!"); // the same title again: nothing is overwritten
        QCOMPARE(again.all().size(), 2);
    }

    void aTemplateIsDeletedAfterAQuestion()
    {
        Shown shown;
        shown.save("mine");
        shown.button("deleteTemplate")->click();
        auto *question = shown.gallery.findChild<QMessageBox *>();
        QVERIFY(question);
        QCOMPARE(shown.cards().first(), "own/mine");
        for (auto *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QVERIFY(!shown.cards().contains("own/mine"));
        QVERIFY(OwnTemplates(shown.folder.path() + "/templates").all().isEmpty());
    }

    void aTemplateIsPassedOnAsAFile()
    {
        const QTemporaryDir folder;
        const OwnTemplates mine(folder.path() + "/mine");
        const OwnTemplates theirs(folder.path() + "/theirs");
        const QString yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n"
                             "apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nmetadata: {name: b}\n";
        const auto id = mine.save("Trainé #1", yaml);
        QVERIFY(id);
        QVERIFY(mine.exportTo(*id, folder.path() + "/shared.yaml"));
        const auto there = theirs.import(folder.path() + "/shared.yaml");
        QVERIFY(there);
        QCOMPARE(theirs.all().first().title, "Trainé #1");
        QCOMPARE(theirs.all().first().kind, "PyTorchJob");
        QCOMPARE(theirs.all().first().text, yaml);
        QVERIFY(!theirs.import(folder.path() + "/missing.yaml"));
        QVERIFY(!theirs.save("empty", " \n"));
        QVERIFY(!theirs.remove("own/nothing"));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        const QTemporaryDir folder;
        QFile file(folder.path() + "/taken");
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto saved = OwnTemplates(folder.path() + "/taken").save("a", "kind: Job\n");
        QVERIFY(!saved);
        QVERIFY(saved.error().sentence.contains("taken"));
    }

    void thePictureKnowsRolesAndElasticity()
    {
        const TemplateShape ddp = shapeOf(specTemplate("pytorchjob-ddp").text);
        QCOMPARE(ddp.parts.size(), 2);
        QCOMPARE(ddp.parts[0].role, "Master");
        QCOMPARE(ddp.parts[1].count, 2);
        QCOMPARE(shapeOf(specTemplate("pytorchjob-elastic").text).parts[0].possible, 2);
        QCOMPARE(shapeOf(specTemplate("seldondeployment").text).parts[0].share, 90);
        QVERIFY(shapeOf(specTemplate("trainingruntime").text).pattern);
        QCOMPARE(shapeOf(specTemplate("notebook").text).picture, TemplateShape::Picture::Notebook);
    }

    void pictures()
    {
        Shown shown;
        shown.save("Digits with my data");
        screens::save(shown.gallery, "gallery");
        shown.search->setText("serving");
        screens::save(shown.gallery, "gallery-serving");
        shown.search->setText("nothing at all");
        screens::save(shown.gallery, "gallery-empty");
        shown.search->clear();
        shown.gallery.resize(700, 600);
        QCoreApplication::processEvents();
        screens::save(shown.gallery, "gallery-narrow");
    }
};

QTEST_MAIN(TestTemplateGallery)
#include "tst_templategallery.moc"
