// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <mutex>

namespace k8s {

/// Where an asynchronous call delivers its one answer: a function that runs in the receiver's thread, and does not run
/// at all once the receiver is gone. Copyable; may be called from any thread.
template<class T = void>
class Reply
{
public:
    Reply() = default;
    Reply(QObject *receiver, std::function<void(const Result<T> &)> function)
        : m_box(std::make_shared<Box>())
    {
        // The relay lives in the receiver's thread and dies with the receiver: both checks happen in that thread.
        m_box->relay = new QObject;
        m_box->relay->moveToThread(receiver->thread());
        m_box->function = std::move(function);
        std::weak_ptr<Box> weak = m_box;
        QObject::connect(receiver, &QObject::destroyed, m_box->relay, [weak] {
            if (auto box = weak.lock())
                box->function = nullptr;
        }, Qt::DirectConnection);
    }

    explicit operator bool() const { return m_box != nullptr; }

    void operator()(Result<T> result) const
    {
        if (!m_box)
            return;
        QMetaObject::invokeMethod(m_box->relay, [box = m_box, answer = std::move(result)] {
            if (auto function = std::exchange(box->function, nullptr))
                function(answer);
        }, Qt::QueuedConnection);
    }

private:
    struct Box
    {
        QObject *relay = nullptr;
        std::function<void(const Result<T> &)> function;
        ~Box()
        {
            if (relay)
                relay->deleteLater();
        }
    };
    std::shared_ptr<Box> m_box;
};

} // namespace k8s
