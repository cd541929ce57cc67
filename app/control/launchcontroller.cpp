// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/launchcontroller.h"

#include "app/control/launchplan.h"
#include "k8s/api/discovery.h"
#include "k8s/core/jsonview.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace app {

/// One launch at a time: parse, dry run of all, create of all. A generation number drops answers that come after
/// cancel().
class LaunchController::Private : public QObject
{
public:
    Private(k8s::ApiClient &api, LaunchController *controller)
        : client(api)
        , q(controller)
    {
    }

    void start(const QString &text, bool create);
    void stop();

    k8s::ApiClient &client;
    LaunchController *const q;
    QString ns = u"default"_s;
    QList<k8s::ApiResource> resources;
    bool busy = false;

private:
    void setBusy(bool now);
    void parse();
    void parsed(const LaunchPlan &result, const k8s::Result<> &outcome);
    void discover();
    void checkNext();
    void sendNext();
    void send(const LaunchItem &item, bool dryRun);
    void update(const LaunchItem &item, bool dryRun);
    bool isPutOff(const LaunchItem &item, bool dryRun, const k8s::Error &refusal);
    void leaveUntried(const LaunchItem &item, const QString &kind, const QString &name);
    void answered(const LaunchItem &item, bool dryRun, const k8s::Result<k8s::Response> &answer);
    void finishDryRun();
    void finishLaunch();
    void fail(const k8s::Error &error, int document);

    quint64 m_generation = 0;
    QByteArray m_yaml;
    bool m_create = false;
    bool m_discovered = false;
    LaunchPlan m_plan;
    qsizetype m_next = 0;
    int m_tries = 0; ///< of the object at m_next, that its webhook did not know all of
    int m_untried = 0; ///< objects that no dry run could ask about
    QStringList m_warnings;
    k8s::ObjectRef m_launched;
    bool m_launchedIsJob = false;
    k8s::JsonDocument m_json;
};

void LaunchController::Private::setBusy(bool now)
{
    if (std::exchange(busy, now) != now)
        emit q->busyChanged(now);
}

void LaunchController::Private::start(const QString &text, bool create)
{
    if (busy)
        return;
    ++m_generation;
    m_yaml = text.toUtf8();
    m_create = create;
    m_discovered = false;
    m_warnings.clear();
    m_untried = 0;
    m_tries = 0;
    m_launched = {};
    m_launchedIsJob = false;
    setBusy(true);
    if (resources.isEmpty())
        discover();
    else
        parse();
}

void LaunchController::Private::stop()
{
    ++m_generation;
    setBusy(false);
}

void LaunchController::Private::discover()
{
    m_discovered = true;
    const quint64 generation = m_generation;
    k8s::Discovery(client).refresh({this, [this, generation](const k8s::Result<QList<k8s::ApiResource>> &answer) {
                                        if (generation != m_generation)
                                            return;
                                        if (!answer)
                                            return fail(answer.error(), -1);
                                        resources = *answer;
                                        parse();
                                    }});
}

void LaunchController::Private::parse()
{
    const QPointer<Private> self(this);
    QThreadPool::globalInstance()->start(
        [self, yaml = m_yaml, space = ns, served = resources, generation = m_generation] {
            LaunchPlan plan;
            const auto outcome = makeLaunchPlan(yaml, space, served, plan);
            QMetaObject::invokeMethod(qApp, [self, plan, outcome, generation] {
                if (self && generation == self->m_generation)
                    self->parsed(plan, outcome);
            });
        });
}

void LaunchController::Private::parsed(const LaunchPlan &result, const k8s::Result<> &outcome)
{
    m_plan = result;
    m_next = 0;
    if (outcome)
        return checkNext();
    if (result.unknownKind && !m_discovered)
        return discover(); // the kind may have been installed meanwhile
    fail(outcome.error(), result.failedDocument);
}

void LaunchController::Private::checkNext()
{
    for (; m_next < m_plan.items.size() && m_plan.items.at(m_next).inNewNamespace; ++m_next) {
        const LaunchItem &item = m_plan.items.at(m_next);
        leaveUntried(item, u"Namespace"_s, item.object.ns);
    }
    if (m_next < m_plan.items.size()) {
        const LaunchItem &item = m_plan.items.at(m_next);
        emit q->progress(
            LaunchController::tr("Asking the server about %1 %2…").arg(item.object.type.kind, item.object.name));
        return send(item, true);
    }
    m_next = 0;
    if (m_create)
        sendNext();
    else
        finishDryRun();
}

void LaunchController::Private::sendNext()
{
    if (m_next >= m_plan.items.size())
        return finishLaunch();
    const LaunchItem &item = m_plan.items.at(m_next);
    emit q->progress(LaunchController::tr("Creating %1 %2…").arg(item.object.type.kind, item.object.name));
    send(item, false);
}

