// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/api/apiclient.h"

#include "k8s/api/apicall.h"
#include "k8s/api/apiclient_p.h"
#include "k8s/api/apifetch.h"
#include "k8s/core/jsonview.h"

#include <QUrl>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

constexpr std::chrono::seconds signOfLife {10};

bool isThisMachine(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host.startsWith("127."_L1) || host == "::1"_L1;
}

QUrlQuery writeQuery(const WriteOptions &options)
{
    QUrlQuery query;
    if (!options.fieldManager.isEmpty())
        query.addQueryItem(u"fieldManager"_s, options.fieldManager);
    query.addQueryItem(u"fieldValidation"_s, options.strict ? u"Strict"_s : u"Warn"_s);
    if (options.dryRun)
        query.addQueryItem(u"dryRun"_s, u"All"_s);
    return query;
}

QByteArray contentType(PatchKind kind)
{
    switch (kind) {
    case PatchKind::Merge:
        return "application/merge-patch+json";
    case PatchKind::Json:
        return "application/json-patch+json";
    case PatchKind::Apply:
        return "application/apply-patch+yaml";
    }
    return {};
}

Result<ServerVersion> versionOf(const Result<Response> &response)
{
    if (!response)
        return std::unexpected(response.error());
    JsonDocument document;
    const JsonView json = document.parse({response->body.constData(), size_t(response->body.size())});
    if (json["gitVersion"].text().empty())
        return std::unexpected(Error {.kind = Error::Kind::Protocol,
                                      .httpStatus = response->status,
                                      .message = u"the answer is not a Kubernetes version"_s,
                                      .context = u"GET /version"_s});
    const auto number = [](JsonView value) {
        QString text = value.string();
        text.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
        return text.toInt();
    };
    return ServerVersion {.gitVersion = json["gitVersion"].string(),
                          .platform = json["platform"].string(),
                          .major = number(json["major"]),
                          .minor = number(json["minor"]),
                          .roundTripMicroseconds = response->roundTripMicroseconds,
                          .serverDate = response->serverDate};
}

Result<bool> verdictOf(const Result<Response> &response)
{
    if (!response)
        return std::unexpected(response.error());
    JsonDocument document;
    const JsonView json = document.parse({response->body.constData(), size_t(response->body.size())});
    const JsonView status = json["status"];
    if (!status.isObject())
        return std::unexpected(Error {.kind = Error::Kind::Protocol,
                                      .httpStatus = response->status,
                                      .message = u"the answer is not an access review"_s,
                                      .context = u"POST selfsubjectaccessreviews"_s});
    return status["allowed"].boolean();
}

QByteArray accessReview(const AccessQuestion &question)
{
    nlohmann::json attributes = nlohmann::json::object();
    const std::pair<const char *, const QString &> parts[] {
        {"verb", question.verb},    {"group", question.group}, {"resource", question.resource},
        {"namespace", question.ns}, {"name", question.name},   {"subresource", question.subresource},
    };
    for (const auto &[key, value] : parts) {
        if (!value.isEmpty())
            attributes[key] = value.toStdString();
    }
    const nlohmann::json review {{"apiVersion", "authorization.k8s.io/v1"},
                                 {"kind", "SelfSubjectAccessReview"},
                                 {"spec", {{"resourceAttributes", std::move(attributes)}}}};
    return QByteArray::fromStdString(review.dump());
}

}

// ApiClient::Private

