// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/metricrules.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace models {

/// A compiled expression whose captures are metrics or places.
struct MetricRules::Format
{
    std::string needs; ///< text that a line must have before the expression is tried
    std::vector<std::string> names; ///< of the captures
    pcre2_code *code = nullptr;

    Format() = default;
    Q_DISABLE_COPY_MOVE(Format)
    ~Format() { pcre2_code_free(code); }
};

} // namespace models
