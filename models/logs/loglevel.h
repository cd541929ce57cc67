// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace models {

enum class LogLevel
{
    None,
    Warning,
    Error
};

/// How bad a line says it is, by the words that programs use at a line's head: ERROR, CRITICAL, Traceback, W1124 ...
LogLevel levelOf(QStringView text);
/// A PCRE2 expression for the lines at which something broke.
QString errorExpression();
/// The same for lines that only warn.
QString warningExpression();
/// Where Python says how it got to where it broke.
QString tracebackExpression();

} // namespace models
