// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <memory>
#include <tuple>

#include <sys/resource.h>
#include <unistd.h>

namespace models {

/// For a thread that works through logs: where there are few processors the window comes first. Of the calling thread
/// and of those that it starts: the number is a thread's on Linux (setpriority(2), "C library/kernel differences").
inline void letTheWindowGoFirst()
{
    constexpr int nice = 10; // a tenth of the share of the window
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), nice);
}

template <class Thing>
void destroyNow(Thing &thing)
{
    [[maybe_unused]] const Thing gone(std::move(thing));
}

/// Destroys things in the thread pool, one after the other: to give gigabytes back to the disk takes a quarter of a
/// second each, too long for the window's thread. The end of the program waits for it.
template <class... Things>
void destroyInBackground(Things... things)
{
    QThreadPool::globalInstance()->start([kept = std::make_shared<std::tuple<Things...>>(std::move(things)...)] {
        std::apply([](Things &...thing) { (destroyNow(thing), ...); }, *kept);
    });
}

} // namespace models
