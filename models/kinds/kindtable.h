// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace models {
struct KindDescriptor;

/// Every kind that has a file of its own in models/kinds.
std::span<const KindDescriptor *const> allKinds();
/// The descriptor of a kind in any of its versions; null if the kind has no file.
const KindDescriptor *findKind(const QString &group, const QString &kind);
/// The kinds that are jobs (KindDescriptor::job).
QList<const KindDescriptor *> jobKinds();
} // namespace models
