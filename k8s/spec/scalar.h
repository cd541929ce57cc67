// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/value.h"

namespace k8s {

/// Gives a plain scalar its type as kubectl's YAML reader does (YAML 1.1 as in sigs.k8s.io/yaml), but for yes, no, on,
/// off, y and n, which stay strings here. Sets kind, integer and number; text stays as written.
void resolvePlainScalar(SpecNode &node);

/// A plain word that YAML 1.1 takes for true or false: yes, no, on, off, y, n in the usual spellings.
bool isOldBoolean(std::string_view text);
bool oldBooleanValue(std::string_view text);

/// A plain number with a leading zero, which YAML 1.1 takes for octal: "017".
bool isOldOctal(std::string_view text);

/// Where the quoted text that begins at the offset has its closing quote; -1 if it has none.
qsizetype closingQuote(QByteArrayView utf8, qsizetype offset);

} // namespace k8s
