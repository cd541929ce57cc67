// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/rules.h"

#include "k8s/spec/fieldlocator.h"

#include <algorithm>

namespace k8s {

namespace {

bool fits(const Rule &rule, std::string_view identity)
{
    std::string_view kinds = rule.kinds;
    if (kinds == "*")
        return true;
    while (!kinds.empty()) {
        const size_t space = kinds.find(' ');
        if (kinds.substr(0, space) == identity)
            return true;
        kinds = space == std::string_view::npos ? std::string_view() : kinds.substr(space + 1);
    }
    return false;
}

} // namespace

Diagnostic &RuleContext::append(qsizetype offset, qsizetype length, SpecValue at, QStringList arguments)
{
    m_diagnostics.append({.severity = m_rule.severity,
                          .source = Diagnostic::Source::Rules,
                          .id = m_rule.id,
                          .offset = offset,
                          .length = std::max<qsizetype>(1, length),
                          .path = at.path(),
                          .message = {m_rule.sentence, arguments},
                          .remedy = {m_rule.remedy, arguments}});
    return m_diagnostics.last();
}

Diagnostic &RuleContext::report(SpecValue at, QStringList arguments)
{
    if (!at.exists())
        at = root;
    const FieldPlace place = placeOf(at);
    return append(place.offset, place.length, at, std::move(arguments));
}

Diagnostic &RuleContext::reportKey(SpecValue at, QStringList arguments)
{
    if (!at.exists() || at.node().keyOffset < 0)
        return report(at, std::move(arguments));
    return append(at.node().keyOffset, at.node().keyLength, at, std::move(arguments));
}

void RuleContext::offer(Diagnostic &diagnostic, SpecValue scalar, const QByteArray &replacement)
{
    if (!scalar.isScalar() || scalar.node().alias || scalar.node().length == 0)
        return;
    diagnostic.fix
        = QuickFix {.title = {QT_TRANSLATE_NOOP("Diagnostic", "Change to %1"), {QString::fromUtf8(replacement)}},
                    .offset = qsizetype(scalar.node().offset),
                    .length = qsizetype(scalar.node().length),
                    .replacement = replacement};
}

void RuleContext::offerKey(Diagnostic &diagnostic, SpecValue value, const QByteArray &replacement)
{
    if (!value.exists() || value.node().alias || value.node().keyOffset < 0)
        return;
    diagnostic.fix
        = QuickFix {.title = {QT_TRANSLATE_NOOP("Diagnostic", "Change to %1"), {QString::fromUtf8(replacement)}},
                    .offset = qsizetype(value.node().keyOffset),
                    .length = qsizetype(value.node().keyLength),
                    .replacement = replacement};
}

QList<const Rule *> allRules()
{
    QList<const Rule *> all;
    for (const auto group :
         {objectRules(), trainingRules(), frameworkRules(), mpiRules(), trainJobRules(), runtimeRules(),
          notebookRules(), kserveRules(), servingRuntimeRules(), seldonRules(), experimentRules(), trialRules(),
          workloadRules(), coreRules(), podRules(), podPartRules()}) {
        for (const Rule &rule : group)
            all.append(&rule);
    }
    return all;
}

void checkRules(SpecValue root, Diagnostics &diagnostics)
{
    const std::string identity = std::string(root["apiVersion"].text()) + '/' + std::string(root["kind"].text());
    static const QList<const Rule *> rules = allRules();
    for (const Rule *rule : rules) {
        if (fits(*rule, identity)) {
            RuleContext context(root, *rule, diagnostics);
            rule->check(context);
        }
    }
}

} // namespace k8s
