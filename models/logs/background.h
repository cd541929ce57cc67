// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace models
