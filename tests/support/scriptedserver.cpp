// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"

#include "tests/support/scriptedserver_p.h"

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tests {

namespace {

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
        auto client = std::make_unique<ScriptClient>();
        client->connection = std::make_shared<ScriptedConnection>(fd, tls);
        ScriptClient &self = *client;
        const int number = ++accepted;
        clients.push_back(std::move(client));
        self.thread = std::thread([this, &self, number] {
            serve(self, number);
            self.connection->close();
            self.done = true;
        });
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
    std::vector<std::unique_ptr<ScriptClient>> gone;
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

QByteArray ScriptedServer::heard() const
{
    const std::scoped_lock lock(d->mutex);
    return d->heard;
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
