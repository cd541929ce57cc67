// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_core
#include "k8s/core/plaintext.h"
#include "k8s/core/statuserror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace k8s;

/// Bodies are as real servers send them: kube-apiserver 1.36, the Training Operator's webhook, proxies.
class TestStatusError : public QObject
{
    Q_OBJECT

    static QByteArray status(int code, const QString &reason, const QString &message, const QJsonObject &details = {})
    {
        const QJsonObject object {{"kind", "Status"}, {"apiVersion", "v1"}, {"code", code},
                                  {"reason", reason}, {"message", message}, {"details", details}};
        return QJsonDocument(object).toJson();
    }

private slots:
    void aStatusIsReadWithItsCauses()
    {
        const QJsonObject cause {
            {"field", "spec.containers[0].image"}, {"reason", "FieldValueRequired"}, {"message", "Required value"}};
        const QByteArray body = status(422, "Invalid", "Pod \"x\" is invalid: spec.containers[0].image: Required value",
                                       {{"name", "x"}, {"causes", QJsonArray {cause}}});
        const Error error = errorFromStatus(422, body, "POST /api/v1/pods");
        QCOMPARE(error.kind, Error::Kind::Invalid);
        QCOMPARE(error.reason, "Invalid");
        QCOMPARE(error.context, "POST /api/v1/pods");
        QCOMPARE(error.causes,
                 (QList<FieldCause> {{"spec.containers[0].image", "FieldValueRequired", "Required value"}}));
        QCOMPARE(error.retryAfterSeconds, -1);
    }

    void waitingTimesAreTold()
    {
        const Error error = errorFromStatus(429, status(429, "TooManyRequests", "m", {{"retryAfterSeconds", 7}}), {});
        QCOMPARE(error.kind, Error::Kind::TooManyRequests);
        QCOMPARE(error.retryAfterSeconds, 7);
    }

    void aTooLargeResourceVersionKeepsItsCause()
    {
        const QJsonObject cause {{"reason", "ResourceVersionTooLarge"}, {"message", "Too large resource version"}};
        const QByteArray body = status(504, "Timeout", "Too large resource version: 9, current: 3",
                                       {{"causes", QJsonArray {cause}}, {"retryAfterSeconds", 1}});
        const Error error = errorFromStatus(504, body, {});
        QCOMPARE(error.kind, Error::Kind::Server);
        QCOMPARE(error.causes[0].reason, "ResourceVersionTooLarge");
    }

    void aWebhooksRefusalIsAboutTheObject()
    {
        const QByteArray body
            = status(403, "Forbidden",
                     "admission webhook \"validator.pytorchjob.training-operator.kubeflow.org\" denied the request: "
                     "spec.pytorchReplicaSpecs[Master].replicas: Invalid value: 2: must be 1");
        const Error error = errorFromStatus(403, body, {});
        QCOMPARE(error.kind, Error::Kind::Invalid);
        QCOMPARE(error.httpStatus, 403);
        QCOMPARE(error.causes,
                 (QList<FieldCause> {{"spec.pytorchReplicaSpecs[Master].replicas", "FieldValueInvalid",
                                      "Invalid value: 2: must be 1"}}));
    }

    void missingRightsStayForbidden()
    {
        const QByteArray body = status(
            403, "Forbidden",
            "pods is forbidden: User \"ada\" cannot list resource \"pods\" in API group \"\" in the namespace \"x\"");
        const Error error = errorFromStatus(403, body, {});
        QCOMPARE(error.kind, Error::Kind::Forbidden);
        QVERIFY(error.causes.isEmpty());
    }

    void causesAreFoundInMessages_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QList<FieldCause>>("causes");
        const auto row = [](const char *name, const char *message, const QList<FieldCause> &causes) {
            QTest::newRow(name) << QString(message) << causes;
        };
        row("strict",
            "PyTorchJob in version \"v1\" cannot be handled as a PyTorchJob: strict decoding error: unknown field "
            "\"spec.foo\", duplicate field \"spec.a.b\"",
            {{"spec.foo", "FieldValueUnknown", "unknown field \"spec.foo\""},
             {"spec.a.b", "FieldValueDuplicate", "duplicate field \"spec.a.b\""}});
        row("type",
            "Pod in version \"v1\" cannot be handled as a Pod: json: cannot unmarshal number into Go struct field "
            "EnvVar.spec.containers.env.value of type string",
            {{"spec.containers.env.value", "FieldValueTypeInvalid",
              "cannot unmarshal number into Go struct field EnvVar.spec.containers.env.value of type string"}});
        row("list",
            "TrainJob \"t\" is invalid: [spec.trainer.numNodes: Invalid value: -1: must be >= 1, spec.runtimeRef: "
            "Required value: name it]",
            {{"spec.trainer.numNodes", "FieldValueInvalid", "Invalid value: -1: must be >= 1"},
             {"spec.runtimeRef", "FieldValueRequired", "Required value: name it"}});
        row("webhook",
            "admission webhook \"v\" denied the request: [spec.pytorchReplicaSpecs[Master].template.spec.containers: "
            "Required value: must have at least one container with name pytorch, "
            "spec.pytorchReplicaSpecs[Master].replicas: Forbidden: must be 1]",
            {{"spec.pytorchReplicaSpecs[Master].template.spec.containers", "FieldValueRequired",
              "Required value: must have at least one container with name pytorch"},
             {"spec.pytorchReplicaSpecs[Master].replicas", "FieldValueForbidden", "Forbidden: must be 1"}});
        row("labels", "metadata.labels[app.kubernetes.io/name]: Invalid value: \"a b\": must not",
            {{"metadata.labels[app.kubernetes.io/name]", "FieldValueInvalid", "Invalid value: \"a b\": must not"}});
        row("plain", "something else went wrong: really", {});
        row("empty", "", {});
    }
    void causesAreFoundInMessages()
    {
        QFETCH(QString, message);
        QFETCH(QList<FieldCause>, causes);
        QCOMPARE(causesInMessage(message), causes);
    }

    void proxiesSpeakForThemselves_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        QTest::newRow("html")
            << 502
            << QByteArray(
                   "<html>\n<head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>")
            << "HTTP 502: 502 Bad Gateway: nginx";
        QTest::newRow("text") << 503 << QByteArray("no healthy upstream\n") << "HTTP 503: no healthy upstream";
        QTest::newRow("nothing") << 500 << QByteArray() << "HTTP 500";
        QTest::newRow("binary") << 500 << QByteArray("\x1b[31mred\x00\xff", 11) << QString("HTTP 500: [31mred\uFFFD");
    }
    void proxiesSpeakForThemselves()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const Error error = errorFromStatus(status, body, {});
        QCOMPARE(error.kind, Error::Kind::Server);
        QTEST(error.message, "message");
    }

    void textOfStrangersIsMadeHarmless()
    {
        QCOMPARE(plainText(QStringView(u"a\u202eb\u200bc\r\n\td")), "a<U+202E>b<U+200B>c\n\td");
        QCOMPARE(plainText(QByteArrayView("abcdef"), 3), QString("abc\u2026"));
        QCOMPARE(plainText(QStringView(u"<b>stays</b>")), "<b>stays</b>");
    }
};

QTEST_GUILESS_MAIN(TestStatusError)
#include "tst_statuserror.moc"
