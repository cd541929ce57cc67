// SPDX-License-Identifier: GPL-3.0-or-later
// sources: k8s/watch/loglines.cpp
#include "k8s/watch/loglines.h"

#include <cstdint>
#include <cstdlib>

/// A log that is cut anywhere comes out byte for byte, but for the line feed that ends an unfinished last line.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view log(reinterpret_cast<const char *>(data) + 1, size - 1);
    const size_t step = 1 + data[0] / 4;
    k8s::LogLines lines;
    std::string out;
    const auto deliver = [&](std::string_view text) { out += text; };
    for (size_t at = 0; at < log.size(); at += step)
        lines.feed(log.substr(at, step), deliver);
    lines.end(deliver);
    std::string wanted(log);
    if (!wanted.ends_with('\n'))
        wanted += '\n';
    if (out != wanted)
        std::abort();
    return 0;
}
