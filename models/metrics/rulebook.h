// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"
#include "models/metrics/ownrule.h"

#include <QObject>

#include <expected>

namespace models {

/// The rules that a user wrote, kept as one YAML file that can be handed on. Lives in the GUI thread.
class RuleBook : public QObject
{
    Q_OBJECT
public:
    /// Reads the file if there is one. Empty: standardFile().
    explicit RuleBook(const QString &file = {}, QObject *parent = nullptr);

    static QString standardFile(); ///< metrics.yaml in the program's configuration folder
    QString file() const { return m_file; }
    const QList<OwnRule> &rules() const { return m_rules; }
    /// Why the file could not be read; what is in it is left alone until the user saves.
    const Problem &problem() const { return m_problem; }

    /// Puts a rule in the place of the one of that name (empty: adds it) and writes the file. Names are unique.
    std::expected<void, Problem> save(const QString &replaced, const OwnRule &rule);
    std::expected<void, Problem> remove(const QString &name);
    /// Adds the rules of another file; those of the same name are replaced. Returns how many there were.
    std::expected<qsizetype, Problem> import(const QString &file);
    std::expected<void, Problem> exportTo(const QString &file) const;

    static std::expected<QList<OwnRule>, Problem> fromYaml(const QByteArray &yaml, const QString &name);
    static QByteArray toYaml(const QList<OwnRule> &rules);

signals:
    void changed();

private:
    std::expected<void, Problem> keep(const QList<OwnRule> &rules);

    QString m_file;
    QList<OwnRule> m_rules;
    Problem m_problem;
};

/// What the program reads without being told, for people: a heading and the words or the expression under it.
struct BuiltInRule
{
    QString title, detail;
};
QList<BuiltInRule> builtInRules();

} // namespace models
