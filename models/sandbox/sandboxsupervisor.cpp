// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sandbox/sandboxsupervisor.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr std::array stepIds {"components"_L1, "images"_L1, "room"_L1, "control-plane"_L1, "node"_L1, "kubeflow"_L1};
constexpr qsizetype logLimit = 256 * 1024;
constexpr int gentleSeconds = 3;

int numberOf(const QString &id)
{
    for (std::size_t i = 0; i < stepIds.size(); ++i) {
        if (id == stepIds[i])
            return int(i) + 1;
    }
    return 0;
}

} // namespace

SandboxSupervisor::SandboxSupervisor(const QString &program, QObject *parent)
    : QObject(parent)
    , m_program(program)
    , m_clock(new QTimer(this))
{
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, &SandboxSupervisor::progressed);
}

SandboxSupervisor::~SandboxSupervisor()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->terminate();
    if (!m_process->waitForFinished(gentleSeconds * 1000))
        m_process->kill();
}

QString SandboxSupervisor::findProgram(const QString &applicationFolder)
{
    const QString name = u"pilothouse-sandbox"_s;
    const QString beside = QStandardPaths::findExecutable(name, {applicationFolder});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

int SandboxSupervisor::stepCount() { return int(stepIds.size()); }

QStringList SandboxSupervisor::stepTitles()
{
    return {tr("Build Kubernetes and the operators, once"),
            tr("Make the images, once"),
            tr("Open a private room on this machine"),
            tr("Start the control plane"),
            tr("Start the node"),
            tr("Install Kubeflow")};
}

void SandboxSupervisor::start()
{
    if (m_state == State::Preparing || m_state == State::Stopping)
        return;
    m_problem = {};
    m_step = {};
    m_stepNumber = 0;
    m_log.clear();
    m_cancelled = false;
    m_elapsed.start();
    m_stepElapsed.start();
    if (m_program.isEmpty() || !QFileInfo(m_program).isExecutable()) {
        fail({tr("The sandbox cannot be started: the program pilothouse-sandbox is not installed."),
              tr("Install it beside pilothouse, or use a cluster of your own.")});
        return;
    }
    m_process = new QProcess(this);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &SandboxSupervisor::readLines);
    connect(m_process, &QProcess::readyReadStandardError, this, [this] {
        const QList<QByteArray> lines = m_process->readAllStandardError().split('\n');
        for (const QByteArray &line : lines)
            appendLog(QString::fromUtf8(line));
    });
    connect(m_process, &QProcess::finished, this, &SandboxSupervisor::processEnded);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            processEnded(-1);
    });
    m_clock->start();
    finish(State::Preparing);
    m_process->start(m_program, {u"up"_s, u"--json"_s});
}

void SandboxSupervisor::cancel()
{
    if (m_state != State::Preparing || !m_process)
        return;
    m_cancelled = true;
    m_process->terminate();
    QTimer::singleShot(gentleSeconds * 1000, m_process, &QProcess::kill);
}

void SandboxSupervisor::down()
{
    if (m_state == State::Preparing) {
        cancel();
        return;
    }
    if (m_program.isEmpty() || m_state == State::Stopping)
        return;
    m_process = new QProcess(this);
    connect(m_process, &QProcess::finished, this, &SandboxSupervisor::processEnded);
    finish(State::Stopping);
    m_process->start(m_program, {u"down"_s});
}

qint64 SandboxSupervisor::elapsedSeconds() const { return m_elapsed.isValid() ? m_elapsed.elapsed() / 1000 : 0; }

qint64 SandboxSupervisor::stepElapsedSeconds() const
{
    return m_stepElapsed.isValid() ? m_stepElapsed.elapsed() / 1000 : 0;
}

double SandboxSupervisor::stepFraction() const
{
    const double counted = double(m_step.done) / qMax(1, m_step.total);
    if (m_step.expectedSeconds <= 0)
        return counted;
    // A step that takes minutes and counts to three would stand still: the clock moves it inside the current count.
    const double share = 1.0 / qMax(1, m_step.total);
    const double clock = double(m_stepElapsed.elapsed()) / 1000.0 / m_step.expectedSeconds;
    return qMax(counted, qMin(clock, counted + 0.95 * share));
}

void SandboxSupervisor::readLines()
{
    while (m_process && m_process->canReadLine())
        readLine(m_process->readLine().trimmed());
}

void SandboxSupervisor::readLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString id = object["step"_L1].toString();
    if (id == "ready"_L1) {
        m_kubeconfig = object["kubeconfig"_L1].toString();
    } else if (id == "failed"_L1) {
        m_problem = {object["error"_L1].toString(), object["remedy"_L1].toString()};
        appendLog(m_problem.sentence);
    } else if (id == "remark"_L1) {
        appendLog(object["text"_L1].toString());
    } else if (id.isEmpty()) {
        appendLog(QString::fromUtf8(line));
    } else {
        takeStep({.id = id,
                  .title = object["title"_L1].toString(),
                  .text = object["text"_L1].toString(),
                  .done = object["done"_L1].toInt(),
                  .total = qMax(1, object["total"_L1].toInt(1)),
                  .expectedSeconds = object["expectedSeconds"_L1].toInt()});
    }
}

void SandboxSupervisor::takeStep(const SandboxStep &step)
{
    if (step.id != m_step.id)
        m_stepElapsed.start();
    if (step.text != m_step.text || step.title != m_step.title)
        appendLog(step.text.isEmpty() ? step.title : u"%1: %2"_s.arg(step.title, step.text));
    m_step = step;
    if (const int number = numberOf(step.id))
        m_stepNumber = number;
    emit progressed();
}

void SandboxSupervisor::appendLog(const QString &line)
{
    if (line.trimmed().isEmpty())
        return;
    m_log += line + u'\n';
    if (m_log.size() > logLimit)
        m_log = m_log.right(logLimit / 2);
    emit logAppended(line);
}

void SandboxSupervisor::processEnded(int exitCode)
{
    if (!m_process)
        return;
    readLines();
    m_process->deleteLater();
    const QString reason = m_process->error() == QProcess::FailedToStart ? m_process->errorString() : QString();
    m_process = nullptr;
    m_clock->stop();
    const bool stopping = m_state == State::Stopping;
    if (m_cancelled || (stopping && exitCode == 0)) {
        m_kubeconfig.clear();
        finish(State::Down);
    } else if (exitCode == 0 && !m_kubeconfig.isEmpty()) {
        finish(State::Ready);
        emit ready(m_kubeconfig);
    } else if (!m_problem.isEmpty()) {
        fail(m_problem);
    } else if (!reason.isEmpty()) {
        fail({tr("The sandbox could not be started: %1.").arg(reason), {}});
    } else {
        fail({stopping ? tr("The sandbox could not be stopped: its program ended with exit code %1.").arg(exitCode)
                       : tr("The sandbox was not prepared: its program ended with exit code %1.").arg(exitCode),
              tr("Its log says what happened; start it again to go on from there.")});
    }
}

void SandboxSupervisor::fail(const Problem &problem)
{
    m_problem = problem;
    finish(State::Failed);
    emit failed(problem);
}

void SandboxSupervisor::finish(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace models
