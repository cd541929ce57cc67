// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace models {

/// The text with two columns a level, without blanks at line ends, with one line end at its end. Comments, order,
/// quotes and scripts in block scalars stay as they are. The result is parsed and must mean the same; a sentence says
/// why nothing was changed. Pure; any thread; as slow as two parses.
std::expected<QString, QString> reindented(const QString &yaml);

} // namespace models
