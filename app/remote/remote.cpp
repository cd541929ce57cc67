// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/remote.h"

#include "app/cli/input.h"
#include "app/cli/validate.h"
#include "app/remote/remotejob.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "models/sandbox/sandboxsupervisor.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using RemoteCommand = RemoteOptions::Command;
constexpr qint64 readLimit = qint64(64) << 20;
constexpr int mistake = 2;

struct RemoteText
{
    Q_DECLARE_TR_FUNCTIONS(Remote)
};

k8s::Error configError(const QString &message) { return {.kind = k8s::Error::Kind::Config, .message = message}; }

/// Where the sandbox of this machine says that its kubeconfig lies.
k8s::Result<QStringList> sandboxFiles()
{
    const QString program = models::SandboxSupervisor::findProgram(QCoreApplication::applicationDirPath());
    QProcess process;
    process.start(program, {u"kubeconfig"_s});
    const bool answered = !program.isEmpty() && process.waitForFinished(5000) && process.exitCode() == 0;
    const QString file = QString::fromLocal8Bit(process.readAllStandardOutput()).trimmed();
    if (!answered || !QFile::exists(file))
        return std::unexpected(
            configError(RemoteText::tr("The sandbox is not up. Start it with: pilothouse sandbox up")));
    return QStringList {file};
}

k8s::Result<k8s::ClusterContext> contextOf(const RemoteOptions &options)
{
    QStringList files
        = options.kubeconfig.isEmpty() ? k8s::Kubeconfig::defaultFiles() : QStringList {options.kubeconfig};
    if (options.sandbox) {
        const auto found = sandboxFiles();
        if (!found)
            return std::unexpected(found.error());
        files = *found;
    }
    const auto config = k8s::Kubeconfig::load(files);
    if (!config)
        return std::unexpected(config.error());
    auto context = config->resolve(options.context);
    if (context && !options.ns.isEmpty())
        context->ns = options.ns;
    if (context && context->ns.isEmpty())
        context->ns = u"default"_s;
    return context;
}

} // namespace

int runRemote(RemoteCommand command, const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto options = parseRemote(command, arguments);
    if (!options) {
        err << options.error() << '\n' << remoteUsage(command);
        return mistake;
    }
    if (options->help) {
        out << remoteUsage(command);
        return 0;
    }
    QByteArray text;
    if (command == RemoteCommand::Run) {
        const auto read = readInput(options->target, readLimit);
        if (!read || (options->check && !isGoodSpec(options->target, *read, err))) {
            if (!read)
                err << options->target << ": " << read.error() << '\n';
            return mistake;
        }
        text = *read;
    }
    const auto context = contextOf(*options);
    if (!context) {
        err << withRemedy(models::describe(context.error())) << '\n';
        return mistake;
    }
    k8s::NetThread net;
    k8s::ApiClient client(net, *context);
    RemoteJob job(client, *options, out, err);
    QEventLoop loop;
    int code = mistake;
    QObject::connect(&job, &RemoteJob::finished, &loop, [&](int result) {
        code = result;
        loop.quit();
    });
    QMetaObject::invokeMethod(&job, [&] { job.start(text); }, Qt::QueuedConnection);
    loop.exec();
    return code;
}

} // namespace app
