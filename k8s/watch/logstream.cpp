// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/logstream.h"

#include "k8s/api/apiclient_p.h"
#include "k8s/watch/attemptcheck.h"
#include "k8s/watch/backoff.h"
#include "k8s/watch/loglines.h"

#include <QRandomGenerator>

namespace k8s {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds roomInterval {5};
constexpr std::chrono::milliseconds statusLag {300}; // from a new attempt's log to its place in the pod's status

/// The log may go on: the way to it broke, not the log.
bool isPassing(const Error &error)
{
    using enum Error::Kind;
    return error.kind == TooManyRequests || error.kind == Server
        || (error.httpStatus == 0 && (error.kind == Unreachable || error.kind == Timeout || error.kind == Tls));
}

} // namespace

/// Everything but the constructor, post() and stop() runs on the net thread.
class LogStream::Private : public std::enable_shared_from_this<Private>
{
public:
    Private(ApiClient &client, LogTarget target, std::shared_ptr<LogSink> sink);

    void open();
    void openPrevious();
    void stop(); ///< any thread; nothing reaches the sink afterwards
    void post(void (Private::*call)()); ///< any thread

private:
    ApiRequest request() const;
    void dataCame(std::string_view bytes);
    void take(std::string_view bytes);
    void waitForRoom();
    void hold(std::string_view bytes);
    void check();
    void checked(const Result<AttemptState> &state);
    void letGo();
    void ended(const Result<> &result);
    void tryAgain(const Error &error);

    const std::shared_ptr<ApiClient::Private> m_client;
    LogTarget m_target;
    const std::shared_ptr<LogSink> m_sink;
    const LogLines::Deliver m_deliver;
    LogLines m_lines;
    Backoff m_backoff;
    bool m_running = false;
    bool m_stopped = false;
    bool m_opened = false; // once, at least
    TransferHandle m_transfer;
    NetThread::TimerId m_timer = 0;
    NetThread::TimerId m_roomTimer = 0; // the transfer is paused

    /// What a log that is read again brought before it is known whose lines they are. The transfer is paused.
    struct Held
    {
        std::string bytes {};
        std::optional<Result<>> end {};
        NetThread::TimerId timer = 0;
        quint64 number = 0;
    };
    std::optional<Held> m_held;
    bool m_doubtful = false; // the next bytes are held
    quint64 m_lastHeld = 0;
};

LogStream::Private::Private(ApiClient &client, LogTarget target, std::shared_ptr<LogSink> sink)
    : m_client(client.internals().shared_from_this())
    , m_target(std::move(target))
    , m_sink(std::move(sink))
    , m_deliver([this](std::string_view lines) { m_sink->append(lines); })
    , m_lines(m_target.sinceTime)
    , m_backoff(Backoff::Figures {.first = 400, .cap = m_client->isLocal() ? 2'000 : 15'000})
{
}

void LogStream::Private::post(void (Private::*call)())
{
    m_client->net().post([self = shared_from_this(), call] { (self.get()->*call)(); });
}

ApiRequest LogStream::Private::request() const
{
    ApiRequest request;
    request.path = podType().path(m_target.ns, m_target.pod, u"log"_s);
    request.query.addQueryItem(u"container"_s, m_target.container);
    request.query.addQueryItem(u"timestamps"_s, u"true"_s);
    if (m_target.follow)
        request.query.addQueryItem(u"follow"_s, u"true"_s);
    if (m_target.previous)
        request.query.addQueryItem(u"previous"_s, u"true"_s);
    const auto resume = m_lines.resumeTime();
    const auto since = resume.isEmpty() ? m_target.sinceTime : resume;
    if (!since.isEmpty())
        request.query.addQueryItem(u"sinceTime"_s, QString::fromLatin1(since));
    if (resume.isEmpty() && m_target.tailLines >= 0)
        request.query.addQueryItem(u"tailLines"_s, QString::number(m_target.tailLines));
    request.accept = "*/*";
    request.http1Own = true;
    request.noTimeout = true;
    return request;
}

void LogStream::Private::open()
{
    if (m_stopped || std::exchange(m_running, true))
        return;
    const auto self = weak_from_this();
    ApiCallbacks callbacks;
    callbacks.data = [self](std::string_view bytes) {
        if (auto stream = self.lock(); stream && !stream->m_stopped)
            stream->dataCame(bytes);
    };
    callbacks.done = [self](const Result<> &result) {
        if (auto stream = self.lock(); stream && !stream->m_stopped)
            stream->ended(result);
    };
    const bool again = std::exchange(m_opened, true);
    m_doubtful = again && !m_target.previous && m_target.attempt >= 0;
    m_transfer = m_client->open(request(), std::move(callbacks));
}

