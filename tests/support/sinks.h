// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/watch/watchsink.h"

#include <QByteArray>
#include <QString>

#include <memory>

/// Objects for a watch's sink, as if they came from a server.
namespace tests {

inline void upsert(k8s::WatchSink &sink, const QByteArray &json)
{
    sink.upsert({json.constData(), size_t(json.size())});
}
inline void upsert(const std::shared_ptr<k8s::WatchSink> &sink, const QByteArray &json) { upsert(*sink, json); }

/// Where a table of several kinds takes the objects of one.
template <class Table>
k8s::WatchSink &sinkOf(const Table &table, const QString &kind)
{
    for (const auto &feed : table.feeds()) {
        if (feed->type().kind == kind)
            return *feed->sink();
    }
    qFatal("no feed for %s", qPrintable(kind));
}

} // namespace tests
