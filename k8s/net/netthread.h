// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/net/transfer.h"

#include <chrono>
#include <functional>
#include <memory>

namespace k8s {

class NetLoop;

/// The one thread that talks to the network: an event loop of its own around curl's socket interface, because a
/// QSocketNotifier per socket costs seven times as much CPU (docs/adr/0002). Must outlive all that uses it. The
/// functions may be called from any thread; what they are given runs on the net thread and must not block there.
class NetThread
{
public:
    using TimerId = quint64; ///< 0 is never a timer

    NetThread();
    /// Stops the thread. No callback runs afterwards; what was still to come is dropped.
    ~NetThread();
    NetThread(const NetThread &) = delete;
    NetThread &operator=(const NetThread &) = delete;

    TransferHandle start(Request request, TransferCallbacks callbacks);

    /// Runs after the functions posted before it. Also from the net thread itself: then not before the current one
    /// returned.
    void post(std::function<void()> function);
    /// Runs there and waits until it did; at once when called on the net thread. Never call it while holding a lock
    /// that a callback takes.
    void runAndWait(const std::function<void()> &function);

    /// Runs once, not before the time is over (steady clock).
    TimerId after(std::chrono::milliseconds delay, std::function<void()> function);
    /// On the net thread the function does not run after this call.
    void cancelTimer(TimerId timer);

    bool isCurrent() const; ///< is the caller on the net thread?
    static qint64 now(); ///< milliseconds of the steady clock

private:
    std::shared_ptr<NetLoop> m_loop;
};

} // namespace k8s
