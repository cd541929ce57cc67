// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/api/apiresource.h"

#include "k8s/core/jsonview.h"

namespace k8s {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> notDiscovery(const QString &what)
{
    return std::unexpected(Error {.kind = Error::Kind::Protocol, .message = what, .context = u"API discovery"_s});
}

QStringList strings(JsonView list)
{
    QStringList texts;
    list.forEach([&](JsonView element) { texts += element.string(); });
    return texts;
}

ApiResource aggregatedResource(const QString &group, const QString &version, JsonView json)
{
    ApiResource resource;
    const auto kind = json["responseKind"];
    resource.type = ResourceType {.group = group,
                                  .version = version,
                                  .plural = json["resource"].string(),
                                  .kind = kind["kind"].string(),
                                  .namespaced = json["scope"].text() == "Namespaced"};
    resource.singular = json["singularResource"].string();
    resource.verbs = strings(json["verbs"]);
    resource.shortNames = strings(json["shortNames"]);
    resource.categories = strings(json["categories"]);
    json["subresources"].forEach([&](JsonView sub) { resource.subresources += sub["subresource"].string(); });
    return resource;
}

ApiResource listedResource(const QString &group, const QString &version, JsonView json)
{
    return {.type = ResourceType {.group = group,
                                  .version = version,
                                  .plural = json["name"].string(),
                                  .kind = json["kind"].string(),
                                  .namespaced = json["namespaced"].boolean()},
            .singular = json["singularName"].string(),
            .verbs = strings(json["verbs"]),
            .shortNames = strings(json["shortNames"]),
            .categories = strings(json["categories"]),
            .subresources = {}};
}

bool isNamed(const ApiResource &resource, QStringView word)
{
    const auto same
        = [&](const QString &name) { return !name.isEmpty() && word.compare(name, Qt::CaseInsensitive) == 0; };
    return same(resource.type.plural) || same(resource.singular) || same(resource.type.kind)
        || same(resource.type.plural + u'.' + resource.type.group) || std::ranges::any_of(resource.shortNames, same);
}

template <class Matches>
const ApiResource *findPreferred(const QList<ApiResource> &resources, Matches matches)
{
    const ApiResource *found = nullptr;
    for (const auto &resource : resources) {
        if (!matches(resource))
            continue;
        if (resource.preferred)
            return &resource;
        if (!found)
            found = &resource;
    }
    return found;
}

} // namespace

Result<QList<ApiResource>> parseAggregatedDiscovery(const QByteArray &json)
{
    JsonDocument document;
    const auto top = document.parse({json.constData(), size_t(json.size())});
    if (top["kind"].text() != "APIGroupDiscoveryList")
        return notDiscovery(u"the answer is not an APIGroupDiscoveryList"_s);
    QList<ApiResource> resources;
    top["items"].forEach([&](JsonView item) {
        const auto group = item.at("metadata", "name").string();
        bool first = true;
        item["versions"].forEach([&](JsonView served) {
            const auto version = served["version"].string();
            served["resources"].forEach([&](JsonView each) {
                auto resource = aggregatedResource(group, version, each);
                resource.preferred = first;
                // A resource without a kind of its own has only subresources (e.g. of an aggregated API).
                if (!resource.type.kind.isEmpty())
                    resources += resource;
            });
            first = false;
        });
    });
    return resources;
}

Result<QList<ApiGroup>> parseGroups(const QByteArray &json)
{
    JsonDocument document;
    const auto top = document.parse({json.constData(), size_t(json.size())});
    if (top["kind"].text() == "APIVersions")
        return QList<ApiGroup> {{QString(), strings(top["versions"])}};
    if (top["kind"].text() != "APIGroupList")
        return notDiscovery(u"the answer is not an APIGroupList"_s);
    QList<ApiGroup> groups;
    top["groups"].forEach([&](JsonView each) {
        ApiGroup group {each["name"].string(), {}};
        each["versions"].forEach([&](JsonView version) { group.versions += version["version"].string(); });
        const auto preferred = each.at("preferredVersion", "version").string();
        if (group.versions.removeOne(preferred))
            group.versions.prepend(preferred);
        groups += group;
    });
    return groups;
}

Result<QList<ApiResource>> parseResourceList(const QByteArray &json, bool preferred)
{
    JsonDocument document;
    const auto top = document.parse({json.constData(), size_t(json.size())});
    if (top["kind"].text() != "APIResourceList")
        return notDiscovery(u"the answer is not an APIResourceList"_s);
    const auto groupVersion = top["groupVersion"].string();
    const auto slash = groupVersion.indexOf(u'/');
    const auto group = slash < 0 ? QString() : groupVersion.first(slash);
    const auto version = groupVersion.sliced(slash + 1);
    QList<ApiResource> resources;
    QList<std::pair<QString, QString>> subresources;
    top["resources"].forEach([&](JsonView each) {
        auto resource = listedResource(group, version, each);
        resource.preferred = preferred;
        if (const auto sub = resource.type.plural.indexOf(u'/'); sub >= 0)
            subresources.emplaceBack(resource.type.plural.first(sub), resource.type.plural.sliced(sub + 1));
        else
            resources += resource;
    });
    for (const auto &[plural, subresource] : subresources) {
        for (auto &resource : resources) {
            if (resource.type.plural == plural)
                resource.subresources += subresource;
        }
    }
    return resources;
}

const ApiResource *findResource(const QList<ApiResource> &resources, QStringView word)
{
    return findPreferred(resources, [&](const ApiResource &resource) { return isNamed(resource, word); });
}

const ApiResource *findKind(const QList<ApiResource> &resources, QStringView group, QStringView kind)
{
    return findPreferred(resources, [&](const ApiResource &resource) {
        return resource.type.group == group && resource.type.kind == kind;
    });
}

} // namespace k8s
