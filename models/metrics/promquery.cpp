// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/promquery.h"

#include "k8s/core/jsonview.h"
#include "k8s/core/plaintext.h"
#include "models/metrics/promtext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace models {

namespace {

k8s::Error protocolError(const QString &message)
{
    return {.kind = k8s::Error::Kind::Protocol, .message = message, .context = u"Prometheus"_s};
}

void addPoint(PromSeries &series, const k8s::JsonView &pair)
{
    const double seconds = pair.at(qsizetype(0)).number(std::nan(""));
    const auto value = promNumber(pair.at(qsizetype(1)).text());
    constexpr double farAway = 1e13;
    if (value && std::abs(seconds) < farAway) // false for NaN
        series.points.append({qint64(std::round(seconds * 1000)), *value});
}

PromSeries seriesOf(const k8s::JsonView &entry)
{
    PromSeries series;
    entry["metric"].forEachMember([&series](std::string_view name, const k8s::JsonView &value) {
        series.labels.emplace_back(name, value.text());
    });
    if (const auto pair = entry["value"]; pair.exists())
        addPoint(series, pair);
    entry["values"].forEach([&series](const k8s::JsonView &pair) { addPoint(series, pair); });
    return series;
}

} // namespace

std::string_view PromSeries::label(std::string_view wanted) const
{
    for (const auto &[name, value] : labels) {
        if (name == wanted)
            return value;
    }
    return {};
}

k8s::Result<QList<PromSeries>> parsePromAnswer(const QByteArray &json)
{
    k8s::JsonDocument document;
    const auto root = document.parse({json.constData(), size_t(json.size())});
    const std::string_view status = root["status"].text();
    if (status == "error")
        return std::unexpected(k8s::Error {.kind = k8s::Error::Kind::Invalid,
                                           .message = k8s::plainText(root["error"].string(), 400),
                                           .context = u"Prometheus"_s,
                                           .reason = root["errorType"].string()});
    const auto result = root.at("data", "result");
    const std::string_view type = root.at("data", "resultType").text();
    if (status != "success" || !result.isArray())
        return std::unexpected(protocolError(u"the answer is not one of Prometheus"_s));
    QList<PromSeries> all;
    if (type == "vector" || type == "matrix") {
        result.forEach([&all](const k8s::JsonView &entry) { all.append(seriesOf(entry)); });
    } else if (type == "scalar") {
        PromSeries series;
        addPoint(series, result);
        all.append(series);
    } else {
        return std::unexpected(protocolError(u"an answer of another type than vector, matrix and scalar"_s));
    }
    return all;
}

} // namespace models
