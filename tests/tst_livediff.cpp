// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_core tests_support
#include "app/control/launchapply.h"
#include "app/launchwiring.h"
#include "app/sandboxtrial.h"
#include "k8s/net/netthread.h"
#include "models/spec/specdocument.h"
#include "models/spec/spectemplates.h"
#include "tests/support/discovery.h"
#include "tests/support/screens.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/visiblechild.h"
#include "views/spec/launchpage.h"
#include "views/spec/livediffpage.h"
#include "views/spec/noticebar.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace views;
using namespace tests;

/// Comparing with the cluster, applying and trying in the sandbox, clicked in the real page against a server that
/// answers as told.
class TestLiveDiff : public QObject
{
    Q_OBJECT

    k8s::NetThread m_net;
    const QString m_job = "/apis/kubeflow.org/v1/namespaces/team-a/pytorchjobs/my-ddp";

    /// The job of the template as a cluster holds it, with what servers add.
    static QByteArray job(int workers, const QByteArray &more = {})
    {
        return "{\"apiVersion\":\"kubeflow.org/v1\",\"kind\":\"PyTorchJob\",\"metadata\":{\"name\":\"my-ddp\","
               "\"namespace\":\"team-a\",\"uid\":\"1\",\"resourceVersion\":\"7\",\"managedFields\":[]},\"spec\":{"
            + more
            + "\"nprocPerNode\":\"auto\",\"runPolicy\":{\"cleanPodPolicy\":\"None\",\"backoffLimit\":3},"
              "\"pytorchReplicaSpecs\":{\"Master\":{\"replicas\":1,\"restartPolicy\":\"OnFailure\",\"template\":{"
              "\"spec\":{\"containers\":[{\"name\":\"pytorch\",\"image\":\"pytorch/pytorch:2.9.0\"}]}}},\"Worker\":{"
              "\"replicas\":"
            + QByteArray::number(workers)
            + ",\"restartPolicy\":\"OnFailure\",\"template\":{\"spec\":{\"containers\":[{\"name\":\"pytorch\","
              "\"image\":\"pytorch/pytorch:2.9.0\"}]}}}}},\"status\":{\"conditions\":[]}}";
    }

    /// Details of a refusal: who manages which field.
    static QByteArray conflicts(const QList<std::pair<QString, QString>> &owners)
    {
        QJsonArray causes;
        for (const auto &[manager, field] : owners)
            causes.append(QJsonObject {{"reason", "FieldManagerConflict"},
                                       {"message", QString("conflict with \"%1\" using kubeflow.org/v1").arg(manager)},
                                       {"field", field}});
        return QJsonDocument(QJsonObject {{"causes", causes}}).toJson(QJsonDocument::Compact);
    }

    struct Studio
    {
        ScriptedServer server;
        k8s::ClusterContext context;
        std::unique_ptr<k8s::ApiClient> client;
        std::unique_ptr<app::LaunchApply> apply;
        app::SandboxTrial trial;
        std::optional<k8s::Result<k8s::ClusterContext>> sandbox; ///< nothing: it is down
        models::SpecDocument document;
        LaunchPage page {document};
        NoticeBar *notice = page.findChild<NoticeBar *>();
        LiveDiffPage *compare = page.findChild<LiveDiffPage *>("liveDiffPage");

        explicit Studio(k8s::NetThread &net, const QString &text = models::specTemplate("pytorchjob-ddp").text)
            : trial(net)
        {
            serveKinds(server,
                       {{"", "v1", {"configmaps ConfigMap"}}, {"kubeflow.org", "v1", {"pytorchjobs PyTorchJob"}}});
            context.server = server.url();
            context.ns = "team-a";
            client = std::make_unique<k8s::ApiClient>(net, context);
            apply = std::make_unique<app::LaunchApply>(*client);
            apply->setNamespace("team-a");
            app::connectApply(page, *apply);
            sandbox = context;
            app::connectTrial(page, trial, [this] { return sandbox; });
            page.resize(1360, 800);
            page.setTarget("research", "team-a");
            page.setSandboxOffered(true);
            page.show();
            (void)QTest::qWaitForWindowExposed(&page);
            page.setText(text);
            QTRY_VERIFY(document.text() == page.text() && !document.isChecking());
        }

