// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QTextStream;

namespace app {

/// `pilothouse validate [--format text|json|sarif] [--quiet] FILE|FOLDER|-…`: checks specs without a cluster, with the
/// bundled schemas and the operators' rules. Prints `file:line:col: severity: text [rule-id]`, a JSON list or a SARIF
/// 2.1.0 log to `out`, usage
/// errors to `err`. Returns 0: nothing wrong (warnings allowed), 1: errors found, 2: cannot read a file or wrong usage.
/// `arguments` without program name and "validate". Needs a QCoreApplication; blocks.
int runValidate(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// The same for a text that is in hand: errors and warnings, one a line, to `err`. False if one is an error.
bool isGoodSpec(const QString &name, const QByteArray &text, QTextStream &err);

} // namespace app
