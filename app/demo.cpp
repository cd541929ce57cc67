// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "app/application.h"
#include "models/core/format.h"
#include "models/metrics/jobmetrics.h"
#include "models/spec/spectemplates.h"
#include "views/shell/mainwindow.h"
#include "views/spec/launchpage.h"
#include "views/training/jobpage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int jobLimitSeconds = 600;
constexpr int settleMilliseconds = 400;
constexpr int secondsBetweenWords = 30; // of a step that takes minutes
constexpr int lastLinesMilliseconds = 2500;
using SandboxState = models::SandboxSupervisor::State;

} // namespace

Demo::Demo(Application &application, const Invocation &invocation, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_invocation(invocation)
    , m_file(invocation.example.isEmpty() ? u":/examples/digits-ddp.yaml"_s : invocation.example)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this,
            [this] { finish(1, tr("The job did not end within %n minutes.", nullptr, jobLimitSeconds / 60)); });
}

void Demo::start()
{
    m_elapsed.start();
    auto &sandbox = m_application.sandbox();
    connect(&m_application, &Application::workspaceChanged, this, &Demo::enterWorkspace);
    if (!m_invocation.context.isEmpty()) {
        m_part = Part::Connecting; // the application connects by itself, or says why not
        connect(&m_application, &Application::connectionRefused, this, [this](const models::Problem &problem) {
            finish(2, problem.remedy.isEmpty() ? problem.sentence : problem.sentence + u'\n' + problem.remedy);
        });
        return;
    }
    connect(&sandbox, &models::SandboxSupervisor::progressed, this, &Demo::tellSandbox);
    connect(&sandbox, &models::SandboxSupervisor::failed, this, [this](const models::Problem &problem) {
        finish(2, problem.remedy.isEmpty() ? problem.sentence : problem.sentence + u'\n' + problem.remedy);
    });
    say(tr("Preparing the sandbox."));
    if (sandbox.state() != SandboxState::Preparing)
        sandbox.start();
}

void Demo::tellSandbox()
{
    const auto &step = m_application.sandbox().step();
    if (!m_welcomeTaken && !step.title.isEmpty()) {
        m_welcomeTaken = true;
        picture(u"01-welcome"_s);
    }
    if (step.title.isEmpty())
        return;
    const auto &sandbox = m_application.sandbox();
    const QString number = tr("step %1 of %2").arg(sandbox.stepNumber()).arg(models::SandboxSupervisor::stepCount());
    if (step.title == m_lastStep) {
        const qint64 seconds = sandbox.stepElapsedSeconds();
        if (seconds < m_nextWordOfStep)
            return;
        m_nextWordOfStep = seconds + secondsBetweenWords;
        say(tr("Sandbox, %1: %2 %. %3").arg(number).arg(qRound(sandbox.stepFraction() * 100)).arg(step.text));
        return;
    }
    m_lastStep = step.title;
    m_nextWordOfStep = secondsBetweenWords;
    say(step.expectedSeconds > 5
            ? tr("Sandbox, %1: %2, about %3.").arg(number, step.title, models::durationText(step.expectedSeconds))
            : tr("Sandbox, %1: %2.").arg(number, step.title));
}

void Demo::enterWorkspace()
{
    auto *workspace = m_application.workspace();
    if (!workspace || m_part == Part::Done)
        return;
    m_part = Part::Connecting;
    connect(workspace, &Workspace::healthChanged, this, &Demo::tellHealth);
    connect(workspace, &Workspace::jobOpened, this, &Demo::watch);
    connect(workspace, &Workspace::sampleFailed, this, [this](const models::Problem &problem) {
        finish(1, problem.remedy.isEmpty() ? problem.sentence : problem.sentence + u'\n' + problem.remedy);
    });
    m_limit.start(jobLimitSeconds * 1000);
    tellHealth();
}

void Demo::tellHealth()
{
    auto *workspace = m_application.workspace();
    if (m_part != Part::Connecting || !workspace || workspace->health() != views::Health::Connected)
        return;
    const auto &health = workspace->session().health();
    say(tr("Connected to %1 in %2 ms: Kubernetes %3.")
            .arg(workspace->session().server())
            .arg(health.latencyMs)
            .arg(health.serverVersion));
    m_part = Part::Launching;
    launch();
}

void Demo::launch()
{
    // The table must know what is there: a finished sample is replaced.
    auto &jobs = m_application.workspace()->session().jobs();
    if (jobs.freshness() != models::Freshness::Live) {
        connect(&jobs, &models::ResourceTable::freshnessChanged, this, &Demo::launch, Qt::SingleShotConnection);
        return;
    }
    auto &window = m_application.window();
    if (!m_welcomeTaken) {
        m_welcomeTaken = true;
        window.showPage(u"clusters"_s);
        picture(u"01-welcome"_s);
    }
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly)) {
        finish(1, tr("%1 cannot be read: %2.").arg(m_file, file.errorString()));
        return;
    }
    const QString draft = m_application.launchPage().text();
    m_application.launchPage().setText(models::templateOf(QString::fromUtf8(file.readAll())).text);
    window.showPage(u"launch"_s);
    QTimer::singleShot(settleMilliseconds, this, [this, draft] {
        picture(u"06-launch"_s);
        m_application.launchPage().setText(draft);
        say(tr("Launching %1.").arg(m_file.section(u'/', -1)));
        m_application.workspace()->launchExample(m_file);
    });
}

