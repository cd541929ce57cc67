// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/jobtable.h"

#include "models/core/format.h"
#include "models/jobs/steadystate.h"
#include "models/kinds/jobcells.h"
#include "models/kinds/kindtable.h"

namespace models {
namespace {

/// A Job or JobSet that a training job made is part of that job, not a row beside it.
bool standsAlone(const k8s::JsonView &object)
{
    bool alone = true;
    object.at("metadata", "ownerReferences").forEach([&alone](const k8s::JsonView &owner) {
        const auto kind = owner["kind"].string();
        if (owner["controller"].boolean()
            && (kind.endsWith(QLatin1StringView("Job")) && kind != QLatin1StringView("CronJob")))
            alone = false;
        if (owner["controller"].boolean() && kind == QLatin1StringView("JobSet"))
            alone = false;
    });
    return alone;
}

/// A State cell that remembers, per job, whether it has run.
std::function<Cell(const k8s::JsonView &)> steadyState(const JobTraits &traits)
{
    return [&traits, memory = SteadyState()](const k8s::JsonView &job) mutable {
        return cells::jobState(memory.of(job.at("metadata", "uid").string(), traits.state(job)));
    };
}

} // namespace

JobTable::JobTable(QObject *parent)
    : ResourceTable(columnsOf(*jobKinds().constFirst()), parent)
{
    sort(Age, Qt::AscendingOrder);
    connect(this, &ResourceTable::changed, this, &JobTable::forgetGone);
}

void JobTable::addJobFeeds()
{
    clear();
    const auto kinds = jobKinds();
    for (const auto *kind : kinds) {
        auto columns = columnsOf(*kind);
        columns[State].cell = steadyState(*kind->job);
        auto feed = std::make_unique<ResourceFeed>(kind->type(), columns, kind);
        feed->setAccept(&standsAlone);
        addFeed(std::move(feed));
    }
}

void JobTable::followAll(k8s::ApiClient &client, const QString &ns)
{
    m_ns = ns;
    addJobFeeds();
    for (const auto &feed : feeds())
        feed->start(client, ns);
}

bool JobTable::isHarmless(const ResourceFeed &feed, const k8s::Error &error) const
{
    const bool builtIn = feed.type().group == QLatin1StringView("batch");
    return error.kind == k8s::Error::Kind::NotFound && !builtIn;
}

void JobTable::setFigures(const QString &uid, const JobFigures &figures)
{
    if (!rowOfUid(uid))
        return;
    m_figures.insert(uid, figures);
    Cell loss;
    if (figures.hasLoss)
        loss = {figureText(figures.loss), figures.loss};
    setCell(uid, Loss, loss);
    const int row = rowIndexOfUid(uid);
    if (row >= 0)
        emit dataChanged(index(row, Progress), index(row, Loss));
}

void JobTable::forgetGone()
{
    m_figures.removeIf([this](const auto &entry) { return !rowOfUid(entry.key()); });
}

/// A row without curve and progress spends their room on its reason.
int JobTable::emptyCellsBeforeReason(const QModelIndex &index) const
{
    int count = 0;
    for (int column = Reason - 1; column >= Progress; --column, ++count) {
        if (!data(index.siblingAtColumn(column)).toString().isEmpty())
            break;
    }
    return count;
}

QVariant JobTable::data(const QModelIndex &index, int role) const
{
    if (role == SpanTextRole)
        return index.column() == Reason ? emptyCellsBeforeReason(index) : 0;
    const bool extra = role == CurveRole || (role == Qt::DisplayRole && index.column() == Progress);
    if (!extra || !index.isValid() || m_figures.isEmpty())
        return ResourceTable::data(index, role);
    const Row *row = rowAt(index.row());
    const auto figures = row ? m_figures.constFind(row->uid) : m_figures.cend();
    if (figures == m_figures.cend())
        return ResourceTable::data(index, role);
    if (role == CurveRole)
        return index.column() == Loss ? QVariant::fromValue(figures->curve) : QVariant();
    return figures->progress.isEmpty() ? ResourceTable::data(index, role) : figures->progress;
}

} // namespace models
