// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"

#include "tests/support/scriptedconnection.h"
#include "tests/support/testcertificates.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tests {

namespace {

struct Rule
{
    QByteArray method;
    QRegularExpression path;
    std::function<Answer(const Received &)> answer;
    bool lasting = true;
    bool used = false;

    bool fits(const Received &request) const
    {
        return !used && request.method == method && path.match(request.path).hasMatch();
    }
};

struct LiveQueue
{
    enum class End
    {
        No,
        Finish,
        Reset
    };
    std::deque<QByteArray> chunks;
    End end = End::No;
};

struct Client
{
    std::shared_ptr<ScriptedConnection> connection;
    std::thread thread;
    std::atomic<bool> dropped = false;
    std::atomic<bool> done = false;
};

QRegularExpression wholePath(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

void useCertificate(SSL_CTX *context, const TestAuthority::Pair &pair, const QByteArray &authority, bool askClient)
{
    const auto bioOf = [](const QByteArray &text) { return BIO_new_mem_buf(text.constData(), int(text.size())); };
    BIO *certificateText = bioOf(pair.certificate);
    BIO *keyText = bioOf(pair.key);
    BIO *authorityText = bioOf(authority);
    X509 *certificate = PEM_read_bio_X509(certificateText, nullptr, nullptr, nullptr);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(keyText, nullptr, nullptr, nullptr);
    X509 *issuer = PEM_read_bio_X509(authorityText, nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context, certificate);
    SSL_CTX_use_PrivateKey(context, key);
    if (askClient) {
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context), issuer);
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
    X509_free(certificate);
    X509_free(issuer);
    EVP_PKEY_free(key);
    for (BIO *bio : {certificateText, keyText, authorityText})
        BIO_free(bio);
}

}

class ScriptedServer::Private
{
public:
    ~Private() { SSL_CTX_free(tls); }

    std::unique_ptr<TestAuthority> authority;
    TestAuthority::Pair clientPair;
    SSL_CTX *tls = nullptr;

    int listener = -1;
    quint16 port = 0;
    std::thread acceptor;
    std::atomic<bool> stopping = true;

    mutable std::mutex mutex; ///< for all below
    std::condition_variable changed;
    std::vector<Rule> rules;
    QList<Received> received;
    QSet<QByteArray> gates;
    std::map<QByteArray, LiveQueue> live;
    std::vector<std::unique_ptr<Client>> clients;
    int accepted = 0;

    void listen();
    void accept();
    void serve(Client &client, int number);
    std::optional<Received> readRequest(ScriptedConnection &connection, QByteArray &buffer) const;
    Answer answerTo(const Received &request);
    bool carryOut(const Answer &answer, Client &client);
    bool carryOut(const Answer::Step &step, Client &client);
    bool sendLive(const QByteArray &name, Client &client);
    void dropAll();
    template <class Condition>
    bool waitFor(Client &client, std::chrono::milliseconds time, Condition condition);
};

void ScriptedServer::Private::listen()
{
    listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), length) != 0 || ::listen(listener, 256) != 0)
        qFatal("the scripted server cannot listen");
    getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length);
    port = ntohs(address.sin_port);
    stopping = false;
    acceptor = std::thread([this] { accept(); });
}

void ScriptedServer::Private::accept()
{
    while (!stopping) {
        pollfd state {.fd = listener, .events = POLLIN, .revents = 0};
        if (::poll(&state, 1, 20) <= 0)
            continue;
        const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0)
            continue;
        const std::scoped_lock lock(mutex);
        auto client = std::make_unique<Client>();
        client->connection = std::make_shared<ScriptedConnection>(fd, tls);
        Client &self = *client;
        const int number = ++accepted;
        clients.push_back(std::move(client));
        self.thread = std::thread([this, &self, number] {
            serve(self, number);
            self.connection->close();
            self.done = true;
        });
    }
}

void ScriptedServer::Private::serve(Client &client, int number)
{
    ScriptedConnection &connection = *client.connection;
    if (!connection.handshake())
        return;
    QByteArray buffer;
    while (auto request = readRequest(connection, buffer)) {
        request->connection = number;
        if (client.dropped || !carryOut(answerTo(*request), client))
            return;
    }
}

