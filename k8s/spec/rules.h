// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/diagnostic.h"
#include "k8s/spec/value.h"

#include <span>

namespace k8s {

class RuleContext;

/// What an operator, its webhook or Kubernetes asks for beyond the schema. `sentence` and `remedy` are marked for
/// translation (context "Diagnostic"); %1 is by convention what stands there, the others as the rule says.
struct Rule
{
    const char *id; ///< "pytorchjob/master-replicas"
    const char *kinds; ///< "kubeflow.org/v1/PyTorchJob", several with spaces; "*": every object
    Diagnostic::Severity severity;
    const char *sentence;
    const char *remedy;
    const char *source; ///< where it is known from
    void (*check)(RuleContext &context);
    bool trap = false; ///< the API server and its webhooks take it all the same; it goes wrong later, or silently
};

/// What a rule sees of a document, and where it says what it found.
class RuleContext
{
public:
    RuleContext(SpecValue root, const Rule &rule, Diagnostics &diagnostics)
        : root(root)
        , m_rule(rule)
        , m_diagnostics(diagnostics)
    {
    }

    const SpecValue root;

    SpecValue spec() const { return root["spec"]; }
    SpecValue metadata() const { return root["metadata"]; }
    std::string_view kind() const { return root["kind"].text(); }
    std::string_view name() const { return metadata()["name"].text(); }
    const Rule &rule() const { return m_rule; }

    /// At the value if it is a scalar, else at its key; where it is missing, at the nearest of `at` and its parents.
    /// What is returned may be completed until the next report.
    Diagnostic &report(SpecValue at, QStringList arguments = {});
    Diagnostic &reportKey(SpecValue at, QStringList arguments = {});
    /// A fix that replaces the scalar.
    static void offer(Diagnostic &diagnostic, SpecValue scalar, const QByteArray &replacement);
    /// A fix that replaces the key.
    static void offerKey(Diagnostic &diagnostic, SpecValue value, const QByteArray &replacement);

private:
    Diagnostic &append(qsizetype offset, qsizetype length, SpecValue at, QStringList arguments);

    const Rule &m_rule;
    Diagnostics &m_diagnostics;
};

/// All rules; the groups are in rules_<group>.cpp.
QList<const Rule *> allRules();
std::span<const Rule> objectRules();
std::span<const Rule> podRules();
std::span<const Rule> podPartRules();
std::span<const Rule> trainingRules();
std::span<const Rule> frameworkRules();
std::span<const Rule> trainJobRules();
std::span<const Rule> runtimeRules();
std::span<const Rule> mpiRules();
std::span<const Rule> notebookRules();
std::span<const Rule> kserveRules();
std::span<const Rule> servingRuntimeRules();
std::span<const Rule> seldonRules();
std::span<const Rule> experimentRules();
std::span<const Rule> trialRules();
std::span<const Rule> workloadRules();
std::span<const Rule> coreRules();

/// Runs every rule that fits the document's apiVersion and kind. Pure; any thread.
void checkRules(SpecValue root, Diagnostics &diagnostics);

} // namespace k8s
