// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/jobwatch.h"

#include "k8s/core/plaintext.h"
#include "models/core/format.h"
#include "models/jobs/victims.h"
#include "models/logs/ansi.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int graceMilliseconds = 15000; // streams say that they ended within a few seconds
constexpr int settleMilliseconds = 100;
constexpr qint64 linesAtATime = 5000;
constexpr int shownWords = 12; // lines of the rank that failed first

} // namespace

JobWatch::JobWatch(k8s::ApiClient &client, JobWatchOptions options, QTextStream &out, QTextStream &err, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_out(out)
    , m_err(err)
    , m_client(client)
    , m_logs(client)
{
    m_grace.setSingleShot(true);
    m_logs.setFollowing(options.follow);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        m_done = true;
        m_detail.setVictims(models::victimsOf(
            m_detail.ranks(), [this](const QString &pod) { return m_logs.tail(pod, models::lastWords); }));
        printWhole();
        emit ended();
    });
    connect(&m_detail, &models::JobDetail::ranksChanged, this, &JobWatch::takeRanks);
    connect(&m_detail, &models::JobDetail::summaryChanged, this, &JobWatch::tellState);
    connect(&m_detail, &models::JobDetail::readCompletely, this, &JobWatch::mayEnd);
    connect(&m_detail, &models::JobDetail::diagnosisChanged, this, &JobWatch::mayEnd);
    connect(&m_detail, &models::JobDetail::gone, this, &JobWatch::mayEnd);
    connect(&m_detail, &models::JobDetail::freshnessChanged, this, [this] {
        if (m_detail.freshness() == models::Freshness::Failed)
            emit failed(m_detail.error());
        else if (m_detail.freshness() == models::Freshness::Stale)
            say(tr("The connection is lost: %1 Trying again…").arg(models::describe(m_detail.error()).sentence));
    });
    connect(&m_logs, &models::JobLogs::linesAppended, this, [this] {
        printLines();
        m_grace.stop(); // lines that are still being read are waited for
        mayEnd();
    });
    connect(&m_logs, &models::JobLogs::sourceFinished, this, &JobWatch::mayEnd);
    connect(&m_logs, &models::JobLogs::problemChanged, this,
            [this](const models::Problem &problem) { say(problem.sentence); });
}

void JobWatch::say(const QString &sentence)
{
    m_out.flush();
    m_err << k8s::plainText(sentence) << Qt::endl;
}

void JobWatch::start(const k8s::ObjectRef &job) { m_detail.watch(m_client, job); }

bool JobWatch::isOver() const
{
    const models::StateShape shape = m_detail.summary().state.shape;
    return m_detail.isGone() || shape == models::StateShape::Succeeded || shape == models::StateShape::Failed;
}

void JobWatch::takeRanks()
{
    QList<models::Rank> wanted;
    for (const models::Rank &known : m_detail.ranks()) {
        if (m_options.rank >= 0 && known.rank != m_options.rank)
            continue;
        models::Rank rank = known;
        if (!m_options.allContainers)
            rank.containers.removeIf([&](const models::ContainerState &one) { return one.name != rank.mainContainer; });
        wanted.append(rank);
    }
    m_logs.setRanks(wanted);
    mayEnd();
}

void JobWatch::tellState()
{
    const models::JobSummary &job = m_detail.summary();
    if (m_options.follow && std::exchange(m_state, job.state.word) != job.state.word)
        say(headline());
    mayEnd();
}

QString JobWatch::headline() const
{
    const models::JobSummary &job = m_detail.summary();
    QStringList words {tr("%1: %2 in %3").arg(job.name, job.kind, job.ns), job.state.word};
    if (job.replicas.wanted > 0)
        words.append(tr("%1 of %2 ranks").arg(job.replicas.ready).arg(job.replicas.wanted));
    const QDateTime begin = job.startedAt.isValid() ? job.startedAt : job.createdAt;
    if (job.finishedAt.isValid() && begin.isValid())
        words.append(models::durationText(begin.secsTo(job.finishedAt)));
    return k8s::plainText(words.join(u", "_s), 400);
}

QStringList JobWatch::story() const
{
    const models::Diagnosis &story = m_detail.diagnosis();
    QStringList lines;
    if (story.isEmpty())
        return lines;
    lines.append(k8s::plainText(story.sentence));
    const QStringList details = k8s::plainText(story.detail).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : details)
        lines.append(u"    "_s + line);
    if (!story.pod.isEmpty()) {
        const auto last = m_logs.tail(story.pod, shownWords);
        if (!last.isEmpty())
            lines.append(tr("The last lines of %1:").arg(k8s::plainText(story.pod, 253)));
        for (const models::LogLine &line : last)
            lines.append(u"    "_s + models::plainText(line.text));
    }
    if (!story.remedy.isEmpty())
        lines.append(k8s::plainText(story.remedy));
    return lines;
}

bool JobWatch::isWanted(const models::LogSource &source) const { return m_options.allContainers || source.main; }

void JobWatch::print(const QList<models::LogLine> &lines)
{
    for (const models::LogLine &line : lines) {
        const models::LogSource &source = m_logs.sources().at(line.source);
        m_out << u'[' << k8s::plainText(source.label, 100) << u"] "_s << models::plainText(line.text) << u'\n';
    }
    m_count += lines.size();
    m_out.flush();
}

/// Lines as they come: those that came together in the order of their time.
void JobWatch::printLines()
{
    if (!m_options.lines || !m_options.follow)
        return;
    QList<models::LogLine> news;
    for (const models::LogSource &source : m_logs.sources()) {
        const auto reader = m_logs.lineSource(source.id);
        if (!reader || !isWanted(source))
            continue;
        const qint64 count = reader->lineCount();
        qint64 &printed = m_printed[source.id];
        if (m_options.tail >= 0 && printed == 0)
            printed = std::max<qint64>(0, count - m_options.tail);
        for (; printed < count; printed += linesAtATime)
            news += m_logs.sourceLines(source.id, printed, std::min(linesAtATime, count - printed));
        printed = count;
    }
    std::ranges::stable_sort(news, {}, &models::LogLine::nanoseconds);
    print(news);
}

/// Everything that is there, in the order of its time.
void JobWatch::printWhole()
{
    if (m_options.follow)
        return printLines();
    if (!m_options.lines)
        return;
    QHash<int, qint64> first;
    for (const models::LogSource &source : m_logs.sources()) {
        const auto reader = m_logs.lineSource(source.id);
        if (reader && m_options.tail >= 0)
            first[source.id] = std::max<qint64>(0, reader->lineCount() - m_options.tail);
    }
    for (qint64 at = 0; at < m_logs.lineCount(); at += linesAtATime) {
        QList<models::LogLine> lines = m_logs.lines(at, std::min(linesAtATime, m_logs.lineCount() - at));
        lines.removeIf([&](const models::LogLine &line) {
            return line.number < first.value(line.source) || !isWanted(m_logs.sources().at(line.source));
        });
        print(lines);
    }
}

void JobWatch::mayEnd()
{
    const bool nothingMoves = m_options.follow ? isOver() : m_detail.isComplete();
    if (m_done || !m_detail.isComplete() || !nothingMoves)
        return;
    if (!m_grace.isActive())
        m_grace.start(graceMilliseconds);
    const bool told = m_detail.summary().state.shape != models::StateShape::Failed || !m_detail.diagnosis().isEmpty();
    if (m_logs.isLive() || (m_options.follow && !told && !m_detail.isGone()))
        return;
    m_grace.start(settleMilliseconds); // lines that were read are told by then
}

} // namespace app
