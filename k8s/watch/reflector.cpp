// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/reflector.h"

#include "k8s/api/apiclient_p.h"
#include "k8s/core/jsonview.h"
#include "k8s/core/statuserror.h"
#include "k8s/watch/jsonsplitter.h"
#include "k8s/watch/protojson.h"
#include "k8s/watch/protosplitter.h"
#include "k8s/watch/reflectorcore.h"

#include <QRandomGenerator>

namespace k8s {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char protobufType[] = "application/vnd.kubernetes.protobuf";
constexpr auto watchHeadTime = 90s; ///< some proxies hold the head back until the first event: a bookmark a minute
constexpr auto watchGrace = 30s; ///< a watch that the server does not end this long after its time is dead
constexpr qint64 localBackoffCap = 2'000;

Error protocolError(const QString &message) { return {.kind = Error::Kind::Protocol, .message = message}; }

} // namespace

/// Carries out what the core decides. Everything but the constructor and stop() runs on the net thread.
class Reflector::Private : public std::enable_shared_from_this<Private>
{
public:
    Private(ApiClient &client, WatchTarget target, std::shared_ptr<WatchSink> sink);

    void start();
    void retryNow();
    void stop(); ///< any thread; nothing reaches the sink afterwards
    void post(void (Private::*call)()); ///< any thread

private:
    void carryOut(const ReflectorCore::Action &action);
    void list(const ReflectorCore::ListPage &page);
    void watch(const ReflectorCore::OpenWatch &watch);
    void wait(const ReflectorCore::Wait &wait);
    void giveUpAfter(std::chrono::seconds time);
    void checkVersion();
    enum class Purpose
    {
        List,
        Watch,
        Check
    };
    void open(const QUrlQuery &query, Purpose purpose);
    ApiCallbacks callbacks(Purpose purpose);
    void headCame(const TransferHead &head, Purpose purpose);
    void dataCame(std::string_view bytes, Purpose purpose);
    void objectCame(std::string_view object, Purpose purpose);
    void ended(const Result<> &result, Purpose purpose);
    ReflectorCore::Action failed(const Error &error, Purpose purpose);
    void itemCame(std::string_view object);
    void eventCame(std::string_view frame);
    Result<ListMeta> listEnd();
    bool fallBackToJson(const Result<> &result);
    void abandon(std::function<ReflectorCore::Action()> decide);
    void endTransfer();
    QUrlQuery selection() const;

    const std::shared_ptr<ApiClient::Private> m_client;
    const WatchTarget m_target;
    const std::shared_ptr<WatchSink> m_sink;
    ReflectorCore m_core;
    bool m_started = false;
    bool m_stopped = false;
    bool m_wantsProtobuf; ///< until the server says that it cannot

    TransferHandle m_transfer;
    NetThread::TimerId m_timer = 0; ///< of a wait, or the end of a watch that the server forgot
    std::chrono::seconds m_watchTime {0}; ///< asked for
    bool m_abandoned = false; ///< the transfer is to be closed, what it still brings is ignored
    ReflectorCore::Action m_action;
    bool m_isProtobuf = false; ///< of the answer that is coming in
    std::unique_ptr<ObjectSplitter> m_splitter;
    WatchEventParser m_parser;
    std::string m_json;
    std::optional<Error> m_failure; ///< in the body of an answer
};

