// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace tests {

/// A spec that breaks a rule, made of a template, and where the rule tells it.
struct RuleCase
{
    const char *rule;
    const char *base; ///< template
    const char *search, *replacement; ///< the first occurrence
    const char *line; ///< begins the line that is pointed at, after spaces; null: not tried
};

QList<RuleCase> jobRuleCases(); ///< objects, pods, jobs
QList<RuleCase> kindRuleCases(); ///< MPI Operator, runtimes, notebooks, serving, tuning, services
} // namespace tests
