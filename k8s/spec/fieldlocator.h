// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/document.h"

#include <QString>

namespace k8s {

/// A server's field path in its steps: "spec.pytorchReplicaSpecs[Master].template.spec.containers[0].name",
/// "metadata.annotations[a.b/c]", ".spec.replicas", "spec.containers[name=\"x\"].image" (managed fields). Pure.
QStringList fieldSteps(const QString &field);

/// Where a field of a server's answer stands in the text.
struct FieldPlace
{
    SpecValue value; ///< the deepest value of the path that the document has; may be the root
    bool exact = false; ///< the whole path was found
    bool atKey = false; ///< the key is what the path means (unknown field, missing below it)
    qsizetype offset = 0, length = 0; ///< bytes of the text: the value's if it is a scalar, else its key's
};

/// Never fails: what the document lacks is located at the nearest thing around it. Pure; any thread.
FieldPlace locateField(const SpecPart &part, const QString &field);
/// The place that stands for a value: the scalar itself, else its key, else its first member.
FieldPlace placeOf(SpecValue value);

} // namespace k8s
