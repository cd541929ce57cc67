// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/launchapply.h"

#include "app/control/launchplan.h"
#include "k8s/api/discovery.h"
#include "k8s/core/jsonview.h"
#include "models/jobs/yamltext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QRegularExpression>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace app {

/// One run at a time. A generation number drops answers that come after cancel().
class LaunchApply::Private : public QObject
{
public:
    Private(k8s::ApiClient &api, LaunchApply *owner)
        : client(api)
        , q(owner)
    {
    }

    void start(const QString &text, bool comparing, Force how)
    {
        if (busy)
            return;
        ++m_generation;
        m_yaml = text.toUtf8();
        m_comparing = comparing;
        m_force = how;
        m_next = 0;
        m_tries = 0;
        m_checking = !comparing;
        m_found.clear();
        setBusy(true);
        discover();
    }

    void stop()
    {
        ++m_generation;
        setBusy(false);
    }

    k8s::ApiClient &client;
    LaunchApply *const q;
    QString ns = u"default"_s;
    bool busy = false;

private:
    void setBusy(bool now)
    {
        if (std::exchange(busy, now) != now)
            emit q->busyChanged(now);
    }

    /// A reply that counts only while this run goes on.
    template <class Handler>
    auto reply(Handler handler)
    {
        return k8s::Reply<k8s::Response>(
            this, [this, generation = m_generation, handler = std::move(handler)](const auto &answer) {
                if (generation == m_generation)
                    handler(answer);
            });
    }

    void discover();
    void parse(const QList<k8s::ApiResource> &resources);
    void next();
    void compareNext(const LaunchItem &item);
    void dryRun(const LaunchItem &item, const QByteArray &live);
    void applyNext(const LaunchItem &item);
    bool isPutOff(const LaunchItem &item, const k8s::Error &refusal);
    void fail(const k8s::Error &error, int document);

    quint64 m_generation = 0;
    QByteArray m_yaml;
    bool m_comparing = false;
    bool m_checking = false; ///< the dry run of all that comes before anything is applied
    Force m_force = Force::No;
    LaunchPlan m_plan;
    qsizetype m_next = 0;
    int m_tries = 0; ///< of the object at m_next, that its webhook did not know all of
    QList<models::LiveDifference> m_found;
};

void LaunchApply::Private::discover()
{
    k8s::Discovery(client).refresh(
        {this, [this, generation = m_generation](const k8s::Result<QList<k8s::ApiResource>> &answer) {
             if (generation != m_generation)
                 return;
             if (answer)
                 parse(*answer);
             else
                 fail(answer.error(), -1);
         }});
}

void LaunchApply::Private::parse(const QList<k8s::ApiResource> &resources)
{
    const QPointer<Private> self(this);
    QThreadPool::globalInstance()->start([self, yaml = m_yaml, space = ns, resources, generation = m_generation] {
        LaunchPlan plan;
        const auto outcome = makeLaunchPlan(yaml, space, resources, plan);
        QMetaObject::invokeMethod(qApp, [self, plan, outcome, generation] {
            if (!self || generation != self->m_generation)
                return;
            self->m_plan = plan;
            if (outcome)
                self->next();
            else
                self->fail(outcome.error(), plan.failedDocument);
        });
    });
}

void LaunchApply::Private::next()
{
    while (m_checking && m_next < m_plan.items.size() && m_plan.items.at(m_next).inNewNamespace)
        ++m_next; // no dry run can know its namespace
    if (m_checking && m_next >= m_plan.items.size()) {
        m_checking = false;
        m_next = 0;
    }
    if (m_next < m_plan.items.size()) {
        const LaunchItem item = m_plan.items.at(m_next);
        return m_comparing ? compareNext(item) : applyNext(item);
    }
    setBusy(false);
    if (m_comparing)
        emit q->compared(m_found);
    else
        emit q->applied(m_plan.items.last().object, int(m_plan.items.size()));
}

void LaunchApply::Private::compareNext(const LaunchItem &item)
{
    emit q->progress(LaunchApply::tr("Reading %1 %2…").arg(item.object.type.kind, item.object.name));
    client.get(item.object, reply([this, item](const k8s::Result<k8s::Response> &answer) {
                   if (!answer && answer.error().kind != k8s::Error::Kind::NotFound)
                       return fail(answer.error(), item.document);
                   if (answer)
                       return dryRun(item, answer->body);
                   m_found.append({.title = u"%1 %2"_s.arg(item.object.type.kind, item.object.name),
                                   .document = item.document,
                                   .exists = false,
                                   .live = {},
                                   .after = comparableText(item.json)});
                   ++m_next;
                   next();
               }));
}

