// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_core
#include "models/core/format.h"
#include "models/core/problem.h"

#include <QTest>

#include <limits>

using k8s::Error;
using models::describe;

class TestProblem : public QObject
{
    Q_OBJECT
private slots:
    void everyKindIsASentenceWithARemedy_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = int(Error::Kind::Config); kind <= int(Error::Kind::Parse); ++kind)
            QTest::addRow("kind %d", kind) << kind;
    }
    void everyKindIsASentenceWithARemedy()
    {
        QFETCH(int, kind);
        const auto problem = describe({.kind = Error::Kind(kind), .message = "the words of the server"});
        QVERIFY(problem.sentence.contains("the words of the server"));
        QVERIFY2(!problem.remedy.isEmpty(), qPrintable(problem.sentence));
        QVERIFY(problem.remedy.endsWith('.'));
    }
    void anErrorWithoutWordsStillEndsAsASentence()
    {
        QCOMPARE(describe({.kind = Error::Kind::Timeout}).sentence, "The cluster took too long to answer.");
    }
    void forbiddenNamesUserVerbResourceAndNamespace()
    {
        const auto problem = describe(
            {.kind = Error::Kind::Forbidden,
             .httpStatus = 403,
             .message
             = R"(pytorchjobs.kubeflow.org is forbidden: User "eve" cannot list resource "pytorchjobs" in API group "kubeflow.org" in the namespace "team-a")"});
        QCOMPARE(problem.sentence, "eve may not list pytorchjobs.kubeflow.org in namespace team-a.");
        QVERIFY(problem.remedy.contains("list"));
    }
    void forbiddenInTheWholeClusterAdvisesOneNamespace()
    {
        const auto problem = describe(
            {.kind = Error::Kind::Forbidden,
             .httpStatus = 403,
             .message
             = R"(pods is forbidden: User "eve" cannot list resource "pods" in API group "" at the cluster scope)"});
        QCOMPARE(problem.sentence, "eve may not list pods in the whole cluster.");
        QVERIFY(problem.remedy.startsWith("Choose one namespace"));
    }
    void aWebhookRefusalNamesTheWebhookAndItsReason()
    {
        const auto problem = describe(
            {.kind = Error::Kind::Forbidden,
             .httpStatus = 403,
             .message
             = R"(admission webhook "validator.pytorchjob.training-operator.kubeflow.org" denied the request: spec.pytorchReplicaSpecs: Required value)"});
        QVERIFY(problem.sentence.contains("validator.pytorchjob.training-operator.kubeflow.org"));
        QVERIFY(problem.sentence.endsWith("spec.pytorchReplicaSpecs: Required value"));
    }
    void aWebhookThatDoesNotAnswerBlamesTheOperator()
    {
        const auto problem = describe(
            {.kind = Error::Kind::Server,
             .httpStatus = 500,
             .message
             = R"(Internal error occurred: failed calling webhook "v.example": dial tcp 10.0.0.1:443: connect: connection refused)"});
        QVERIFY(problem.sentence.startsWith("The admission webhook v.example does not answer"));
        QVERIFY(problem.remedy.contains("operator"));
    }
    void invalidListsTheFields()
    {
        const auto problem = describe({.kind = Error::Kind::Invalid,
                                       .httpStatus = 422,
                                       .message = "is invalid",
                                       .causes = {{"spec.a", "FieldValueRequired", "Required value"},
                                                  {"spec.b", "FieldValueInvalid", "must be 1"}}});
        QVERIFY(problem.sentence.endsWith("spec.a: Required value; spec.b: must be 1"));
    }
    void anExistingNameIsNotAConflictOfVersions()
    {
        QVERIFY(describe({.kind = Error::Kind::Conflict, .message = "x", .reason = "AlreadyExists"})
                    .remedy.contains("another name"));
        QVERIFY(describe({.kind = Error::Kind::Conflict, .message = "x", .reason = "Conflict"})
                    .sentence.contains("meanwhile"));
    }

    void agesReadAsInKubectl_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("negative") << qint64(-5) << "0s";
        QTest::newRow("119") << qint64(119) << "119s";
        QTest::newRow("3m12") << qint64(192) << "3m12s";
        QTest::newRow("3m") << qint64(180) << "3m";
        QTest::newRow("14m") << qint64(14 * 60 + 3) << "14m";
        QTest::newRow("179m") << qint64(179 * 60) << "179m";
        QTest::newRow("3h5m") << qint64(3 * 3600 + 300) << "3h5m";
        QTest::newRow("47h") << qint64(47 * 3600) << "47h";
        QTest::newRow("4d3h") << qint64(99 * 3600) << "4d3h";
        QTest::newRow("400d") << qint64(400) * 86400 << "400d";
        QTest::newRow("3y5d") << qint64(3 * 365 + 5) * 86400 << "3y5d";
    }
    void agesReadAsInKubectl()
    {
        QFETCH(qint64, seconds);
        QTEST(models::durationText(seconds), "text");
    }
    void figuresHaveFourSignificantDigits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("loss") << 0.11234567 << "0.1123";
        QTest::newRow("ten") << 12.34567 << "12.35";
        QTest::newRow("big") << 12345.67 << "12346";
        QTest::newRow("small") << 0.00123456 << "0.001235";
        QTest::newRow("few digits") << 0.0005 << "0.0005";
        QTest::newRow("tiny") << 1.91e-05 << "1.91e-05";
        QTest::newRow("whole") << 840.0 << "840";
        QTest::newRow("negative") << -0.5 << "-0.5000";
        QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN() << "NaN";
        QTest::newRow("inf") << -std::numeric_limits<double>::infinity() << "-inf";
    }
    void figuresHaveFourSignificantDigits()
    {
        QFETCH(double, value);
        QTEST(models::figureText(value), "text");
    }
    void timesOfTheApiAreRead()
    {
        QCOMPARE(models::parseTime("2026-11-24T02:17:27Z").toSecsSinceEpoch(), 1795486647);
        QCOMPARE(models::parseTime("2026-11-24T02:17:27.123456Z").time().msec(), 123);
        QVERIFY(!models::parseTime("").isValid());
        QVERIFY(!models::parseTime("yesterday, about noon").isValid());
    }
};

QTEST_GUILESS_MAIN(TestProblem)
#include "tst_problem.moc"
