// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/value.h"

#include <QByteArray>

namespace k8s {

/// The value as minified JSON, as it is sent to the API server; numbers keep the way they are written where JSON allows
/// it. What does not exist is "null". Pure; any thread.
QByteArray toJson(SpecValue value);

/// A string as a JSON string, with its quotes.
QByteArray jsonString(std::string_view utf8);

} // namespace k8s
