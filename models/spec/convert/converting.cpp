// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/converting.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace {

struct ConvertingText
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

/// Members of metadata that the API server writes; a manifest that was read back from a cluster holds them.
constexpr std::array<std::string_view, 7> serverFields {
    "creationTimestamp", "deletionTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid"};
constexpr std::string_view lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

} // namespace

Converting::Converting(const k8s::SpecText &text, const k8s::SpecPart &part, const ConversionOptions &options)
    : m_text(text)
    , m_part(part)
    , m_options(options)
    , m_copier(text)
{
    std::int32_t count = 1;
    const auto measure = [&](auto &self, SpecValue value) -> void { // NOLINT(misc-no-recursion)
        count = std::max(count, value.index() + 1);
        for (SpecValue child : value)
            self(self, child);
    };
    measure(measure, root());
    m_used.resize(size_t(count), false);
}

YamlOut Converting::document(const char *apiVersion, const char *kind)
{
    YamlOut document;
    document.set("apiVersion", yamlText(apiVersion));
    document.set("kind", yamlText(kind));
    if (std::exchange(m_headTaken, true))
        return document;
    document.above = m_copier.head(m_part);
    if (root()["apiVersion"].exists())
        m_copier.copyComments(root()["apiVersion"], document.children.front());
    return document;
}

YamlOut Converting::copy(SpecValue value)
{
    use(value);
    return m_copier.copy(value);
}

void Converting::keep(SpecValue value, YamlOut &into, std::string_view member, const QString &newPath)
{
    if (!value.exists())
        return;
    into.set(member, copy(value));
    noteKept(value,
             newPath == value.path() ? ConvertingText::tr("Stays where it is.")
                                     : ConvertingText::tr("Is %1 now.").arg(newPath));
}

void Converting::use(SpecValue value)
{
    if (value.exists())
        m_used[size_t(value.index())] = true;
}

void Converting::noteKept(SpecValue value, const QString &text) { note(ConversionNote::Kind::Kept, value, text, {}); }

void Converting::noteChanged(SpecValue value, const QString &text, const QString &remedy)
{
    note(ConversionNote::Kind::Changed, value, text, remedy);
}

void Converting::noteLost(SpecValue value, const QString &text, const QString &remedy)
{
    note(ConversionNote::Kind::Lost, value, text, remedy);
}

void Converting::remarkLost(SpecValue value, const QString &text, const QString &remedy)
{
    note(ConversionNote::Kind::Lost, value, text, remedy, false);
}

void Converting::note(ConversionNote::Kind kind, SpecValue value, const QString &text, const QString &remedy, bool uses)
{
    if (uses)
        use(value);
    const k8s::TextPlace place = placeOf(value);
    m_notes.append({.kind = kind,
                    .line = place.line,
                    .column = place.column,
                    .path = value.path(),
                    .text = text,
                    .remedy = remedy});
}

k8s::TextPlace Converting::placeOf(SpecValue value) const
{
    if (!value.exists())
        return m_text.index().place(m_part.offset());
    const k8s::SpecNode &node = value.node();
    return m_text.index().place(qsizetype(node.keyOffset >= 0 && !node.alias ? node.keyOffset : node.offset));
}

void Converting::refuse(SpecValue value, const QString &sentence, const QString &remedy)
{
    if (m_refusal)
        return;
    const k8s::TextPlace place = placeOf(value);
    m_refusal = {.problem = {sentence, remedy}, .line = place.line, .column = place.column};
}

void Converting::keepMetadata(YamlOut &document)
{
    use(root()["apiVersion"]);
    use(root()["kind"]);
    const SpecValue metadata = root()["metadata"];
    YamlOut &out = document.member("metadata");
    m_copier.copyComments(metadata, out);
    const auto serverWrites = [this](SpecValue value) {
        noteChanged(value, ConvertingText::tr("Left out: the API server writes it itself."));
    };
    for (SpecValue member : metadata) {
        if (std::ranges::find(serverFields, member.key()) != serverFields.end()) {
            serverWrites(member);
        } else if (member.key() == "annotations" && member[lastApplied].exists()) {
            YamlOut annotations;
            for (SpecValue annotation : member) {
                if (annotation.key() == lastApplied)
                    serverWrites(annotation);
                else
                    annotations.children.push_back(copy(annotation));
            }
            if (!annotations.isEmpty())
                out.set("annotations", std::move(annotations));
        } else {
            keep(member, out, member.key(), member.path());
        }
    }
    if (root()["status"].exists())
        serverWrites(root()["status"]);
}

// What is left

bool Converting::anyUsed(SpecValue value) const // NOLINT(misc-no-recursion): the parser limits the depth
{
    if (isUsed(value))
        return true;
    return std::any_of(value.begin(), value.end(), [this](SpecValue child) { return anyUsed(child); });
}

void Converting::sweep(SpecValue value, const QString &targetKind) // NOLINT(misc-no-recursion)
{
    for (SpecValue child : value) {
        if (isUsed(child))
            continue;
        if (child.isNull() || ((child.isMap() || child.isList()) && child.size() == 0))
            continue; // says nothing
        if (anyUsed(child))
            sweep(child, targetKind);
        else
            noteLost(child, ConvertingText::tr("Has no counterpart in a %1.").arg(targetKind));
    }
}

QList<ConversionNote> Converting::finish(const QString &targetKind)
{
    sweep(root(), targetKind);
    std::ranges::stable_sort(m_notes, [](const ConversionNote &a, const ConversionNote &b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    // One template may become that of two replicas, with the same notes.
    m_notes.erase(std::ranges::unique(m_notes).begin(), m_notes.end());
    return std::move(m_notes);
}

} // namespace models