std::optional<Received> ScriptedServer::Private::readRequest(ScriptedConnection &connection, QByteArray &buffer) const
{
    qsizetype headEnd = -1;
    while ((headEnd = buffer.indexOf("\r\n\r\n")) < 0) {
        const QByteArray more = connection.read();
        if (more.isEmpty())
            return std::nullopt;
        buffer += more;
    }
    Received request;
    const auto lines = buffer.first(headEnd).split('\n');
    const auto words = lines.first().trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const auto &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        request.headers.append({line.first(colon).toLower(), line.sliced(colon + 1).trimmed()});
    }
    const auto length = request.header("content-length").toLongLong();
    buffer.remove(0, headEnd + 4);
    while (buffer.size() < length) {
        const QByteArray more = connection.read();
        if (more.isEmpty())
            return std::nullopt;
        buffer += more;
    }
    request.body = buffer.first(length);
    buffer.remove(0, length);
    const QUrl url = QUrl::fromEncoded("http://server" + request.target);
    request.path = url.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(url);
    return request;
}

Answer ScriptedServer::Private::answerTo(const Received &request)
{
    std::function<Answer(const Received &)> found;
    {
        const std::scoped_lock lock(mutex);
        received.append(request);
        const auto once
            = std::ranges::find_if(rules, [&](const Rule &rule) { return !rule.lasting && rule.fits(request); });
        const auto lasting = std::find_if(rules.rbegin(), rules.rend(),
                                          [&](const Rule &rule) { return rule.lasting && rule.fits(request); });
        if (once != rules.end()) {
            once->used = true;
            found = once->answer;
        } else if (lasting != rules.rend()) {
            found = lasting->answer;
        }
    }
    return found ? found(request)
                 : Answer::failure(404, "NotFound", "the server could not find the requested resource");
}

template <class Condition>
bool ScriptedServer::Private::waitFor(Client &client, std::chrono::milliseconds time, Condition condition)
{
    const auto until = std::chrono::steady_clock::now() + time;
    std::unique_lock lock(mutex);
    while (!stopping && !client.dropped) {
        if (condition())
            return true;
        if (std::chrono::steady_clock::now() >= until || client.connection->isPeerGone(0))
            return false;
        changed.wait_for(lock,
                         std::min<std::chrono::nanoseconds>(std::chrono::milliseconds(10),
                                                            until - std::chrono::steady_clock::now()));
    }
    return false;
}

bool ScriptedServer::Private::carryOut(const Answer &answer, Client &client)
{
    if (answer.m_delay.count() > 0)
        waitFor(client, answer.m_delay, [] { return false; });
    if (client.dropped || (answer.m_status != 0 && !client.connection->write(answer.head())))
        return false;
    for (const auto &step : answer.m_steps) {
        if (!carryOut(step, client))
            return false;
    }
    const bool ended = !answer.m_chunked
        || (!answer.m_steps.empty()
            && (answer.m_steps.back().bytes.endsWith("0\r\n\r\n")
                || answer.m_steps.back().kind == Answer::Step::Kind::Live));
    return answer.m_status != 0 && ended;
}

bool ScriptedServer::Private::carryOut(const Answer::Step &step, Client &client)
{
    constexpr auto forEver = std::chrono::hours(1);
    switch (step.kind) {
    case Answer::Step::Kind::Write:
        return client.connection->write(step.bytes);
    case Answer::Step::Kind::Wait:
        waitFor(client, step.time, [] { return false; });
        return !client.dropped;
    case Answer::Step::Kind::Gate:
        return waitFor(client, forEver, [&] { return gates.contains(step.bytes); });
    case Answer::Step::Kind::Live:
        return sendLive(step.bytes, client);
    case Answer::Step::Kind::Stall:
        return waitFor(client, forEver, [] { return false; });
    case Answer::Step::Kind::Close:
        return false;
    case Answer::Step::Kind::Reset:
        client.connection->reset();
        return false;
    }
    return false;
}

