// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace k8s {

/// Text of a stranger made fit to be read: invalid UTF-8 becomes U+FFFD, control characters other than line feed and
/// tab go, characters that change the direction of reading or show nothing become visible as <U+202E>; what is beyond
/// `limit` characters is replaced by an ellipsis. Still plain text only: markup stays as it is. Pure; any thread.
QString plainText(QByteArrayView utf8, qsizetype limit = 8192);
QString plainText(QStringView text, qsizetype limit = 8192);

/// The readable part of an HTML page, on one line: what a proxy or load balancer says instead of the API server.
QString textOfHtml(QByteArrayView html, qsizetype limit = 200);

} // namespace k8s
