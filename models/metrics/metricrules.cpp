// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/metricrules.h"

#include "models/metrics/ruleformat.h"

#include <QFile>

#include <array>
#include <yaml-cpp/yaml.h>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<const char *, MetricRole>, 7> roleNames {{
    {"loss", MetricRole::Loss},
    {"accuracy", MetricRole::Accuracy},
    {"learning_rate", MetricRole::LearningRate},
    {"throughput", MetricRole::Throughput},
    {"memory", MetricRole::Memory},
    {"health", MetricRole::Health},
    {"other", MetricRole::Other},
}};

bool isWordByte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Calls `visit` with every part of a key that may be a word of the rules: the key, its space-separated words, and
/// their letters.
template <class Visit>
bool anyWord(std::string_view key, Visit visit)
{
    if (visit(key))
        return true;
    for (size_t start = 0; start < key.size();) {
        const size_t space = std::min(key.find(' ', start), key.size());
        const std::string_view word = key.substr(start, space - start);
        if (visit(word))
            return true;
        for (size_t i = 0; i < word.size();) {
            size_t end = i;
            while (end < word.size() && isWordByte(word[end]))
                ++end;
            if (end > i && visit(word.substr(i, end - i)))
                return true;
            i = end + 1;
        }
        start = space + 1;
    }
    return false;
}

} // namespace

MetricRules::MetricRules() = default;
MetricRules::~MetricRules() = default;

/// Reads the file's sections into the tables.
class RulesReader
{
public:
    explicit RulesReader(MetricRules &rules)
        : m_rules(rules)
    {
    }

    void read(const YAML::Node &root)
    {
        using Kind = KeyMeaning::Kind;
        keys(root["step"], Kind::Step);
        keys(root["epoch"], Kind::Epoch);
        keys(root["batch"], Kind::Batch);
        keys(root["total_steps"], Kind::TotalSteps);
        keys(root["total_epochs"], Kind::TotalEpochs);
        keys(root["name_keys"], Kind::NameKey);
        keys(root["value_keys"], Kind::ValueKey);
        keys(root["ignore"], Kind::Ignored);
        roles(root["metrics"], m_rules.m_strongWords);
        roles(root["roles"], m_rules.m_roleWords);
        roles(root["not_role"], m_rules.m_notRole);
        words(root["noise"], m_rules.m_noise);
        words(root["rates"], m_rules.m_rates);
        for (const YAML::Node &format : root["formats"])
            addFormat(format);
    }

private:
    void keys(const YAML::Node &list, KeyMeaning::Kind kind)
    {
        quint8 priority = 0;
        for (const YAML::Node &key : list)
            m_rules.m_meanings.insert_or_assign(key.as<std::string>(), KeyMeaning {kind, priority++});
    }
    static void words(const YAML::Node &list, MetricRules::Map<bool> &into)
    {
        for (const YAML::Node &word : list)
            into.insert_or_assign(word.as<std::string>(), true);
    }
    static void roles(const YAML::Node &map, MetricRules::Map<MetricRole> &into)
    {
        if (!map)
            return;
        for (const auto &[name, role] : roleNames) {
            for (const YAML::Node &word : map[name])
                into.insert_or_assign(word.as<std::string>(), role);
        }
    }
    void addFormat(const YAML::Node &node)
    {
        auto format = std::make_unique<MetricRules::Format>();
        format->needs = node["needs"].as<std::string>("");
        format->names = node["names"].as<std::vector<std::string>>(std::vector<std::string> {});
        const auto pattern = node["pattern"].as<std::string>();
        int code = 0;
        PCRE2_SIZE offset = 0;
        format->code
            = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), 0, &code, &offset, nullptr);
        if (!format->code) {
            std::array<PCRE2_UCHAR, 256> text {};
            pcre2_get_error_message(code, text.data(), text.size());
            throw YAML::Exception(node["pattern"].Mark(), reinterpret_cast<const char *>(text.data()));
        }
        pcre2_jit_compile(format->code, PCRE2_JIT_COMPLETE);
        m_rules.m_formats.push_back(std::move(format));
    }

    MetricRules &m_rules;
};

k8s::Result<std::shared_ptr<const MetricRules>> MetricRules::fromYaml(const QByteArray &yaml)
{
    std::shared_ptr<MetricRules> rules(new MetricRules);
    try {
        RulesReader(*rules).read(YAML::Load(yaml.toStdString()));
    } catch (const YAML::Exception &problem) {
        return std::unexpected(k8s::Error {.kind = k8s::Error::Kind::Parse,
                                           .message = QString::fromStdString(problem.what()),
                                           .context = u"metrics.yaml"_s});
    }
    return rules;
}

std::shared_ptr<const MetricRules> MetricRules::builtIn()
{
    // Immutable and asked for by every job and every log: read once.
    static const std::shared_ptr<const MetricRules> builtIn = [] {
        QFile file(u":/rules/metrics.yaml"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the rules for metrics are not part of this program");
        auto rules = fromYaml(file.readAll());
        if (!rules)
            qFatal("%s", qPrintable(rules.error().message));
        return *rules;
    }();
    return builtIn;
}

KeyMeaning MetricRules::meaning(std::string_view key) const
{
    if (const auto found = m_meanings.find(key); found != m_meanings.end())
        return found->second;
    // The list tells whole keys; a metric is told by any word of its key.
    if (m_notRole.contains(key))
        return {};
    const bool strong = anyWord(key, [this](std::string_view word) { return m_strongWords.contains(word); });
    return {strong ? KeyMeaning::Kind::Metric : KeyMeaning::Kind::Unknown, 0};
}

MetricRole MetricRules::role(std::string_view key) const
{
    if (const auto whole = m_roleWords.find(key); whole != m_roleWords.end())
        return whole->second;
    MetricRole role = MetricRole::Other;
    anyWord(key, [&](std::string_view word) {
        for (const auto *words : {&m_strongWords, &m_roleWords}) {
            if (const auto found = words->find(word); found != words->end()) {
                role = found->second;
                return true;
            }
        }
        return false;
    });
    if (role == MetricRole::Other && isRate(key.substr(key.rfind(' ') + 1)))
        role = MetricRole::Throughput;
    return role;
}

bool MetricRules::isNoise(std::string_view word) const { return m_noise.contains(word); }

bool MetricRules::isRate(std::string_view unit) const
{
    const size_t slash = unit.find('/');
    if (slash == std::string_view::npos) { // samples_per_s, tokens_per_second
        const size_t per = unit.find("_per_s");
        return per != std::string_view::npos && m_rates.contains(unit.substr(0, per));
    }
    const std::string_view per = unit.substr(slash + 1);
    const bool seconds
        = per == "s" || per == "sec" || per == "second" || per.starts_with("s/") || per.starts_with("sec/");
    return seconds && m_rates.contains(unit.substr(0, slash));
}

} // namespace models
