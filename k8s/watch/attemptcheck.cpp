// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/attemptcheck.h"

#include "k8s/core/jsonview.h"

namespace k8s {

using namespace Qt::StringLiterals;

AttemptState attemptState(std::string_view pod, const LogTarget &target)
{
    JsonDocument document;
    const JsonView object = document.parse(pod);
    const QString uid = object.at("metadata", "uid").string();
    if (!target.podUid.isEmpty() && !uid.isEmpty() && uid != target.podUid)
        return AttemptState::Gone;
    qint64 restarts = target.attempt;
    for (const char *list : {"containerStatuses", "initContainerStatuses"}) {
        object.at("status", list).forEach([&](const JsonView &status) {
            if (status["name"].string() == target.container)
                restarts = status["restartCount"].integer(restarts);
        });
    }
    if (restarts <= target.attempt)
        return AttemptState::Same;
    return restarts == target.attempt + 1 ? AttemptState::Next : AttemptState::Gone;
}

namespace {

using Done = std::function<void(const Result<AttemptState> &)>;

std::string_view textOf(const Response &response) { return {response.body.constData(), size_t(response.body.size())}; }

Result<AttemptState> withoutAnswer(const Error &error)
{
    const bool away = error.kind == Error::Kind::Unreachable || error.kind == Error::Kind::Timeout;
    return away ? Result<AttemptState>(std::unexpected(error)) : AttemptState::Same;
}

/// By the first line of the log before the present one.
void askKubelet(ApiClient::Private &client, const LogTarget &target, const LogLines &seen, Done done)
{
    ApiRequest request;
    request.path = podType().path(target.ns, target.pod, u"log"_s);
    request.query.addQueryItem(u"container"_s, target.container);
    request.query.addQueryItem(u"previous"_s, u"true"_s);
    request.query.addQueryItem(u"timestamps"_s, u"true"_s);
    request.query.addQueryItem(u"limitBytes"_s, u"64"_s); // its time stamp
    request.accept = "*/*";
    client.fetch(std::move(request), [seen, done = std::move(done)](const Result<Response> &answer) {
        if (!answer)
            return done(withoutAnswer(answer.error())); // 400: there is no log before this one
        const auto side = seen.sideOf(textOf(*answer));
        done(side == LogLines::Side::Before      ? AttemptState::Same
                 : side == LogLines::Side::After ? AttemptState::Gone
                                                 : AttemptState::Next);
    });
}

} // namespace

void checkAttempt(std::shared_ptr<ApiClient::Private> client, const LogTarget &target, const LogLines &seen, Done done)
{
    ApiRequest request;
    request.path = podType().path(target.ns, target.pod);
    auto &asked = *client;
    asked.fetch(std::move(request),
                [client = std::move(client), target, seen, done = std::move(done)](const Result<Response> &answer) {
                    const auto state = answer ? attemptState(textOf(*answer), target) : withoutAnswer(answer.error());
                    if (state == AttemptState::Same && !seen.resumeTime().isEmpty())
                        askKubelet(*client, target, seen, done);
                    else
                        done(state);
                });
}

} // namespace k8s
