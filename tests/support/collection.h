// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/resourcetype.h"
#include "k8s/watch/watchsink.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <map>
#include <mutex>

namespace tests {

/// A made-up kind, and what a server says about its objects.
inline const k8s::ResourceType jobs {"example.org", "v1", "jobs", "Job", true};

inline QByteArray object(const QByteArray &uid, int version)
{
    return "{\"metadata\":{\"uid\":\"" + uid + "\",\"resourceVersion\":\"" + QByteArray::number(version) + "\"}}";
}

inline QByteArray list(const QList<QByteArray> &items, int version, const QByteArray &next = {})
{
    return "{\"kind\":\"JobList\",\"metadata\":{\"resourceVersion\":\"" + QByteArray::number(version)
        + "\",\"continue\":\"" + next + "\"},\"items\":[" + items.join(',') + "]}";
}

inline QByteArray frame(const QByteArray &type, const QByteArray &what)
{
    return "{\"type\":\"" + type + "\",\"object\":" + what + "}\n";
}

inline const QByteArray goneStatus
    = "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"too old\",\"reason\":\"Expired\",\"code\":410}";

/// A collection as a sink sees it: versions by uid. Called from the net thread.
class Collection : public k8s::WatchSink
{
public:
    void beginReplace() override
    {
        const std::scoped_lock lock(m_mutex);
        ++m_lists;
        m_seen.clear();
    }
    void endReplace() override
    {
        const std::scoped_lock lock(m_mutex);
        erase_if(m_objects, [this](const auto &entry) { return !m_seen.contains(entry.first); });
    }
    void upsert(std::string_view json) override
    {
        const auto metadata = QJsonDocument::fromJson(QByteArray(json.data(), qsizetype(json.size())))
                                  .object()
                                  .value("metadata")
                                  .toObject();
        const std::scoped_lock lock(m_mutex);
        m_objects[metadata["uid"].toString()] = metadata["resourceVersion"].toString().toInt();
        m_seen += metadata["uid"].toString();
    }
    void remove(std::string_view uid) override
    {
        const std::scoped_lock lock(m_mutex);
        m_objects.erase(QString::fromUtf8(uid.data(), qsizetype(uid.size())));
    }
    void stateChanged(k8s::WatchState state, const k8s::Error &error) override
    {
        const std::scoped_lock lock(m_mutex);
        m_state = state;
        m_states += state;
        m_error = error;
    }

    template <class T>
    T read(T Collection::*member)
    {
        const std::scoped_lock lock(m_mutex);
        return this->*member;
    }
    QString text()
    {
        QStringList entries;
        for (const auto &[uid, version] : read(&Collection::m_objects))
            entries += uid + QString::number(version);
        return entries.join(' ');
    }
    k8s::WatchState state() { return read(&Collection::m_state); }

    std::mutex m_mutex;
    std::map<QString, int> m_objects;
    QStringList m_seen;
    int m_lists = 0;
    k8s::WatchState m_state {};
    QList<k8s::WatchState> m_states;
    k8s::Error m_error;
};

} // namespace tests
