// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/net/netloop.h"

#include "k8s/net/curlengine.h"

#include <QtLogging>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>

#include <csignal>
#include <poll.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace k8s {

NetLoop::NetLoop()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUp(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    epoll_event event {.events = EPOLLIN, .data = {.fd = m_wakeUp}};
    if (m_epoll < 0 || m_wakeUp < 0 || epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp, &event) != 0)
        qFatal("cannot make an event loop: %s", std::strerror(errno));
}

NetLoop::~NetLoop()
{
    stop();
    close(m_epoll);
    close(m_wakeUp);
}

void NetLoop::run()
{
    m_thread = std::thread([this] { main(); });
}

void NetLoop::stop()
{
    std::vector<Function> posted;
    std::map<Deadline, Function> timers;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
        posted.swap(m_posted);
        timers.swap(m_timers);
    }
    wake();
    if (m_thread.joinable())
        m_thread.join();
    // What was dropped dies here and not under the lock: its destructors may post and cancel.
}

void NetLoop::post(Function function)
{
    bool first = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stopped)
            return;
        first = m_posted.empty();
        m_posted.push_back(std::move(function));
    }
    if (first)
        wake();
}

quint64 NetLoop::after(std::chrono::milliseconds delay, Function function)
{
    const qint64 deadline = now() + std::max<qint64>(0, delay.count());
    quint64 timer = 0;
    bool isNext = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stopped)
            return 0;
        timer = ++m_lastTimer;
        const auto place = m_timers.emplace(Deadline {deadline, timer}, std::move(function)).first;
        m_deadlines.emplace(timer, deadline);
        isNext = place == m_timers.begin();
    }
    if (isNext && !isCurrent())
        wake();
    return timer;
}

void NetLoop::cancelTimer(quint64 timer)
{
    Function dropped;
    const std::scoped_lock lock(m_mutex);
    const auto known = m_deadlines.find(timer);
    if (known == m_deadlines.end())
        return;
    const auto place = m_timers.find({known->second, timer});
    if (place != m_timers.end()) {
        dropped = std::move(place->second);
        m_timers.erase(place);
    }
    m_deadlines.erase(known);
}

void NetLoop::assertCurrent() const
{
    if (!isCurrent())
        qFatal("a function of the net thread was called from another thread");
}

qint64 NetLoop::now()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

CurlEngine &NetLoop::engine()
{
    assertCurrent();
    return *m_engine;
}

void NetLoop::watchSocket(int fd, bool read, bool write)
{
    assertCurrent();
    const uint32_t wanted = (read ? EPOLLIN : 0u) | (write ? EPOLLOUT : 0u);
    epoll_event event {.events = wanted, .data = {.fd = fd}};
    if (wanted == 0) {
        m_watched.erase(fd);
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, nullptr);
        return;
    }
    // The descriptor may have been closed and given out again without us having heard: what the kernel knows counts.
    const bool known = m_watched.contains(fd);
    m_watched[fd] = wanted;
    if (epoll_ctl(m_epoll, known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event) == 0)
        return;
    if (epoll_ctl(m_epoll, known ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, fd, &event) != 0)
        qWarning("cannot watch a socket: %s", std::strerror(errno));
}

void NetLoop::wake() const
{
    const uint64_t one = 1;
    [[maybe_unused]] const auto written = write(m_wakeUp, &one, sizeof one);
}

void NetLoop::main()
{
    // These are the main thread's; SIGPIPE comes from a server that hung up, and curl hears of that anyway.
    sigset_t foreign;
    sigemptyset(&foreign);
    for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD, SIGUSR1, SIGUSR2})
        sigaddset(&foreign, signal);
    pthread_sigmask(SIG_BLOCK, &foreign, nullptr);
    m_threadId.store(std::this_thread::get_id(), std::memory_order_release);
    pthread_setname_np(pthread_self(), "net");
    waitForWork();
    m_engine = std::make_unique<CurlEngine>(*this);
    for (;;) {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_stopped)
                break;
        }
        dispatch(timeUntilNext());
        runPosted();
        runTimers();
        m_engine->tick();
    }
    m_engine.reset();
}

/// Until someone wants something: making the engine loads libcurl and all that it brings, while the window is about to
/// paint its first picture.
void NetLoop::waitForWork() const
{
    pollfd wakeUp {.fd = m_wakeUp, .events = POLLIN, .revents = 0};
    poll(&wakeUp, 1, -1);
}

void NetLoop::dispatch(int timeout)
{
    std::array<epoll_event, 64> events {};
    const int count = epoll_wait(m_epoll, events.data(), int(events.size()), timeout);
    for (int i = 0; i < count; ++i) {
        const int fd = events.at(size_t(i)).data.fd;
        const uint32_t what = events.at(size_t(i)).events;
        if (fd == m_wakeUp) {
            uint64_t times = 0;
            [[maybe_unused]] const auto got = read(m_wakeUp, &times, sizeof times);
        } else {
            m_engine->act(fd, what & EPOLLIN, what & EPOLLOUT, what & (EPOLLERR | EPOLLHUP));
        }
    }
}

void NetLoop::runPosted()
{
    std::vector<Function> functions;
    {
        const std::scoped_lock lock(m_mutex);
        functions.swap(m_posted);
    }
    for (auto &function : functions)
        std::exchange(function, nullptr)();
}

void NetLoop::runTimers()
{
    const qint64 until = now();
    for (;;) {
        Function function;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_timers.empty() || m_timers.begin()->first.first > until)
                return;
            const auto first = m_timers.begin();
            m_deadlines.erase(first->first.second);
            function = std::move(first->second);
            m_timers.erase(first);
        }
        function();
    }
}

int NetLoop::timeUntilNext()
{
    qint64 next = m_engine->deadline();
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_posted.empty())
            return 0;
        if (!m_timers.empty())
            next = std::min(next, m_timers.begin()->first.first);
    }
    return next == LLONG_MAX ? -1 : int(std::clamp<qint64>(next - now(), 0, 3'600'000));
}

} // namespace k8s
