// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/rulebook.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <yaml-cpp/yaml.h>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 1 << 20;
constexpr qsizetype mostRules = 200; // every line of every log is tried with each

struct RuleBookText
{
    Q_DECLARE_TR_FUNCTIONS(RuleBook)
};

QString textAt(const YAML::Node &node, const char *key)
{
    return QString::fromStdString(node[key].as<std::string>(std::string()));
}

OwnRule ruleOf(const YAML::Node &node)
{
    if (!node.IsMap())
        throw YAML::Exception(node.Mark(),
                              RuleBookText::tr("a rule has a name and a text or an expression").toStdString());
    OwnRule rule {.name = textAt(node, "name").trimmed(),
                  .expression = node["expression"].IsDefined(),
                  .pattern = {},
                  .valueGroup = textAt(node, "value"),
                  .stepGroup = textAt(node, "step"),
                  .epochGroup = textAt(node, "epoch"),
                  .example = textAt(node, "example"),
                  .on = node["on"].as<bool>(true)};
    rule.pattern = textAt(node, rule.expression ? "expression" : "text");
    if (rule.name.isEmpty() || rule.pattern.isEmpty())
        throw YAML::Exception(node.Mark(),
                              RuleBookText::tr("a rule has a name and a text or an expression").toStdString());
    return rule;
}

void write(YAML::Emitter &out, const char *key, const QString &text)
{
    if (!text.isEmpty())
        out << YAML::Key << key << YAML::Value << YAML::DoubleQuoted << text.toStdString();
}

std::expected<QByteArray, Problem> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem {RuleBookText::tr("%1 cannot be read: %2.").arg(path, file.errorString()), {}});
    if (file.size() > mostBytes)
        return std::unexpected(Problem {RuleBookText::tr("%1 is larger than 1 MiB.").arg(path), {}});
    return file.readAll();
}

std::expected<void, Problem> writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return std::unexpected(Problem {RuleBookText::tr("%1 cannot be written: %2.").arg(path, file.errorString()), {}});
}

/// Under the first free name: rename() takes no name that is taken, and an older broken file is not ours either.
std::expected<void, Problem> setAside(const QString &path)
{
    QString name = path + u".broken"_s;
    for (int number = 2; QFile::exists(name); ++number)
        name = path + u".broken-%1"_s.arg(number);
    QFile file(path);
    if (file.rename(name))
        return {};
    return std::unexpected(Problem {RuleBookText::tr("%1 cannot be written: %2.").arg(name, file.errorString()), {}});
}

/// The rule in the place of one of those names, else at the end.
void put(QList<OwnRule> &rules, const QString &replaced, const OwnRule &rule)
{
    auto place = std::ranges::find(rules, replaced, &OwnRule::name);
    if (place == rules.end())
        place = std::ranges::find(rules, rule.name, &OwnRule::name);
    if (place == rules.end())
        rules.append(rule);
    else
        *place = rule;
}

QString joined(const YAML::Node &list)
{
    QStringList words;
    for (const YAML::Node &word : list)
        words.append(QString::fromStdString(word.as<std::string>()));
    return words.join(u", "_s);
}

} // namespace

RuleBook::RuleBook(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file.isEmpty() ? standardFile() : file)
{
    if (!QFile::exists(m_file))
        return;
    const auto rules = read(m_file).and_then([this](const QByteArray &yaml) { return fromYaml(yaml, m_file); });
    if (rules)
        m_rules = *rules;
    else
        m_problem = rules.error();
}

QString RuleBook::standardFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/pilothouse/metrics.yaml"_s;
}

std::expected<QList<OwnRule>, Problem> RuleBook::fromYaml(const QByteArray &yaml, const QString &name)
{
    QList<OwnRule> rules;
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        const YAML::Node list = root.IsMap() ? root["rules"] : root;
        if (!list.IsSequence())
            throw YAML::Exception(root.Mark(), RuleBookText::tr("the list “rules” is missing").toStdString());
        for (const YAML::Node &node : list) {
            if (rules.size() == mostRules)
                throw YAML::Exception(node.Mark(),
                                      RuleBookText::tr("there are more than %1 rules").arg(mostRules).toStdString());
            put(rules, {}, ruleOf(node));
        }
    } catch (const YAML::Exception &problem) {
        return std::unexpected(
            Problem {RuleBookText::tr("%1 holds no rules: %2.").arg(name, QString::fromStdString(problem.what())),
                     RuleBookText::tr("Mend the file, or save a rule here to begin a new one.")});
    }
    return rules;
}

