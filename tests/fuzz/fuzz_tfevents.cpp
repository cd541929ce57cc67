// SPDX-License-Identifier: GPL-3.0-or-later
// sources: models/metrics/tfevents.cpp
#include "models/metrics/tfevents.h"

#include <cstdint>

/// Any bytes may be an event file, and any bytes a message inside: never a read outside, and what arrives in pieces is
/// what arrives at once.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    qint64 direct = 0;
    models::readEvent(bytes, [&direct](const models::EventScalar &scalar) { direct += qint64(scalar.tag.size()) + 1; });
    qint64 whole = 0, pieces = 0;
    models::EventFileReader one, many;
    one.append(bytes, [&whole](const models::EventScalar &scalar) { whole += qint64(scalar.tag.size()) + 1; });
    for (size_t at = 0; at < size; at += 5)
        many.append(bytes.substr(at, 5),
                    [&pieces](const models::EventScalar &scalar) { pieces += qint64(scalar.tag.size()) + 1; });
    if (whole != pieces || one.isDamaged() != many.isDamaged())
        __builtin_trap();
    return 0;
}
