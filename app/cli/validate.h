// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QTextStream;

namespace app {

/// `pilothouse validate [--format text|json] [--quiet] FILE|-…`: checks specs without a cluster, with the bundled
/// schemas and the operators' rules. Prints `file:line:col: severity: text [rule-id]` or a JSON list to `out`, usage
/// errors to `err`. Returns 0: nothing wrong (warnings allowed), 1: errors found, 2: cannot read a file or wrong usage.
/// `arguments` without program name and "validate". Needs a QCoreApplication; blocks.
int runValidate(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace app
