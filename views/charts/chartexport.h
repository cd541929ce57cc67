// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/marksitem.h"

#include <QPalette>

namespace views {

/// The colour of a rank's curve; one that is alone has the accent.
QColor curveColor(const Tokens &tokens, int rank, bool alone);

/// Everything that a picture of a chart holds.
struct ChartPicture
{
    QString title;
    PlotState state;
    QList<PlotMark> marks;
    bool legend = false;
};

/// Paints a chart laid out anew for a size of its own, without crosshair, in the colours of a palette (a light one for
/// paper, whatever the window shows).
void paintChart(QPainter *painter, const QSize &size, ChartPicture picture, const QPalette &palette);
QImage chartImage(const QSize &size, double scale, const ChartPicture &picture, const QPalette &palette);
/// By suffix: .png or .svg. False if it could not be written.
bool saveChart(const QString &fileName, const QSize &size, const ChartPicture &picture, const QPalette &palette);

} // namespace views
