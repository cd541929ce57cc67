// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_control tests_support
#include "app/control/launchapply.h"
#include "k8s/net/netthread.h"
#include "tests/support/scriptedapi.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace tests;

/// Comparing and applying against a server that answers as told.
class TestLaunchApply : public QObject
{
    Q_OBJECT

    /// JSON with single quotes, for the eyes.
    static QByteArray quoted(QByteArray json) { return json.replace('\'', '"'); }

    k8s::NetThread m_net;
    const QString m_text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: code}\ndata: {a: new}\n";

    static QByteArray object(const QByteArray &value)
    {
        return quoted("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'code','namespace':'team-a','uid':'1',"
                      "'resourceVersion':'7','managedFields':[]},'data':{'a':'"
                      + value + "'}}");
    }

    struct Run : ScriptedApi
    {
        LaunchApply apply {client};

        explicit Run(k8s::NetThread &net)
            : ScriptedApi(net, {{"", "v1", {"configmaps ConfigMap"}}})
        {
            apply.setNamespace("team-a");
        }
    };
    const QString m_path = "/api/v1/namespaces/team-a/configmaps/code";

private slots:
    void whatWouldChangeIsShownWithoutWhatServersManage()
    {
        Run run(m_net);
        run.server.on("GET", m_path, Answer::json(object("old")));
        run.server.on("PATCH", m_path, Answer::json(object("new")));
        QSignalSpy compared(&run.apply, &LaunchApply::compared);
        run.apply.compare(m_text);
        QTRY_COMPARE(compared.size(), 1);
        const auto found = compared.first().first().value<QList<models::LiveDifference>>();
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().exists);
        QCOMPARE(found.first().title, "ConfigMap code");
        QVERIFY2(found.first().live.contains("a: old") && !found.first().live.contains("resourceVersion"),
                 qPrintable(found.first().live));
        QVERIFY(found.first().after.contains("a: new"));
        const Received patch = run.server.received().last();
        QCOMPARE(patch.parameter("dryRun"), "All");
        QCOMPARE(patch.parameter("fieldManager"), "pilothouse");
        QVERIFY(patch.header("content-type").contains("apply-patch+yaml"));
    }

    void whatIsNotThereYetIsSaidToBeNew()
    {
        Run run(m_net);
        run.server.on("GET", m_path, Answer::failure(404, "NotFound", "not found"));
        QSignalSpy compared(&run.apply, &LaunchApply::compared);
        run.apply.compare(m_text);
        QTRY_COMPARE(compared.size(), 1);
        const auto found = compared.first().first().value<QList<models::LiveDifference>>();
        QVERIFY(!found.first().exists && found.first().live.isEmpty() && found.first().after.contains("a: new"));
        QCOMPARE(run.server.count("PATCH", ".*"), 0);
    }

    void fieldsOfOthersAreNotTakenUnasked()
    {
        Run run(m_net);
        run.server.on("PATCH", m_path, [](const Received &request) {
            if (request.parameter("force") == "true")
                return Answer::json(object("new"));
            return Answer::failure(
                409, "Conflict", "Apply failed with 1 conflict",
                quoted("{'causes':[{'reason':'FieldManagerConflict','message':'conflict with \\'kubectl-edit\\' "
                       "using v1','field':'.data.a'}]}"));
        });
        QSignalSpy conflicted(&run.apply, &LaunchApply::conflicted);
        QSignalSpy applied(&run.apply, &LaunchApply::applied);
        run.apply.apply(m_text, LaunchApply::Force::No);
        QTRY_COMPARE(conflicted.size(), 1);
        QCOMPARE(conflicted.first().first().toStringList(), QStringList {"kubectl-edit: .data.a"});
        QCOMPARE(applied.size(), 0);
        run.apply.apply(m_text, LaunchApply::Force::Yes);
        QTRY_COMPARE(applied.size(), 1);
        QVERIFY(!run.apply.isBusy());
    }

    void secretsStayHiddenButTheirChangeShows()
    {
        const auto secret = [](const QByteArray &value) {
            return comparableText(
                quoted("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'a'},'data':{'k':'" + value + "'}}"));
        };
        QVERIFY(!secret("c2VjcmV0").contains("c2VjcmV0"));
        QCOMPARE(secret("c2VjcmV0"), secret("c2VjcmV0"));
        QVERIFY(secret("c2VjcmV0") != secret("b3RoZXI="));
    }

    void aCancelledRunSaysNothing()
    {
        Run run(m_net);
        run.server.on("GET", m_path, Answer::nothing().gate("later"));
        QSignalSpy compared(&run.apply, &LaunchApply::compared);
        QSignalSpy failed(&run.apply, &LaunchApply::failed);
        run.apply.compare(m_text);
        QTRY_COMPARE(run.server.count("GET", m_path), 1);
        run.apply.cancel();
        QVERIFY(!run.apply.isBusy());
        run.server.open("later");
        QCOMPARE(compared.size() + failed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLaunchApply)
#include "tst_launchapply.moc"
