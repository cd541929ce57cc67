// SPDX-License-Identifier: GPL-3.0-or-later
// sources: models/metrics/promtext.cpp models/metrics/promquery.cpp k8s/core/jsonview.cpp k8s/core/plaintext.cpp
#include "models/metrics/promquery.h"
#include "models/metrics/promtext.h"

#include <cstdint>
#include <cstdlib>

/// Whatever an exporter serves: every sample has a name, named labels and a place in a line of its own; whatever
/// Prometheus answers is a list or an error.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    models::PromTextParser parser;
    qsizetype visited = 0;
    const auto result = parser.parse(text, [&visited](const models::PromSample &sample) {
        ++visited;
        if (sample.name.empty())
            std::abort();
        for (const auto &label : sample.labels) {
            if (label.name.empty())
                std::abort();
        }
    });
    const auto lines = qsizetype(std::ranges::count(text, '\n')) + 1;
    if (visited != result.samples || result.samples + result.badLines > lines)
        std::abort();
    (void)models::parsePromAnswer(QByteArray(text.data(), qsizetype(text.size())));
    return 0;
}
