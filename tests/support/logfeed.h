// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/watch/logstream.h"
#include "models/logs/logdocument.h"

#include <QByteArray>
#include <QDateTime>
#include <QTimeZone>

/// Log lines as the API server sends them, for tests without one.
namespace logfeed {

/// The stamp in front of a line that a container wrote so many milliseconds after the job began.
inline QByteArray stamp(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(1'795'486'950'000 + milliseconds, QTimeZone::UTC)
               .toString(Qt::ISODateWithMs)
               .toLatin1()
        + ' ';
}

inline void feed(k8s::LogSink &sink, const QByteArray &text) { sink.append({text.constData(), size_t(text.size())}); }

/// A whole line, for tests to which it does not matter when it was written.
inline void line(k8s::LogSink &sink, const QByteArray &text) { feed(sink, stamp(0) + text + '\n'); }

/// What a reader of the document sees: "master-0: text" each.
inline QStringList texts(const models::LogDocument &document)
{
    QStringList all;
    for (const models::LogLine &line : document.lines(0, document.lineCount()))
        all += document.sources()[line.source].label + ": " + line.text;
    return all;
}

} // namespace logfeed
