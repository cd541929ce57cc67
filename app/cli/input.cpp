// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

QString shownName(const QString &name) { return name == "-"_L1 ? u"<stdin>"_s : name; }

std::expected<QByteArray, QString> readInput(const QString &name, qint64 limit)
{
    QFile file(name);
    const bool open = name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return std::unexpected(file.errorString());
    return file.read(limit);
}

} // namespace app
