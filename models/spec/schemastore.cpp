// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/schemastore.h"

#include "k8s/spec/schema.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QThreadPool>

#include <mutex>

namespace models {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const QString &apiVersion, const QString &kind) { return apiVersion + u'/' + kind; }

QString openApiPath(const QString &apiVersion)
{
    return (apiVersion.contains(u'/') ? u"/openapi/v3/apis/"_s : u"/openapi/v3/api/"_s) + apiVersion;
}

/// Whether any spec would do.
bool saysNothing(const k8s::Schema &schema)
{
    const std::int32_t spec = schema.child(0, "spec");
    const k8s::SchemaNode &place = spec < 0 ? schema.root() : schema.node(spec);
    return place.openMap && (spec < 0 || place.properties.empty());
}

} // namespace

class SchemaStore::Private
{
public:
    /// The bundle that has the kind; a bundle is parsed when one of its kinds is asked for.
    std::shared_ptr<const k8s::SchemaBundle> bundleWith(const QString &key)
    {
        const QByteArray entry = '"' + key.toUtf8() + "\":";
        QDirIterator files(u":/schemas"_s, {u"*.json"_s}, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray text = file.readAll();
            if (!text.contains(entry))
                continue;
            auto &bundle = bundles[file.fileName()];
            if (!bundle)
                bundle = k8s::SchemaBundle::parse(text).value_or(nullptr);
            return bundle;
        }
        return {};
    }

    k8s::SchemaPtr bundled(const QString &apiVersion, const QString &kind)
    {
        const QString key = keyOf(apiVersion, kind);
        if (const auto known = compiled.constFind(key); known != compiled.cend())
            return *known;
        const auto bundle = bundleWith(key);
        return *compiled.insert(key, bundle ? bundle->compile(apiVersion, kind) : k8s::SchemaPtr());
    }

    /// What the cluster serves, unless it says nothing about a kind of which a bundle knows more: Katib's definitions
    /// and the small ones of KServe take any spec.
    k8s::SchemaPtr best(const QString &apiVersion, const QString &kind)
    {
        k8s::SchemaPtr schema = served.value(keyOf(apiVersion, kind));
        if (schema && !saysNothing(*schema))
            return schema;
        const k8s::SchemaPtr own = bundled(apiVersion, kind);
        return own ? own : schema;
    }

    std::mutex mutex; // guards what follows
    QHash<QString, std::shared_ptr<const k8s::SchemaBundle>> bundles; ///< by file
    QHash<QString, k8s::SchemaPtr> compiled; ///< of bundles; null: in none of them
    QHash<QString, k8s::SchemaPtr> served; ///< of the cluster; null: not served

    // GUI thread only
    k8s::ApiClient *client = nullptr;
    int connection = 0; ///< answers of an older one do not count
    QSet<QString> asked;
};

SchemaStore::SchemaStore(QObject *parent)
    : QObject(parent)
    , d(std::make_shared<Private>())
{
}

SchemaStore::~SchemaStore() = default;

void SchemaStore::setClient(k8s::ApiClient *client)
{
    d->client = client;
    ++d->connection;
    d->asked.clear();
    {
        const std::scoped_lock lock(d->mutex);
        d->served.clear();
    }
    emit changed();
}

void SchemaStore::request(const QString &apiVersion, const QString &kind)
{
    const QString key = keyOf(apiVersion, kind);
    if (!d->client || apiVersion.isEmpty() || kind.isEmpty() || d->asked.contains(key))
        return;
    d->asked.insert(key);
    const k8s::Reply<k8s::SchemaPtr> compiled(this, [this, key, connection = d->connection](const auto &schema) {
        if (connection == d->connection)
            take(key, schema);
    });
    const k8s::Reply<k8s::Response> answer(
        this, [apiVersion, kind, compiled](const k8s::Result<k8s::Response> &response) {
            if (!response) {
                compiled(std::unexpected(response.error()));
                return;
            }
            QThreadPool::globalInstance()->start([body = response->body, apiVersion, kind, compiled] {
                k8s::Result<k8s::SchemaPtr> schema = k8s::schemaOfOpenApi(body, apiVersion, kind);
                if (!schema)
                    schema.error().kind = k8s::Error::Kind::NotFound;
                compiled(std::move(schema));
            });
        });
    d->client->get(openApiPath(apiVersion), {}, answer);
}

void SchemaStore::take(const QString &key, const k8s::Result<std::shared_ptr<const k8s::Schema>> &schema)
{
    if (!schema && schema.error().kind != k8s::Error::Kind::NotFound)
        return; // the bundled schema stays until the next connection
    {
        const std::scoped_lock lock(d->mutex);
        d->served.insert(key, schema ? *schema : k8s::SchemaPtr());
    }
    emit changed();
}

std::shared_ptr<const k8s::Schema> SchemaStore::schema(const QString &apiVersion, const QString &kind) const
{
    return lookup()(apiVersion, kind);
}

SchemaStore::Lookup SchemaStore::lookup() const
{
    return [d = d](const QString &apiVersion, const QString &kind) -> k8s::SchemaPtr {
        if (apiVersion.isEmpty() || kind.isEmpty())
            return {};
        const std::scoped_lock lock(d->mutex);
        return d->best(apiVersion, kind);
    };
}

SchemaStore::Origin SchemaStore::origin(const QString &apiVersion, const QString &kind) const
{
    const std::scoped_lock lock(d->mutex);
    const auto served = d->served.constFind(keyOf(apiVersion, kind));
    if (served != d->served.cend())
        return !*served ? Origin::NotServed : d->best(apiVersion, kind) == *served ? Origin::Cluster : Origin::Bundled;
    return d->bundled(apiVersion, kind) ? Origin::Bundled : Origin::Unknown;
}

} // namespace models
