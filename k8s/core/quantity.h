// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace k8s {

/// The number that a Kubernetes quantity means: "250m" = 0.25, "1Gi" = 1073741824, "1e3" = 1000. Empty if it is not
/// one. Exact up to 2^53. Grammar: apimachinery pkg/api/resource/quantity.go. Pure; any thread.
std::optional<double> parseQuantity(QStringView text);

enum class QuantityFormat
{
    Binary, ///< Ki, Mi, Gi: memory, storage
    Decimal, ///< m, k, M: CPU, counts
};

/// The shortest text that parses to the same number (to three decimals of the unit where there is none): 104857600 =
/// "100Mi".
QString quantityText(double value, QuantityFormat format);

} // namespace k8s
