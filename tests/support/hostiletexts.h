// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace tests {

/// Text that means harm, and the diagnostic that it has to get.
struct HostileText
{
    const char *name;
    QByteArray yaml;
    const char *id; ///< empty: it must only not hurt
};

QList<HostileText> hostileTexts();
QByteArray aliasBomb();
QByteArray deepMap(int depth);

} // namespace tests
