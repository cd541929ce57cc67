// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specdiagnostic.h"
#include "views/theme/theme.h"

namespace views {

inline QColor severityColor(const Tokens &tokens, models::DiagnosticSeverity severity)
{
    switch (severity) {
    case models::DiagnosticSeverity::Error:
        return tokens.bad;
    case models::DiagnosticSeverity::Warning:
        return tokens.warn;
    case models::DiagnosticSeverity::Hint:
        break;
    }
    return tokens.accent;
}

} // namespace views
