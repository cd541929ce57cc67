// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace app {

/// Translates the program and Qt's own dialogs into a language ("de"), or into the system's if none is named.
void installLanguage(QCoreApplication &application, const QString &language);

} // namespace app
