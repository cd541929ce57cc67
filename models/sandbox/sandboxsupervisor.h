// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"

#include <QElapsedTimer>
#include <QObject>

class QProcess;
class QTimer;

namespace models {

/// What the sandbox is doing while it is prepared, as it says itself.
struct SandboxStep
{
    QString id; ///< components, images, room, control-plane, node, kubeflow
    QString title;
    QString text;
    int done = 0;
    int total = 1;
    int expectedSeconds = 0; ///< of this step; 0: not known

    bool operator==(const SandboxStep &) const = default;
};

/// Runs `pilothouse-sandbox` and says how far it is. The sandbox itself outlives this object and the window: down()
/// ends it. Lives in the GUI thread; nothing here blocks but the destructor, which ends a preparation that still runs.
class SandboxSupervisor : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Down,
        Preparing,
        Ready,
        Stopping,
        Failed
    };

    /// `program`: the path of pilothouse-sandbox; empty or missing means there is none, and start() says so.
    explicit SandboxSupervisor(const QString &program, QObject *parent = nullptr);
    ~SandboxSupervisor() override;

    /// Next to the application, else on the PATH; empty if there is none.
    static QString findProgram(const QString &applicationFolder);

    void start(); ///< idempotent: a sandbox that is up already is found
    void cancel(); ///< ends a preparation; what was built so far stays for the next one
    void down();

    State state() const { return m_state; }
    const SandboxStep &step() const { return m_step; }
    int stepNumber() const { return m_stepNumber; } ///< from 1
    static int stepCount();
    static QStringList stepTitles(); ///< what will be done, for the list of steps
    qint64 elapsedSeconds() const; ///< of the whole preparation
    qint64 stepElapsedSeconds() const;
    /// Of the current step, 0 to 1: counted where the step counts, else by the clock and never full.
    double stepFraction() const;
    QString kubeconfig() const { return m_kubeconfig; }
    const Problem &problem() const { return m_problem; }
    QString log() const { return m_log; }

signals:
    void stateChanged();
    void progressed(); ///< a new step or text, and once a second while preparing
    void logAppended(const QString &line);
    void ready(const QString &kubeconfig);
    void failed(const models::Problem &problem);

private:
    void readLines();
    void readLine(const QByteArray &line);
    void takeStep(const SandboxStep &step);
    void appendLog(const QString &line);
    void finish(State state);
    void fail(const Problem &problem);
    void processEnded(int exitCode);

    QString m_program;
    QProcess *m_process = nullptr;
    QTimer *m_clock;
    QElapsedTimer m_elapsed, m_stepElapsed;
    State m_state = State::Down;
    SandboxStep m_step;
    int m_stepNumber = 0;
    QString m_kubeconfig;
    Problem m_problem;
    QString m_log;
    bool m_cancelled = false;
};

} // namespace models