bool ScriptedServer::Private::sendLive(const QByteArray &name, Client &client)
{
    for (;;) {
        LiveQueue taken;
        const bool news = waitFor(client, std::chrono::hours(1), [&] {
            LiveQueue &queue = live[name];
            if (queue.chunks.empty() && queue.end == LiveQueue::End::No)
                return false;
            taken = std::exchange(queue, {});
            return true;
        });
        if (!news)
            return false;
        for (const auto &chunk : taken.chunks) {
            if (!client.connection->write(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n"))
                return false;
        }
        if (taken.end == LiveQueue::End::Reset)
            client.connection->reset();
        if (taken.end != LiveQueue::End::No)
            return taken.end == LiveQueue::End::Finish && client.connection->write("0\r\n\r\n");
    }
}

void ScriptedServer::Private::dropAll()
{
    const std::scoped_lock lock(mutex);
    for (const auto &client : clients) {
        client->dropped = true;
        client->connection->drop();
    }
    changed.notify_all();
}

ScriptedServer::ScriptedServer()
    : d(std::make_shared<Private>())
{
    d->listen();
}

ScriptedServer::ScriptedServer(const ServerTls &tls)
    : d(std::make_shared<Private>())
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without MSG_NOSIGNAL
    d->authority = std::make_unique<TestAuthority>();
    d->clientPair = d->authority->clientPair("test-user");
    d->tls = SSL_CTX_new(TLS_server_method());
    useCertificate(d->tls, d->authority->serverPair(tls), d->authority->certificatePem(), tls.asksForClientCertificate);
    d->listen();
}

ScriptedServer::~ScriptedServer() { stop(); }

void ScriptedServer::start()
{
    if (d->stopping)
        d->listen();
}

void ScriptedServer::stop()
{
    if (d->stopping.exchange(true))
        return;
    d->acceptor.join();
    ::close(d->listener);
    d->dropAll();
    std::vector<std::unique_ptr<Client>> gone;
    {
        const std::scoped_lock lock(d->mutex);
        gone.swap(d->clients);
    }
    for (const auto &client : gone)
        client->thread.join();
}

void ScriptedServer::dropConnections() { d->dropAll(); }

QString ScriptedServer::url() const
{
    return QString(d->tls ? "https://127.0.0.1:%1" : "http://127.0.0.1:%1").arg(d->port);
}

quint16 ScriptedServer::port() const { return d->port; }

QByteArray ScriptedServer::caPem() const { return d->authority ? d->authority->certificatePem() : QByteArray(); }

QByteArray ScriptedServer::clientCertificatePem() const { return d->clientPair.certificate; }

QByteArray ScriptedServer::clientKeyPem() const { return d->clientPair.key; }

void ScriptedServer::on(const QByteArray &method, const QString &path, std::function<Answer(const Received &)> answer)
{
    const std::scoped_lock lock(d->mutex);
    d->rules.push_back({method, wholePath(path), std::move(answer)});
}

void ScriptedServer::on(const QByteArray &method, const QString &path, const Answer &answer)
{
    on(method, path, [answer](const Received &) { return answer; });
}

void ScriptedServer::once(const QByteArray &method, const QString &path, const Answer &answer)
{
    const std::scoped_lock lock(d->mutex);
    d->rules.push_back({method, wholePath(path), [answer](const Received &) { return answer; }, false});
}

void ScriptedServer::open(const QByteArray &gate)
{
    const std::scoped_lock lock(d->mutex);
    d->gates.insert(gate);
    d->changed.notify_all();
}

void ScriptedServer::send(const QByteArray &live, const QByteArray &bytes)
{
    const std::scoped_lock lock(d->mutex);
    d->live[live].chunks.push_back(bytes);
    d->changed.notify_all();
}

void ScriptedServer::finish(const QByteArray &live)
{
    const std::scoped_lock lock(d->mutex);
    d->live[live].end = LiveQueue::End::Finish;
    d->changed.notify_all();
}

void ScriptedServer::reset(const QByteArray &live)
{
    const std::scoped_lock lock(d->mutex);
    d->live[live].end = LiveQueue::End::Reset;
    d->changed.notify_all();
}

QList<Received> ScriptedServer::received() const
{
    const std::scoped_lock lock(d->mutex);
    return d->received;
}

int ScriptedServer::count(const QByteArray &method, const QString &path) const
{
    const auto pattern = wholePath(path);
    return int(std::ranges::count_if(received(), [&](const Received &request) {
        return request.method == method && pattern.match(request.path).hasMatch();
    }));
}

int ScriptedServer::connections() const
{
    const std::scoped_lock lock(d->mutex);
    return d->accepted;
}

int ScriptedServer::openConnections() const
{
    const std::scoped_lock lock(d->mutex);
    return int(std::ranges::count_if(d->clients, [](const auto &client) { return !client->done; }));
}

} // namespace tests