QByteArray RuleBook::toYaml(const QList<OwnRule> &rules)
{
    YAML::Emitter out;
    out << YAML::Comment("Rules by which Pilothouse reads metrics from log lines. In a text, {value}, {step} and "
                         "{epoch} stand for numbers;\nan expression (PCRE2) has groups of these names, or says which "
                         "of its groups is what.")
        << YAML::BeginMap << YAML::Key << "rules" << YAML::Value << YAML::BeginSeq;
    for (const OwnRule &rule : rules) {
        out << YAML::BeginMap;
        write(out, "name", rule.name);
        write(out, rule.expression ? "expression" : "text", rule.pattern);
        write(out, "value", rule.valueGroup);
        write(out, "step", rule.stepGroup);
        write(out, "epoch", rule.epochGroup);
        write(out, "example", rule.example);
        if (!rule.on)
            out << YAML::Key << "on" << YAML::Value << false;
        out << YAML::EndMap;
    }
    out << YAML::EndSeq << YAML::EndMap;
    return QByteArray(out.c_str(), qsizetype(out.size())) + '\n';
}

std::expected<void, Problem> RuleBook::keep(const QList<OwnRule> &rules)
{
    if (rules.size() > mostRules)
        return std::unexpected(Problem {RuleBookText::tr("There is room for %1 rules.").arg(mostRules), {}});
    if (!m_problem.isEmpty() && QFile::exists(m_file)) { // not ours to throw away
        if (const auto kept = setAside(m_file); !kept)
            return kept;
    }
    const auto written = writeFile(m_file, toYaml(rules));
    if (!written)
        return written;
    m_problem = {};
    m_rules = rules;
    emit changed();
    return {};
}

std::expected<void, Problem> RuleBook::save(const QString &replaced, const OwnRule &rule)
{
    const auto matcher = RuleMatcher::compile(rule);
    if (!matcher)
        return std::unexpected(Problem {matcher.error().sentence, {}});
    const bool taken
        = replaced != matcher->rule().name && std::ranges::contains(m_rules, matcher->rule().name, &OwnRule::name);
    if (taken)
        return std::unexpected(Problem {RuleBookText::tr("There is a rule “%1” already.").arg(matcher->rule().name),
                                        RuleBookText::tr("Give this one another name.")});
    QList<OwnRule> rules = m_rules;
    put(rules, replaced, matcher->rule());
    return keep(rules);
}

std::expected<void, Problem> RuleBook::remove(const QString &name)
{
    QList<OwnRule> rules = m_rules;
    rules.removeIf([&](const OwnRule &rule) { return rule.name == name; });
    return keep(rules);
}

std::expected<qsizetype, Problem> RuleBook::import(const QString &file)
{
    const auto more = read(file).and_then([&](const QByteArray &yaml) { return fromYaml(yaml, file); });
    if (!more)
        return std::unexpected(more.error());
    QList<OwnRule> rules = m_rules;
    for (const OwnRule &rule : *more)
        put(rules, rule.name, rule);
    return keep(rules).transform([&] { return more->size(); });
}

std::expected<void, Problem> RuleBook::exportTo(const QString &file) const { return writeFile(file, toYaml(m_rules)); }

QList<BuiltInRule> builtInRules()
{
    QFile file(u":/rules/metrics.yaml"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const YAML::Node root = YAML::Load(file.readAll().toStdString());
    QList<BuiltInRule> rules {{RuleBookText::tr("Step"), joined(root["step"])},
                              {RuleBookText::tr("Epoch"), joined(root["epoch"])},
                              {RuleBookText::tr("Loss"), joined(root["metrics"]["loss"])},
                              {RuleBookText::tr("Accuracy"), joined(root["metrics"]["accuracy"])},
                              {RuleBookText::tr("Throughput"), joined(root["metrics"]["throughput"])},
                              {RuleBookText::tr("Learning rate"), joined(root["roles"]["learning_rate"])},
                              {RuleBookText::tr("Memory"), joined(root["roles"]["memory"])},
                              {RuleBookText::tr("Health"), joined(root["roles"]["health"])},
                              {RuleBookText::tr("Rates per second"), joined(root["rates"])}};
    for (const YAML::Node &format : root["formats"])
        rules.append(
            {RuleBookText::tr("Lines with “%1”").arg(QString::fromStdString(format["needs"].as<std::string>(""))),
             QString::fromStdString(format["pattern"].as<std::string>())});
    rules.append({RuleBookText::tr("Never a metric"), joined(root["ignore"])});
    return rules;
}

} // namespace models
