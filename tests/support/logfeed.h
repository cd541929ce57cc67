// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/watch/logstream.h"

#include <QByteArray>
#include <QDateTime>
#include <QTimeZone>

/// Log lines as the API server sends them, for tests without one.
namespace logfeed {

/// The stamp in front of a line that a container wrote so many milliseconds after the job began.
inline QByteArray stamp(int milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(1'795'486'950'000 + milliseconds, QTimeZone::UTC)
               .toString(Qt::ISODateWithMs)
               .toLatin1()
        + ' ';
}

inline void feed(k8s::LogSink &sink, const QByteArray &text) { sink.append({text.constData(), size_t(text.size())}); }

} // namespace logfeed