void LogStream::Private::openPrevious()
{
    if (m_stopped || m_target.previous)
        return;
    m_client->net().cancelTimer(std::exchange(m_timer, 0));
    if (std::exchange(m_running, false)) {
        m_client->net().cancelTimer(std::exchange(m_roomTimer, 0));
        letGo();
        m_transfer.cancel();
        m_lines.interrupted();
    }
    m_target.previous = true;
    m_target.follow = false;
    open();
}

void LogStream::Private::dataCame(std::string_view bytes)
{
    m_backoff.reset();
    if (m_doubtful || m_held)
        hold(bytes);
    else
        take(bytes);
}

void LogStream::Private::take(std::string_view bytes)
{
    m_lines.feed(bytes, m_deliver);
    if (m_roomTimer == 0 && !m_sink->hasRoom()) {
        m_transfer.setPaused(true);
        waitForRoom();
    }
}

void LogStream::Private::waitForRoom()
{
    m_roomTimer = m_client->net().after(roomInterval, [self = weak_from_this()] {
        const auto stream = self.lock();
        if (!stream || stream->m_roomTimer == 0)
            return;
        stream->m_roomTimer = 0;
        if (stream->m_sink->hasRoom())
            stream->m_transfer.setPaused(false);
        else
            stream->waitForRoom();
    });
}

void LogStream::Private::hold(std::string_view bytes)
{
    m_transfer.setPaused(true);
    if (std::exchange(m_doubtful, false)) {
        m_held = Held {.number = ++m_lastHeld};
        m_held->timer = m_client->net().after(statusLag, [self = weak_from_this()] {
            if (const auto stream = self.lock(); stream && stream->m_held)
                stream->check();
        });
    }
    m_held->bytes += bytes;
}

void LogStream::Private::check()
{
    m_held->timer = 0;
    checkAttempt(m_client, m_target, m_lines,
                 [self = weak_from_this(), number = m_held->number](const Result<AttemptState> &state) {
                     const auto stream = self.lock();
                     if (stream && !stream->m_stopped && stream->m_held && stream->m_held->number == number)
                         stream->checked(state);
                 });
}

void LogStream::Private::checked(const Result<AttemptState> &state)
{
    if (state == AttemptState::Next)
        return openPrevious();
    const Held held = std::move(*m_held);
    letGo();
    if (state == AttemptState::Same) {
        take(held.bytes);
        if (held.end)
            ended(*held.end);
        else if (m_roomTimer == 0)
            m_transfer.setPaused(false);
        return;
    }
    m_transfer.cancel();
    ended(std::unexpected(state ? Error {.kind = Error::Kind::NotFound,
                                         .message = u"the kubelet no longer has the log of this attempt"_s,
                                         .context = m_target.pod}
                                : state.error()));
}

void LogStream::Private::letGo()
{
    if (m_held)
        m_client->net().cancelTimer(m_held->timer);
    m_held.reset();
    m_doubtful = false;
}

void LogStream::Private::ended(const Result<> &result)
{
    if (m_held) {
        m_held->end = result;
        return;
    }
    m_running = false;
    m_client->net().cancelTimer(std::exchange(m_roomTimer, 0));
    if (!result && isPassing(result.error()))
        return tryAgain(result.error());
    if (result)
        m_lines.end(m_deliver);
    m_lines.interrupted(); // what follows after resume() repeats the last lines
    m_sink->finished(result ? nullptr : &result.error());
}

void LogStream::Private::tryAgain(const Error &error)
{
    m_lines.interrupted();
    m_sink->interrupted(error);
    const auto told = qint64(error.retryAfterSeconds) * 1000;
    const auto wait = told > 0 ? std::min<qint64>(told, 300'000)
                               : m_backoff.next(NetThread::now(), QRandomGenerator::global()->generateDouble());
    m_timer = m_client->net().after(std::chrono::milliseconds(wait), [self = weak_from_this()] {
        if (auto stream = self.lock()) {
            stream->m_timer = 0;
            stream->open();
        }
    });
}

void LogStream::Private::stop()
{
    m_client->net().runAndWait([this] {
        m_stopped = true;
        m_transfer.cancel();
        m_client->net().cancelTimer(std::exchange(m_timer, 0));
        m_client->net().cancelTimer(std::exchange(m_roomTimer, 0));
        letGo();
    });
}

LogStream::LogStream(ApiClient &client, LogTarget target, std::shared_ptr<LogSink> sink)
    : d(std::make_shared<Private>(client, std::move(target), std::move(sink)))
{
}

LogStream::~LogStream() { d->stop(); }

void LogStream::start() { d->post(&Private::open); }

void LogStream::resume() { d->post(&Private::open); }

void LogStream::resumePrevious() { d->post(&Private::openPrevious); }

} // namespace k8s
