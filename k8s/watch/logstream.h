// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"

#include <QDateTime>

#include <memory>
#include <string_view>

namespace k8s {

/// Which log to read.
struct LogTarget
{
    QString ns {};
    QString pod {};
    QString container {};
    bool previous = false;
    bool follow = true;
    qint64 tailLines = -1; ///< -1: from the beginning
    QString podUid {}; ///< empty: whatever pod has that name
    int attempt = -1; ///< which one of the container's runs this is: its restartCount; -1: whichever runs
    QByteArray sinceTime {}; ///< RFC 3339 with nanoseconds as the server wrote it; empty: from the beginning
};

/// Receives the bytes of one log. Calls come from the net thread, in order.
class LogSink
{
public:
    virtual ~LogSink() = default;
    /// Whole lines, each "RFC3339Nano SPACE text LF" (timestamps=true is always asked for); a line longer than 1 MiB
    /// comes in pieces, of which only the last ends with LF and only the first has the time. Nothing is repeated after
    /// a reconnect. When the kubelet cannot read a log it says so in a line without time.
    virtual void append(std::string_view lines) = 0;
    /// Asked after bytes came and every few milliseconds while it says no: so long the stream reads nothing
    /// more from its connection, and the server waits.
    virtual bool hasRoom() { return true; }
    /// error null: the server ended the log properly. The container has ended, or the server or kubelet is going down:
    /// if the container still runs, call LogStream::resume(). Otherwise there is nothing to read: Invalid (400) while
    /// the container is waiting to start, NotFound when pod or container are gone, Forbidden; nothing more comes until
    /// resume().
    virtual void finished(const Error *error) = 0;
    /// Connection lost; the stream reconnects by itself.
    virtual void interrupted(const Error &error) = 0;
};

/// Follows one container's log on an HTTP/1.1 connection of its own and resumes by itself after a break, without loss
/// or repetition (loglines.h); where the container was started again meanwhile, this attempt's rest is read from where
/// the kubelet keeps it. Destroying it stops it: no call to the sink after the destructor; so never destroy it
/// while holding a lock that the sink takes. Any one thread.
class LogStream
{
public:
    LogStream(ApiClient &client, LogTarget target, std::shared_ptr<LogSink> sink);
    ~LogStream();
    LogStream(const LogStream &) = delete;
    LogStream &operator=(const LogStream &) = delete;

    void start();
    /// After finished(): goes on behind the last line that was delivered.
    void resume();
    /// The container was started again while the connection was away: the rest of this attempt is now the log of the
    /// attempt before. Reads it to its end, without repetition.
    void resumePrevious();

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace k8s
