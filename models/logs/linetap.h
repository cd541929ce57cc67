// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logsource.h"

#include <QtTypes>

#include <string_view>

namespace models {

/// Sees every line that is spooled, in the order of its source. Called from the ingest thread only.
class LineTap
{
public:
    virtual ~LineTap() = default;
    virtual void sourceAdded(const LogSource &source) = 0;
    /// One line without its end and without the kubelet's time stamp. `nanoseconds` is the time since 1970 (0:
    /// unknown), `number` counts the lines of the source from 0.
    virtual void line(int source, qint64 number, qint64 nanoseconds, std::string_view text) = 0;
    /// A batch of lines ended: a good moment to hand over what was found.
    virtual void flush() = 0;
};

} // namespace models
