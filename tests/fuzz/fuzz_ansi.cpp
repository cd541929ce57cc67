// SPDX-License-Identifier: GPL-3.0-or-later
// sources: models/logs/ansi.cpp
#include "models/logs/ansi.h"

#include <cstdint>
#include <cstdlib>

/// Whatever a log line holds, its runs lie inside the text and the text holds no control character.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const models::DisplayText shown = models::displayText(QByteArrayView(data, qsizetype(size)));
    for (const auto &run : shown.runs) {
        if (run.start < 0 || run.length < 0 || run.start + run.length > shown.text.size())
            std::abort();
    }
    for (const QChar c : shown.text) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            std::abort();
    }
    return 0;
}
