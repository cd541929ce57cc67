// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scriptedconnection.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testcertificates.h"

#include <QRegularExpression>
#include <QSet>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace tests {

struct ScriptRule
{
    QByteArray method;
    QRegularExpression path;
    std::function<Answer(const Received &)> answer;
    bool lasting = true;
    bool used = false;

    bool fits(const Received &request) const
    {
        return !used && request.method == method && path.match(request.path).hasMatch();
    }
};

struct LiveQueue
{
    enum class End
    {
        No,
        Finish,
        Reset
    };
    std::deque<QByteArray> chunks;
    End end = End::No;
};

struct ScriptClient
{
    std::shared_ptr<ScriptedConnection> connection;
    std::thread thread;
    std::atomic<bool> dropped = false;
    std::atomic<bool> done = false;
};

class ScriptedServer::Private
{
public:
    ~Private() { SSL_CTX_free(tls); }

    std::unique_ptr<TestAuthority> authority;
    TestAuthority::Pair clientPair;
    SSL_CTX *tls = nullptr;

    int listener = -1;
    quint16 port = 0;
    std::thread acceptor;
    std::atomic<bool> stopping = true;

    mutable std::mutex mutex; ///< for all below
    std::condition_variable changed;
    std::vector<ScriptRule> rules;
    QList<Received> received;
    QByteArray heard;
    QSet<QByteArray> gates;
    std::map<QByteArray, LiveQueue> live;
    std::vector<std::unique_ptr<ScriptClient>> clients;
    int accepted = 0;

    void listen();
    void accept();
    void serve(ScriptClient &client, int number);
    std::optional<Received> readRequest(ScriptedConnection &connection, QByteArray &buffer) const;
    Answer answerTo(const Received &request);
    bool carryOut(const Answer &answer, ScriptClient &client);
    bool carryOut(const Answer::Step &step, ScriptClient &client);
    bool sendLive(const QByteArray &name, ScriptClient &client);
    bool hear(qsizetype bytes, ScriptClient &client);
    void dropAll();
    template <class Condition>
    bool waitFor(ScriptClient &client, std::chrono::milliseconds time, Condition condition);
};

} // namespace tests
