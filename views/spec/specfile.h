// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"

#include <QString>

#include <expected>

namespace views {

/// Lines of more characters than this are not shown: laying one out would stop the window.
inline constexpr qsizetype longestSpecLine = 256 * 1024;

/// The text of a file that is to be edited, or why it is not: not readable, larger than 4 MiB, no UTF-8, a line that no
/// editor can show. Reads the disk.
std::expected<QString, models::Problem> readSpecFile(const QString &name);
/// Why a text is not shown; empty if it can be.
models::Problem refusalOf(const QString &text);

} // namespace views
