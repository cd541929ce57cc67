// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartexport.h"

#include "views/charts/chartcanvas.h"
#include "views/charts/chartlegend.h"
#include "views/theme/theme.h"

#include <QChart>
#include <QPainter>
#include <QSvgGenerator>

namespace views {

using namespace Qt::StringLiterals;

QColor curveColor(const Tokens &tokens, int rank, bool alone)
{
    return alone ? tokens.accent : seriesColor(tokens, rank);
}

void paintChart(QPainter *painter, const QSize &size, ChartPicture picture, const QPalette &palette)
{
    const Tokens &colors = tokens(palette);
    for (Curve &curve : picture.state.curves)
        curve.color = curveColor(colors, curve.rank->rank, picture.state.curves.size() == 1);
    picture.state.bandColor = colors.accent;
    picture.state.crosshair = std::numeric_limits<double>::quiet_NaN();
    painter->fillRect(QRect(QPoint(), size), colors.surface);
    painter->setPen(colors.text);
    painter->setFont(views::font(TextRole::Strong));
    painter->drawText(QPointF(space::l, space::l + painter->fontMetrics().ascent() / 2.0), picture.title);
    int top = space::xxl;
    if (picture.legend)
        top += paintLegend(painter, {space::l, top}, size.width() - 2 * space::l, picture.state.curves, colors)
            + space::xs;
    ChartCanvas canvas;
    canvas.setAttribute(Qt::WA_DontShowOnScreen);
    canvas.setPalette(palette);
    canvas.resize(size.width() - 2 * space::l, size.height() - top - space::s);
    canvas.state() = picture.state;
    auto *marks = new MarksItem(canvas.state(), canvas.chart());
    marks->setTokens(colors);
    marks->setMarks(picture.marks);
    canvas.show(); // only a shown widget is laid out
    canvas.refresh();
    canvas.renderTo(painter, QRectF(QPointF(space::l, top), QSizeF(canvas.size())));
}

QImage chartImage(const QSize &size, double scale, const ChartPicture &picture, const QPalette &palette)
{
    QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paintChart(&painter, size, picture, palette);
    return image;
}

bool saveChart(const QString &fileName, const QSize &size, const ChartPicture &picture, const QPalette &palette)
{
    if (!fileName.endsWith(".svg"_L1, Qt::CaseInsensitive))
        return chartImage(size, 2, picture, palette).save(fileName);
    QSvgGenerator svg;
    svg.setFileName(fileName);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(), size));
    svg.setTitle(picture.title);
    QPainter painter;
    if (!painter.begin(&svg))
        return false;
    paintChart(&painter, size, picture, palette);
    return painter.end();
}

} // namespace views
