// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch
#include "k8s/watch/jsonsplitter.h"

#include <cstdint>
#include <cstdlib>

namespace {
/// What a splitter makes of a body that arrives in pieces of `step` bytes: the objects, and whether it ended well.
std::pair<std::vector<std::string>, bool> split(std::string_view body, size_t step, k8s::BodyShape shape)
{
    k8s::JsonSplitter splitter(shape, 4096);
    std::vector<std::string> objects;
    for (size_t at = 0; at < body.size(); at += step) {
        if (!splitter.feed(body.substr(at, step), [&](std::string_view object) { objects.emplace_back(object); }))
            return {objects, false};
    }
    return {objects, splitter.finish().has_value()};
}
} // namespace

/// However a body is cut, the same objects come out of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view body(reinterpret_cast<const char *>(data) + 1, size - 1);
    const auto shape = (data[0] & 1) ? k8s::BodyShape::List : k8s::BodyShape::Stream;
    const auto whole = split(body, body.size(), shape);
    for (const size_t step : {size_t(1), size_t(1 + data[0] / 2)}) {
        const auto cut = split(body, step, shape);
        if (whole.second != cut.second || (whole.second && whole.first != cut.first))
            std::abort();
    }
    return 0;
}
