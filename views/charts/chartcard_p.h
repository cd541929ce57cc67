// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/bandcache.h"
#include "views/charts/chartcanvas.h"
#include "views/charts/chartcard.h"
#include "views/charts/chartexport.h"
#include "views/charts/chartgestures.h"
#include "views/charts/charthead.h"
#include "views/charts/chartlegend.h"
#include "views/theme/labels.h"

#include <QSet>

namespace views {

class ChartCard::Private
{
public:
    Private(ChartCard *card, models::JobMetrics &jobMetrics)
        : q(card)
        , metrics(jobMetrics)
    {
    }

    QString shownMetric() const { return metric.isEmpty() ? metrics.primaryMetric() : metric; }
    bool isBanded(qsizetype curves) const;
    void collectCurves();
    void fitRange();
    void fitHeight();
    void placeMarks();
    void refresh(); ///< later, if the card is hidden
    void update();
    void setZoom(double from, double to, bool tell);
    void connectModel();
    void connectCanvas();
    void connectLegend();
    void zoomToBox(double from, double to, double low, double high);
    void activate(QPointF position);
    void showMenu(const QPoint &at);
    void askToSave(const QString &filter, const QString &suffix);
    ChartPicture picture();
    QPalette exportPalette() const { return paper ? paletteFor(false) : q->palette(); }
    QSize exportSize() const;

    ChartCard *q;
    models::JobMetrics &metrics;
    QString metric;
    double smoothing = 0;
    bool zoomed = false;
    std::optional<std::pair<double, double>> heights; // drawn as a box, in the units of the axis
    std::optional<std::pair<double, double>> leastHeights; // that the axis holds in any case
    bool outliersIgnored = false;
    RankView rankView = RankView::Auto;
    bool paper = true;
    bool stale = true; // while hidden nothing is laid out
    models::BandCache band;
    QSet<QString> hidden; // labels that the legend switched off
    const models::RankSeries *pointRank = nullptr;
    qsizetype pointIndex = -1;
    ChartHead *head = nullptr;
    Label *hint = nullptr;
    ChartLegend *legend = nullptr;
    ChartCanvas *canvas = nullptr;
    ChartGestures *gestures = nullptr;
    MarksItem *marks = nullptr;
};

} // namespace views
