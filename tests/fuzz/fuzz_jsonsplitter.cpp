// SPDX-License-Identifier: GPL-3.0-or-later
// sources: k8s/watch/jsonsplitter.cpp
#include "k8s/watch/jsonsplitter.h"
#include "tests/fuzz/cutting.h"

#include <cstdint>
#include <cstdlib>

/// However a body is cut, the same objects come out of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view body(reinterpret_cast<const char *>(data) + 1, size - 1);
    const auto shape = (data[0] & 1) ? k8s::BodyShape::List : k8s::BodyShape::Stream;
    const auto whole = split<k8s::JsonSplitter>(body, body.size(), shape);
    for (const size_t step : {size_t(1), size_t(1 + data[0] / 2)}) {
        const auto cut = split<k8s::JsonSplitter>(body, step, shape);
        if (whole.second != cut.second || (whole.second && whole.first != cut.first))
            std::abort();
    }
    return 0;
}