void LaunchController::Private::send(const LaunchItem &item, bool dryRun)
{
    const quint64 generation = m_generation;
    k8s::WriteOptions options;
    options.dryRun = dryRun;
    client.create(item.object.type, item.object.ns, item.json, options,
                  {this, [this, item, dryRun, generation](const auto &answer) {
                       if (generation != m_generation)
                           return;
                       const bool exists = !answer && answer.error().reason == "AlreadyExists"_L1;
                       if (exists && !item.job && !item.object.name.isEmpty())
                           update(item, dryRun);
                       else
                           answered(item, dryRun, answer);
                   }});
}

void LaunchController::Private::update(const LaunchItem &item, bool dryRun)
{
    if (item.object.type.kind == "Namespace"_L1)
        return answered(item, dryRun, k8s::Response {}); // it is there: that is all that was wanted
    const quint64 generation = m_generation;
    k8s::WriteOptions options;
    options.dryRun = dryRun;
    options.force = true; // what the text says is what the user wants; fields it does not name stay with their owners
    client.patch(item.object, k8s::PatchKind::Apply, item.json, options,
                 {this, [this, item, dryRun, generation](const auto &answer) {
                      if (generation == m_generation)
                          answered(item, dryRun, answer);
                  }});
}

/// Where the server misses what the same text makes, a dry run leaves the object for later and a launch asks again.
bool LaunchController::Private::isPutOff(const LaunchItem &item, bool dryRun, const k8s::Error &refusal)
{
    const LaunchItem *missed = missedPart(m_plan, item, refusal);
    if (!missed)
        return false;
    if (dryRun) {
        leaveUntried(item, missed->object.type.kind, missed->object.name);
        ++m_next;
        checkNext();
        return true;
    }
    const auto pause = pauseBeforeTry(++m_tries);
    if (!pause)
        return false;
    emit q->progress(LaunchController::tr("Waiting until the cluster knows %1 %2…")
                         .arg(missed->object.type.kind, missed->object.name));
    QTimer::singleShot(*pause, this, [this, generation = m_generation] {
        if (generation == m_generation)
            sendNext();
    });
    return true;
}

/// `kind` and `name` of what has to be made first.
void LaunchController::Private::leaveUntried(const LaunchItem &item, const QString &kind, const QString &name)
{
    ++m_untried;
    if (!m_create)
        m_warnings += LaunchController::tr("%1 %2 can only be tried when %3 %4 has been made.")
                          .arg(item.object.type.kind, item.object.name, kind, name);
}

void LaunchController::Private::answered(const LaunchItem &item, bool dryRun, const k8s::Result<k8s::Response> &answer)
{
    if (!answer && isPutOff(item, dryRun, answer.error()))
        return;
    if (!answer)
        return fail(answer.error(), item.document);
    if (dryRun)
        m_warnings += answer->warnings;
    m_tries = 0;
    ++m_next;
    if (dryRun)
        return checkNext();
    if (item.job || !m_launchedIsJob) {
        const QByteArray &body = answer->body;
        const k8s::JsonView created = m_json.parse({body.constData(), size_t(body.size())});
        m_launched = item.object;
        m_launched.uid = created.at("metadata", "uid").string();
        m_launched.name = created.at("metadata", "name").string(item.object.name);
        m_launchedIsJob = item.job;
    }
    sendNext();
}

void LaunchController::Private::finishDryRun()
{
    setBusy(false);
    emit q->dryRunPassed(int(m_plan.items.size()) - m_untried, m_warnings);
}

void LaunchController::Private::finishLaunch()
{
    setBusy(false);
    emit q->launched(m_launched, m_warnings);
}

void LaunchController::Private::fail(const k8s::Error &error, int document)
{
    setBusy(false);
    emit q->failed(error, document);
}

LaunchController::LaunchController(k8s::ApiClient &client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(client, this))
{
}

LaunchController::~LaunchController() = default;

void LaunchController::setNamespace(const QString &ns) { d->ns = ns; }

void LaunchController::setResources(const QList<k8s::ApiResource> &resources) { d->resources = resources; }

void LaunchController::dryRun(const QString &yaml) { d->start(yaml, false); }

void LaunchController::launch(const QString &yaml) { d->start(yaml, true); }

void LaunchController::launchSample(const QString &file)
{
    QFile sample(file);
    if (sample.open(QIODevice::ReadOnly))
        return launch(QString::fromUtf8(sample.readAll()));
    k8s::Error error;
    error.kind = k8s::Error::Kind::Io;
    error.message = sample.errorString();
    error.context = file;
    emit failed(error, -1);
}

void LaunchController::cancel() { d->stop(); }

bool LaunchController::isBusy() const { return d->busy; }

} // namespace app
