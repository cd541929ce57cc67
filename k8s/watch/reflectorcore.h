// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"
#include "k8s/watch/backoff.h"
#include "k8s/watch/objectsplitter.h"
#include "k8s/watch/watchevent.h"
#include "k8s/watch/watchsink.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <variant>

namespace k8s {

/// What a reflector does and when, without a network, a clock or a thread: it is told what happened and answers with
/// the next thing to do. The contract is client-go's (tools/cache/reflector.go, pager.go); it differs where a person
/// waits:
///  * items reach the sink while the list is still arriving (memory one object deep), a list that breaks begins again;
///  * a watch that breaks or cannot be opened is tried again from the last resource version whatever the transport
///    error was, not only after "connection refused";
///  * before a broken or silent watch is resumed the server is asked whether it still counts from where it was;
///  * forbidden and not found are told as Failed and tried slowly.
class ReflectorCore
{
public:
    struct ListPage
    {
        QByteArray resourceVersion; ///< "" with a continue token
        QByteArray continueToken;
        int limit = 0; ///< 0: everything in one answer
    };
    struct OpenWatch
    {
        QByteArray resourceVersion;
        int timeoutSeconds = 0;
    };
    /// Ask for one object, only to see the collection's version: a watch that resumes at a version which a restored or
    /// new etcd has not reached yet stays silent for ever, without an error and without a bookmark (measured, 1.36.3).
    struct CheckVersion
    {
    };
    struct Wait
    {
        qint64 milliseconds = 0;
    };
    using Action = std::variant<ListPage, OpenWatch, CheckVersion, Wait>;

    struct Surroundings
    {
        std::function<qint64()> now; ///< monotonic milliseconds
        std::function<double()> random; ///< 0 <= r < 1
        qint64 backoffCap = 30'000; ///< lower for a server on this machine: nobody else is waiting in line there
    };

    static constexpr int pageSize = 500; ///< tools/pager
    static constexpr qint64 shortWatch = 1'000; ///< a watch that ends sooner without an event is an error
    static constexpr qint64 longestRetryAfter = 300'000;

    ReflectorCore(WatchSink &sink, Surroundings surroundings);

    Action start();
    /// The answer to the last action, or, for a running watch, what came in. Only what fits the last action may be
    /// called.
    void listItem(std::string_view json);
    Action listPageDone(const ListMeta &meta);
    Action listFailed(const Error &error);
    void watchOpened();
    /// An action means: close this watch and do that.
    std::optional<Action> watchEvent(const WatchEvent &event);
    /// The stream said ERROR with this Status; the watch is to be closed.
    Action watchErrorEvent(const Error &error);
    /// The stream ended, with an error unless the server ended it properly.
    Action watchClosed(const Error *error);
    Action versionChecked(const QByteArray &resourceVersion);
    Action versionCheckFailed(const Error &error);
    Action waited();
    /// Skips a wait.
    Action retryNow();

    bool isWaiting() const { return m_waiting; }
    const QByteArray &resourceVersion() const { return m_lastVersion; }

private:
    Action beginList();
    Action beginWatch();
    Action resumeWatch();
    enum class Next
    {
        List,
        Watch,
        Check
    };
    Action waitThen(Next next, qint64 milliseconds);
    Action relistSoon(const Error &error);
    Action rewatchLater(const Error &error, Next next);
    Action fail(const Error &error);
    qint64 delay(const Error &error);
    void advance(const WatchEvent &event);
    bool wentBackwards(const WatchEvent &event);
    void setState(WatchState state, const Error &error = {});

    WatchSink &m_sink;
    Surroundings m_surroundings;
    Backoff m_backoff;
    Backoff m_slowBackoff;
    std::optional<WatchState> m_state;
    Error m_stateError;

    QByteArray m_lastVersion;
    bool m_versionUnavailable = false; ///< the server no longer, or not yet, knows m_lastVersion: list the newest
    QByteArray m_listVersion; ///< asked for by the list that is running
    bool m_paging = false; ///< a page after the first is on its way
    bool m_fullListTried = false;
    bool m_waiting = false;
    Next m_afterWait = Next::List;
    bool m_watchRefused = false; ///< the last watch failed for good: a list alone is not Live

    qint64 m_watchBegan = 0;
    qint64 m_watchEvents = 0;
    bool m_watchIsOpen = false;
    bool m_versionOrdered = true; ///< events come in order of their versions (not: the synthetic ones of version 0)
    int m_watchFailures = 0; ///< in a row, by the server's fault
    int m_lowBookmarks = 0; ///< in a row
};

} // namespace k8s
