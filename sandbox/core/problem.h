// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace sandbox {

/// What went wrong, as a sentence, and what the user can do about it (may be empty).
struct Problem
{
    QString text;
    QString remedy;
    /// The program's exit code: 1, or one of those below.
    int code = 1;
};

/// The machine or the user's rights do not allow a sandbox.
inline constexpr int codeNotAllowed = 3;
/// The sandbox is not up.
inline constexpr int codeDown = 4;

template <typename T>
using Result = std::expected<T, Problem>;

/// A Problem of \p text with the operating system's words for \p error (errno) added.
[[nodiscard]] std::unexpected<Problem> systemProblem(const QString &text, int error);
[[nodiscard]] std::unexpected<Problem> problem(const QString &text, const QString &remedy = {});

} // namespace sandbox
