// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logsource.h"

#include <QSet>
#include <QToolButton>

namespace views {

/// Chooses among a job's sources by replica type, container and attempt: one menu that stays open while one ticks.
/// Hidden where there is nothing to choose.
class SourceFilter : public QToolButton
{
    Q_OBJECT
public:
    enum class Facet
    {
        ReplicaType,
        Container,
        Attempt
    };

    explicit SourceFilter(QWidget *parent = nullptr);

    void setSources(const QList<models::LogSource> &sources);
    bool isFiltering() const;
    bool passes(const models::LogSource &source) const;
    /// Tick or untick one value; values without a tick in a facet where nothing is ticked all pass.
    void choose(Facet facet, const QString &value, bool chosen);
    void clear();
    QStringList values(Facet facet) const;

signals:
    void changed();

private:
    static constexpr int facetCount = 3;
    static QString valueOf(Facet facet, const models::LogSource &source);
    static QString title(Facet facet);
    void rebuild();
    void showState();

    QList<models::LogSource> m_sources;
    QStringList m_values[facetCount];
    QSet<QString> m_chosen[facetCount];
    QMenu *m_menu;
};

} // namespace views
