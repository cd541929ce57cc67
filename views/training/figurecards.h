// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/tone.h"

#include <QWidget>

namespace models {
class JobDetail;
class JobMetrics;
}

namespace views {

class Card;
class Label;
class Sparkline;

/// The row of large figures on a job's page: epoch, loss, throughput, ranks.
class FigureCards : public QWidget
{
    Q_OBJECT
public:
    FigureCards(models::JobDetail &detail, models::JobMetrics &metrics, QWidget *parent = nullptr);

signals:
    void curvesRequested();

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

    models::JobDetail &m_detail;
    models::JobMetrics &m_metrics;
    Figure m_progress, m_loss, m_accuracy, m_throughput, m_ranks;
    Sparkline *m_curve;
};

} // namespace views
