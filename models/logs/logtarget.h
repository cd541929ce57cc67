// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logdocument.h"

#include <expected>

class QTimeZone;

namespace models {

/// The line that "go to" means, as people write it: a line number ("1200", "1,200"), a time of day ("14:02:11", on the
/// day of the line at `index`), a date and time ("2026-11-24T14:02:11Z"), a time since the first line ("+90s", "+1h5m",
/// "+00:02:30"), or the end ("end"). Otherwise a sentence that says what can be written.
std::expected<qint64, QString> findTarget(const LogDocument &document, const QString &text, qint64 index,
                                          const QTimeZone &zone);

} // namespace models