        void click(const QString &name) const
        {
            auto *button = page.findChild<QPushButton *>(name);
            QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
            QTest::mouseClick(button, Qt::LeftButton);
        }
        QString sentence() const { return page.findChild<Label *>("compareSentence")->text(); }
        QString said() const
        {
            QStringList texts;
            for (const Label *label : notice->findChildren<Label *>()) {
                if (label->isVisible())
                    texts.append(label->text());
            }
            return texts.join('\n');
        }
        /// The button in the notice that leads on, by its text.
        QPushButton *choice(const QString &text) const { return visibleChild<QPushButton>(*notice, text); }
    };

private slots:
    void whatWouldChangeIsShownSideBySide()
    {
        Studio studio(m_net);
        studio.server.on("GET", m_job, Answer::json(job(4, "\"suspend\":false,")));
        studio.server.on("PATCH", m_job, Answer::json(job(2)));
        studio.click("compare");
        QTRY_VERIFY(studio.compare->isVisible());
        QCOMPARE(studio.sentence(), "What applying would change in PyTorchJob my-ddp.");
        QVERIFY(studio.said().isEmpty());
        screens::save(studio.page, "livediff-changed");
        QTest::keyClick(studio.compare, Qt::Key_Escape);
        QVERIFY(!studio.compare->isVisible());
    }

    void whatIsTheSameIsSaid()
    {
        Studio studio(m_net);
        studio.server.on("GET", m_job, Answer::json(job(2)));
        studio.server.on("PATCH", m_job, Answer::json(job(2)));
        studio.click("compare");
        QTRY_VERIFY(studio.compare->isVisible());
        QCOMPARE(studio.sentence(), "Nothing would change in PyTorchJob my-ddp.");
        QVERIFY(!studio.compare->findChild<QPushButton *>("apply")->isEnabled());
        screens::save(studio.page, "livediff-same");
    }

    void anObjectThatIsNotThereIsNew()
    {
        Studio studio(m_net);
        studio.server.on("GET", m_job, Answer::failure(404, "NotFound", "not found"));
        studio.click("compare");
        QTRY_VERIFY(studio.compare->isVisible());
        QCOMPARE(studio.sentence(), "PyTorchJob my-ddp does not exist there yet.");
        screens::save(studio.page, "livediff-new");
    }

