// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/jobdetail.h"

#include "k8s/watch/reflector.h"
#include "models/core/format.h"
#include "models/jobs/diagnosis.h"
#include "models/jobs/phases.h"
#include "models/jobs/steadystate.h"
#include "models/jobs/yamltext.h"
#include "models/kinds/kindtable.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {
namespace {

/// What is read from the job object where its bytes arrive.
struct JobObject
{
    QString uid;
    JobSummary summary;
    QList<PhaseMark> marks;
    QByteArray json;
};

bool valueOfPath(const k8s::JsonView &object, const QString &dottedPath)
{
    k8s::JsonView view = object;
    const auto keys = dottedPath.split(u'.');
    for (const auto &key : keys)
        view = view[key.toStdString()];
    return view.boolean();
}

JobObject readJob(const k8s::JsonView &job, const KindDescriptor &kind)
{
    JobSummary summary;
    const auto metadata = job["metadata"], status = job["status"];
    summary.name = metadata["name"].string();
    summary.ns = metadata["namespace"].string();
    summary.kind = QString::fromLatin1(kind.kind);
    summary.uid = metadata["uid"].string();
    summary.createdAt = parseTime(metadata["creationTimestamp"].text());
    summary.startedAt = parseTime(status["startTime"].text());
    summary.finishedAt = parseTime(status["completionTime"].text());
    summary.state = kind.job->state(job);
    summary.replicas = kind.job->replicas(job);
    summary.canSuspend = kind.verbs.testFlag(Verb::Suspend);
    summary.suspended = valueOfPath(job, QString::fromLatin1(kind.job->suspendPath));
    const auto trainer = status["trainerStatus"];
    summary.progressPercent = int(trainer["progressPercentage"].integer(-1));
    summary.remainingSeconds = trainer["estimatedRemainingSeconds"].integer(-1);
    summary.trainerReportedAt = parseTime(trainer["lastUpdatedTime"].text());
    trainer["metrics"].forEach([&summary](const k8s::JsonView &metric) {
        summary.trainerMetrics.append({metric["name"].string(), metric["value"].string()});
    });
    const auto marks = phaseMarks(job);
    const bool over = summary.state.shape == StateShape::Succeeded || summary.state.shape == StateShape::Failed;
    if (over && !summary.finishedAt.isValid() && !marks.isEmpty())
        summary.finishedAt = marks.last().at;
    return {summary.uid, summary, marks, job.toJson()};
}

bool isAbout(const k8s::JsonView &event, const QString &name)
{
    const QString about = event.at("involvedObject", "name").string();
    return about == name || about.startsWith(name + u'-');
}

} // namespace

class JobDetail::Private
{
public:
    explicit Private(JobDetail *owner)
        : q(owner)
    {
    }
    ~Private() { close(); }

    void close();
    void takeJob(Delivery<JobObject> delivery);
    void takeObject(JobObject job);
    void takeNamesake(const JobObject &other);
    void setGone();
    bool isOwn(const PodFacts &pod) const;
    void takePods(Delivery<PodFacts> delivery);
    void removePods(const QStringList &uids);
    void setState(k8s::WatchState state, const k8s::Error &problem);
    void publishPods();
    void assess();
    void tellComplete();
    QList<JobWarning> warnings() const;
    bool isOver() const
    {
        return isGone || summary.state.shape == StateShape::Succeeded || summary.state.shape == StateShape::Failed;
    }

    JobDetail *q;
    k8s::ObjectRef ref;
    const KindDescriptor *kind = nullptr;
    JobSummary summary;
    QList<PhaseMark> marks; ///< every moment ever seen: the operator overwrites some
    QHash<QString, PodFacts> pods;
    QList<PodFacts> ordered;
    QList<Rank> ranks;
    QList<JobPhase> phases;
    Diagnosis diagnosis;
    QStringList victims; ///< as the logs say
    QByteArray json;
    bool isGone = false;
    QDateTime replacedAt; ///< since when another object has the name
    bool podsRead = false;
    bool complete = false;
    Freshness freshness = Freshness::Idle;
    k8s::Error error;
    std::unique_ptr<ResourceTable> events;
    QTimer patience; ///< what has taken too long is only known when time has passed

