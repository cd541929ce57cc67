// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/tone.h"

#include <QWidget>

namespace models {
class JobDetail;
class JobMetrics;
class JobResources;
}

namespace views {

class Card;
class Label;
class Sparkline;

/// The row of large figures on a job's page: epoch, loss, throughput, GPUs, ranks.
class FigureCards : public QWidget
{
    Q_OBJECT
public:
    FigureCards(models::JobDetail &detail, models::JobMetrics &metrics, QWidget *parent = nullptr);

    /// Adds the card of GPUs (of CPU for a job without any). The resources are read while this is visible; they must
    /// outlive it.
    void setResources(models::JobResources &resources);

signals:
    void curvesRequested();
    void resourcesRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Figure
    {
        Card *card = nullptr;
        Label *title = nullptr;
        Label *value = nullptr;
        Label *note = nullptr;
    };
    Figure addFigure(const QString &title);
    void refreshFigures();
    void refreshRanks();
    void refreshCurve();
    void refreshResources();

    models::JobDetail &m_detail;
    models::JobMetrics &m_metrics;
    Figure m_progress, m_loss, m_accuracy, m_throughput, m_resourceFigure, m_ranks;
    models::JobResources *m_resources = nullptr;
    Sparkline *m_curve;
};

} // namespace views
