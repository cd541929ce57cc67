// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcanvas.h"

#include "views/charts/ticks.h"
#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>

#include <cmath>

namespace views {

using namespace Qt::StringLiterals;

namespace {

void setTicks(QCategoryAxis *axis, const QList<Tick> &ticks, double from, double to)
{
    const QStringList old = axis->categoriesLabels();
    QStringList labels;
    for (const Tick &tick : ticks)
        labels.append(tick.label);
    bool same = labels == old;
    for (qsizetype i = 0; same && i < ticks.size(); ++i)
        same = axis->endValue(ticks[i].label) == ticks[i].value;
    if (!same) {
        for (const QString &label : old)
            axis->remove(label);
        axis->setStartValue(std::min(from, ticks.isEmpty() ? from : ticks.first().value) - 1);
        for (const Tick &tick : ticks)
            axis->append(tick.label, tick.value);
    }
    axis->setRange(from, to);
}

double widest(const QList<Tick> &ticks, const QFontMetricsF &metrics)
{
    double width = 0;
    for (const Tick &tick : ticks)
        width = std::max(width, metrics.horizontalAdvance(tick.label));
    return width;
}

QList<Tick> xTicks(const PlotState &state, int most)
{
    switch (state.axis) {
    case models::Axis::Time:
        return timeTicks(state.from, state.to, most);
    case models::Axis::Step:
        return roundTicks(state.from, state.to, most, true);
    case models::Axis::Epoch:
        break;
    }
    return roundTicks(state.from, state.to, most);
}

QString xText(const PlotState &state, double x)
{
    switch (state.axis) {
    case models::Axis::Time:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(qint64(x)), u"HH:mm:ss"_s);
    case models::Axis::Step:
        return ChartCanvas::tr("step %1").arg(stepText(std::round(x)));
    case models::Axis::Epoch:
        break;
    }
    return ChartCanvas::tr("epoch %1").arg(QString::number(x, 'f', 2));
}

} // namespace

