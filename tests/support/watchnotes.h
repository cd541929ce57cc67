// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/watch/reflectorcore.h"

#include <QStringList>

/// Writes down everything a core tells its sink.
struct WatchNotes : k8s::WatchSink
{
    void beginReplace() override { lines += "begin"; }
    void endReplace() override { lines += "end"; }
    void upsert(std::string_view json) override
    {
        lines += "+" + QString::fromUtf8(json.data(), qsizetype(json.size()));
    }
    void remove(std::string_view uid) override { lines += "-" + QString::fromUtf8(uid.data(), qsizetype(uid.size())); }
    void stateChanged(k8s::WatchState newState, const k8s::Error &newError) override
    {
        lines += QStringList {"listing", "live", "stale", "failed"}.at(int(newState));
        state = newState;
        error = newError;
    }
    QStringList take() { return std::exchange(lines, {}); }

    QStringList lines;
    k8s::WatchState state {};
    k8s::Error error;
};

inline QString text(const k8s::ReflectorCore::Action &action)
{
    if (const auto *list = std::get_if<k8s::ReflectorCore::ListPage>(&action))
        return QString("list rv=%1 continue=%2 limit=%3")
            .arg(QString(list->resourceVersion), QString(list->continueToken))
            .arg(list->limit);
    if (const auto *watch = std::get_if<k8s::ReflectorCore::OpenWatch>(&action))
        return QString("watch rv=%1 for %2").arg(QString(watch->resourceVersion)).arg(watch->timeoutSeconds);
    if (std::holds_alternative<k8s::ReflectorCore::CheckVersion>(action))
        return "check";
    return QString("wait %1").arg(std::get<k8s::ReflectorCore::Wait>(action).milliseconds);
}

// What goes wrong with lists and watches.
inline const k8s::Error refused {.kind = k8s::Error::Kind::Unreachable, .message = "connection refused"};
inline const k8s::Error reset {.kind = k8s::Error::Kind::Unreachable, .message = "connection reset"};
inline const k8s::Error expired {
    .kind = k8s::Error::Kind::Expired, .httpStatus = 410, .message = "too old resource version"};
inline const k8s::Error tooLarge {.kind = k8s::Error::Kind::Server,
                                  .httpStatus = 504,
                                  .message = "Timeout",
                                  .causes = {{"", "ResourceVersionTooLarge", "Too large resource version: 9"}},
                                  .retryAfterSeconds = 1};
inline const k8s::Error forbidden {.kind = k8s::Error::Kind::Forbidden, .httpStatus = 403};
inline const k8s::Error serverError {.kind = k8s::Error::Kind::Server, .httpStatus = 500};

inline k8s::Error busy(int retryAfter)
{
    return {.kind = k8s::Error::Kind::TooManyRequests, .httpStatus = 429, .retryAfterSeconds = retryAfter};
}
