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

void checkAttempt(ApiClient::Private &client, const LogTarget &target,
                  std::function<void(const Result<AttemptState> &)> done)
{
    ApiRequest request;
    request.path = podType().path(target.ns, target.pod);
    client.fetch(std::move(request), [target, done = std::move(done)](const Result<Response> &answer) {
        if (answer)
            return done(attemptState({answer->body.constData(), size_t(answer->body.size())}, target));
        using enum Error::Kind;
        const bool away = answer.error().kind == Unreachable || answer.error().kind == Timeout;
        away ? done(std::unexpected(answer.error())) : done(AttemptState::Same);
    });
}

} // namespace k8s