Reflector::Private::Private(ApiClient &client, WatchTarget target, std::shared_ptr<WatchSink> sink)
    : m_client(client.internals().shared_from_this())
    , m_target(std::move(target))
    , m_sink(std::move(sink))
    , m_core(*m_sink,
             {.now = [] { return NetThread::now(); },
              .random = [] { return QRandomGenerator::global()->generateDouble(); },
              .backoffCap = m_client->isLocal() ? localBackoffCap : 30'000})
    , m_wantsProtobuf(protoMessageOf(m_target.type.apiVersion().toStdString(), m_target.type.kind.toStdString())
                      != nullptr)
{
}

void Reflector::Private::start()
{
    if (!std::exchange(m_started, true) && !m_stopped)
        carryOut(m_core.start());
}

void Reflector::Private::retryNow()
{
    if (!m_core.isWaiting() || m_stopped)
        return;
    m_client->net().cancelTimer(std::exchange(m_timer, 0));
    carryOut(m_core.retryNow());
}

void Reflector::Private::post(void (Private::*call)())
{
    m_client->net().post([self = shared_from_this(), call] { (self.get()->*call)(); });
}

void Reflector::Private::stop()
{
    m_client->net().runAndWait([this] {
        m_stopped = true;
        endTransfer();
    });
}

void Reflector::Private::endTransfer()
{
    m_transfer.cancel();
    m_client->net().cancelTimer(std::exchange(m_timer, 0));
}

void Reflector::Private::carryOut(const ReflectorCore::Action &action)
{
    if (m_stopped)
        return;
    m_action = action;
    if (const auto *page = std::get_if<ReflectorCore::ListPage>(&action))
        list(*page);
    else if (const auto *watching = std::get_if<ReflectorCore::OpenWatch>(&action))
        watch(*watching);
    else if (std::holds_alternative<ReflectorCore::CheckVersion>(action))
        checkVersion();
    else
        wait(std::get<ReflectorCore::Wait>(action));
}

QUrlQuery Reflector::Private::selection() const
{
    QUrlQuery query;
    if (!m_target.labelSelector.isEmpty())
        query.addQueryItem(u"labelSelector"_s, m_target.labelSelector);
    if (!m_target.fieldSelector.isEmpty())
        query.addQueryItem(u"fieldSelector"_s, m_target.fieldSelector);
    return query;
}

void Reflector::Private::list(const ReflectorCore::ListPage &page)
{
    auto query = selection();
    if (page.limit > 0)
        query.addQueryItem(u"limit"_s, QString::number(page.limit));
    if (!page.continueToken.isEmpty())
        query.addQueryItem(u"continue"_s, QString::fromLatin1(page.continueToken));
    else if (!page.resourceVersion.isEmpty())
        query.addQueryItem(u"resourceVersion"_s, QString::fromLatin1(page.resourceVersion));
    open(query, Purpose::List);
}

void Reflector::Private::checkVersion()
{
    auto query = selection();
    query.addQueryItem(u"limit"_s, u"1"_s);
    open(query, Purpose::Check);
}

void Reflector::Private::watch(const ReflectorCore::OpenWatch &watch)
{
    auto query = selection();
    query.addQueryItem(u"watch"_s, u"1"_s);
    query.addQueryItem(u"allowWatchBookmarks"_s, u"true"_s);
    query.addQueryItem(u"timeoutSeconds"_s, QString::number(watch.timeoutSeconds));
    if (!watch.resourceVersion.isEmpty())
        query.addQueryItem(u"resourceVersion"_s, QString::fromLatin1(watch.resourceVersion));
    m_watchTime = std::chrono::seconds(watch.timeoutSeconds);
    giveUpAfter(watchHeadTime);
    open(query, Purpose::Watch);
}

/// The server may have forgotten the watch, or the way to it may be dead without anybody having said so.
void Reflector::Private::giveUpAfter(std::chrono::seconds time)
{
    m_client->net().cancelTimer(m_timer);
    m_timer = m_client->net().after(time, [self = weak_from_this()] {
        if (auto reflector = self.lock()) {
            reflector->m_timer = 0;
            reflector->abandon([p = reflector.get()] {
                const Error silent {.kind = Error::Kind::Timeout, .message = u"the server is silent"_s};
                return p->m_core.watchClosed(&silent);
            });
        }
    });
}

void Reflector::Private::wait(const ReflectorCore::Wait &wait)
{
    m_timer = m_client->net().after(std::chrono::milliseconds(wait.milliseconds), [self = weak_from_this()] {
        if (auto reflector = self.lock(); reflector && !reflector->m_stopped) {
            reflector->m_timer = 0;
            reflector->carryOut(reflector->m_core.waited());
        }
    });
}

void Reflector::Private::open(const QUrlQuery &query, Purpose purpose)
{
    m_abandoned = false;
    m_failure.reset();
    m_splitter.reset();
    ApiRequest request;
    request.path = m_target.type.path(m_target.ns);
    request.query = query;
    request.accept = m_wantsProtobuf ? protobufType + ", application/json"_ba : "application/json"_ba;
    request.noTimeout = purpose == Purpose::Watch;
    m_transfer = m_client->open(std::move(request), callbacks(purpose));
}

ApiCallbacks Reflector::Private::callbacks(Purpose purpose)
{
    const auto guarded = [self = weak_from_this()](auto call) {
        if (auto reflector = self.lock(); reflector && !reflector->m_abandoned && !reflector->m_stopped)
            call(*reflector);
    };
    return {.head = [=](const TransferHead &head) { guarded([&](Private &p) { p.headCame(head, purpose); }); },
            .data = [=](std::string_view bytes) { guarded([&](Private &p) { p.dataCame(bytes, purpose); }); },
            .done = [=](const Result<> &result) { guarded([&](Private &p) { p.ended(result, purpose); }); }};
}

void Reflector::Private::headCame(const TransferHead &head, Purpose purpose)
{
    m_isProtobuf = head.header("content-type").startsWith(protobufType);
    const auto shape = purpose == Purpose::Watch ? BodyShape::Stream : BodyShape::List;
    if (m_isProtobuf)
        m_splitter = std::make_unique<ProtoSplitter>(shape);
    else
        m_splitter = std::make_unique<JsonSplitter>(shape);
    if (purpose != Purpose::Watch)
        return;
    giveUpAfter(m_watchTime + watchGrace);
    m_core.watchOpened();
}

void Reflector::Private::dataCame(std::string_view bytes, Purpose purpose)
{
    if (!m_splitter || m_failure)
        return;
    const auto fed = m_splitter->feed(bytes, [&](std::string_view object) { objectCame(object, purpose); });
    if (!fed && !m_failure)
        m_failure = fed.error();
    if (m_failure && !m_abandoned)
        abandon([this, purpose] { return failed(*m_failure, purpose); });
}

void Reflector::Private::objectCame(std::string_view object, Purpose purpose)
{
    if (m_failure || m_abandoned)
        return;
    if (purpose == Purpose::Watch)
        eventCame(object);
    else if (purpose == Purpose::List)
        itemCame(object);
}

void Reflector::Private::itemCame(std::string_view object)
{
    if (!m_isProtobuf)
        return m_core.listItem(object);
    m_json.clear();
    const auto written
        = protoObjectToJson(object, m_target.type.apiVersion().toStdString(), m_target.type.kind.toStdString(), m_json);
    if (written)
        m_core.listItem(m_json);
    else
        m_failure = written.error();
}

void Reflector::Private::eventCame(std::string_view frame)
{
    const auto event = m_isProtobuf ? m_parser.parseProto(frame) : m_parser.parseJson(frame);
    if (!event) {
        m_failure = event.error();
    } else if (event->type == WatchEvent::Type::Error) {
        JsonDocument document;
        const auto error = errorFromStatusObject(document.parse(event->object), u"watch "_s + m_target.type.plural);
        abandon([this, error] { return m_core.watchErrorEvent(error); });
    } else if (auto action = m_core.watchEvent(*event)) {
        abandon([action] { return *action; });
    }
}

/// The transfer is closed a little later: it may be calling us right now.
void Reflector::Private::abandon(std::function<ReflectorCore::Action()> decide)
{
    m_abandoned = true;
    m_client->net().post([self = weak_from_this(), decide = std::move(decide)] {
        auto reflector = self.lock();
        if (!reflector || reflector->m_stopped)
            return;
        reflector->endTransfer();
        reflector->carryOut(decide());
    });
}

/// Some servers (of aggregated APIs) know no protobuf and say so instead of answering in JSON.
bool Reflector::Private::fallBackToJson(const Result<> &result)
{
    if (result || result.error().httpStatus != 406 || !m_wantsProtobuf)
        return false;
    m_wantsProtobuf = false;
    carryOut(ReflectorCore::Action(m_action));
    return true;
}

Result<ListMeta> Reflector::Private::listEnd()
{
    if (!m_splitter)
        return std::unexpected(protocolError(u"an empty answer"_s));
    if (const auto finished = m_splitter->finish(); !finished)
        return std::unexpected(finished.error());
    return m_splitter->listMeta();
}

ReflectorCore::Action Reflector::Private::failed(const Error &error, Purpose purpose)
{
    switch (purpose) {
    case Purpose::List:
        return m_core.listFailed(error);
    case Purpose::Watch:
        return m_core.watchClosed(&error);
    case Purpose::Check:
        break;
    }
    return m_core.versionCheckFailed(error);
}

void Reflector::Private::ended(const Result<> &result, Purpose purpose)
{
    m_client->net().cancelTimer(std::exchange(m_timer, 0));
    if (fallBackToJson(result))
        return;
    if (!result)
        return carryOut(failed(result.error(), purpose));
    if (purpose == Purpose::Watch) {
        const auto finished = m_splitter ? m_splitter->finish() : Result<>();
        return carryOut(m_core.watchClosed(finished ? nullptr : &finished.error()));
    }
    const auto meta = listEnd();
    if (!meta)
        carryOut(failed(meta.error(), purpose));
    else if (purpose == Purpose::List)
        carryOut(m_core.listPageDone(*meta));
    else
        carryOut(m_core.versionChecked(meta->resourceVersion));
}

Reflector::Reflector(ApiClient &client, WatchTarget target, std::shared_ptr<WatchSink> sink)
    : d(std::make_shared<Private>(client, std::move(target), std::move(sink)))
{
}

Reflector::~Reflector() { d->stop(); }

void Reflector::start() { d->post(&Private::start); }

void Reflector::retryNow() { d->post(&Private::retryNow); }

} // namespace k8s