void LaunchApply::Private::dryRun(const LaunchItem &item, const QByteArray &live)
{
    k8s::WriteOptions options;
    options.dryRun = true;
    options.force = true; // what would be, whoever owns it; conflicts are a matter of applying
    client.patch(item.object, k8s::PatchKind::Apply, item.json, options,
                 reply([this, item, live](const k8s::Result<k8s::Response> &answer) {
                     if (!answer)
                         return fail(answer.error(), item.document);
                     m_found.append({.title = u"%1 %2"_s.arg(item.object.type.kind, item.object.name),
                                     .document = item.document,
                                     .exists = true,
                                     .live = comparableText(live),
                                     .after = comparableText(answer->body)});
                     ++m_next;
                     next();
                 }));
}

void LaunchApply::Private::applyNext(const LaunchItem &item)
{
    const QString sentence
        = m_checking ? LaunchApply::tr("Asking the server about %1 %2…") : LaunchApply::tr("Applying %1 %2…");
    emit q->progress(sentence.arg(item.object.type.kind, item.object.name));
    k8s::WriteOptions options;
    options.dryRun = m_checking;
    options.force = m_force == Force::Yes;
    client.patch(item.object, k8s::PatchKind::Apply, item.json, options,
                 reply([this, item](const k8s::Result<k8s::Response> &answer) {
                     if (!answer && isPutOff(item, answer.error()))
                         return;
                     if (!answer)
                         return fail(answer.error(), item.document);
                     m_tries = 0;
                     ++m_next;
                     next();
                 }));
}

/// Where the server misses what the same text makes, the dry run passes over the object and applying asks again.
bool LaunchApply::Private::isPutOff(const LaunchItem &item, const k8s::Error &refusal)
{
    const LaunchItem *missed = missedPart(m_plan, item, refusal);
    if (!missed)
        return false;
    if (m_checking) {
        ++m_next;
        next();
        return true;
    }
    const auto pause = pauseBeforeTry(++m_tries);
    if (!pause)
        return false;
    emit q->progress(
        LaunchApply::tr("Waiting until the cluster knows %1 %2…").arg(missed->object.type.kind, missed->object.name));
    QTimer::singleShot(*pause, this, [this, generation = m_generation] {
        if (generation == m_generation)
            next();
    });
    return true;
}

void LaunchApply::Private::fail(const k8s::Error &error, int document)
{
    setBusy(false);
    const QStringList owners = fieldOwners(error);
    if (owners.isEmpty())
        emit q->failed(error, document);
    else
        emit q->conflicted(owners, document);
}

LaunchApply::LaunchApply(k8s::ApiClient &client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(client, this))
{
}

LaunchApply::~LaunchApply() = default;

void LaunchApply::setNamespace(const QString &ns) { d->ns = ns; }

void LaunchApply::compare(const QString &yaml) { d->start(yaml, true, Force::No); }

void LaunchApply::apply(const QString &yaml, Force force) { d->start(yaml, false, force); }

void LaunchApply::cancel() { d->stop(); }

bool LaunchApply::isBusy() const { return d->busy; }

QStringList fieldOwners(const k8s::Error &error)
{
    if (error.httpStatus != 409)
        return {};
    // apimachinery's managedfields: conflict with "kubectl" using v1: .spec.replicas
    static const QRegularExpression words(u"^conflict with \"([^\"]*)\""_s);
    QStringList owners;
    for (const k8s::FieldCause &cause : error.causes) {
        const auto match = words.match(cause.message);
        if (match.hasMatch())
            owners.append(u"%1: %2"_s.arg(match.captured(1), cause.field));
    }
    return owners;
}

QString comparableText(const QByteArray &json)
{
    QByteArray text = json;
    QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value("kind"_L1).toString() == "Secret"_L1) {
        for (const auto &part : {"data"_L1, "stringData"_L1}) {
            QJsonObject values = object.value(part).toObject();
            for (auto value = values.begin(); value != values.end(); ++value)
                value.value() = u"(hidden, %1)"_s.arg(qHash(value.value().toString()), 0, 16);
            if (!values.isEmpty())
                object.insert(part, values);
        }
        text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    k8s::JsonDocument document;
    return models::manifestText(document.parse({text.constData(), size_t(text.size())}));
}

} // namespace app