    std::shared_ptr<Mailbox<JobObject>> jobBox;
    std::shared_ptr<Mailbox<PodFacts>> podBox;
    std::vector<std::unique_ptr<k8s::Reflector>> reflectors;
};

void JobDetail::Private::close()
{
    reflectors.clear();
    if (jobBox)
        jobBox->close();
    if (podBox)
        podBox->close();
    jobBox.reset();
    podBox.reset();
    if (events)
        events->clear();
}

void JobDetail::Private::takeJob(Delivery<JobObject> delivery)
{
    for (JobObject &job : delivery.upserts) {
        if (ref.uid.isEmpty() || job.uid == ref.uid)
            takeObject(std::move(job));
        else
            takeNamesake(job);
    }
    if (delivery.removedUids.contains(ref.uid))
        setGone();
    if (delivery.state)
        setState(*delivery.state, delivery.error);
}

void JobDetail::Private::takeObject(JobObject job)
{
    isGone = false;
    ref.uid = job.uid;
    json = std::move(job.json);
    for (const auto &mark : std::as_const(job.marks)) {
        if (!marks.contains(mark))
            marks.append(mark);
    }
    const bool first = summary.createdAt != job.summary.createdAt;
    if (std::exchange(summary, job.summary) != job.summary)
        emit q->summaryChanged();
    if (first)
        publishPods(); // which of them are this job's is known only now
    else
        assess();
    emit q->yamlChanged();
}

/// The job was deleted and one of the same name was made: a run of its own, whose pods and figures do not belong here.
void JobDetail::Private::takeNamesake(const JobObject &other)
{
    const bool news = replacedAt != other.summary.createdAt;
    replacedAt = other.summary.createdAt;
    if (!summary.uid.isEmpty())
        setGone();
    if (news)
        publishPods();
}

void JobDetail::Private::setGone()
{
    if (std::exchange(isGone, true))
        return;
    emit q->gone();
    assess();
}

/// Pods of an earlier or a later job of the same name carry the same labels: their time tells whose they are.
bool JobDetail::Private::isOwn(const PodFacts &pod) const
{
    const QDateTime &made = pod.rank.createdAt;
    return summary.createdAt.isValid() && made >= summary.createdAt && !(replacedAt.isValid() && made >= replacedAt);
}

void JobDetail::Private::setState(k8s::WatchState state, const k8s::Error &problem)
{
    const auto previous = std::pair {freshness, error};
    const bool known = !summary.uid.isEmpty();
    error = {};
    switch (state) {
    case k8s::WatchState::Listing:
        freshness = known ? freshness : Freshness::Loading;
        break;
    case k8s::WatchState::Live:
        freshness = Freshness::Live;
        break;
    case k8s::WatchState::Stale:
    case k8s::WatchState::Failed:
        freshness = known ? Freshness::Stale : Freshness::Failed;
        error = problem;
        break;
    }
    if (state == k8s::WatchState::Live && !known) { // the list is complete, and the job is not in it
        freshness = Freshness::Failed;
        error = {.kind = k8s::Error::Kind::NotFound, .httpStatus = 404, .message = ref.type.kind + u' ' + ref.name};
    }
    if (previous != std::pair {freshness, error})
        emit q->freshnessChanged();
    tellComplete();
}

void JobDetail::Private::tellComplete()
{
    const bool eventsRead = events->freshness() != Freshness::Idle && events->freshness() != Freshness::Loading;
    if (complete || freshness != Freshness::Live || !podsRead || !eventsRead)
        return;
    complete = true;
    emit q->readCompletely();
}

