// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace k8s {

class CurlEngine;

/// The loop behind NetThread: epoll, posted functions and timers. Functions that do not say otherwise are for any
/// thread.
class NetLoop
{
public:
    using Function = std::function<void()>;

    NetLoop();
    ~NetLoop();
    NetLoop(const NetLoop &) = delete;
    NetLoop &operator=(const NetLoop &) = delete;

    void run(); ///< starts the thread
    void stop(); ///< ends it; from now on nothing that is posted runs

    void post(Function function);
    quint64 after(std::chrono::milliseconds delay, Function function);
    void cancelTimer(quint64 timer);

    bool isCurrent() const { return m_threadId.load(std::memory_order_acquire) == std::this_thread::get_id(); }
    void assertCurrent() const; ///< a call from a wrong thread is a bug that must not go unnoticed
    static qint64 now(); ///< milliseconds of the steady clock

    CurlEngine &engine(); ///< net thread

    // For the engine, on the net thread:
    void watchSocket(int fd, bool read, bool write); ///< neither: no longer

private:
    using Deadline = std::pair<qint64, quint64>; ///< time, number of the timer

    void main();
    void wake() const;
    void waitForWork() const;
    void dispatch(int timeout);
    void runPosted();
    void runTimers();
    int timeUntilNext();

    std::thread m_thread;
    std::atomic<std::thread::id> m_threadId {};
    int m_epoll = -1;
    int m_wakeUp = -1;
    std::unique_ptr<CurlEngine> m_engine;
    std::unordered_map<int, uint32_t> m_watched;

    std::mutex m_mutex; ///< for all below
    std::vector<Function> m_posted;
    std::map<Deadline, Function> m_timers;
    std::unordered_map<quint64, qint64> m_deadlines;
    quint64 m_lastTimer = 0;
    bool m_stopped = false;
};

} // namespace k8s
