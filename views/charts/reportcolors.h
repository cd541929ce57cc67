// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace views {

/// The program's colours as CSS custom properties, light and, where the reader prefers it, dark.
QString reportColors();

} // namespace views
