// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_api tests_support
#include "k8s/api/discovery.h"
#include "k8s/net/netthread.h"
#include "tests/support/awaited.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace k8s;
using namespace Qt::StringLiterals;
using tests::Answer;
using tests::ScriptedServer;

static const QByteArray core
    = "{'kind':'APIGroupDiscoveryList','apiVersion':'apidiscovery.k8s.io/"
      "v2','metadata':{},'items':[{'metadata':{},'versions':["
      "{'version':'v1','freshness':'Current','resources':["
      "{'resource':'pods','responseKind':{'group':'','version':'v1','kind':'Pod'},'scope':'Namespaced',"
      "'singularResource':'pod','verbs':['create','list','watch'],'shortNames':['po'],'categories':['all'],"
      "'subresources':[{'subresource':'log','verbs':['get']},{'subresource':'status','verbs':['get']}]},"
      "{'resource':'nodes','responseKind':{'group':'','version':'v1','kind':'Node'},'scope':'Cluster',"
      "'singularResource':'node','verbs':['list'],'shortNames':['no']}]}]}]}";
static const QByteArray groups
    = "{'kind':'APIGroupDiscoveryList','items':[{'metadata':{'name':'trainer.kubeflow.org'},'versions':["
      "{'version':'v2','freshness':'Current','resources':[{'resource':'trainjobs','responseKind':"
      "{'group':'trainer.kubeflow.org','version':'v2','kind':'TrainJob'},'scope':'Namespaced','verbs':['list']}]},"
      "{'version':'v1alpha1','freshness':'Stale','resources':[{'resource':'trainjobs','responseKind':"
      "{'group':'trainer.kubeflow.org','version':'v1alpha1','kind':'TrainJob'},'scope':'Namespaced','verbs':['list']}]}"
      "]},"
      "{'metadata':{'name':'metrics.k8s.io'},'versions':[{'version':'v1beta1','freshness':'Current','resources':["
      "{'resource':'pods','responseKind':{'group':'metrics.k8s.io','version':'v1beta1','kind':'PodMetrics'},"
      "'scope':'Namespaced','verbs':['get']}]}]}]}";

static QByteArray quoted(QByteArray json) { return json.replace('\'', '"'); }

class TestDiscovery : public QObject
{
    Q_OBJECT

    static ClusterContext contextOf(const ScriptedServer &server)
    {
        ClusterContext context;
        context.server = server.url();
        return context;
    }

    /// Refreshes against a server and waits for the answer.
    Result<QList<ApiResource>> refresh(const ScriptedServer &server)
    {
        NetThread net;
        ApiClient client(net, contextOf(server));
        return tests::await<QList<ApiResource>>([&](const auto &reply) { Discovery(client).refresh(reply); });
    }

private slots:
    void readsAggregatedDiscovery()
    {
        const auto resources = parseAggregatedDiscovery(quoted(core));
        QVERIFY(resources);
        QCOMPARE(resources->size(), 2);
        const auto &pods = resources->first();
        QCOMPARE(pods.type, (ResourceType {"", "v1", "pods", "Pod", true}));
        QCOMPARE(pods.verbs, (QStringList {"create", "list", "watch"}));
        QCOMPARE(pods.shortNames, QStringList {"po"});
        QCOMPARE(pods.categories, QStringList {"all"});
        QCOMPARE(pods.subresources, (QStringList {"log", "status"}));
        QVERIFY(pods.preferred && pods.can("watch"_L1) && !pods.can("delete"_L1));
        QVERIFY(!resources->last().type.namespaced);
    }

    void theFirstVersionOfAGroupIsThePreferredOne()
    {
        const auto resources = parseAggregatedDiscovery(quoted(groups));
        QVERIFY(resources);
        QCOMPARE(findKind(*resources, u"trainer.kubeflow.org", u"TrainJob")->type.version, "v2");
        QCOMPARE(resources->at(1).preferred, false);
    }

    void findsByAnyOfItsNames()
    {
        auto resources = *parseAggregatedDiscovery(quoted(core)) + *parseAggregatedDiscovery(quoted(groups));
        for (const auto *word : {"pods", "pod", "po", "Pod", "PODS"})
            QCOMPARE(findResource(resources, QString(word))->type.group, "");
        QCOMPARE(findResource(resources, u"pods.metrics.k8s.io")->type.kind, "PodMetrics");
        QCOMPARE(findResource(resources, u"trainjobs")->type.version, "v2");
        QVERIFY(!findResource(resources, u"nothing") && !findResource(resources, u""));
        QVERIFY(!findKind(resources, u"", u"TrainJob"));
    }

