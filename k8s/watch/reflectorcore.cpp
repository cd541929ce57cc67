// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/reflectorcore.h"

#include "k8s/watch/resourceversion.h"

#include <algorithm>

namespace k8s {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortestWatchTimeout = 300; // seconds
constexpr int longestWatchTimeout = 600;
constexpr int watchFailuresBeforeRelist = 3;

bool isExpired(const Error &error) { return error.kind == Error::Kind::Expired || error.httpStatus == 410; }

bool isTooLargeVersion(const Error &error)
{
    return error.message.contains("Too large resource version"_L1)
        || std::ranges::any_of(error.causes,
                               [](const FieldCause &cause) { return cause.reason == "ResourceVersionTooLarge"_L1; });
}

/// What will not get better by asking again soon.
bool isRefusal(const Error &error)
{
    using enum Error::Kind;
    return error.kind == Forbidden || error.kind == NotFound || error.kind == Unauthorized || error.kind == Config;
}

bool isBusy(const Error &error) { return error.kind == Error::Kind::TooManyRequests; }

/// No answer of a server: the version we have may still be good.
bool isTransport(const Error &error)
{
    using enum Error::Kind;
    return error.httpStatus == 0
        && (error.kind == Unreachable || error.kind == Timeout || error.kind == Tls || error.kind == Io);
}

Error wentBackwardsError()
{
    return {.kind = Error::Kind::Expired,
            .message = u"the server's resource versions went backwards"_s,
            .reason = u"ResourceVersionWentBackwards"_s};
}

} // namespace

ReflectorCore::ReflectorCore(WatchSink &sink, Surroundings surroundings)
    : m_sink(sink)
    , m_surroundings(std::move(surroundings))
    , m_backoff(Backoff::Figures {.cap = m_surroundings.backoffCap})
    // A kind that is missing may be just being installed, so the first tries come soon.
    , m_slowBackoff(Backoff::Figures {.first = 3'000, .cap = 60'000, .jitter = 0.2})
{
}

void ReflectorCore::setState(WatchState state, const Error &error)
{
    if (m_state == state && m_stateError == error)
        return;
    m_state = state;
    m_stateError = error;
    m_sink.stateChanged(state, error);
}

ReflectorCore::Action ReflectorCore::start()
{
    setState(WatchState::Listing);
    return beginList();
}

ReflectorCore::Action ReflectorCore::beginList()
{
    m_paging = false;
    m_fullListTried = false;
    if (m_versionUnavailable)
        m_listVersion = "";
    else
        m_listVersion = m_lastVersion.isEmpty() ? "0"_ba : m_lastVersion;
    // With a version of its own a list comes from the server's watch cache only if it has no limit (reflector.go,
    // list).
    const bool paged = m_listVersion.isEmpty() || m_listVersion == "0";
    m_sink.beginReplace();
    return ListPage {.resourceVersion = m_listVersion, .continueToken = {}, .limit = paged ? pageSize : 0};
}

void ReflectorCore::listItem(std::string_view json) { m_sink.upsert(json); }

ReflectorCore::Action ReflectorCore::listPageDone(const ListMeta &meta)
{
    if (!meta.continueToken.isEmpty()) {
        m_paging = true;
        return ListPage {.resourceVersion = {}, .continueToken = meta.continueToken, .limit = pageSize};
    }
    m_lastVersion = meta.resourceVersion;
    m_versionUnavailable = false;
    m_lowBookmarks = 0;
    m_sink.endReplace();
    if (!m_watchRefused)
        setState(WatchState::Live);
    return beginWatch();
}

ReflectorCore::Action ReflectorCore::listFailed(const Error &error)
{
    if (isExpired(error) && m_paging && !m_fullListTried) {
        // The pages outlived their snapshot: take everything in one answer, as tools/pager does.
        m_paging = false;
        m_fullListTried = true;
        m_sink.beginReplace();
        return ListPage {.resourceVersion = m_listVersion, .continueToken = {}, .limit = 0};
    }
    if (isExpired(error) || isTooLargeVersion(error)) {
        const bool hadVersion = !m_listVersion.isEmpty();
        m_versionUnavailable = true;
        if (hadVersion)
            return beginList();
    }
    if (isRefusal(error))
        return fail(error);
    setState(WatchState::Stale, error);
    return waitThen(Next::List, delay(error));
}

ReflectorCore::Action ReflectorCore::beginWatch()
{
    m_watchBegan = m_surroundings.now();
    m_watchEvents = 0;
    m_watchIsOpen = false;
    m_versionOrdered = !m_lastVersion.isEmpty() && m_lastVersion != "0";
    const double share = m_surroundings.random();
    return OpenWatch {.resourceVersion = m_lastVersion,
                      .timeoutSeconds
                      = shortestWatchTimeout + int(share * (longestWatchTimeout - shortestWatchTimeout))};
}

void ReflectorCore::watchOpened()
{
    m_watchRefused = false;
    m_watchIsOpen = true;
    setState(WatchState::Live);
}