void Demo::watch(const k8s::ObjectRef &job)
{
    if (m_part != Part::Launching)
        return;
    m_part = Part::Watching;
    m_run = &m_application.workspace()->session().open(job);
    say(tr("%1 %2 was created in the namespace %3.").arg(job.type.kind, job.name, job.ns));
    connect(&m_run->detail(), &models::JobDetail::summaryChanged, this, &Demo::tellJob);
    connect(m_run, &models::JobRun::figuresChanged, this, &Demo::tellFigures);
    tellJob();
}

void Demo::tellJob()
{
    const auto &summary = m_run->detail().summary();
    const QString state = summary.state.word;
    if (m_part != Part::Watching || summary.name.isEmpty() || state == m_lastState)
        return;
    m_lastState = state;
    say(tr("%1 is %2, %3 of %4 ranks ready.")
            .arg(summary.name, state)
            .arg(summary.replicas.ready)
            .arg(summary.replicas.wanted));
    const bool failed = state == "Failed"_L1;
    if (state != "Succeeded"_L1 && !failed)
        return;
    m_part = Part::Done;
    // The last lines of the logs may still be on their way.
    QTimer::singleShot(lastLinesMilliseconds, this, [this, failed] {
        m_part = Part::Watching;
        tellFigures();
        m_part = Part::Done;
        m_application.workspace()->jobPage()->showTab(views::JobPage::Tab::Summary);
        QTimer::singleShot(settleMilliseconds, this, [this, failed] {
            picture(failed ? u"07-failed"_s : u"07-succeeded"_s);
            m_application.window().showPage(u"overview"_s);
            picture(u"08-overview"_s);
            m_application.window().showPage(u"job"_s);
            const auto &diagnosis = m_run->detail().diagnosis();
            if (failed)
                finish(1, diagnosis.isEmpty() ? tr("The job failed.") : diagnosis.sentence);
            else
                finish(0, tr("The job succeeded after %1.").arg(models::durationText(m_elapsed.elapsed() / 1000)));
        });
    });
}

void Demo::tellFigures()
{
    if (m_part != Part::Watching)
        return;
    const auto &figures = m_run->metrics().figures();
    if (!figures.loss || m_run->figures().progress.isEmpty())
        return;
    if (m_picture == 0) {
        m_picture = 1;
        takeRunningPictures();
    }
    const QString progress = m_run->figures().progress;
    if (progress == m_lastFigures)
        return;
    m_lastFigures = progress;
    QString line = tr("%1  loss %2").arg(progress, models::figureText(*figures.loss));
    if (figures.accuracy)
        line += tr("  accuracy %1").arg(models::figureText(*figures.accuracy));
    say(line);
}

void Demo::takeRunningPictures()
{
    // A page needs a moment to lay itself out and to receive its first lines.
    QTimer::singleShot(settleMilliseconds, this, &Demo::nextPicture);
}

void Demo::nextPicture()
{
    auto &window = m_application.window();
    auto *page = m_application.workspace() ? m_application.workspace()->jobPage() : nullptr;
    if (!page || m_invocation.screenshots.isEmpty())
        return;
    switch (m_picture++) {
    case 1:
        window.showPage(u"training"_s);
        break;
    case 2:
        picture(u"02-training"_s);
        window.showPage(u"job"_s);
        page->showTab(views::JobPage::Tab::Logs);
        break;
    case 3:
        picture(u"04-logs"_s);
        page->showTab(views::JobPage::Tab::Curves);
        break;
    case 4:
        picture(u"05-curves"_s);
        page->showTab(views::JobPage::Tab::Summary);
        break;
    case 5:
        picture(u"03-job-summary"_s);
        return;
    default:
        return;
    }
    QTimer::singleShot(settleMilliseconds, this, &Demo::nextPicture);
}

void Demo::picture(const QString &name)
{
    if (m_invocation.screenshots.isEmpty())
        return;
    m_stalls.skipThisSpell();
    QDir().mkpath(m_invocation.screenshots);
    const auto before = m_application.appearance().scheme();
    for (const bool dark : {false, true}) {
        m_application.appearance().setScheme(dark ? views::Scheme::Dark : views::Scheme::Light);
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 50);
        m_stalls.skipThisSpell(); // the turn in there took the first one
        const QString file = u"%1/%2-%3.png"_s.arg(m_invocation.screenshots, name, dark ? u"dark"_s : u"light"_s);
        if (!m_application.window().grab().save(file))
            say(tr("The picture %1 could not be saved.").arg(file));
    }
    m_application.appearance().setScheme(before);
}

void Demo::finish(int exitCode, const QString &sentence)
{
    m_part = Part::Done;
    m_limit.stop();
    say(sentence);
    say(tr("The window was never busy for longer than %1 ms (deaf for %2 ms with what else ran on this machine).")
            .arg(m_stalls.busiestMilliseconds())
            .arg(m_stalls.longestMilliseconds()));
    if (!m_invocation.screenshots.isEmpty())
        say(tr("Pictures are in %1.").arg(m_invocation.screenshots));
    QCoreApplication::exit(exitCode);
}

void Demo::say(const QString &sentence)
{
    std::printf("[%4lld s] %s\n", static_cast<long long>(m_elapsed.elapsed() / 1000), qPrintable(sentence));
    std::fflush(stdout);
}

} // namespace app
