// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch
#include "k8s/watch/protosplitter.h"

#include <cstdint>
#include <cstdlib>

namespace {
std::pair<std::vector<std::string>, bool> split(std::string_view body, size_t step, k8s::BodyShape shape)
{
    k8s::ProtoSplitter splitter(shape, 4096);
    std::vector<std::string> objects;
    for (size_t at = 0; at < body.size(); at += step) {
        if (!splitter.feed(body.substr(at, step), [&](std::string_view object) { objects.emplace_back(object); }))
            return {objects, false};
    }
    return {objects, splitter.finish().has_value()};
}
} // namespace

/// However a protobuf body is cut, the same messages come out of it; damaged envelopes are errors.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view body(reinterpret_cast<const char *>(data) + 1, size - 1);
    const auto shape = (data[0] & 1) ? k8s::BodyShape::List : k8s::BodyShape::Stream;
    (void)k8s::openProtoEnvelope(body);
    const auto whole = split(body, body.size(), shape);
    const auto cut = split(body, size_t(1 + data[0] / 2), shape);
    if (whole.second != cut.second || (whole.second && whole.first != cut.first))
        std::abort();
    return 0;
}
