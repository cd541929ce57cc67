// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/jsonview.h"
#include "k8s/watch/watchsink.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace models {

/// What changed since the last delivery, already coalesced per uid.
template <class T>
struct Delivery
{
    QList<T> upserts;
    QStringList removedUids;
    std::optional<k8s::WatchState> state; ///< set if it changed
    k8s::Error error;
};

/// The crossing from the net thread to the GUI thread: projects each object to a T (which has a `uid`) where its bytes
/// arrive, keeps the latest per uid, wakes the receiver once, and is drained at most once per frame. Bounded by the
/// collection's size.
template <class T>
class Mailbox : public k8s::WatchSink, public std::enable_shared_from_this<Mailbox<T>>
{
public:
    static constexpr int sliceSize = 4000; ///< rows per delivery: keeps one batch under a frame
    using Project = std::function<std::optional<T>(const k8s::JsonView &)>;
    using Deliver = std::function<void(Delivery<T>)>;

    explicit Mailbox(Project project)
        : m_project(std::move(project))
    {
    }

    /// The receiver's thread is where `deliver` runs. Call close() before the receiver dies.
    void open(QObject *receiver, Deliver deliver)
    {
        m_pace = new QTimer(receiver);
        m_pace->setSingleShot(true);
        m_pace->setInterval(16);
        QObject::connect(m_pace, &QTimer::timeout, receiver, [this, receiver, deliver = std::move(deliver)] {
            const auto keep = this->shared_from_this(); // the receiver may let go of us while it takes the delivery
            const QPointer<QTimer> pace = m_pace;
            Delivery<T> delivery;
            const bool more = drain(delivery);
            deliver(std::move(delivery));
            if (more && pace)
                pace->start();
        });
        const std::lock_guard lock(m_mutex);
        m_receiver = receiver;
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
        m_latest.clear();
        delete std::exchange(m_pace, nullptr);
    }

    void beginReplace() override { ++m_generation; }

    void endReplace() override
    {
        const std::lock_guard lock(m_mutex);
        for (auto it = m_known.begin(); it != m_known.end();) {
            if (it.value() == m_generation) {
                ++it;
                continue;
            }
            m_latest.insert(it.key(), std::nullopt);
            it = m_known.erase(it);
        }
        wake();
    }

    void upsert(std::string_view json) override
    {
        const auto object = m_document.parse(json);
        if (!object.exists())
            return;
        const QString uid = object.at("metadata", "uid").string();
        auto value = m_project(object);
        const std::lock_guard lock(m_mutex);
        if (value) {
            m_known.insert(uid, m_generation);
            m_latest.insert(uid, std::move(value));
        } else if (m_known.remove(uid)) { // it was one of ours and is no longer
            m_latest.insert(uid, std::nullopt);
        }
        wake();
    }

    void remove(std::string_view uid) override
    {
        const QString key = QString::fromUtf8(uid.data(), qsizetype(uid.size()));
        const std::lock_guard lock(m_mutex);
        if (!m_known.remove(key))
            return;
        m_latest.insert(key, std::nullopt);
        wake();
    }

    void stateChanged(k8s::WatchState state, const k8s::Error &error) override
    {
        const std::lock_guard lock(m_mutex);
        m_state = state;
        m_error = error;
        wake();
    }

private:
    void wake() // with the mutex held
    {
        if (!m_receiver || std::exchange(m_woken, true))
            return;
        QMetaObject::invokeMethod(m_pace, qOverload<>(&QTimer::start), Qt::QueuedConnection);
    }

    bool drain(Delivery<T> &delivery)
    {
        const std::lock_guard lock(m_mutex);
        int taken = 0;
        for (auto it = m_latest.begin(); it != m_latest.end() && taken < sliceSize; it = m_latest.erase(it), ++taken) {
            if (it.value())
                delivery.upserts.append(std::move(*it.value()));
            else
                delivery.removedUids.append(it.key());
        }
        if (!m_latest.isEmpty())
            return true; // still woken
        m_woken = false;
        m_latest.squeeze();
        delivery.state = std::exchange(m_state, std::nullopt); // the state belongs to the rows that came before it
        delivery.error = m_error;
        return false;
    }

    Project m_project; // net thread only
    k8s::JsonDocument m_document; // net thread only
    std::mutex m_mutex; // guards everything below
    QObject *m_receiver = nullptr;
    QTimer *m_pace = nullptr;
    bool m_woken = false;
    quint32 m_generation = 0;
    QHash<QString, quint32> m_known;
    QHash<QString, std::optional<T>> m_latest;
    std::optional<k8s::WatchState> m_state;
    k8s::Error m_error;
};

} // namespace models
