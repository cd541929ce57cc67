// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver_p.h"

#include <QUrl>

#include <algorithm>

namespace tests {

void ScriptedServer::Private::serve(ScriptClient &client, int number)
{
    ScriptedConnection &connection = *client.connection;
    if (!connection.handshake())
        return;
    QByteArray buffer;
    while (auto request = readRequest(connection, buffer)) {
        request->connection = number;
        if (client.dropped || !carryOut(answerTo(*request), client))
            return;
    }
}

std::optional<Received> ScriptedServer::Private::readRequest(ScriptedConnection &connection, QByteArray &buffer) const
{
    qsizetype headEnd = -1;
    while ((headEnd = buffer.indexOf("\r\n\r\n")) < 0) {
        const QByteArray more = connection.read();
        if (more.isEmpty())
            return std::nullopt;
        buffer += more;
    }
    Received request;
    const auto lines = buffer.first(headEnd).split('\n');
    const auto words = lines.first().trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const auto &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        request.headers.append({line.first(colon).toLower(), line.sliced(colon + 1).trimmed()});
    }
    const auto length = request.header("content-length").toLongLong();
    buffer.remove(0, headEnd + 4);
    while (buffer.size() < length) {
        const QByteArray more = connection.read();
        if (more.isEmpty())
            return std::nullopt;
        buffer += more;
    }
    request.body = buffer.first(length);
    buffer.remove(0, length);
    const QUrl url = QUrl::fromEncoded("http://server" + request.target);
    request.path = url.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(url);
    return request;
}

Answer ScriptedServer::Private::answerTo(const Received &request)
{
    std::function<Answer(const Received &)> found;
    {
        const std::scoped_lock lock(mutex);
        received.append(request);
        const auto once
            = std::ranges::find_if(rules, [&](const ScriptRule &rule) { return !rule.lasting && rule.fits(request); });
        const auto lasting = std::find_if(rules.rbegin(), rules.rend(),
                                          [&](const ScriptRule &rule) { return rule.lasting && rule.fits(request); });
        if (once != rules.end()) {
            once->used = true;
            found = once->answer;
        } else if (lasting != rules.rend()) {
            found = lasting->answer;
        }
    }
    return found ? found(request)
                 : Answer::failure(404, "NotFound", "the server could not find the requested resource");
}

template <class Condition>
bool ScriptedServer::Private::waitFor(ScriptClient &client, std::chrono::milliseconds time, Condition condition)
{
    const auto until = std::chrono::steady_clock::now() + time;
    std::unique_lock lock(mutex);
    while (!stopping && !client.dropped) {
        if (condition())
            return true;
        if (std::chrono::steady_clock::now() >= until || client.connection->isPeerGone(0))
            return false;
        changed.wait_for(lock,
                         std::min<std::chrono::nanoseconds>(std::chrono::milliseconds(10),
                                                            until - std::chrono::steady_clock::now()));
    }
    return false;
}

bool ScriptedServer::Private::carryOut(const Answer &answer, ScriptClient &client)
{
    if (answer.m_delay.count() > 0)
        waitFor(client, answer.m_delay, [] { return false; });
    if (client.dropped || (answer.m_status != 0 && !client.connection->write(answer.head())))
        return false;
    for (const auto &step : answer.m_steps) {
        if (!carryOut(step, client))
            return false;
    }
    const bool ended = !answer.m_chunked
        || (!answer.m_steps.empty()
            && (answer.m_steps.back().bytes.endsWith("0\r\n\r\n")
                || answer.m_steps.back().kind == Answer::Step::Kind::Live));
    return answer.m_status != 0 && ended;
}

bool ScriptedServer::Private::carryOut(const Answer::Step &step, ScriptClient &client)
{
    constexpr auto forEver = std::chrono::hours(1);
    switch (step.kind) {
    case Answer::Step::Kind::Write:
        return client.connection->write(step.bytes);
    case Answer::Step::Kind::Wait:
        waitFor(client, step.time, [] { return false; });
        return !client.dropped;
    case Answer::Step::Kind::Gate:
        return waitFor(client, forEver, [&] { return gates.contains(step.bytes); });
    case Answer::Step::Kind::Live:
        return sendLive(step.bytes, client);
    case Answer::Step::Kind::Hear:
        return hear(step.count, client);
    case Answer::Step::Kind::Stall:
        return waitFor(client, forEver, [] { return false; });
    case Answer::Step::Kind::Close:
        return false;
    case Answer::Step::Kind::Reset:
        client.connection->reset();
        return false;
    }
    return false;
}

bool ScriptedServer::Private::hear(qsizetype bytes, ScriptClient &client)
{
    while (bytes > 0) {
        const QByteArray more = client.connection->read();
        if (more.isEmpty())
            return false;
        bytes -= more.size();
        const std::scoped_lock lock(mutex);
        heard += more;
    }
    return true;
}

bool ScriptedServer::Private::sendLive(const QByteArray &name, ScriptClient &client)
{
    for (;;) {
        LiveQueue taken;
        const bool news = waitFor(client, std::chrono::hours(1), [&] {
            LiveQueue &queue = live[name];
            if (queue.chunks.empty() && queue.end == LiveQueue::End::No)
                return false;
            taken = std::exchange(queue, {});
            return true;
        });
        if (!news)
            return false;
        for (const auto &chunk : taken.chunks) {
            if (!client.connection->write(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n"))
                return false;
        }
        if (taken.end == LiveQueue::End::Reset)
            client.connection->reset();
        if (taken.end != LiveQueue::End::No)
            return taken.end == LiveQueue::End::Finish && client.connection->write("0\r\n\r\n");
    }
}

} // namespace tests
