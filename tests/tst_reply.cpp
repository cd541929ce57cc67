// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_core
// sanitizers: tsan
#include "k8s/core/reply.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <memory>
#include <thread>

using k8s::Reply;
using k8s::Result;

class TestReply : public QObject
{
    Q_OBJECT
private slots:
    void anAnswerArrivesInTheReceiversThread()
    {
        QObject receiver;
        QThread *where = nullptr;
        int got = 0;
        const Reply<int> reply(&receiver, [&](const Result<int> &answer) {
            where = QThread::currentThread();
            got = *answer;
        });
        std::thread([reply] { reply(7); }).join();
        QCOMPARE(got, 0); // not before the receiver's loop runs
        QTRY_COMPARE(got, 7);
        QCOMPARE(where, QThread::currentThread());
    }

    void onlyTheFirstAnswerCounts()
    {
        QObject receiver;
        int calls = 0;
        const Reply<> reply(&receiver, [&](const Result<> &) { ++calls; });
        reply(Result<> {});
        reply(Result<> {});
        QCoreApplication::processEvents();
        QCOMPARE(calls, 1);
    }

    void aReceiverThatIsGoneGetsNothing()
    {
        auto receiver = std::make_unique<QObject>();
        int calls = 0;
        const Reply<> reply(receiver.get(), [&](const Result<> &) { ++calls; });
        reply(Result<> {}); // posted, not delivered
        receiver.reset();
        reply(Result<> {});
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
    }

    void whatTheFunctionHoldsIsReleasedWithTheReceiver()
    {
        auto held = std::make_shared<int>(1);
        auto receiver = std::make_unique<QObject>();
        const Reply<> reply(receiver.get(), [held](const Result<> &) { });
        QCOMPARE(held.use_count(), 2);
        receiver.reset();
        QCOMPARE(held.use_count(), 1);
    }

    /// The end of a program: events that were never delivered are dropped while the queue is locked.
    void anAnswerThatIsDroppedWithTheQueueDoesNotBlock()
    {
        auto worker = std::make_unique<QThread>();
        auto *receiver = new QObject;
        receiver->moveToThread(worker.get());
        auto held = std::make_shared<int>(1);
        {
            const Reply<> reply(receiver, [held](const Result<> &) { });
            reply(Result<> {});
        }
        worker.reset(); // never ran: its queue dies with the event in it
        delete receiver;
        QCOMPARE(held.use_count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
