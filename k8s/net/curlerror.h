// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"

#include <curl/curl.h>

namespace k8s {

/// Makes an Error of a transfer that curl gave up. `detail` is curl's error buffer. Pure; any thread.
Error errorFromCurl(CURLcode code, const QString &detail, const QString &context);

} // namespace k8s
