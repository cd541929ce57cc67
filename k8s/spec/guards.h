// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/diagnostic.h"
#include "k8s/spec/document.h"

namespace k8s {

/// What can be refused without parsing: size, encoding, control characters. The text must not go to the parser if
/// there is an answer.
std::optional<Diagnostic> refuseBytes(QByteArrayView utf8, const SpecLimits &limits);

/// The brackets of flow collections are counted before the parser sees them: its scanner keeps all open ones in memory.
std::optional<Diagnostic> refuseNesting(QByteArrayView utf8, const SpecLimits &limits);

/// The documents of a text: byte offset and length, cut at lines that start with "---" or are "...".
struct TextSlice
{
    qsizetype offset = 0, length = 0;
    bool operator==(const TextSlice &) const = default;
};
std::vector<TextSlice> splitDocuments(QByteArrayView utf8);

} // namespace k8s
