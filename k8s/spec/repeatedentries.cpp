// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/repeatedentries.h"

#include "k8s/spec/jsonwriter.h"

#include <QVarLengthArray>

#include <algorithm>
#include <bit>
#include <functional>
#include <optional>
#include <string>

namespace k8s {

namespace {

std::string keyOf(SpecValue item, const SchemaNode &place, const Schema &schema)
{
    if (place.listType == SchemaNode::ListType::Set)
        return toJson(item).toStdString();
    std::string key;
    for (const std::string &name : place.listKeys) {
        const std::int32_t field = schema.child(place.items, name);
        const SpecValue value = item[name];
        if (value.exists())
            key += toJson(value).toStdString();
        else if (field >= 0)
            key += schema.node(field).defaultValue;
        key += '\n';
    }
    return key;
}

/// A number that is the same for entries with the same keyOf(); nothing where telling would take as long as keyOf().
std::optional<size_t> shortKeyOf(SpecValue item, const SchemaNode &place)
{
    const std::hash<std::string_view> hash;
    if (place.listType == SchemaNode::ListType::Set)
        return item.isString() ? std::optional(hash(item.text())) : std::nullopt;
    size_t key = 0;
    for (const std::string &name : place.listKeys) {
        const SpecValue value = item[name];
        if (!value.isString())
            return std::nullopt;
        key = key * 31 + hash(value.text());
    }
    return key;
}

/// Whether all entries differ, told by short keys alone: nearly every list ends here.
bool surelyDiffer(SpecValue list, const SchemaNode &place)
{
    const size_t size = std::bit_ceil(2 * size_t(list.size()));
    QVarLengthArray<size_t, 64> table(qsizetype(size), 0); // by key; 0: free
    for (const SpecValue item : list) {
        const std::optional<size_t> key = shortKeyOf(item, place);
        if (!key || *key == 0)
            return false;
        size_t at = *key & (size - 1);
        for (; table[qsizetype(at)] != 0; at = (at + 1) & (size - 1)) {
            if (table[qsizetype(at)] == *key)
                return false;
        }
        table[qsizetype(at)] = *key;
    }
    return true;
}

} // namespace

std::vector<SpecValue> repeatedEntries(SpecValue list, const SchemaNode &place, const Schema &schema)
{
    std::vector<SpecValue> repeated;
    if (surelyDiffer(list, place))
        return repeated;
    std::vector<std::pair<std::string, SpecValue>> seen;
    for (const SpecValue item : list)
        seen.emplace_back(keyOf(item, place, schema), item);
    std::ranges::stable_sort(seen, {}, [](const auto &entry) { return std::string_view(entry.first); });
    for (size_t i = 1; i < seen.size(); ++i) {
        if (seen[i].first == seen[i - 1].first)
            repeated.push_back(seen[i].second);
    }
    return repeated;
}

} // namespace k8s
