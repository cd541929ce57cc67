// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/config/execplugin.h"

#include "k8s/core/jsonview.h"
#include "k8s/core/plaintext.h"
#include "k8s/core/timestamp.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

constexpr qsizetype outputLimit = 1024 * 1024;
constexpr qsizetype complaintLimit = 64 * 1024;

std::unexpected<Error> wrongAnswer(const QString &message, const QString &context = {},
                                   Error::Kind kind = Error::Kind::Config)
{
    return std::unexpected(Error {.kind = kind, .message = message, .context = context});
}

QByteArray execInfo(const ClusterContext &context)
{
    const ExecPlugin &plugin = *context.exec;
    nlohmann::json spec {{"interactive", false}};
    if (plugin.provideClusterInfo) {
        nlohmann::json cluster {{"server", context.server.toStdString()}};
        if (!context.tlsServerName.isEmpty())
            cluster["tls-server-name"] = context.tlsServerName.toStdString();
        if (context.insecureSkipTlsVerify)
            cluster["insecure-skip-tls-verify"] = true;
        if (!context.caData.isEmpty())
            cluster["certificate-authority-data"] = context.caData.toBase64().toStdString();
        if (!context.proxyUrl.isEmpty())
            cluster["proxy-url"] = context.proxyUrl.toStdString();
        const auto config = nlohmann::json::parse(plugin.clusterConfig.toStdString(), nullptr, false);
        if (!config.is_discarded())
            cluster["config"] = config;
        spec["cluster"] = std::move(cluster);
    }
    const nlohmann::json info {
        {"kind", "ExecCredential"}, {"apiVersion", plugin.apiVersion.toStdString()}, {"spec", std::move(spec)}};
    return QByteArray::fromStdString(info.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void kill(QProcess &process)
{
    if (const auto pid = process.processId(); pid > 0)
        ::kill(-pid_t(pid), SIGKILL); // its session: children too
    process.kill();
    process.waitForFinished(2000);
}

void configure(QProcess &process, const ClusterContext &context, const QString &program)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : context.exec->environment)
        environment.insert(name, value);
    environment.insert(u"KUBERNETES_EXEC_INFO"_s, QString::fromUtf8(execInfo(context)));
    process.setProcessEnvironment(environment);
    process.setProgram(program);
    process.setArguments(context.exec->arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession
                                     | QProcess::UnixProcessFlag::CloseFileDescriptors
                                     | QProcess::UnixProcessFlag::ResetSignalHandlers);
}

/// Waits for the end; the error says why there was none.
Result<QByteArray> outputOf(QProcess &process, const QString &name, QDeadlineTimer deadline,
                            const std::stop_token &stop)
{
    QByteArray output;
    QByteArray complaint;
    const auto collect = [&] {
        output += process.readAllStandardOutput();
        complaint += process.readAllStandardError();
        complaint.truncate(complaintLimit);
    };
    while (process.state() != QProcess::NotRunning) {
        process.waitForFinished(20);
        collect();
        if (output.size() > outputLimit || deadline.hasExpired() || stop.stop_requested()) {
            kill(process);
            if (stop.stop_requested())
                return wrongAnswer(u"cancelled"_s, name, Error::Kind::Cancelled);
            if (output.size() > outputLimit)
                return wrongAnswer(u"the credential plugin printed more than 1 MiB"_s, name);
            return wrongAnswer(u"the credential plugin did not finish in time"_s, name, Error::Kind::Timeout);
        }
    }
    collect();
    if (process.exitStatus() == QProcess::CrashExit || process.exitCode() != 0) {
        const QString how
            = process.exitStatus() == QProcess::CrashExit ? u"crashed"_s : u"exit code %1"_s.arg(process.exitCode());
        return wrongAnswer("the credential plugin failed (%1): %2"_L1.arg(how, plainText(complaint.trimmed(), 1000)),
                           name);
    }
    return output;
}

}

Result<ExecCredential> parseExecCredential(const QByteArray &json, const QString &apiVersion)
{
    JsonDocument document;
    const JsonView root = document.parse({json.constData(), size_t(json.size())});
    if (!root.isObject())
        return wrongAnswer(u"the credential plugin did not print JSON"_s);
    if (root["kind"].text() != "ExecCredential")
        return wrongAnswer(u"the credential plugin did not print an ExecCredential"_s);
    if (root["apiVersion"].string() != apiVersion)
        return wrongAnswer("the credential plugin answered in version %1, %2 was asked for"_L1.arg(
            plainText(root["apiVersion"].string(), 100), apiVersion));
    const JsonView status = root["status"];
    const auto bytes = [](JsonView value) { return QByteArray(value.text().data(), qsizetype(value.text().size())); };
    ExecCredential credential {.token = bytes(status["token"]).trimmed(),
                               .clientCertificatePem = bytes(status["clientCertificateData"]),
                               .clientKeyPem = bytes(status["clientKeyData"]),
                               .expires = {}};
    if (credential.clientCertificatePem.isEmpty() != credential.clientKeyPem.isEmpty())
        return wrongAnswer(u"the credential plugin printed a certificate or a key, but not both"_s);
    if (credential.token.isEmpty() && credential.clientKeyPem.isEmpty())
        return wrongAnswer(u"the credential plugin printed neither a token nor a certificate"_s);
    if (const JsonView expires = status["expirationTimestamp"]; expires.exists())
        credential.expires = parseTimestamp(expires.text());
    return credential;
}

Result<ExecCredential> runExecPlugin(const ClusterContext &context, std::chrono::milliseconds timeout,
                                     const std::stop_token &stop)
{
    if (!context.exec)
        return wrongAnswer(u"the context has no credential plugin"_s, context.name);
    const ExecPlugin &plugin = *context.exec;
    if (plugin.interactiveMode == "Always"_L1)
        return wrongAnswer(u"the credential plugin must ask something, but standard input is unavailable"_s,
                           plugin.command);
    const QString program
        = plugin.command.contains(u'/') ? plugin.command : QStandardPaths::findExecutable(plugin.command);
    if (program.isEmpty() || !QFileInfo(program).isExecutable()) {
        const QString hint = plainText(plugin.installHint, 2000);
        return wrongAnswer(u"the credential plugin is not installed"_s + (hint.isEmpty() ? QString() : u". "_s + hint),
                           plugin.command);
    }
    const QDeadlineTimer deadline(timeout);
    QProcess process;
    configure(process, context, program);
    process.start();
    if (!process.waitForStarted(int(timeout.count())))
        return wrongAnswer(u"the credential plugin cannot be started: "_s + process.errorString(), plugin.command);
    const auto output = outputOf(process, plugin.command, deadline, stop);
    if (!output)
        return std::unexpected(output.error());
    auto credential = parseExecCredential(*output, plugin.apiVersion);
    if (!credential)
        credential.error().context = plugin.command;
    return credential;
}

} // namespace k8s
