// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/api/authenticator.h"

#include <QFile>
#include <QFileInfo>

#include <csignal>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

constexpr qint64 filesAreGoodFor = 60'000; // "reloaded at least once per minute"
constexpr std::chrono::seconds pluginTimeout {60};
constexpr qint64 expiryLeeway = 10; // seconds
constexpr qint64 largestFile = 4 * 1024 * 1024;

Result<QByteArray> contents(const QString &fileName)
{
    QFile file(fileName);
    // A pipe or a device would hold up the net thread.
    if (!QFileInfo(fileName).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        const QString why = QFileInfo::exists(fileName) ? file.errorString() : u"there is no such file"_s;
        return std::unexpected(Error {.kind = Error::Kind::Config, .message = why, .context = fileName});
    }
    return file.read(largestFile);
}

Result<QByteArray> dataOr(const QByteArray &data, const QString &fileName)
{
    return data.isEmpty() && !fileName.isEmpty() ? contents(fileName) : Result<QByteArray>(data);
}

bool isSame(const Endpoint &a, const Endpoint &b)
{
    return a.caPem == b.caPem && a.clientCertificatePem == b.clientCertificatePem && a.clientKeyPem == b.clientKeyPem;
}

}

Authenticator::Authenticator(NetThread &net, const ClusterContext &context)
    : m_net(net)
    , m_context(context)
{
}

Authenticator::~Authenticator() = default;

void Authenticator::credentials(Answer answer)
{
    if (m_filesRead < 0 || NetThread::now() - m_filesRead >= filesAreGoodFor) {
        // What was good a minute ago is still used when a file is being replaced just now.
        const bool first = m_filesRead < 0;
        const auto read = readFiles();
        if (!read && first) {
            answer(std::unexpected(read.error()));
            return;
        }
        m_filesRead = NetThread::now();
    }
    if (!pluginIsNeeded()) {
        answer(current());
        return;
    }
    m_waiting.push_back(std::move(answer));
    if (!m_pluginRuns)
        runPlugin();
}

bool Authenticator::renew(quint64 generation)
{
    if (generation != m_generation)
        return true; // somebody else already did
    if (m_context.exec && m_context.token.isEmpty() && m_context.tokenFile.isEmpty()) {
        m_execCredential.reset();
        ++m_generation;
        return true;
    }
    if (m_context.tokenFile.isEmpty() && m_context.clientCertificateFile.isEmpty())
        return false;
    readFiles(); // moves on if there is anything new
    m_filesRead = NetThread::now();
    return generation != m_generation;
}

Result<> Authenticator::readFiles()
{
    const auto authorities = dataOr(m_context.caData, m_context.caFile);
    const auto certificate = dataOr(m_context.clientCertificateData, m_context.clientCertificateFile);
    const auto key = dataOr(m_context.clientKeyData, m_context.clientKeyFile);
    for (const auto *part : {&authorities, &certificate, &key}) {
        if (!*part)
            return std::unexpected(part->error());
    }
    Endpoint endpoint {.caPem = *authorities,
                       .insecure = m_context.insecureSkipTlsVerify,
                       .serverName = m_context.tlsServerName.toUtf8(),
                       .clientCertificatePem = *certificate,
                       .clientKeyPem = *key,
                       .proxyUrl = m_context.proxyUrl.toUtf8()};
    if (!m_files || !isSame(*m_files, endpoint)) {
        m_files = std::make_shared<const Endpoint>(std::move(endpoint));
        m_endpoint = m_files;
        ++m_generation;
    }
    return readTokenFile();
}

Result<> Authenticator::readTokenFile()
{
    QByteArray token = m_context.token.trimmed();
    if (!m_context.tokenFile.isEmpty()) {
        const auto text = contents(m_context.tokenFile);
        if (!text)
            return m_token.isEmpty() && token.isEmpty() ? Result<>(std::unexpected(text.error())) : Result<>();
        if (!text->trimmed().isEmpty())
            token = text->trimmed();
    }
    if (token != m_token) {
        m_token = token;
        ++m_generation;
    }
    return {};
}

bool Authenticator::pluginIsNeeded() const
{
    if (!m_context.exec || !m_token.isEmpty())
        return false;
    return !m_execCredential
        || (m_execCredential->expires.isValid()
            && m_execCredential->expires.addSecs(-expiryLeeway) < QDateTime::currentDateTimeUtc());
}

void Authenticator::runPlugin()
{
    m_pluginRuns = true;
    m_pluginThread
        = std::jthread([&net = m_net, context = m_context, weak = weak_from_this()](const std::stop_token &stop) {
              sigset_t none; // the net thread blocks them all, and a program would inherit that
              sigemptyset(&none);
              pthread_sigmask(SIG_SETMASK, &none, nullptr);
              auto credential = runExecPlugin(context, pluginTimeout, stop);
              if (stop.stop_requested())
                  return; // the authenticator is going, and the net thread perhaps with it
              net.post([weak, credential = std::move(credential)] {
                  if (const auto self = weak.lock())
                      self->pluginDone(credential);
              });
          });
}

void Authenticator::pluginDone(const Result<ExecCredential> &credential)
{
    m_pluginRuns = false;
    if (credential) {
        m_execCredential = *credential;
        ++m_generation;
        Endpoint endpoint = *m_files;
        if (!credential->clientCertificatePem.isEmpty()) {
            endpoint.clientCertificatePem = credential->clientCertificatePem;
            endpoint.clientKeyPem = credential->clientKeyPem;
        }
        m_endpoint = std::make_shared<const Endpoint>(std::move(endpoint));
    }
    const Result<Credentials> result
        = credential ? Result<Credentials>(current()) : std::unexpected(credential.error());
    for (const auto &answer : std::exchange(m_waiting, {}))
        answer(result);
}

Credentials Authenticator::current() const
{
    Credentials credentials {.authorization = {}, .endpoint = m_endpoint, .generation = m_generation};
    if (!m_token.isEmpty())
        credentials.authorization = "Bearer " + m_token;
    else if (m_execCredential && !m_execCredential->token.isEmpty())
        credentials.authorization = "Bearer " + m_execCredential->token;
    else if (!m_context.username.isEmpty())
        credentials.authorization = "Basic " + (m_context.username.toUtf8() + ':' + m_context.password).toBase64();
    return credentials;
}

} // namespace k8s
