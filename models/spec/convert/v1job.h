// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/frameworks.h"
#include "models/spec/convert/converting.h"

namespace models {

/// Makes a job of kubeflow.org/v1 of something older.
class V1JobMaker
{
public:
    V1JobMaker(Converting &converting, std::string_view kind);

    YamlOut &job() { return m_job; }
    YamlOut &spec() { return m_spec; }
    YamlOut &runPolicy() { return m_runPolicy; }
    /// metadata.name as a name that the operator takes, with a note if it had to change.
    void setName(k8s::SpecValue source, const QString &name);
    /// The replica spec of a type ("Worker") with its count, in the order in which they are asked for.
    YamlOut &addReplica(std::string_view type, std::int64_t count);
    /// The whole template of the source. Its restartPolicy becomes the replica's; the container that trains gets the
    /// name that the operator looks for.
    void takeTemplate(YamlOut &replica, k8s::SpecValue podTemplate);
    /// A new container that trains, with its name.
    YamlOut &addContainer(YamlOut &replica);
    /// Never or OnFailure as the source says; anything else with a note.
    void takeRestartPolicy(YamlOut &replica, k8s::SpecValue policy);
    void finish();

    std::string_view containerName() const;

private:
    Converting &m_converting;
    const k8s::Framework &m_framework;
    YamlOut m_job, m_spec, m_runPolicy, m_replicas;
};

/// A list of words in one line: ["sh", "-c", "..."].
YamlOut wordList(const QStringList &words);

/// Values for {{ name }} in the texts of a Polyaxonfile or riseml.yml.
class Parameters
{
public:
    void set(const QString &name, const QString &value) { m_values.append({name, value}); }
    /// Others after those that are here: the first of a name counts.
    void append(const Parameters &others) { m_values += others.m_values; }
    /// Fills what is known; `missing` gets the names that are not.
    void fill(YamlOut &value, QStringList &missing) const;
    QString fill(QString text, QStringList &missing) const;

private:
    QList<std::pair<QString, QString>> m_values;
};

} // namespace models