ChartCanvas::ChartCanvas(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_x(new QCategoryAxis(this))
    , m_y(new QCategoryAxis(this))
    , m_item(new SeriesItem(m_state, chart()))
{
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_TranslucentBackground);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    auto *series = new QLineSeries(chart()); // stays empty: axes want a series
    chart()->addSeries(series);
    for (QCategoryAxis *axis : {m_x, m_y}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setTruncateLabels(false);
    }
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
    applyTheme();
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::applyTheme()
{
    const Tokens &colors = tokens(palette());
    m_item->setTokens(colors);
    for (QCategoryAxis *axis : {m_x, m_y}) {
        axis->setLabelsFont(views::font(TextRole::Caption));
        axis->setLabelsColor(colors.muted);
        axis->setGridLineVisible(false); // ours: QtCharts draws one at the upper bound, too
        axis->setLinePen(axis == m_x ? QPen(colors.border, 1) : QPen(Qt::NoPen));
    }
}

void ChartCanvas::layOut()
{
    const QFontMetricsF metrics(views::font(TextRole::Caption));
    const double height = metrics.height();
    QRectF area = QRectF(viewport()->rect()).adjusted(0, height / 2 + 2, 0, -(height + space::s));
    const int rows = std::clamp(int(area.height() / (height * 2.2)), 2, 8);
    const QList<Tick> y = m_state.logarithmic ? logarithmTicks(m_state.low, m_state.high, rows)
                                              : roundTicks(m_state.low, m_state.high, rows);
    double right = space::m;
    m_state.area = area; // labels need the heights
    for (const EndLabel &label : endLabels())
        right = std::max(right, metrics.horizontalAdvance(label.text) + space::m + space::s);
    area.adjust(std::ceil(widest(y, metrics)) + space::m, 0, -std::min(right, area.width() / 3), 0);
    area = QRectF(area.toRect()); // on whole pixels: a picture that need not be scaled is copied
    m_state.area = area;
    // As many labels as fit with air between them, the first and the last not beyond the edges.
    const double label
        = std::max(widest(xTicks(m_state, 6), metrics), metrics.horizontalAdvance(u"00,000"_s)) + space::xl;
    const QList<Tick> x = xTicks(m_state, std::clamp(int(area.width() / label), 1, 12));
    m_state.rows.clear();
    for (const Tick &tick : y)
        m_state.rows.append(tick.value);
    m_item->areaChanged();
    const bool moved = chart()->plotArea() != area;
    chart()->setPlotArea(area);
    // Laying an axis out costs as much as the curves: a point more rarely moves a label by as much as a pixel.
    const auto placed = [](const QList<Tick> &ticks, auto place) {
        QList<std::pair<QString, int>> labels;
        for (const Tick &tick : ticks)
            labels.append({tick.label, qRound(place(tick.value))});
        return labels;
    };
    const auto xPlaces = placed(x, [this](double value) { return m_state.xOf(value) * devicePixelRatioF(); });
    if (moved || xPlaces != m_xPlaces)
        setTicks(m_x, x, m_state.from, m_state.to);
    m_xPlaces = xPlaces;
    const auto yPlaces = placed(y, [&](double value) {
        return area.height() * (value - m_state.low) / (m_state.high - m_state.low) * devicePixelRatioF();
    });
    if (moved || yPlaces != m_yPlaces)
        setTicks(m_y, y, m_state.low, m_state.high);
    m_yPlaces = yPlaces;
    if (moved) { // the axes follow a plot area that was set only with the chart's next layout: ask for it
        chart()->layout()->invalidate();
        chart()->layout()->activate();
    }
}

void ChartCanvas::refresh()
{
    layOut();
    viewport()->update();
}

void ChartCanvas::renderTo(QPainter *painter, const QRectF &target)
{
    chart()->layout()->activate();
    scene()->render(painter, target, QRectF(viewport()->rect()));
    painter->save();
    painter->translate(target.topLeft());
    painter->scale(target.width() / viewport()->width(), target.height() / viewport()->height());
    paintEndLabels(painter);
    painter->restore();
}

QList<ChartCanvas::EndLabel> ChartCanvas::endLabels() const
{
    QList<EndLabel> labels;
    if (m_state.banded) {
        if (!m_state.band.isEmpty()) {
            const models::BandPoint &last = m_state.band.last();
            labels.append(
                {tr("mean %1").arg(valueText(double(last.mean))), m_state.bandColor, m_state.yOf(double(last.mean))});
        }
        return labels;
    }
    qsizetype visible = std::ranges::count_if(m_state.curves, &Curve::visible);
    for (const Curve &curve : m_state.curves) {
        const models::Series &series = curve.rank->series;
        const qsizetype last = curve.visible && visible <= mostEndLabels ? m_state.lastVisible(series) : -1;
        if (last < 0)
            continue;
        const float value = curve.smooth ? curve.smooth->values()[size_t(last)] : series.value(last);
        const QString text = valueText(double(value));
        const double y = std::isfinite(value) ? m_state.yOf(double(value)) : m_state.area.top();
        labels.append({visible == 1 ? text : curve.rank->label + u' ' + text, curve.color,
                       std::clamp(y, m_state.area.top(), m_state.area.bottom())});
    }
    return labels;
}

void ChartCanvas::paintEndLabels(QPainter *painter) const
{
    QList<EndLabel> labels = endLabels();
    std::ranges::sort(labels, {}, &EndLabel::y);
    painter->setFont(views::font(TextRole::Caption));
    const double height = painter->fontMetrics().height();
    // Push apart downwards, then back up from the lower edge.
    for (qsizetype i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + height);
    double lowest = m_state.area.bottom();
    for (qsizetype i = labels.size() - 1; i >= 0; --i) {
        labels[i].y = std::min(labels[i].y, lowest);
        lowest = labels[i].y - height;
    }
    for (const EndLabel &label : std::as_const(labels)) {
        painter->setPen(label.color);
        painter->drawText(
            QPointF(m_state.area.right() + space::s, label.y + height / 2 - painter->fontMetrics().descent()),
            label.text);
    }
}

/// The values under the crosshair, highest first.
void ChartCanvas::paintReadout(QPainter *painter) const
{
    struct Row
    {
        QString label, text;
        QColor color;
        double value;
    };
    QList<Row> rows;
    if (m_state.banded) {
        const auto point = std::ranges::min_element(
            m_state.band, {}, [this](const models::BandPoint &at) { return std::abs(at.x - m_state.crosshair); });
        if (point == m_state.band.end())
            return;
        rows = {{tr("maximum"), valueText(double(point->max)), m_state.bandColor, 2},
                {tr("mean of %1").arg(point->ranks), valueText(double(point->mean)), m_state.bandColor, 1},
                {tr("minimum"), valueText(double(point->min)), m_state.bandColor, 0}};
    }
    for (const Curve &curve : m_state.curves) {
        const qsizetype index
            = m_state.banded || !curve.visible ? -1 : nearestPoint(curve.rank->series, m_state.crosshair, m_state.axis);
        if (index >= 0)
            rows.append({curve.rank->label, valueText(double(curve.rank->series.value(index))), curve.color,
                         double(curve.rank->series.value(index))});
    }
    if (rows.isEmpty())
        return;
    std::ranges::stable_sort(rows, std::greater {}, [](const Row &row) {
        return std::isnan(row.value) ? std::numeric_limits<double>::infinity() : row.value;
    });
    const Tokens &colors = tokens(palette());
    painter->setFont(views::font(TextRole::Caption));
    const QFontMetricsF metrics(painter->font());
    const QString title = xText(m_state, m_state.crosshair);
    double labelWidth = 0, textWidth = 0;
    for (const Row &row : std::as_const(rows)) {
        labelWidth = std::max(labelWidth, metrics.horizontalAdvance(row.label));
        textWidth = std::max(textWidth, metrics.horizontalAdvance(row.text));
    }
    const double line = std::ceil(metrics.height() * 1.25);
    const QSizeF size(std::max(labelWidth + textWidth + 14 + space::l, metrics.horizontalAdvance(title)) + 2 * space::s,
                      line * double(rows.size() + 1) + 2 * space::xs);
    const double x = m_state.xOf(m_state.crosshair);
    const double left = x + space::m + size.width() < m_state.area.right() ? x + space::m
                                                                           : std::max(0.0, x - space::m - size.width());
    const QRectF box(QPointF(left, m_state.area.top() + space::xs), size);
    paintPanel(painter, box, colors.raised, colors.border, 6);
    double y = box.top() + space::xs + metrics.ascent() + (line - metrics.height()) / 2;
    painter->setPen(colors.muted);
    painter->drawText(QPointF(box.left() + space::s, y), title);
    for (const Row &row : std::as_const(rows)) {
        y += line;
        painter->setPen(Qt::NoPen);
        painter->setBrush(row.color);
        painter->drawEllipse(QPointF(box.left() + space::s + 4, y - metrics.ascent() / 2 + 1), 4, 4);
        painter->setPen(colors.text);
        painter->drawText(QPointF(box.left() + space::s + 14, y), row.label);
        painter->drawText(QPointF(box.right() - space::s - metrics.horizontalAdvance(row.text), y), row.text);
    }
}

void ChartCanvas::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->resetTransform();
    paintEndLabels(painter);
    const double x = m_state.xOf(m_state.crosshair);
    if (!std::isnan(x) && x >= m_state.area.left() - 1 && x <= m_state.area.right() + 1)
        paintReadout(painter);
    painter->restore();
}