ApiClient::Private::Private(NetThread &net, ClusterContext context)
    : m_net(net)
    , m_context(std::move(context))
{
    QString server = m_context.server.trimmed();
    if (!server.contains("://"_L1))
        server.prepend("https://"_L1);
    const QUrl url(server, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return; // every call says so
    m_base = url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    while (m_base.endsWith('/'))
        m_base.chop(1);
    m_local = isThisMachine(url.host());
    m_authenticator = std::make_shared<Authenticator>(net, m_context);
}

ApiClient::Private::~Private()
{
    // The authenticator belongs to the net thread, and may have a plugin to stop.
    if (m_authenticator)
        m_net.post([authenticator = std::exchange(m_authenticator, nullptr)] { });
}

TransferHandle ApiClient::Private::open(ApiRequest request, ApiCallbacks callbacks)
{
    const auto call = std::make_shared<ApiCall>(shared_from_this(), std::move(request), std::move(callbacks));
    bool refused = false;
    {
        const std::scoped_lock lock(m_mutex);
        refused = m_down;
        if (!m_down)
            m_calls.insert(call);
    }
    m_net.post([call, refused, valid = !m_base.isEmpty(), server = m_context.server] {
        if (refused)
            call->refuse({.kind = Error::Kind::Cancelled, .message = u"cancelled"_s});
        else if (!valid)
            call->refuse(
                {.kind = Error::Kind::Config, .message = u"the server's address is not one"_s, .context = server});
        else
            call->start();
    });
    return TransferHandle(call);
}

void ApiClient::Private::fetch(ApiRequest request, FetchDone done, int tries)
{
    std::make_shared<ApiFetch>(shared_from_this(), std::move(request), std::move(done), tries)->begin();
}

void ApiClient::Private::fetch(ApiRequest request, Reply<Response> reply, int tries)
{
    fetch(std::move(request),
          FetchDone([reply = std::move(reply)](Result<Response> response) { reply(std::move(response)); }), tries);
}

void ApiClient::Private::shutDown()
{
    std::set<std::shared_ptr<ApiCall>> calls;
    {
        const std::scoped_lock lock(m_mutex);
        m_down = true;
        calls.swap(m_calls);
    }
    for (const auto &call : calls)
        call->cancel();
}

// ApiClient

ApiClient::ApiClient(NetThread &net, ClusterContext context)
    : d(std::make_shared<Private>(net, std::move(context)))
{
}

ApiClient::~ApiClient() { d->shutDown(); }

const ClusterContext &ApiClient::context() const { return d->context(); }

ApiClient::Private &ApiClient::internals() const { return *d; }

void ApiClient::get(const QString &path, const QUrlQuery &query, Reply<Response> reply)
{
    d->fetch({.path = path, .query = query}, std::move(reply));
}

void ApiClient::get(const ObjectRef &object, Reply<Response> reply)
{
    d->fetch({.path = object.type.path(object.ns, object.name)}, std::move(reply));
}

void ApiClient::create(const ResourceType &type, const QString &ns, const QByteArray &json, const WriteOptions &options,
                       Reply<Response> reply)
{
    d->fetch({.method = "POST",
              .path = type.path(ns),
              .query = writeQuery(options),
              .contentType = "application/json",
              .body = json,
              .repeatable = options.dryRun},
             std::move(reply));
}

void ApiClient::patch(const ObjectRef &object, PatchKind kind, const QByteArray &body, const WriteOptions &options,
                      Reply<Response> reply)
{
    QUrlQuery query = writeQuery(options);
    if (kind == PatchKind::Apply && options.force)
        query.addQueryItem(u"force"_s, u"true"_s);
    d->fetch({.method = "PATCH",
              .path = object.type.path(object.ns, object.name),
              .query = query,
              .contentType = contentType(kind),
              .body = body,
              .repeatable = options.dryRun || kind != PatchKind::Json},
             std::move(reply));
}

void ApiClient::remove(const ObjectRef &object, Reply<Response> reply)
{
    nlohmann::json options {{"apiVersion", "v1"}, {"kind", "DeleteOptions"}, {"propagationPolicy", "Background"}};
    if (!object.uid.isEmpty())
        options["preconditions"] = {{"uid", object.uid.toStdString()}};
    d->fetch({.method = "DELETE",
              .path = object.type.path(object.ns, object.name),
              .contentType = "application/json",
              .body = QByteArray::fromStdString(options.dump()),
              .repeatable = !object.uid.isEmpty()},
             std::move(reply));
}

void ApiClient::post(const QString &path, const QByteArray &json, Reply<Response> reply)
{
    d->fetch({.method = "POST", .path = path, .contentType = "application/json", .body = json, .repeatable = false},
             std::move(reply));
}

void ApiClient::version(Reply<ServerVersion> reply)
{
    d->fetch({.path = u"/version"_s, .timeout = signOfLife},
             Private::FetchDone(
                 [reply = std::move(reply)](const Result<Response> &response) { reply(versionOf(response)); }),
             1);
}

void ApiClient::mayI(const AccessQuestion &question, Reply<bool> reply)
{
    d->fetch({.method = "POST",
              .path = u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s,
              .contentType = "application/json",
              .body = accessReview(question)},
             Private::FetchDone(
                 [reply = std::move(reply)](const Result<Response> &response) { reply(verdictOf(response)); }));
}

} // namespace k8s