    void severalObjectsAreChosenFrom()
    {
        const QString both = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: code}\ndata: {a: new}\n---\n"
            + models::specTemplate("pytorchjob-ddp").text;
        Studio studio(m_net, both);
        const QString map = "/api/v1/namespaces/team-a/configmaps/code";
        const QByteArray same = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"code\"},"
                                "\"data\":{\"a\":\"new\"}}";
        studio.server.on("GET", map, Answer::json(same));
        studio.server.on("PATCH", map, Answer::json(same));
        studio.server.on("GET", m_job, Answer::json(job(4)));
        studio.server.on("PATCH", m_job, Answer::json(job(2)));
        studio.click("compare");
        QTRY_VERIFY(studio.compare->isVisible());
        auto *objects = studio.compare->findChild<QComboBox *>();
        QVERIFY(objects->isVisible());
        QCOMPARE(objects->currentText(), "PyTorchJob my-ddp"); // the first that changes
        screens::save(studio.page, "livediff-several");
        studio.click("apply");
        QTRY_VERIFY(!studio.compare->isVisible());
        QCOMPARE(studio.said(), "2 object(s) were applied.");
        screens::save(studio.page, "livediff-applied");
    }

    void whatMayNotBeReadIsSaidInASentence()
    {
        Studio studio(m_net);
        studio.server.on("GET", m_job,
                         Answer::failure(403, "Forbidden",
                                         "pytorchjobs.kubeflow.org \"my-ddp\" is forbidden: User \"ana\" cannot get "
                                         "resource \"pytorchjobs\" in API group \"kubeflow.org\" in the namespace "
                                         "\"team-a\""));
        studio.click("compare");
        QTRY_VERIFY(!studio.said().isEmpty() && !studio.apply->isBusy());
        QVERIFY2(studio.said().contains("ana may not get pytorchjobs.kubeflow.org in namespace team-a"),
                 qPrintable(studio.said()));
        QVERIFY(!studio.compare->isVisible());
        screens::save(studio.page, "livediff-forbidden");
    }

    void fieldsOfOthersAreTakenOverOnlyWhenAskedFor()
    {
        Studio studio(m_net);
        studio.server.on("GET", m_job, Answer::json(job(4)));
        studio.server.on("PATCH", m_job, [](const Received &request) {
            if (request.parameter("force") == "true")
                return Answer::json(job(2));
            return Answer::failure(409, "Conflict", "Apply failed with 2 conflicts",
                                   conflicts({{"kueue-admission", ".spec.runPolicy.suspend"},
                                              {"kubectl-edit", ".spec.pytorchReplicaSpecs.Worker.replicas"}}));
        });
        studio.click("compare");
        QTRY_VERIFY(studio.compare->isVisible());
        studio.click("apply");
        QTRY_VERIFY(studio.choice("Take them over"));
        QVERIFY2(studio.said().contains("kueue-admission: .spec.runPolicy.suspend"), qPrintable(studio.said()));
        QVERIFY(studio.said().contains("kubectl-edit: .spec.pytorchReplicaSpecs.Worker.replicas"));
        screens::save(studio.page, "livediff-conflict");
        for (const Received &request : studio.server.received())
            QVERIFY(request.method != "PATCH" || request.parameter("dryRun") == "All"); // nothing was changed
        QTest::mouseClick(studio.choice("Take them over"), Qt::LeftButton);
        QTRY_COMPARE(studio.said(), "1 object(s) were applied.");
        QCOMPARE(studio.server.received().last().parameter("dryRun"), "");
    }

    void aShieldKeepsTheClusterAsItIs()
    {
        Studio studio(m_net);
        studio.page.setReadOnly(true);
        studio.server.on("GET", m_job, Answer::json(job(4)));
        studio.server.on("PATCH", m_job, Answer::json(job(2)));
        studio.click("compare");
        QTRY_VERIFY(studio.compare->isVisible() && !studio.apply->isBusy());
        QVERIFY(!studio.compare->findChild<QPushButton *>("apply")->isEnabled());
    }

    void theSandboxIsTriedWithTheSameText()
    {
        Studio studio(m_net);
        const QString jobs = "/apis/kubeflow.org/v1/namespaces/.*/pytorchjobs";
        studio.server.on("POST", jobs, Answer::stream(201).gate("go").chunk(job(2)).end());
        studio.server.once("POST", jobs, Answer::json(job(2), 201)); // the dry run
        QSignalSpy opened(&studio.page, &LaunchPage::sandboxJobActivated);
        studio.click("trySandbox");
        QTRY_VERIFY(studio.said().contains("Creating PyTorchJob my-ddp"));
        screens::save(studio.page, "trial-busy");
        studio.server.open("go");
        QTRY_VERIFY(studio.said().contains("was created in the sandbox"));
        screens::save(studio.page, "trial-done");
        QVERIFY(studio.choice("Watch it there"));
        QTest::mouseClick(studio.choice("Watch it there"), Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
    }

    void aSandboxThatRefusesSaysWhere()
    {
        Studio studio(m_net);
        studio.server.on("POST", ".*pytorchjobs",
                         Answer::failure(409, "AlreadyExists", "pytorchjobs.kubeflow.org \"my-ddp\" already exists"));
        studio.click("trySandbox");
        QTRY_VERIFY(studio.said().contains("exists already"));
        screens::save(studio.page, "trial-exists");
    }

    void aSandboxThatIsDownIsOffered()
    {
        Studio studio(m_net);
        QSignalSpy start(&studio.page, &LaunchPage::sandboxStartRequested);
        studio.sandbox.reset();
        studio.click("trySandbox");
        QVERIFY(studio.said().contains("the sandbox does not run"));
        screens::save(studio.page, "trial-down");
        QTest::mouseClick(studio.choice("Start the sandbox"), Qt::LeftButton);
        QCOMPARE(start.size(), 1);
        QCOMPARE(studio.server.count("POST", ".*"), 0);
    }

    void aSandboxThatCannotBeReadSaysWhy()
    {
        Studio studio(m_net);
        studio.sandbox = std::unexpected(k8s::Error {.kind = k8s::Error::Kind::Config, .message = "no kubeconfig"});
        studio.click("trySandbox");
        QVERIFY2(studio.said().contains("no kubeconfig"), qPrintable(studio.said()));
        QCOMPARE(studio.server.count("POST", ".*"), 0);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(new views::Style);
    TestLiveDiff test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_livediff.moc"
