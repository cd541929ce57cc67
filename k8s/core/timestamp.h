// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>
#include <string_view>

namespace k8s {

/// Nanoseconds since 1970 (UTC) of an RFC 3339 time such as 2026-11-24T02:30:00.123456789+01:00; empty if it is not
/// one. As strict as Go's time.RFC3339Nano, and as fast as log lines need it. Pure; any thread.
std::optional<qint64> parseTimestampNanos(std::string_view text);

/// The same to the millisecond, in UTC; invalid if it is not a time.
QDateTime parseTimestamp(std::string_view text);

} // namespace k8s
