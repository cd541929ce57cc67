// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/room/door.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

Result<Door> openDoor(int preferred)
{
    for (const int port : {preferred, 0}) {
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        const int yes = 1;
        ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::listen(listener, 256) == 0
            && ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) == 0)
            return Door {.listener = listener, .port = ntohs(address.sin_port)};
        ::close(listener);
    }
    return systemProblem(u"No port of 127.0.0.1 can be opened"_s, errno);
}

} // namespace sandbox
