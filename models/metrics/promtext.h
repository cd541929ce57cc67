// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace models {

struct PromLabel
{
    std::string_view name;
    std::string_view value; ///< without its escapes
};

/// One line of an exposition: a metric, its labels, its value. The views are valid while it is being visited.
struct PromSample
{
    std::string_view name;
    std::span<const PromLabel> labels;
    double value = 0; ///< may be NaN or infinite
    std::optional<qint64> milliseconds; ///< since 1970, where the exporter says when it measured

    /// Value of a label; "" if it has none: Prometheus makes no difference either.
    std::string_view label(std::string_view name) const;
};

/// How a text was read.
struct PromTextResult
{
    qsizetype samples = 0;
    qsizetype badLines = 0; ///< skipped: they are no samples
};

/// Reads the text that exporters serve: Prometheus' text format 0.0.4, its quoted names of version 1.0.0, and what
/// OpenMetrics adds (exemplars, "# EOF", timestamps in seconds). A line that is none of these is counted and skipped;
/// time and memory are linear in the text, whatever it holds. Source of the grammar: prometheus/docs,
/// exposition_formats.md; prometheus/OpenMetrics 1.0. Keeps its memory between texts; one thread at a time.
class PromTextParser
{
public:
    using Visit = std::function<void(const PromSample &)>;

    PromTextResult parse(std::string_view text, const Visit &visit);

private:
    bool parseLine(std::string_view line, PromSample &sample);
    bool parseLabels(std::string_view &rest, PromSample &sample);
    std::optional<std::string_view> quoted(std::string_view &rest);

    std::vector<PromLabel> m_labels;
    std::deque<std::string> m_unescaped; ///< the values that had escapes; a deque keeps them in their places
    size_t m_unescapedUsed = 0;
};

/// A number as Prometheus writes it: decimal or exponent, NaN, +Inf, -Inf. Empty if it is none, or is larger than a
/// double.
std::optional<double> promNumber(std::string_view text);

} // namespace models
