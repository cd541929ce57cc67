// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/resourcetable.h"

namespace models {

/// The figures of a watched job that the API does not know, for its row.
struct JobFigures
{
    QString progress; ///< "epoch 7/10", "step 840"
    double loss = 0; ///< the newest value
    bool hasLoss = false;
    QList<float> curve; ///< loss, oldest first, a few dozen points
};

/// Every job of every framework in one table. Kinds that the cluster does not serve count as "none of these".
/// Follow it with followAll(); every other member is ResourceTable's. Lives in the GUI thread.
class JobTable : public ResourceTable
{
    Q_OBJECT
public:
    enum JobColumn
    {
        State,
        Name,
        Kind,
        Ready,
        Progress,
        Loss,
        Reason,
        Age,
        Namespace,
        ColumnCount
    };

    explicit JobTable(QObject *parent = nullptr);

    /// Follow all job kinds in one namespace (empty: all). Replaces what was followed.
    void followAll(k8s::ApiClient &client, const QString &ns);
    /// The one namespace that is followed; empty: all.
    QString followedNamespace() const { return m_ns; }
    /// One feed per job kind, not started: what followAll() starts, and what tests fill through ResourceFeed::sink().
    void addJobFeeds();

    void setFigures(const QString &uid, const JobFigures &figures);
    JobFigures figures(const QString &uid) const { return m_figures.value(uid); } ///< empty while none are known
    /// Rows by state word (Running, Pending, Failed, ...), without the filter.
    QHash<QString, int> stateCounts() const { return wordCounts(State); }
    void setStateFilter(const QStringList &states) { setWordFilter(State, states); }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    bool isHarmless(const ResourceFeed &feed, const k8s::Error &error) const override;

private:
    void forgetGone();
    int emptyCellsBeforeReason(const QModelIndex &index) const;

    QHash<QString, JobFigures> m_figures;
    QString m_ns;
};

} // namespace models
