// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/room/relay.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sandbox {

namespace {

constexpr size_t pipeSize = 1U << 20U;

/// One direction of a connection: bytes go from \p from through a pipe to \p to without being copied.
struct Direction
{
    int from = -1;
    int to = -1;
    int pipe[2] = {-1, -1};
    size_t held = 0; ///< bytes in the pipe
    bool ended = false; ///< \p from has sent its last byte
    bool closed = false; ///< and \p to was told

    bool open(int source, int target)
    {
        from = source;
        to = target;
        if (::pipe2(pipe, O_NONBLOCK | O_CLOEXEC) != 0)
            return false;
        ::fcntl(pipe[1], F_SETPIPE_SZ, pipeSize);
        return true;
    }

    /// Moves what can be moved. False: the connection is broken.
    bool move()
    {
        for (bool progress = true; progress;) {
            progress = false;
            if (!ended && held < pipeSize) {
                const ssize_t count
                    = ::splice(from, nullptr, pipe[1], nullptr, pipeSize - held, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
                if (count > 0)
                    held += static_cast<size_t>(count);
                else if (count == 0)
                    ended = true;
                else if (errno != EAGAIN && errno != EINTR)
                    return false;
                progress = count > 0;
            }
            if (held > 0) {
                const ssize_t count = ::splice(pipe[0], nullptr, to, nullptr, held, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
                if (count < 0 && errno != EAGAIN && errno != EINTR)
                    return false;
                if (count > 0)
                    held -= static_cast<size_t>(count);
                progress = progress || count > 0;
            }
        }
        if (ended && held == 0 && !closed) {
            closed = true;
            ::shutdown(to, SHUT_WR);
        }
        return true;
    }

    ~Direction()
    {
        ::close(pipe[0]);
        ::close(pipe[1]);
    }
};

struct Link
{
    int outer = -1;
    int inner = -1;
    Direction in;
    Direction out;

    ~Link()
    {
        ::close(outer);
        ::close(inner);
    }
};

class Loop
{
public:
    Loop(int listener, int port)
        : m_listener(listener)
        , m_port(port)
        , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    {
        ::fcntl(m_listener, F_SETFL, O_NONBLOCK);
        watch(m_listener, EPOLLIN);
    }

    void turn()
    {
        epoll_event events[64];
        const int count = ::epoll_wait(m_epoll, events, 64, -1);
        for (int i = 0; i < count; ++i) {
            if (events[i].data.fd == m_listener)
                acceptAll();
            else if (const auto link = m_links.find(events[i].data.fd); link != m_links.end())
                serve(link->second, (events[i].events & EPOLLERR) != 0);
        }
        m_dead.clear(); // closed only now, so that no event of this turn meets a number that was given away again
    }

private:
    void watch(int fd, unsigned events) const
    {
        epoll_event event {};
        event.events = events;
        event.data.fd = fd;
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    }

    void acceptAll()
    {
        for (;;) {
            const int outer = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (outer < 0)
                return;
            auto link = std::make_shared<Link>();
            link->outer = outer;
            link->inner = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
            sockaddr_in address {};
            address.sin_family = AF_INET;
            address.sin_port = htons(static_cast<uint16_t>(m_port));
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            if (link->inner < 0 || !link->in.open(outer, link->inner) || !link->out.open(link->inner, outer))
                continue;
            if (::connect(link->inner, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
                && errno != EINPROGRESS)
                continue;
            const int yes = 1;
            ::setsockopt(outer, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            ::setsockopt(link->inner, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            m_links.emplace(outer, link);
            m_links.emplace(link->inner, link);
            watch(link->inner, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
            watch(outer, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
        }
    }

    void serve(std::shared_ptr<Link> link, bool broken)
    {
        int error = 0;
        socklen_t size = sizeof error;
        // Until the inner side is connected there is nothing to move.
        tcp_info info {};
        socklen_t infoSize = sizeof info;
        ::getsockopt(link->inner, IPPROTO_TCP, TCP_INFO, &info, &infoSize);
        ::getsockopt(link->inner, SOL_SOCKET, SO_ERROR, &error, &size);
        if (!broken && error == 0 && info.tcpi_state == TCP_SYN_SENT)
            return;
        const bool good = !broken && error == 0 && link->in.move() && link->out.move();
        if (good && !(link->in.closed && link->out.closed))
            return;
        if (!good) {
            // What broke on one side breaks on the other: a reset, not a clean end.
            const linger reset {.l_onoff = 1, .l_linger = 0};
            ::setsockopt(link->outer, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
            ::setsockopt(link->inner, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        }
        m_links.erase(link->outer);
        m_links.erase(link->inner);
        m_dead.push_back(std::move(link));
    }

    int m_listener;
    int m_port;
    int m_epoll;
    std::unordered_map<int, std::shared_ptr<Link>> m_links;
    std::vector<std::shared_ptr<Link>> m_dead;
};

} // namespace

void relay(int listener, int port)
{
    Loop loop(listener, port);
    for (;;)
        loop.turn();
}

} // namespace sandbox
