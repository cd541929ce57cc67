// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"

#include <curl/curl.h>

namespace k8s {

/// Makes an Error of a transfer that curl gave up. `detail` is curl's error buffer, `osError` what CURLINFO_OS_ERRNO
/// says. Where it is known the reason is a word: UnknownHost, Refused, NetworkDown, ConnectionLost, Truncated,
/// OutcomeUnknown (a write may have been carried out); UnknownAuthority, CertificateExpired, CertificateNotYetValid,
/// WrongName, NotTls (the server's certificate); ClientCertificateRequired, -Expired, -Refused (ours). Pure; any
/// thread.
Error errorFromCurl(CURLcode code, const QString &detail, const QString &context, long osError = 0);

} // namespace k8s
