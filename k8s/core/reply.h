// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <memory>
#include <mutex>

namespace k8s {

/// Where an asynchronous call delivers its one answer: a function that runs in the receiver's thread, and does not run
/// at all once the receiver is gone. Copyable; may be called from any thread.
template <class T = void>
class Reply
{
public:
    Reply() = default;
    Reply(QObject *receiver, std::function<void(const Result<T> &)> function)
        : m_box(std::make_shared<Box>())
    {
        m_box->receiver = receiver;
        m_box->function = std::move(function);
        m_box->connection = QObject::connect(
            receiver, &QObject::destroyed, receiver,
            [weak = std::weak_ptr<Box>(m_box)] {
                if (const auto box = weak.lock())
                    box->forgetReceiver();
            },
            Qt::DirectConnection);
    }

    explicit operator bool() const { return m_box != nullptr; }

    void operator()(Result<T> result) const
    {
        if (!m_box)
            return;
        // Under the lock the receiver cannot die; what is posted to it is dropped with it.
        const std::lock_guard lock(m_box->mutex);
        if (!m_box->receiver)
            return;
        QMetaObject::invokeMethod(
            m_box->receiver, [box = m_box, answer = std::move(result)] { box->deliver(answer); }, Qt::QueuedConnection);
    }

private:
    struct Box
    {
        std::mutex mutex; ///< guards receiver
        QObject *receiver = nullptr;
        std::function<void(const Result<T> &)> function; ///< the receiver's thread only, once it is set
        QMetaObject::Connection connection;

        ~Box() { QObject::disconnect(connection); }

        void deliver(const Result<T> &answer)
        {
            QObject::disconnect(connection); // a receiver may get thousands of answers in its life
            if (const auto once = std::exchange(function, nullptr))
                once(answer);
        }
        void forgetReceiver()
        {
            {
                const std::lock_guard lock(mutex);
                receiver = nullptr;
            }
            function = nullptr;
        }
    };
    std::shared_ptr<Box> m_box;
};

} // namespace k8s
