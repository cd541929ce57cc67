// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"

#include <QList>

namespace sandbox {

/// One thing that a sandbox needs of the machine.
struct Check
{
    QString name;
    bool good = false;
    QString text; ///< what was found
    QString remedy; ///< what helps where it is not good
    bool essential = true; ///< without it there is no sandbox
};

/// Looks at the machine, in well under a second. Changes nothing.
[[nodiscard]] QList<Check> examine(const Layout &layout);

} // namespace sandbox
