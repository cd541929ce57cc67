// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace k8s {

// What is wrong with PEM text, in words; empty if nothing is. Pure; any thread.
QString problemOfCertificate(const QByteArray &pem);
QString problemOfKey(const QByteArray &pem);
/// The key must belong to the (first) certificate. Only for parts that are right by themselves.
QString problemOfPair(const QByteArray &certificatePem, const QByteArray &keyPem);

/// When the first certificate is no longer valid; invalid if it cannot be read.
QDateTime expiryOfCertificate(const QByteArray &pem);

} // namespace k8s