    void asksAnAggregatingServerTwice()
    {
        ScriptedServer server;
        server.on("GET", "/api", Answer::json(quoted(core)));
        server.on("GET", "/apis", Answer::json(quoted(groups)));
        const auto resources = refresh(server);
        QVERIFY(resources);
        QCOMPARE(resources->size(), 5);
        QCOMPARE(server.received().size(), 2);
        QVERIFY(server.received().first().header("accept").contains("as=APIGroupDiscoveryList"));
    }

    void asksAnOldServerForEveryGroup()
    {
        ScriptedServer server;
        server.on("GET", "/api", Answer::json(quoted("{'kind':'APIVersions','versions':['v1']}")));
        server.on("GET", "/apis",
                  Answer::json(
                      quoted("{'kind':'APIGroupList','groups':[{'name':'batch','versions':[{'groupVersion':'batch/"
                             "v1beta1','version':'v1beta1'},"
                             "{'groupVersion':'batch/v1','version':'v1'}],'preferredVersion':{'version':'v1'}},"
                             "{'name':'gone','versions':[{'version':'v1'}],'preferredVersion':{'version':'v1'}}]}")));
        server.on("GET", "/api/v1",
                  Answer::json(quoted("{'kind':'APIResourceList','groupVersion':'v1','resources':[{'name':'pods','"
                                      "singularName':'pod','namespaced':true,"
                                      "'kind':'Pod','verbs':['list'],'shortNames':['po']},{'name':'pods/"
                                      "log','namespaced':true,'kind':'Pod','verbs':['get']}]}")));
        for (const auto *version : {"v1", "v1beta1"})
            server.on("GET", QString("/apis/batch/") + version,
                      Answer::json(quoted(
                          QByteArray("{'kind':'APIResourceList','groupVersion':'batch/") + version
                          + "','resources':[{'name':'jobs','namespaced':true,'kind':'Job','verbs':['list']}]}")));
        server.on("GET", "/apis/gone/v1", Answer::failure(503, "ServiceUnavailable", "no endpoints"));
        const auto resources = refresh(server);
        QVERIFY(resources);
        QCOMPARE(resources->size(), 3);
        QCOMPARE(findKind(*resources, u"batch", u"Job")->type.version, "v1");
        QCOMPARE(findResource(*resources, u"po")->subresources, QStringList {"log"});
    }

    void aServerThatRefusesIsAnError()
    {
        ScriptedServer server;
        server.on("GET", "/api", Answer::json(quoted(core)));
        server.on("GET", "/apis", Answer::failure(403, "Forbidden", "no"));
        const auto resources = refresh(server);
        QVERIFY(!resources);
        QCOMPARE(resources.error().kind, Error::Kind::Forbidden);
    }

    void whatIsNoDiscoveryIsAnError()
    {
        for (const auto *text : {"", "<html>", "{}", "[]", "{\"kind\":\"Status\"}"})
            QVERIFY2(!parseAggregatedDiscovery(text) && !parseGroups(text) && !parseResourceList(text, true), text);
    }

    void readsATable()
    {
        const auto table
            = parseTable(quoted("{'kind':'Table','metadata':{'resourceVersion':'9','continue':'c'},'columnDefinitions':"
                                "[{'name':'Name','type':'string','format':'name',"
                                "'description':'d','priority':0},{'name':'Replicas','type':'integer','priority':1},{'"
                                "name':'Ready','type':'boolean'},{'name':'Empty','type':'string'}],"
                                "'rows':[{'cells':['a',3,true,null],'object':{'kind':'PartialObjectMetadata','metadata'"
                                ":{'name':'a','namespace':'n','uid':'u',"
                                "'creationTimestamp':'2026-11-24T02:20:19Z'}}},{'cells':['b']}]}"));
        QVERIFY(table);
        QCOMPARE(table->columns.first(), (Table::Column {"Name", "string", "name", "d", 0}));
        QCOMPARE(table->columns.at(1).priority, 1);
        QCOMPARE(table->rows.first().cells, (QStringList {"a", "3", "true", ""}));
        QCOMPARE(table->rows.first().uid, "u");
        QCOMPARE(table->rows.first().created, QDateTime(QDate(2026, 11, 24), QTime(2, 20, 19), QTimeZone::UTC));
        QCOMPARE(table->rows.last().cells.size(), 4);
        QCOMPARE(table->resourceVersion, "9");
        QVERIFY(!parseTable("{\"kind\":\"PodList\"}"));
    }
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
