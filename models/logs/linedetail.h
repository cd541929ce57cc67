// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace models {

/// One line opened up, for the strip below the log.
struct LineDetail
{
    QString text; ///< what stands before the JSON, then the JSON indented; without JSON the whole line; harmless
    bool isJson = false;
    qint64 hiddenBytes = 0; ///< of a line too long to show whole
};

/// Opens a line up: the first JSON object or array in it is set out in lines, its numbers and strings as they were
/// written. Any thread; about 10 ms per MB.
LineDetail lineDetail(QByteArrayView line);

} // namespace models