void JobDetail::Private::takePods(Delivery<PodFacts> delivery)
{
    for (const auto &facts : std::as_const(delivery.upserts)) {
        const auto known = pods.constFind(facts.uid);
        const bool keepsItsEnd = facts.deleting && known != pods.cend() && isOver();
        if (!keepsItsEnd)
            pods.insert(facts.uid, facts);
    }
    removePods(delivery.removedUids);
    publishPods();
    podsRead = podsRead || (delivery.state && *delivery.state != k8s::WatchState::Listing);
    tellComplete();
}

void JobDetail::Private::removePods(const QStringList &uids)
{
    for (const auto &uid : uids) {
        const auto gone = pods.constFind(uid);
        if (gone == pods.cend())
            continue;
        const bool replaced = std::ranges::any_of(pods, [&](const PodFacts &other) {
            return other.uid != gone->uid && other.rank.label == gone->rank.label && isOwn(other);
        });
        if (replaced || !isOver()) // a finished job's pods may be cleaned up; what they did is still worth seeing
            pods.remove(uid);
    }
}

void JobDetail::Private::publishPods()
{
    QList<PodFacts> own;
    for (const auto &pod : std::as_const(pods)) {
        if (isOwn(pod))
            own.append(pod);
    }
    ordered = inRankOrder(std::move(own));
    QList<Rank> next;
    next.reserve(ordered.size());
    for (const auto &pod : std::as_const(ordered))
        next.append(pod.rank);
    if (std::exchange(ranks, next) != next)
        emit q->ranksChanged();
    assess();
}

QList<JobWarning> JobDetail::Private::warnings() const
{
    QList<JobWarning> found;
    for (int row = 0; events && row < events->rowCount(); ++row) {
        const Row *event = events->rowAt(row);
        const bool aboutTheJob = event->cells.value(3).text.endsWith(u'/' + ref.name);
        if (aboutTheJob && event->cells.value(1).tone == Tone::Warning)
            found.prepend({event->cells.value(2).text, event->cells.value(4).text});
    }
    return found;
}

void JobDetail::Private::assess()
{
    const auto nextPhases = phasesOf(summary, marks, ordered);
    if (std::exchange(phases, nextPhases) != nextPhases)
        emit q->phasesChanged();
    Diagnosis next = diagnosis;
    if (!isGone) // what happens to the pods of a deleted job is no news
        next = summary.uid.isEmpty() ? Diagnosis()
                                     : diagnose(summary, ordered, warnings(), QDateTime::currentDateTimeUtc(), victims);
    if (std::exchange(diagnosis, next) != next)
        emit q->diagnosisChanged();
}

JobDetail::JobDetail(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    const auto *eventKind = findKind({}, u"Event"_s);
    d->events = std::make_unique<ResourceTable>(*eventKind);
    d->events->sort(0);
    connect(d->events.get(), &ResourceTable::changed, this, [this] { d->assess(); });
    connect(d->events.get(), &ResourceTable::freshnessChanged, this, [this] { d->tellComplete(); });
    d->patience.setInterval(5000);
    connect(&d->patience, &QTimer::timeout, this, [this] { d->assess(); });
}

JobDetail::~JobDetail() = default;

