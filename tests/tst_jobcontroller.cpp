// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_control models_jobs
#include "app/control/jobcontroller.h"
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"

#include <QTest>

class TestJobController : public QObject
{
    Q_OBJECT
private slots:
    void everyJobKindIsSuspendedWhereItsOperatorLooks()
    {
        for (const auto *kind : models::jobKinds()) {
            const bool v1 = kind->type().group == "kubeflow.org";
            QCOMPARE(app::suspendPatch(kind->type(), true),
                     v1 ? QByteArray(R"({"spec":{"runPolicy":{"suspend":true}}})")
                        : QByteArray(R"({"spec":{"suspend":true}})"));
        }
        QCOMPARE(app::suspendPatch({"trainer.kubeflow.org", "v1alpha1", "trainjobs", "TrainJob", true}, false),
                 QByteArray(R"({"spec":{"suspend":false}})"));
    }

    void whatIsNoJobCannotBeSuspended()
    {
        QVERIFY(app::suspendPatch({"", "v1", "pods", "Pod", true}, true).isEmpty());
        QVERIFY(app::suspendPatch({"x.io", "v1", "things", "Thing", true}, true).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJobController)
#include "tst_jobcontroller.moc"