std::optional<ReflectorCore::Action> ReflectorCore::watchEvent(const WatchEvent &event)
{
    using Type = WatchEvent::Type;
    if (m_watchEvents++ == 0)
        watchOpened(); // some proxies hold the headers back until the first event
    m_watchFailures = 0;
    if (wentBackwards(event)) {
        m_versionUnavailable = true;
        return relistSoon(wentBackwardsError());
    }
    switch (event.type) {
    case Type::Added:
    case Type::Modified:
        m_sink.upsert(event.object);
        break;
    case Type::Deleted:
        m_sink.remove(event.uid);
        break;
    case Type::Bookmark:
        break;
    case Type::Error:
    case Type::Unknown:
        return std::nullopt; // an unknown type is skipped, as client-go does
    }
    if (event.type != Type::Added)
        m_versionOrdered = true;
    if (m_versionOrdered)
        advance(event);
    return std::nullopt;
}

void ReflectorCore::advance(const WatchEvent &event)
{
    if (event.resourceVersion.empty())
        return;
    const std::string_view last(m_lastVersion.constData(), size_t(m_lastVersion.size()));
    if (compareResourceVersions(event.resourceVersion, last) == std::strong_ordering::less)
        return; // a bookmark that lags behind
    m_lastVersion = QByteArray(event.resourceVersion.data(), qsizetype(event.resourceVersion.size()));
}

/// A restored etcd counts from an older version. One lagging bookmark may be a watch cache that has not caught up with
/// a list of etcd; the second in a row is not.
bool ReflectorCore::wentBackwards(const WatchEvent &event)
{
    if (!m_versionOrdered)
        return false;
    const std::string_view last(m_lastVersion.constData(), size_t(m_lastVersion.size()));
    if (compareResourceVersions(event.resourceVersion, last) != std::strong_ordering::less) {
        m_lowBookmarks = 0;
        return false;
    }
    return event.type != WatchEvent::Type::Bookmark || ++m_lowBookmarks > 1;
}

ReflectorCore::Action ReflectorCore::watchErrorEvent(const Error &error)
{
    ++m_watchEvents;
    return watchClosed(&error);
}

ReflectorCore::Action ReflectorCore::watchClosed(const Error *error)
{
    const bool brief = m_surroundings.now() - m_watchBegan < shortWatch && m_watchEvents == 0;
    if (!error && !brief)
        return m_watchEvents > 0 ? beginWatch() : resumeWatch();
    if (!error)
        return relistSoon(Error {.kind = Error::Kind::Protocol, .message = u"the server closed the watch at once"_s});
    if (isExpired(*error))
        return relistSoon(*error);
    if (isTooLargeVersion(*error)) {
        m_versionUnavailable = true;
        return relistSoon(*error);
    }
    if (isRefusal(*error)) {
        m_watchRefused = true;
        return fail(*error);
    }
    if (isTransport(*error) && m_watchIsOpen && !brief) {
        // It ran and broke: most likely it can go on at once. If not, the next failure waits.
        setState(WatchState::Stale, *error);
        return resumeWatch();
    }
    if (isTransport(*error))
        return rewatchLater(*error, Next::Check);
    if (isBusy(*error))
        return rewatchLater(*error, Next::Watch);
    if (++m_watchFailures < watchFailuresBeforeRelist && error->kind == Error::Kind::Server)
        return rewatchLater(*error, Next::Watch);
    return relistSoon(*error);
}

ReflectorCore::Action ReflectorCore::resumeWatch()
{
    const bool comparable = compareResourceVersions(m_lastVersion.toStdString(), "1").has_value();
    return comparable ? Action(CheckVersion()) : beginWatch();
}

ReflectorCore::Action ReflectorCore::versionChecked(const QByteArray &resourceVersion)
{
    if (compareResourceVersions(resourceVersion.toStdString(), m_lastVersion.toStdString())
        != std::strong_ordering::less)
        return beginWatch();
    setState(WatchState::Stale, wentBackwardsError());
    m_versionUnavailable = true;
    return beginList();
}

ReflectorCore::Action ReflectorCore::versionCheckFailed(const Error &error)
{
    // Whatever else the server has to say, it will say to the watch.
    return isTransport(error) ? rewatchLater(error, Next::Check) : beginWatch();
}

ReflectorCore::Action ReflectorCore::rewatchLater(const Error &error, Next next)
{
    setState(WatchState::Stale, error);
    return waitThen(next, delay(error));
}

ReflectorCore::Action ReflectorCore::relistSoon(const Error &error)
{
    m_watchFailures = 0;
    m_lowBookmarks = 0;
    setState(WatchState::Stale, error);
    return waitThen(Next::List, delay(error));
}

ReflectorCore::Action ReflectorCore::fail(const Error &error)
{
    setState(WatchState::Failed, error);
    return waitThen(Next::List, m_slowBackoff.next(m_surroundings.now(), m_surroundings.random()));
}

/// Retry-After as told, else the back-off.
qint64 ReflectorCore::delay(const Error &error)
{
    if (error.retryAfterSeconds > 0)
        return std::min<qint64>(qint64(error.retryAfterSeconds) * 1000, longestRetryAfter);
    return m_backoff.next(m_surroundings.now(), m_surroundings.random());
}

ReflectorCore::Action ReflectorCore::waitThen(Next next, qint64 milliseconds)
{
    m_waiting = true;
    m_afterWait = next;
    return Wait {milliseconds};
}

ReflectorCore::Action ReflectorCore::waited()
{
    m_waiting = false;
    switch (m_afterWait) {
    case Next::List:
        return beginList();
    case Next::Watch:
        return beginWatch();
    case Next::Check:
        break;
    }
    return resumeWatch();
}

ReflectorCore::Action ReflectorCore::retryNow()
{
    m_backoff.reset();
    m_slowBackoff.reset();
    return waited();
}

} // namespace k8s