void ChartCanvas::setCrosshair(double x)
{
    if (x == m_state.crosshair || (std::isnan(x) && std::isnan(m_state.crosshair)))
        return;
    m_state.crosshair = x;
    viewport()->update();
}

void ChartCanvas::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    refresh();
}

void ChartCanvas::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        applyTheme();
        refresh();
    }
}

void ChartCanvas::wheelEvent(QWheelEvent *event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (!m_state.area.contains(event->position()) || steps == 0 || event->modifiers().testFlag(Qt::ShiftModifier)) {
        event->ignore(); // the page scrolls
        return;
    }
    emit zoomWanted(m_state.xAt(event->position().x()), std::pow(0.8, steps));
    event->accept();
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_dragX = event->position().x();
    m_dragging = false;
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (event->buttons().testFlag(Qt::LeftButton)) {
        m_dragging = m_dragging || (at - m_pressed).manhattanLength() > 4;
        if (m_dragging) {
            viewport()->setCursor(Qt::ClosedHandCursor);
            emit panWanted(m_state.xAt(std::exchange(m_dragX, at.x())) - m_state.xAt(at.x()));
        }
        return;
    }
    const double x = m_state.area.adjusted(-2, -20, 2, 20).contains(at) ? m_state.xAt(at.x())
                                                                        : std::numeric_limits<double>::quiet_NaN();
    setCrosshair(x);
    emit crosshairMoved(x);
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    viewport()->unsetCursor();
    if (event->button() == Qt::LeftButton && !m_dragging)
        emit clicked(event->position());
    m_dragging = false;
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent *) { emit resetWanted(); }

void ChartCanvas::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    setCrosshair(std::numeric_limits<double>::quiet_NaN());
    emit crosshairMoved(std::numeric_limits<double>::quiet_NaN());
}

} // namespace views
