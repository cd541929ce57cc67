// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"

namespace models {

/// Why figures are missing, as a value: what a view says in their place.
struct DataGap
{
    enum class Kind
    {
        None, ///< there are figures
        Loading, ///< nothing was answered yet
        NothingExports, ///< no exporter and no Prometheus that knows devices
        NotAttributed, ///< devices are measured, but none is said to belong to these pods
        NoRight, ///< 403
        TooSoon, ///< the exporter's interval has not passed
        Unreachable, ///< it is there, and does not answer
        AsksForNone, ///< the pods ask for no GPU
        NotRunning, ///< no pod runs that could be measured
    };
    Kind kind = Kind::Loading;
    Problem problem {}; ///< sentence and remedy; empty for None and Loading

    bool operator==(const DataGap &) const = default;

    static DataGap nothingExports();
    static DataGap notAttributed(int devices);
    /// `right` is what is missing, e.g. "get pods/proxy".
    static DataGap noRight(const QString &right, const k8s::Error &error);
    static DataGap tooSoon();
    static DataGap unreachable(const QString &what, const k8s::Error &error);
    static DataGap asksForNone();
    static DataGap notRunning();
};

} // namespace models
