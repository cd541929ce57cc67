// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kinds/kinddescriptor.h"

namespace models::cells {

/// Cells that every kind has.
Cell name(const k8s::JsonView &object);
Cell ns(const k8s::JsonView &object);
Cell age(const k8s::JsonView &object);

/// A cell whose text is a number, sorted as one.
Cell number(qint64 value);
Cell text(const QString &text, Tone tone = Tone::Neutral);
/// A cell for a time of the API, shown as age.
Cell time(std::string_view text);
/// "2/3", sorted by the share; a warning while some are missing.
Cell ratio(int have, int want);

} // namespace models::cells
