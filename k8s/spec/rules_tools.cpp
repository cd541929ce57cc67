// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/rules_tools.h"

#include "k8s/spec/names.h"
#include "k8s/spec/podspecs.h"
#include "k8s/spec/suggestion.h"

#include <algorithm>

namespace k8s {

QString ruleText(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

bool contains(SpecValue list, std::string_view word)
{
    return std::any_of(list.begin(), list.end(), [&](SpecValue entry) { return entry.text() == word; });
}

void reportChoice(RuleContext &context, SpecValue value, const std::vector<std::string_view> &choices)
{
    if (!value.isString() || value.text().empty() || std::ranges::find(choices, value.text()) != choices.end())
        return;
    QStringList list;
    for (const std::string_view choice : choices)
        list.append(ruleText(choice));
    Diagnostic &diagnostic = context.report(value, {value.string(), list.join(QStringLiteral(", "))});
    if (const std::string_view nearest = nearestWord(value.text(), choices); !nearest.empty())
        RuleContext::offer(diagnostic, value, QByteArray(nearest.data(), qsizetype(nearest.size())));
}

void reportRepeated(RuleContext &context, std::initializer_list<SpecValue> lists, std::string_view field)
{
    std::vector<std::string_view> seen;
    for (const SpecValue list : lists) {
        for (SpecValue entry : list) {
            const SpecValue value = entry[field];
            if (value.text().empty())
                continue;
            if (std::ranges::find(seen, value.text()) != seen.end())
                context.report(value, {value.string()});
            seen.push_back(value.text());
        }
    }
}

void forEachContainer(RuleContext &context, const std::function<void(SpecValue container, SpecValue pod)> &visit)
{
    for (const PodTemplate &pod : podTemplates(context.root)) {
        for (const char *list : {"initContainers", "containers"}) {
            for (SpecValue container : pod.spec[list])
                visit(container, pod.spec);
        }
    }
}

void reportName(RuleContext &context, SpecValue name)
{
    Diagnostic &diagnostic = context.report(name, {name.string()});
    if (const std::string label = toDnsLabel(name.text()); !label.empty())
        RuleContext::offer(diagnostic, name, QByteArray::fromStdString(label));
}

void reportNoLabel(RuleContext &context, SpecValue name)
{
    if (name.text().empty() || isDns1035Label(name.text()) || !isDns1123Subdomain(name.text()))
        return; // what is no name at all is told by object/name-syntax
    reportName(context, name);
}

void reportLess(RuleContext &context, SpecValue map, std::initializer_list<const char *> fields, std::int64_t least)
{
    for (const char *field : fields) {
        const SpecValue value = map[field];
        if (isInteger(value) && value.integer() < least)
            context.report(value, {QString::fromUtf8(field)});
    }
}

Diagnostic &reportIn(RuleContext &context, SpecValue map, const char *field, QStringList arguments)
{
    const SpecValue value = map[field];
    return value.exists() ? context.report(value, std::move(arguments)) : context.reportKey(map, std::move(arguments));
}

} // namespace k8s
