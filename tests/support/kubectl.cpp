// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/kubectl.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

namespace tests {

QString kubectlPath()
{
    const QString cache = qEnvironmentVariable("XDG_CACHE_HOME", QDir::homePath() + "/.cache") + "/pilothouse";
    const auto folders = QDir(cache).entryInfoList({"components-*"}, QDir::Dirs, QDir::Time);
    for (const QFileInfo &folder : folders) {
        for (const QString &path : {folder.filePath() + "/bin/kubectl", folder.filePath() + "/kubectl"}) {
            if (QFileInfo(path).isExecutable())
                return path;
        }
    }
    return {};
}

KubectlAnswer kubectl(const QStringList &arguments, const QByteArray &input, int timeoutMs)
{
    QProcess process;
    process.start(kubectlPath(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), "kubectl did not end in time"};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace tests
