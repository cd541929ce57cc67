// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"

#include <QByteArray>

namespace k8s {

class JsonView;

/// Makes an Error of an answer that is not 2xx. The body is a metav1.Status as a rule; a page of HTML or plain text of
/// a proxy is told in its own words. Field paths that stand in the message only (strict decoding, webhooks) are found
/// and become causes. Sources: apimachinery pkg/api/errors, pkg/util/validation/field. Pure; any thread.
Error errorFromStatus(int httpStatus, const QByteArray &body, const QString &context);

/// The same for a Status that came inside another answer, e.g. as the object of a watch's ERROR event.
Error errorFromStatusObject(const JsonView &status, const QString &context);

/// The causes that the text of a refusal names: "strict decoding error: unknown field ...", "cannot unmarshal number
/// into Go struct field ...", "spec.x[0].y: Invalid value: ...: why".
QList<FieldCause> causesInMessage(const QString &message);

} // namespace k8s
