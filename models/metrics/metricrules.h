// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"
#include "models/metrics/jobmetrics.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace models {

/// What a key of a log line means.
struct KeyMeaning
{
    enum class Kind : quint8 { Unknown, Metric, Step, Epoch, Batch, TotalSteps, TotalEpochs, NameKey, ValueKey, Ignored } kind = Kind::Unknown;
    quint8 priority = 0; ///< among keys for the same thing: lower wins
};

/// The rules by which metrics are read from log lines: data, resources/rules/metrics.yaml. Immutable, any thread.
class MetricRules
{
public:
    /// Reads the YAML text; the error names line and column.
    static k8s::Result<std::shared_ptr<const MetricRules>> fromYaml(const QByteArray &yaml);
    /// The rules that come with the program.
    static std::shared_ptr<const MetricRules> builtIn();

    ~MetricRules();

    /// `key` in lower case, words separated by one space.
    KeyMeaning meaning(std::string_view key) const;
    MetricRole role(std::string_view key) const;
    bool isNoise(std::string_view word) const;
    /// "samples/sec", "it/s": a rate of something that is counted.
    bool isRate(std::string_view unit) const;

    /// One expression for lines that need one.
    struct Format;
    const std::vector<std::unique_ptr<Format>> &formats() const { return m_formats; }

private:
    MetricRules();
    struct Hash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };
    template <class T>
    using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

    Map<KeyMeaning> m_meanings;
    Map<MetricRole> m_strongWords, m_roleWords, m_notRole;
    Map<bool> m_noise, m_rates;
    std::vector<std::unique_ptr<Format>> m_formats;

    friend class RulesReader;
};

} // namespace models
