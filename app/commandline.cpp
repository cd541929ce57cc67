// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/remote/remoteoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QList<QCommandLineOption> windowOptions()
{
    return {
        {u"kubeconfig"_s, CommandLineText::tr("Read contexts from <file> instead of $KUBECONFIG or ~/.kube/config."),
         u"file"_s},
        {u"context"_s, CommandLineText::tr("Connect to the context <name>."), u"name"_s},
        {{u"n"_s, u"namespace"_s}, CommandLineText::tr("Show the namespace <name>; “*” shows all."), u"name"_s},
        {u"start-sandbox"_s, CommandLineText::tr("Start the sandbox behind the window.")},
        {u"demo"_s,
         CommandLineText::tr("Launch the sample job without a click, tell its progress, end with its success.")},
        {u"example"_s, CommandLineText::tr("With --demo: launch <file> instead of the sample."), u"file"_s},
        {u"screenshots"_s, CommandLineText::tr("With --demo: save numbered pictures in <folder>."), u"folder"_s},
        {u"light"_s, CommandLineText::tr("Light colours, whatever the system says.")},
        {u"dark"_s, CommandLineText::tr("Dark colours, whatever the system says.")},
        {u"scale"_s, CommandLineText::tr("Enlarge the whole window by <factor>, 0.5 to 4."), u"factor"_s},
    };
}

CommandLineEnd mistake(const QString &text)
{
    return {2, CommandLineText::tr("pilothouse: %1\nSee: pilothouse --help").arg(text)};
}

QString helpText(const QCommandLineParser &parser)
{
    // Qt names the program as it was called; before there is a QCoreApplication it has no name at all.
    const QString called
        = QCoreApplication::instance() ? QCoreApplication::arguments().constFirst() : u"<executable_name>"_s;
    return parser.helpText().replace(called, "pilothouse"_L1) + u'\n'
        + CommandLineText::tr(
               "Commands:\n"
               "  open FILE               Read a log file, or a folder of TensorBoard event files, and see its "
               "curves.\n"
               "  validate FILE...        Check job specs without a cluster; exit code 1 if one is wrong.\n"
               "  convert FILE            Write an older job as a newer kind; exit code 1 if something is lost.\n"
               "  run FILE                Create what a file says; with --follow print its logs until it ends.\n"
               "  logs JOB                The log lines of all ranks of a job; with --follow until it ends.\n"
               "  triage JOB              Which rank failed first, why, and what to do.\n"
               "  sandbox COMMAND         up, down, status, doctor, reset, logs: see pilothouse-sandbox --help.");
}

std::expected<void, CommandLineEnd> takePositional(const QStringList &words, Invocation &invocation)
{
    if (words.isEmpty())
        return {};
    if (words.first() != "open"_L1)
        return std::unexpected(mistake(CommandLineText::tr("there is no command “%1”.").arg(words.first())));
    if (words.size() != 2)
        return std::unexpected(mistake(CommandLineText::tr("“open” takes one file or folder.")));
    invocation.logFile = words.at(1);
    return {};
}

} // namespace

std::expected<Invocation, CommandLineEnd> parseCommandLine(const QStringList &arguments)
{
    Invocation invocation;
    // These have options of their own, which the parser here must not try to understand.
    for (const auto &[word, mode] :
         {std::pair {"validate"_L1, Invocation::Mode::Validate}, std::pair {"convert"_L1, Invocation::Mode::Convert},
          std::pair {"sandbox"_L1, Invocation::Mode::Sandbox}}) {
        if (arguments.value(0) == word) {
            invocation.mode = mode;
            invocation.rest = arguments.sliced(1);
            return invocation;
        }
    }
    if (remoteCommand(arguments.value(0))) {
        invocation.mode = Invocation::Mode::Remote;
        invocation.rest = arguments;
        return invocation;
    }
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLineText::tr("The control room for Kubeflow."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, CommandLineText::tr("Say this and end."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, CommandLineText::tr("Say the version and end."));
    parser.addOptions({help, version});
    parser.addOptions(windowOptions());
    parser.addPositionalArgument(u"command"_s, CommandLineText::tr("What to do instead of showing the window."),
                                 u"[command]"_s);
    if (!parser.parse(QStringList {u"pilothouse"_s} + arguments))
        return std::unexpected(mistake(parser.errorText()));
    if (parser.isSet(help))
        return std::unexpected(CommandLineEnd {0, helpText(parser)});
    if (parser.isSet(version))
        return std::unexpected(CommandLineEnd {0, u"pilothouse "_s + QStringLiteral(PILOTHOUSE_VERSION)});
    invocation.kubeconfig = parser.value(u"kubeconfig"_s);
    invocation.context = parser.value(u"context"_s);
    invocation.ns = parser.value(u"namespace"_s);
    invocation.screenshots = parser.value(u"screenshots"_s);
    invocation.example = parser.value(u"example"_s);
    invocation.startSandbox = parser.isSet(u"start-sandbox"_s);
    if (parser.isSet(u"demo"_s))
        invocation.mode = Invocation::Mode::Demo;
    if (parser.isSet(u"light"_s) && parser.isSet(u"dark"_s))
        return std::unexpected(mistake(CommandLineText::tr("either --light or --dark.")));
    if (parser.isSet(u"light"_s) || parser.isSet(u"dark"_s))
        invocation.scheme = parser.isSet(u"dark"_s) ? Invocation::Scheme::Dark : Invocation::Scheme::Light;
    if (parser.isSet(u"scale"_s)) {
        bool ok = false;
        invocation.scale = parser.value(u"scale"_s).toDouble(&ok);
        if (!ok || invocation.scale < 0.5 || invocation.scale > 4)
            return std::unexpected(mistake(CommandLineText::tr("--scale takes a number from 0.5 to 4.")));
    }
    if (const auto taken = takePositional(parser.positionalArguments(), invocation); !taken)
        return std::unexpected(taken.error());
    return invocation;
}

} // namespace app