void JobDetail::prepare(const k8s::ObjectRef &job)
{
    clear();
    d->ref = job;
    d->kind = findKind(job.type.group, job.type.kind);
    Q_ASSERT(d->kind && d->kind->job);
    d->jobBox = std::make_shared<Mailbox<JobObject>>(
        [kind = d->kind, memory = SteadyState()](const k8s::JsonView &object) mutable -> std::optional<JobObject> {
            JobObject read = readJob(object, *kind);
            read.summary.state = memory.of(read.uid, read.summary.state);
            return read;
        });
    d->jobBox->open(this, [this](Delivery<JobObject> delivery) { d->takeJob(std::move(delivery)); });
    d->podBox = std::make_shared<Mailbox<PodFacts>>(
        [container = QString::fromLatin1(d->kind->job->mainContainer)](
            const k8s::JsonView &pod) -> std::optional<PodFacts> { return podFacts(pod, container); });
    d->podBox->open(this, [this](Delivery<PodFacts> delivery) { d->takePods(std::move(delivery)); });
    const auto *eventKind = findKind({}, u"Event"_s);
    auto feed = std::make_unique<ResourceFeed>(eventKind->type(), columnsOf(*eventKind), eventKind);
    feed->setAccept([name = job.name](const k8s::JsonView &event) { return isAbout(event, name); });
    d->events->addFeed(std::move(feed));
    d->freshness = Freshness::Loading;
    d->patience.start();
    emit freshnessChanged();
}

void JobDetail::watch(k8s::ApiClient &client, const k8s::ObjectRef &job)
{
    prepare(job);
    const QString podSelector = QString::fromLatin1(d->kind->job->podLabel) + u'=' + job.name;
    d->reflectors.push_back(std::make_unique<k8s::Reflector>(
        client, k8s::WatchTarget {job.type, job.ns, {}, u"metadata.name="_s + job.name}, d->jobBox));
    d->reflectors.push_back(std::make_unique<k8s::Reflector>(
        client, k8s::WatchTarget {k8s::podType(), job.ns, podSelector, {}}, d->podBox));
    for (const auto &reflector : d->reflectors)
        reflector->start();
    d->events->feeds().front()->start(client, job.ns);
}

void JobDetail::clear()
{
    d->close();
    d->patience.stop();
    d->ref = {};
    d->kind = nullptr;
    d->summary = {};
    d->marks.clear();
    d->pods.clear();
    d->ordered.clear();
    d->ranks.clear();
    d->phases.clear();
    d->diagnosis = {};
    d->victims.clear();
    d->json.clear();
    d->isGone = false;
    d->replacedAt = {};
    d->podsRead = false;
    d->complete = false;
    d->freshness = Freshness::Idle;
    d->error = {};
}

void JobDetail::retry()
{
    for (const auto &reflector : d->reflectors)
        reflector->retryNow();
    d->events->retry();
}

void JobDetail::setVictims(const QStringList &pods)
{
    if (std::exchange(d->victims, pods) != pods)
        d->assess();
}

QString JobDetail::yaml() const
{
    k8s::JsonDocument document;
    return yamlText(document.parse({d->json.constData(), size_t(d->json.size())}));
}

QString JobDetail::manifest() const
{
    k8s::JsonDocument document;
    return manifestText(document.parse({d->json.constData(), size_t(d->json.size())}));
}

QList<SpecParameter> JobDetail::parameters() const
{
    k8s::JsonDocument document;
    return specParameters(document.parse({d->json.constData(), size_t(d->json.size())}));
}

const k8s::ObjectRef &JobDetail::ref() const { return d->ref; }
const JobSummary &JobDetail::summary() const { return d->summary; }
const QList<Rank> &JobDetail::ranks() const { return d->ranks; }
const QList<JobPhase> &JobDetail::phases() const { return d->phases; }
const Diagnosis &JobDetail::diagnosis() const { return d->diagnosis; }
ResourceTable &JobDetail::events() { return *d->events; }
Freshness JobDetail::freshness() const { return d->freshness; }
const k8s::Error &JobDetail::error() const { return d->error; }
bool JobDetail::isComplete() const { return d->complete; }
bool JobDetail::isGone() const { return d->isGone; }
std::shared_ptr<k8s::WatchSink> JobDetail::jobSink() const { return d->jobBox; }
std::shared_ptr<k8s::WatchSink> JobDetail::podSink() const { return d->podBox; }
std::shared_ptr<k8s::WatchSink> JobDetail::eventSink() const
{
    return d->events->feeds().empty() ? nullptr : d->events->feeds().front()->sink();
}

} // namespace models
