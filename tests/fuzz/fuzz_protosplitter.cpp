// SPDX-License-Identifier: GPL-3.0-or-later
// sources: k8s/watch/protosplitter.cpp
#include "k8s/watch/protosplitter.h"
#include "tests/fuzz/cutting.h"

#include <cstdint>
#include <cstdlib>

/// However a protobuf body is cut, the same messages come out of it; damaged envelopes are errors.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view body(reinterpret_cast<const char *>(data) + 1, size - 1);
    const auto shape = (data[0] & 1) ? k8s::BodyShape::List : k8s::BodyShape::Stream;
    (void)k8s::openProtoEnvelope(body);
    const auto whole = split<k8s::ProtoSplitter>(body, body.size(), shape);
    const auto cut = split<k8s::ProtoSplitter>(body, size_t(1 + data[0] / 2), shape);
    if (whole.second != cut.second || (whole.second && whole.first != cut.first))
        std::abort();
    return 0;
}
