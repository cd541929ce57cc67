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
    QString ns;
    QString pod;
    QString container;
    bool previous = false;
    bool follow = true;
    qint64 tailLines = -1; ///< -1: from the beginning
    QByteArray sinceTime; ///< RFC 3339 with nanoseconds as the server wrote it; empty: from the beginning
};

/// Receives the bytes of one log. Calls come from the net thread, in order.
class LogSink
{
public:
    virtual ~LogSink() = default;
    /// Whole lines, each "RFC3339Nano SPACE text LF" (timestamps=true is always asked for). Nothing is repeated after a reconnect.
    virtual void append(std::string_view lines) = 0;
    /// The container ended and everything was read, or there is nothing to read yet (error.kind NotFound/Invalid says so), or it was cancelled.
    virtual void finished(const Error *error) = 0;
    /// Connection lost; the stream reconnects by itself.
    virtual void interrupted(const Error &error) = 0;
};

/// Follows one container's log on an HTTP/1.1 connection of its own and resumes by itself after a break (sinceTime + dropping
/// lines already seen by time stamp, ordinal and hash: reliability.md 5.3). Destroying it stops it.
class LogStream
{
public:
    LogStream(ApiClient &client, LogTarget target, std::shared_ptr<LogSink> sink);
    ~LogStream();
    LogStream(const LogStream &) = delete;
    LogStream &operator=(const LogStream &) = delete;

    void start();

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace k8s
