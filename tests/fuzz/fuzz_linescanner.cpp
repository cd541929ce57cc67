// SPDX-License-Identifier: GPL-3.0-or-later
// sources: models/metrics/linescanner.cpp models/metrics/lineinterpreter.cpp models/metrics/lineshape.cpp
// sources: models/metrics/checkpointline.cpp models/metrics/linetemplate.cpp models/metrics/linetokens.cpp
// sources: models/metrics/metricrules.cpp
#include "models/metrics/linescanner.h"

#include <cstdint>

/// Any text may be scanned for metrics; every value found has a name.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const auto rules = models::MetricRules::builtIn();
    auto names = std::make_shared<models::MetricNames>();
    models::LineScanner scanner(rules, names);
    std::string_view text(reinterpret_cast<const char *>(data), size);
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        scanner.scan(text.substr(0, end), [&](std::span<const models::FoundValue> values) {
            for (const auto &value : values) {
                if (names->name(value.metric).empty())
                    __builtin_trap();
            }
        });
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return 0;
}
