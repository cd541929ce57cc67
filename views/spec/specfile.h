// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"

#include <QString>

#include <expected>

namespace views {

/// Longer lines, and more of them, are not shown: laying them out would stop the window.
inline constexpr qsizetype longestSpecLine = 128 * 1024;
inline constexpr int mostSpecLines = 20'000;

/// The text of a file that is to be edited, or why it is not: not readable, larger than 4 MiB, no UTF-8, lines that no
/// editor can show. Reads the disk.
std::expected<QString, models::Problem> readSpecFile(const QString &name);
/// Why a text is not shown; empty if it can be.
models::Problem refusalOf(const QString &text);

} // namespace views
