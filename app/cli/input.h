// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace app {

/// What a command calls a file that a user named: "-" is the standard input.
QString shownName(const QString &name);
/// At most `limit` bytes of a file, or of the standard input where the name is "-". The error is the system's reason.
/// Blocks.
std::expected<QByteArray, QString> readInput(const QString &name, qint64 limit);

} // namespace app
