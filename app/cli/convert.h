// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QTextStream;

namespace app {

/// `pilothouse convert FILE|- [--to KIND] [--trainer-version V] [-o FILE]`: writes the jobs of a file as another kind,
/// without a cluster. The result goes to `out` or to a file, what became of each field as `file:line:col:
/// kept|changed|lost: text` to `err`. Returns 0: nothing lost, 1: something lost, 2: cannot convert, read or write.
/// `arguments` without program name and "convert". Needs a QCoreApplication; blocks.
int runConvert(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace app
