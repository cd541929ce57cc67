// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace k8s {

/// Of ASCII only, whatever the locale.
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

// The syntax of names: apimachinery pkg/util/validation. Pure.

bool isDns1123Label(std::string_view name); ///< lower-case letters, digits, dashes; at most 63
bool isDns1123Subdomain(std::string_view name); ///< labels with dots; at most 253
bool isDns1035Label(std::string_view name); ///< a label that starts with a letter
bool isQualifiedName(std::string_view name); ///< key of a label: [domain/]name
bool isLabelValue(std::string_view value);
bool isEnvironmentName(std::string_view name);
bool isPortName(std::string_view name); ///< IANA service name: at most 15, with a letter
bool isDataKey(std::string_view key); ///< key of a ConfigMap or Secret

/// The nearest name that is a DNS-1035 label: "My_Job" becomes "my-job". May be empty.
std::string toDnsLabel(std::string_view name);

} // namespace k8s
