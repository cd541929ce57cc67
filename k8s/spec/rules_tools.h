// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/rules.h"

#include <functional>

namespace k8s {

// What the files of rules share. Pure.

QString ruleText(std::string_view utf8);
inline bool isInteger(SpecValue value) { return value.kind() == SpecNode::Kind::Integer; }
bool contains(SpecValue list, std::string_view word); ///< of strings

/// All containers of all pod templates, those that run before the others included.
void forEachContainer(RuleContext &context, const std::function<void(SpecValue container, SpecValue pod)> &visit);

/// Reports a string that is none of the choices: %1 the string, %2 the choices; the nearest one is the fix.
void reportChoice(RuleContext &context, SpecValue value, const std::vector<std::string_view> &choices);
/// Reports every entry of the lists whose field repeats that of an entry before: %1 the value.
void reportRepeated(RuleContext &context, std::initializer_list<SpecValue> lists, std::string_view field);
/// Reports a name that cannot be one: %1 the name; the nearest label is the fix.
void reportName(RuleContext &context, SpecValue name);
/// Reports a name that is no DNS-1035 label though it is a name: %1 the name; the nearest label is the fix.
void reportNoLabel(RuleContext &context, SpecValue name);
/// Reports numbers below a limit: %1 the field.
void reportLess(RuleContext &context, SpecValue map, std::initializer_list<const char *> fields, std::int64_t least);
/// At the value, or where it is missing at the key of the map around it.
Diagnostic &reportIn(RuleContext &context, SpecValue map, const char *field, QStringList arguments = {});

} // namespace k8s
