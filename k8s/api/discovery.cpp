// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/api/discovery.h"

#include "k8s/api/apiclient_p.h"

namespace k8s {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestAnswer = 64 * 1024 * 1024;
constexpr char aggregatedAccept[] = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                                    "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
                                    "application/json";

using Answered = std::function<void(Result<QByteArray>)>;

/// Fetches a whole body; `answered` runs on the net thread.
void fetchBody(ApiClient::Private &client, ApiRequest request, Answered answered)
{
    request.maxBytes = largestAnswer;
    auto body = std::make_shared<QByteArray>();
    ApiCallbacks callbacks;
    callbacks.data = [body](std::string_view bytes) { body->append(bytes.data(), qsizetype(bytes.size())); };
    callbacks.done = [body, answered = std::move(answered)](const Result<> &result) {
        if (result)
            answered(*body);
        else
            answered(std::unexpected(result.error()));
    };
    client.open(std::move(request), std::move(callbacks));
}

/// One refresh: collects the parts of the answer on the net thread, then replies.
class Refresh : public std::enable_shared_from_this<Refresh>
{
public:
    Refresh(std::shared_ptr<ApiClient::Private> client, Reply<QList<ApiResource>> reply)
        : m_client(std::move(client))
        , m_reply(std::move(reply))
    {
    }

    void start()
    {
        for (const auto &root : {u"/api"_s, u"/apis"_s})
            askRoot(root);
    }

private:
    using Parse = std::function<void(const Result<QByteArray> &)>;

    void ask(const QString &path, const QByteArray &accept, const Parse &parse)
    {
        ++m_pending;
        ApiRequest request;
        request.path = path;
        request.accept = accept;
        fetchBody(*m_client, std::move(request), [self = shared_from_this(), parse](const Result<QByteArray> &body) {
            parse(body);
            self->partDone();
        });
    }

    void askRoot(const QString &root)
    {
        ask(root, aggregatedAccept, [this, root](const Result<QByteArray> &body) {
            if (!body)
                m_error = body.error();
            else if (auto resources = parseAggregatedDiscovery(*body))
                m_resources += *resources;
            else if (auto groups = parseGroups(*body))
                askGroups(root, *groups);
            else
                m_error = groups.error();
        });
    }

    void askGroups(const QString &root, const QList<ApiGroup> &groups)
    {
        for (const auto &group : groups) {
            for (const auto &version : group.versions) {
                const auto path
                    = group.name.isEmpty() ? root + u'/' + version : root + u'/' + group.name + u'/' + version;
                const bool preferred = version == group.versions.constFirst();
                ask(path, "application/json", [this, preferred](const Result<QByteArray> &body) {
                    // A group whose server is away (503) must not hide all others.
                    if (auto resources = body ? parseResourceList(*body, preferred) : QList<ApiResource>())
                        m_resources += *resources;
                });
            }
        }
    }

    void partDone()
    {
        if (--m_pending > 0)
            return;
        if (m_error)
            return m_reply(std::unexpected(*m_error));
        std::ranges::stable_sort(m_resources, {}, [](const ApiResource &resource) {
            return std::pair(resource.type.group, resource.type.plural);
        });
        m_reply(m_resources);
    }

    const std::shared_ptr<ApiClient::Private> m_client;
    const Reply<QList<ApiResource>> m_reply;
    int m_pending = 0;
    QList<ApiResource> m_resources;
    std::optional<Error> m_error;
};

} // namespace

Discovery::Discovery(ApiClient &client)
    : m_client(client.internals().shared_from_this())
{
}

void Discovery::refresh(Reply<QList<ApiResource>> reply)
{
    m_client->net().post([refresh = std::make_shared<Refresh>(m_client, std::move(reply))] { refresh->start(); });
}

void fetchTable(ApiClient &client, const ResourceType &type, const QString &ns, const QUrlQuery &query,
                const Reply<Table> &reply)
{
    ApiRequest request;
    request.path = type.path(ns);
    request.query = query;
    request.accept = tableAccept;
    fetchBody(client.internals(), std::move(request), [reply](const Result<QByteArray> &body) {
        reply(body ? parseTable(*body) : Result<Table>(std::unexpected(body.error())));
    });
}

} // namespace k8s
