// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/stallwatch.h"
#include "app/workspace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace app {

class Application;

/// `pilothouse --demo`: raises the sandbox, launches the sample, tells on stdout how it goes, takes pictures, and ends
/// the program with 0 (the job succeeded), 1 (it did not) or 2 (there was no sandbox). GUI thread.
class Demo : public QObject
{
    Q_OBJECT
public:
    Demo(Application &application, const Invocation &invocation, QObject *parent = nullptr);

    void start();

private:
    enum class Part
    {
        Sandbox,
        Connecting,
        Launching,
        Watching,
        Done
    };

    void tellSandbox();
    void enterWorkspace();
    void tellHealth();
    void launch();
    void watch(const k8s::ObjectRef &job);
    void tellJob();
    void tellFigures();
    void takeRunningPictures();
    void nextPicture();
    void finish(int exitCode, const QString &sentence);
    void say(const QString &sentence);
    void picture(const QString &name);

    Application &m_application;
    Invocation m_invocation;
    Part m_part = Part::Sandbox;
    StallWatch m_stalls;
    QElapsedTimer m_elapsed;
    QTimer m_limit;
    QString m_lastStep, m_lastState, m_lastFigures;
    QString m_file;
    models::JobRun *m_run = nullptr;
    int m_picture = 0;
    qint64 m_nextWordOfStep = 0; ///< seconds
    bool m_welcomeTaken = false;
};

} // namespace app
