// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <QByteArray>
#include <QList>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace models {

/// One series of an answer of Prometheus' HTTP API.
struct PromSeries
{
    struct Point
    {
        qint64 milliseconds = 0; ///< since 1970
        double value = 0; ///< may be NaN or infinite

        bool operator==(const Point &) const = default;
    };
    std::vector<std::pair<std::string, std::string>> labels; ///< __name__ is one of them
    QList<Point> points; ///< one of a vector, several of a matrix

    /// "" if it has none.
    std::string_view label(std::string_view name) const;
};

/// Reads an answer of /api/v1/query or /api/v1/query_range: vector, matrix or scalar (a series without labels). An
/// error that Prometheus tells is Error::Kind::Invalid in its own words; what is not its answer is Protocol; points
/// that are no numbers are left out. Source: prometheus.io/docs/prometheus/latest/querying/api. Pure; any thread.
k8s::Result<QList<PromSeries>> parsePromAnswer(const QByteArray &json);

} // namespace models
