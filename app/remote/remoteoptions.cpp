// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/remoteoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using RemoteCommand = RemoteOptions::Command;

struct RemoteOptionsText
{
    Q_DECLARE_TR_FUNCTIONS(Remote)
};

constexpr std::array words {std::pair {"run"_L1, RemoteCommand::Run}, std::pair {"logs"_L1, RemoteCommand::Logs},
                            std::pair {"triage"_L1, RemoteCommand::Triage}};

QString connectionHelp()
{
    return RemoteOptionsText::tr(
        "Cluster: --context NAME, --namespace NS (-n), --kubeconfig FILE as for kubectl; --sandbox: the "
        "sandbox of this machine.\n");
}

/// A whole number of at least `least`; false if there is something else.
bool takeNumber(const QCommandLineParser &parser, const QString &option, int least, int &number)
{
    if (!parser.isSet(option))
        return true;
    bool isNumber = false;
    number = parser.value(option).toInt(&isNumber);
    return isNumber && number >= least;
}

void addOptions(QCommandLineParser &parser, RemoteCommand command)
{
    using Option = QCommandLineOption;
    parser.addOptions({Option(u"kubeconfig"_s, {}, u"file"_s), Option(u"context"_s, {}, u"name"_s),
                       Option(QStringList {u"n"_s, u"namespace"_s}, {}, u"name"_s), Option(u"sandbox"_s),
                       Option(QStringList {u"h"_s, u"help"_s})});
    if (command != RemoteCommand::Triage)
        parser.addOptions({Option(QStringList {u"f"_s, u"follow"_s}), Option(u"all-containers"_s)});
    if (command == RemoteCommand::Logs)
        parser.addOptions({Option(u"rank"_s, {}, u"number"_s), Option(u"tail"_s, {}, u"lines"_s)});
    if (command == RemoteCommand::Run)
        parser.addOption(Option(u"no-check"_s));
}

} // namespace

const RemoteCommand *remoteCommand(const QString &word)
{
    const auto found = std::ranges::find_if(words, [&](const auto &one) { return word == one.first; });
    return found == words.end() ? nullptr : &found->second;
}

std::expected<RemoteOptions, QString> parseRemote(RemoteCommand command, const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser, command);
    if (!parser.parse(QStringList {u"pilothouse"_s} + arguments))
        return std::unexpected(parser.errorText());
    RemoteOptions options {.command = command};
    options.help = parser.isSet(u"help"_s);
    if (options.help)
        return options;
    const QStringList targets = parser.positionalArguments();
    if (targets.size() != 1)
        return std::unexpected(command == RemoteCommand::Run
                                   ? RemoteOptionsText::tr("One file is needed, or - for the standard input.")
                                   : RemoteOptionsText::tr("One job is needed: NAME or KIND/NAME."));
    options.target = targets.first();
    options.kubeconfig = parser.value(u"kubeconfig"_s);
    options.context = parser.value(u"context"_s);
    options.ns = parser.value(u"namespace"_s);
    options.sandbox = parser.isSet(u"sandbox"_s);
    if (options.sandbox && !(options.kubeconfig + options.context).isEmpty())
        return std::unexpected(RemoteOptionsText::tr("Either --sandbox or a cluster of your own."));
    if (command != RemoteCommand::Triage) {
        options.follow = parser.isSet(u"follow"_s);
        options.allContainers = parser.isSet(u"all-containers"_s);
    }
    options.check = command != RemoteCommand::Run || !parser.isSet(u"no-check"_s);
    if (command == RemoteCommand::Logs && !takeNumber(parser, u"rank"_s, 0, options.rank))
        return std::unexpected(RemoteOptionsText::tr("--rank takes a whole number, from 0."));
    if (command == RemoteCommand::Logs && !takeNumber(parser, u"tail"_s, 0, options.tail))
        return std::unexpected(RemoteOptionsText::tr("--tail takes a number of lines."));
    return options;
}

QString remoteUsage(RemoteCommand command)
{
    switch (command) {
    case RemoteCommand::Run:
        return RemoteOptionsText::tr(
                   "Usage: pilothouse run [--follow] [--no-check] FILE|-\n"
                   "Checks the specs of a file, asks the server (strict dry run), and creates them.\n"
                   "--follow (-f) prints the log lines of all ranks until the job ends, then why it failed if it "
                   "did; --all-containers those of helpers too. --no-check leaves the check to the server.\n"
                   "Exit code 0: created, or with --follow: succeeded; 1: the job failed; 2: a mistake in the "
                   "file, or trouble with the cluster.\n")
            + connectionHelp();
    case RemoteCommand::Logs:
        return RemoteOptionsText::tr(
                   "Usage: pilothouse logs [--follow] [--rank N] [--tail LINES] [--all-containers] JOB\n"
                   "Prints the log lines of all ranks of a job, in the order of their time. JOB is a name or "
                   "KIND/NAME. --follow (-f) goes on until the job ends.\n"
                   "Exit code 0: printed, or with --follow: succeeded; 1: no lines, or the job failed; 2: no such "
                   "job, or trouble with the cluster.\n")
            + connectionHelp();
    case RemoteCommand::Triage:
        break;
    }
    return RemoteOptionsText::tr(
               "Usage: pilothouse triage JOB\n"
               "Says how a job is and, if something is wrong, which rank failed first, why, and what to do. JOB "
               "is a name or KIND/NAME.\n"
               "Exit code 0: nothing is wrong; 1: the job failed or cannot start; 2: no such job, or trouble with "
               "the cluster.\n")
        + connectionHelp();
}

} // namespace app
