// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/cluster.h"
#include "sandbox/commands/commands.h"
#include "sandbox/room/room.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

/// Process ids of the room by what they are outside of it.
QHash<int, int> outerPids(qint64 room)
{
    const QString space = QFile::symLinkTarget(u"/proc/%1/ns/pid"_s.arg(room)).section(u'/', -1);
    QHash<int, int> result;
    const auto names = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &name : names) {
        bool number = false;
        const int pid = name.toInt(&number);
        if (!number || QFile::symLinkTarget(u"/proc/%1/ns/pid"_s.arg(pid)).section(u'/', -1) != space)
            continue;
        const auto lines = readFile(u"/proc/%1/status"_s.arg(pid)).split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("NSpid:"))
                result.insert(line.simplified().split(' ').last().toInt(), pid);
        }
    }
    return result;
}

QJsonArray processesOf(const Layout &layout, const RunState &run)
{
    const QHash<int, int> outer = outerPids(run.room);
    QJsonArray list;
    const auto values = QJsonDocument::fromJson(readFile(layout.path("run/processes.json"_L1))).array();
    for (const auto &value : values) {
        QJsonObject process = value.toObject();
        const int inner = process["pid"_L1].toInt();
        process["pid"_L1] = inner > 0 ? outer.value(inner) : 0;
        list.append(process);
    }
    return list;
}

QJsonObject describe(const Layout &layout)
{
    const auto run = readRunState(layout);
    if (!run) {
        const bool starting = FileLock::isHeld(layout.path("run/up.lock"_L1));
        return {{"state"_L1, starting ? "starting"_L1 : "down"_L1}};
    }
    const bool ready = Kubectl(layout, run->components).run({u"get"_s, u"--raw=/readyz"_s}, {}, 5000).code == 0;
    return {{"state"_L1, ready ? "up"_L1 : "starting"_L1},
            {"kubeconfig"_L1, layout.kubeconfig()},
            {"port"_L1, run->port},
            {"supervisor"_L1, run->supervisor},
            {"started"_L1, run->startedMs},
            {"processes"_L1, processesOf(layout, *run)}};
}

void printStatus(const QJsonObject &object)
{
    std::printf("The sandbox is %s.\n", qPrintable(object["state"_L1].toString()));
    if (!object.contains("port"_L1))
        return;
    std::printf("Door        https://127.0.0.1:%d\nKubeconfig  %s\n\n", object["port"_L1].toInt(),
                qPrintable(object["kubeconfig"_L1].toString()));
    std::printf("%-26s %8s %9s  %s\n", "PROCESS", "PID", "RESTARTS", "SINCE");
    const auto values = object["processes"_L1].toArray();
    for (const auto &value : values) {
        const QJsonObject process = value.toObject();
        const QString since
            = QDateTime::fromMSecsSinceEpoch(process["since"_L1].toInteger()).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        std::printf("%-26s %8d %9d  %s\n", qPrintable(process["name"_L1].toString()), process["pid"_L1].toInt(),
                    process["restarts"_L1].toInt(), qPrintable(since));
    }
}

} // namespace

Result<void> status(const Options &options)
{
    const QJsonObject object = describe(options.layout);
    if (options.json)
        std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    else
        printStatus(object);
    std::fflush(stdout);
    if (object["state"_L1].toString() == "up"_L1)
        return {};
    return std::unexpected(Problem {.text = {}, .remedy = {}, .code = codeDown});
}

Result<void> load(const Options &options, Reporter &reporter)
{
    if (options.arguments.size() != 1)
        return problem(u"load wants one file"_s,
                       u"pilothouse-sandbox load IMAGE.tar (as made by docker save, podman save or skopeo)"_s);
    const auto run = readRunState(options.layout);
    if (!run)
        return std::unexpected(Problem {
            .text = u"The sandbox is not up"_s, .remedy = u"Raise it with: pilothouse-sandbox up"_s, .code = codeDown});
    reporter.report({.step = u"images"_s,
                     .title = u"Bringing the image in"_s,
                     .text = QFileInfo(options.arguments.first()).fileName(),
                     .done = 0,
                     .total = 1,
                     .expectedSeconds = 0});
    const auto names = importArchive(*run, options.arguments.first());
    if (!names)
        return std::unexpected(names.error());
    for (const QString &name : *names)
        reporter.report(
            {.step = u"images"_s, .title = u"Brought in"_s, .text = name, .done = 1, .total = 1, .expectedSeconds = 0});
    reporter.finish();
    return {};
}

Result<void> logs(const Options &options)
{
    const QDir folder(options.layout.path("log"_L1));
    QStringList names = folder.entryList({u"*.log"_s}, QDir::Files, QDir::Name);
    names.replaceInStrings(u".log"_s, QString());
    if (options.arguments.isEmpty()) {
        for (const QString &name : std::as_const(names))
            std::printf("%s\n", qPrintable(name));
        return {};
    }
    const QString name = options.arguments.first();
    if (!names.contains(name))
        return problem(u"There is no log of “%1”"_s.arg(name),
                       names.isEmpty() ? QString() : u"There is one of each of: %1"_s.arg(names.join(u", "_s)));
    const QByteArray path = QFile::encodeName(options.layout.log(name));
    ::execlp("tail", "tail", "-n", "200", options.follow ? "-F" : "--", path.constData(), static_cast<char *>(nullptr));
    return systemProblem(u"“tail” cannot be started"_s, errno);
}

} // namespace sandbox
