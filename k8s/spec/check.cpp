// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/check.h"

#include "k8s/spec/rules.h"
#include "k8s/spec/validator.h"

#include <algorithm>

namespace k8s {

namespace {

/// The same mistake told twice is noise: the more particular words win.
void dropRepeated(Diagnostics &diagnostics)
{
    Diagnostics kept;
    for (const Diagnostic &diagnostic : std::as_const(diagnostics)) {
        const bool repeated = std::ranges::any_of(diagnostics, [&](const Diagnostic &other) {
            return other.source == Diagnostic::Source::Rules && diagnostic.source == Diagnostic::Source::Schema
                && other.offset == diagnostic.offset && other.severity == Diagnostic::Severity::Error;
        });
        if (!repeated)
            kept.append(diagnostic);
    }
    diagnostics = std::move(kept);
}

} // namespace

Diagnostics checkSpec(const SpecText &text,
                      const std::function<SchemaPtr(std::string_view, std::string_view)> &schemaOf)
{
    Diagnostics all = text.diagnostics();
    for (const SpecPart &part : text.parts()) {
        if (part.isEmpty() || part.isBroken())
            continue;
        Diagnostics own;
        const SchemaPtr schema = schemaOf(part.apiVersion(), part.kind());
        if (schema)
            validate(part.root(), *schema, own);
        checkRules(part.root(), own);
        dropRepeated(own);
        all += own;
    }
    std::ranges::stable_sort(all, [](const Diagnostic &a, const Diagnostic &b) {
        return std::tie(a.offset, a.severity) < std::tie(b.offset, b.severity);
    });
    return all;
}

} // namespace k8s
