// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/cli/convert.h"
#include "app/cli/validate.h"
#include "app/demo.h"
#include "app/language.h"
#include "app/remote/remote.h"

#include <QApplication>
#include <QFile>
#include <QTextStream>

#include <cstdio>
#include <memory>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// Credentials are in our memory: no core file, no other process of the user may look into it.
void protectMemory()
{
    const rlimit none {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

int runSandboxCommand(int argc, char **argv, const QStringList &arguments)
{
    QCoreApplication application(argc, argv);
    const QString program = models::SandboxSupervisor::findProgram(QCoreApplication::applicationDirPath());
    QList<QByteArray> words {QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.append(argument.toLocal8Bit());
    QList<char *> list;
    for (QByteArray &word : words)
        list.append(word.data());
    list.append(nullptr);
    execv(words.first().constData(), list.data());
    std::fprintf(stderr, "pilothouse: the program pilothouse-sandbox is not installed beside this one.\n");
    return 127;
}

int runTextCommand(int argc, char **argv, const app::Invocation &invocation)
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    const bool convert = invocation.mode == app::Invocation::Mode::Convert;
    return convert ? app::runConvert(invocation.rest, out, err) : app::runValidate(invocation.rest, out, err);
}

int runRemoteCommand(int argc, char **argv, const app::Invocation &invocation)
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    return app::runRemote(*app::remoteCommand(invocation.rest.first()), invocation.rest.sliced(1), out, err);
}

int showWindow(QApplication &application, const app::Invocation &invocation)
{
    using Scheme = app::Invocation::Scheme;
    app::Settings settings;
    app::installLanguage(application, settings.language());
    views::Appearance appearance(application);
    const QString scheme = invocation.scheme == Scheme::Dark ? u"dark"_s
        : invocation.scheme == Scheme::Light                 ? u"light"_s
                                                             : settings.scheme();
    appearance.setScheme(scheme == "dark"_L1        ? views::Scheme::Dark
                             : scheme == "light"_L1 ? views::Scheme::Light
                                                    : views::Scheme::System);
    appearance.setProjector(settings.projector() && invocation.mode == app::Invocation::Mode::Window);
    app::Application program(appearance, settings, invocation);
    program.show();
    std::unique_ptr<app::Demo> demo;
    if (invocation.mode == app::Invocation::Mode::Demo) {
        demo = std::make_unique<app::Demo>(program, invocation);
        demo->start();
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"pilothouse"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PILOTHOUSE_VERSION));
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto invocation = app::parseCommandLine(arguments);
    if (!invocation) {
        std::fprintf(invocation.error().exitCode == 0 ? stdout : stderr, "%s\n", qPrintable(invocation.error().text));
        return invocation.error().exitCode;
    }
    if (invocation->mode == app::Invocation::Mode::Sandbox)
        return runSandboxCommand(argc, argv, invocation->rest);
    if (invocation->mode == app::Invocation::Mode::Validate || invocation->mode == app::Invocation::Mode::Convert)
        return runTextCommand(argc, argv, *invocation);
    protectMemory();
    if (invocation->mode == app::Invocation::Mode::Remote)
        return runRemoteCommand(argc, argv, *invocation);
    if (invocation->scale > 0)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(invocation->scale));
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        if (invocation->mode != app::Invocation::Mode::Demo) {
            std::fprintf(stderr, "pilothouse: there is no display here. Without one, --demo runs off-screen.\n");
            return 2;
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QGuiApplication::setDesktopFileName(u"org.pilothouse.Pilothouse"_s);
    QApplication application(argc, argv);
    return showWindow(application, *invocation);
}
