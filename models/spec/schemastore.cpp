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

} // namespace

class SchemaStore::Private
{
public:
    using Bundles = std::vector<std::shared_ptr<const k8s::SchemaBundle>>;

    void loadBundles()
    {
        if (std::exchange(bundlesLoaded, true))
            return;
        QDirIterator files(u":/schemas"_s, {u"*.json"_s}, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            if (const auto bundle = k8s::SchemaBundle::parse(file.readAll()))
                bundles.push_back(*bundle);
        }
    }

    k8s::SchemaPtr bundled(const QString &apiVersion, const QString &kind)
    {
        const QString key = keyOf(apiVersion, kind);
        if (const auto known = compiled.constFind(key); known != compiled.cend())
            return *known;
        loadBundles();
        k8s::SchemaPtr schema;
        for (const auto &bundle : bundles) {
            schema = bundle->compile(apiVersion, kind);
            if (schema)
                break;
        }
        compiled.insert(key, schema);
        return schema;
    }

    std::mutex mutex; // guards what follows
    bool bundlesLoaded = false;
    Bundles bundles;
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
        const k8s::SchemaPtr served = d->served.value(keyOf(apiVersion, kind));
        return served ? served : d->bundled(apiVersion, kind);
    };
}

SchemaStore::Origin SchemaStore::origin(const QString &apiVersion, const QString &kind) const
{
    const std::scoped_lock lock(d->mutex);
    const auto served = d->served.constFind(keyOf(apiVersion, kind));
    if (served != d->served.cend())
        return *served ? Origin::Cluster : Origin::NotServed;
    return d->bundled(apiVersion, kind) ? Origin::Bundled : Origin::Unknown;
}

} // namespace models
