// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/commands.h"
#include "sandbox/room/relay.h"
#include "sandbox/room/room.h"
#include "sandbox/room/supervisor.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace {

/// The program's other lives: supervisor, the room's first process, the relay. They take no options of the user.
std::optional<int> otherLife(int argc, char **argv)
{
    const auto is = [&](const char *name, int count) { return argc == count && std::strcmp(argv[1], name) == 0; };
    if (is("__supervise", 4))
        return sandbox::supervise(sandbox::Layout(QFile::decodeName(argv[2])), QFile::decodeName(argv[3]));
    if (is("__room", 5))
        return sandbox::runRoom({.layout = sandbox::Layout(QFile::decodeName(argv[2])),
                                 .components = QFile::decodeName(argv[3]),
                                 .listener = QByteArray(argv[4]).toInt()});
    if (is("__relay", 3))
        sandbox::relay(QByteArray(argv[2]).toInt(), 6443);
    return std::nullopt;
}

sandbox::Result<void> runCommand(const QString &command, const sandbox::Options &options, sandbox::Reporter &reporter)
{
    if (command == "up"_L1)
        return sandbox::up(options, reporter);
    if (command == "down"_L1)
        return sandbox::down(options);
    if (command == "status"_L1)
        return sandbox::status(options);
    if (command == "doctor"_L1)
        return sandbox::doctor(options);
    if (command == "reset"_L1)
        return sandbox::reset(options);
    if (command == "load"_L1)
        return sandbox::load(options, reporter);
    if (command == "fleet"_L1)
        return sandbox::fleet(options, reporter);
    if (command == "gpus"_L1)
        return sandbox::gpus(options, reporter);
    if (command == "logs"_L1)
        return sandbox::logs(options);
    if (command == "kubeconfig"_L1) {
        std::printf("%s\n", qPrintable(options.layout.kubeconfig()));
        return {};
    }
    return sandbox::problem(u"There is no command “%1”"_s.arg(command), u"See: pilothouse-sandbox --help"_s);
}

} // namespace

int main(int argc, char **argv)
{
    if (const auto code = otherLife(argc, argv))
        return *code;
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"pilothouse-sandbox"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PILOTHOUSE_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A real one-node Kubernetes with Kubeflow's operators, in a private room of this machine."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"command"_s,
        u"up, down, status, doctor, reset, load FILE.tar, fleet NODES PODS, gpus N, logs [PROCESS], kubeconfig"_s);
    const QCommandLineOption state(u"state"_s, u"Keep everything of this sandbox in <folder>."_s, u"folder"_s);
    const QCommandLineOption json(u"json"_s, u"Print progress and results as JSON, one object a line."_s);
    const QCommandLineOption foreground(u"foreground"_s, u"up: stay until interrupted, then end the sandbox."_s);
    const QCommandLineOption bare(u"bare"_s, u"up: Kubernetes alone, without Kubeflow and its images."_s);
    const QCommandLineOption follow({u"f"_s, u"follow"_s}, u"logs: go on with what is written from now on."_s);
    const QCommandLineOption gpus(u"simulate-gpus"_s,
                                  u"up: let the node claim <n> simulated GPUs, as the command gpus does."_s, u"n"_s);
    parser.addOptions({state, json, foreground, follow, gpus, bare});
    parser.process(app);
    QStringList arguments = parser.positionalArguments();
    if (arguments.isEmpty())
        parser.showHelp(2);
    const QString command = arguments.takeFirst();
    sandbox::Reporter reporter(parser.isSet(json));
    const auto result = runCommand(command,
                                   {.layout = sandbox::Layout(parser.value(state)),
                                    .json = parser.isSet(json),
                                    .foreground = parser.isSet(foreground),
                                    .follow = parser.isSet(follow),
                                    .bare = parser.isSet(bare),
                                    .gpus = parser.isSet(gpus) ? parser.value(gpus).toInt() : -1,
                                    .arguments = arguments},
                                   reporter);
    if (result)
        return 0;
    reporter.failed(result.error());
    return result.error().code;
}
