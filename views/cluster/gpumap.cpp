// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/gpumap.h"

#include "models/core/format.h"
#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int cellSize = 22, cellGap = 4, lineGap = 6;
constexpr double largestRadius = 4;

using State = models::DeviceCell::State;

/// Shape and colour: an empty frame, a filled one, one filled from below by its use, one struck through.
void paintDevice(QPainter &painter, const QRectF &rect, State state, double use, const Tokens &t)
{
    const double cellRadius = qMin(largestRadius, rect.width() / 5);
    switch (state) {
    case State::Free:
        paintPanel(&painter, rect, {}, t.faint, cellRadius);
        return;
    case State::Unknown:
        paintPanel(&painter, rect, t.grid, {}, cellRadius);
        return;
    case State::Held:
        paintPanel(&painter, rect, blend(t.accent, t.surface, 0.35), t.accent, cellRadius);
        return;
    case State::Idle:
        paintPanel(&painter, rect, toneBackground(t, models::Tone::Warning), t.warn, cellRadius);
        painter.setPen(QPen(t.warn, 1.75));
        painter.drawLine(rect.center() + QPointF(-rect.width(), rect.height()) / 4,
                         rect.center() + QPointF(rect.width(), -rect.height()) / 4);
        return;
    case State::Busy:
        break;
    }
    paintPanel(&painter, rect, blend(t.accent, t.surface, 0.12), t.accent, cellRadius);
    QRectF level = rect.adjusted(2, 2, -2, -2);
    level.setTop(level.bottom() - level.height() * qBound(0.04, use / 100, 1.0));
    paintPanel(&painter, level, t.accent, {}, 2);
}

} // namespace

GpuMap::GpuMap(models::NodeBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("GPUs by node"));
    const auto take = [this] {
        m_nodes.clear();
        for (const models::NodeUse &node : m_board.nodes()) {
            if (!node.devices.isEmpty() && m_nodes.size() < mostNodes)
                m_nodes.append(node);
        }
        m_widestName = -1;
        updateGeometry();
        update();
    };
    connect(&board, &models::NodeBoard::changed, this, take);
    take();
}

int GpuMap::nameWidth() const
{
    // Asked for every cell, and all names have to be set for it.
    if (m_widestName < 0) {
        m_widestName = 0;
        for (const models::NodeUse &node : m_nodes)
            m_widestName = qMax(m_widestName, fontMetrics().horizontalAdvance(node.name));
    }
    return qBound(60, m_widestName, 220) + space::l;
}

int GpuMap::perRow(int width) const { return qMax(1, (width - nameWidth()) / (cellSize + cellGap)); }

QList<int> GpuMap::rowTops(int width) const
{
    QList<int> tops {0};
    const int cells = perRow(width);
    for (const models::NodeUse &node : m_nodes) {
        const int lines = (int(node.devices.size()) + cells - 1) / cells;
        tops.append(tops.last() + lines * (cellSize + cellGap) + lineGap);
    }
    return tops;
}

QSize GpuMap::sizeHint() const { return {600, heightForWidth(600)}; }
QSize GpuMap::minimumSizeHint() const { return {200, heightForWidth(width())}; }
int GpuMap::heightForWidth(int width) const { return rowTops(width).constLast(); }

QRect GpuMap::rectOf(const Place &place) const
{
    if (place.node < 0 || place.node >= m_nodes.size())
        return {};
    return cellRect(rowTops(width()).at(place.node), place.cell);
}

QRect GpuMap::cellRect(int top, int cell) const
{
    const int cells = perRow(width());
    return {nameWidth() + (cell % cells) * (cellSize + cellGap), top + (cell / cells) * (cellSize + cellGap), cellSize,
            cellSize};
}

GpuMap::Place GpuMap::placeAt(const QPoint &point) const
{
    const QList<int> tops = rowTops(width());
    const int node = int(std::ranges::upper_bound(tops, point.y()) - tops.begin()) - 1;
    const int column = point.x() < nameWidth() ? -1 : (point.x() - nameWidth()) / (cellSize + cellGap);
    if (node < 0 || node >= m_nodes.size() || column < 0 || column >= perRow(width()))
        return {};
    const Place place {node, (point.y() - tops.at(node)) / (cellSize + cellGap) * perRow(width()) + column};
    return place.cell < m_nodes.at(node).devices.size() && rectOf(place).contains(point) ? place : Place();
}

void GpuMap::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<int> tops = rowTops(width());
    const auto first = std::ranges::upper_bound(tops, event->rect().top()) - tops.begin() - 1;
    for (qsizetype i = qMax<qsizetype>(0, first); i < m_nodes.size() && tops.at(i) <= event->rect().bottom(); ++i)
        paintNode(painter, int(i), tops.at(i));
    if (m_current.node >= 0 && showsFocus(this))
        paintFocusRing(&painter, QRectF(rectOf(m_current)).adjusted(-1, -1, 1, 1), palette(), largestRadius);
}

void GpuMap::paintNode(QPainter &painter, int index, int top) const
{
    const Tokens &t = tokens(palette());
    const models::NodeUse &node = m_nodes.at(index);
    painter.setFont(font());
    painter.setPen(node.schedulable ? t.text : t.muted);
    const int room = nameWidth() - space::l;
    painter.drawText(QRect(0, top, room, cellSize), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(node.name, Qt::ElideMiddle, room));
    for (int i = 0; i < node.devices.size(); ++i) {
        const Place place {index, i};
        const QRectF rect = QRectF(cellRect(top, i)).adjusted(0.5, 0.5, -0.5, -0.5);
        const models::DeviceCell &cell = node.devices.at(i);
        const double use = cell.reading ? cell.reading->use.value_or(0) : 0;
        paintDevice(painter, rect, cell.state, use, t);
        if (place == m_hover)
            paintPanel(&painter, rect.adjusted(-1, -1, 1, 1), {}, t.text, largestRadius + 1);
    }
}

QStringList GpuMap::tipOf(const models::NodeUse &node, const models::DeviceCell &cell)
{
    const auto &reading = cell.reading;
    QString name = tr("GPU %1 of %2").arg(cell.index).arg(node.name);
    if (reading && !reading->model.isEmpty())
        name += u" · "_s + reading->model + (reading->slice.isEmpty() ? QString() : u' ' + reading->slice);
    QStringList lines {name};
    if (cell.pod.isEmpty())
        lines += cell.state == State::Unknown ? tr("Who holds it is not known.") : tr("Nobody holds it.");
    else
        lines += tr("Held by %1 in %2").arg(cell.pod, cell.ns);
    if (cell.isGuess)
        lines += tr("Which of the node's GPUs the pod got is not told.");
    QStringList figures;
    if (reading && reading->use)
        figures += tr("use %1 %").arg(models::figureText(*reading->use, 3));
    if (reading && reading->memoryUsed)
        figures += reading->memoryTotal ? tr("memory %1 of %2")
                                              .arg(models::bytesText(qint64(*reading->memoryUsed)),
                                                   models::bytesText(qint64(*reading->memoryTotal)))
                                        : tr("memory %1").arg(models::bytesText(qint64(*reading->memoryUsed)));
    if (reading && reading->power)
        figures += u"%1 W"_s.arg(models::figureText(*reading->power, 3));
    if (reading && reading->temperature)
        figures += u"%1 °C"_s.arg(models::figureText(*reading->temperature, 3));
    if (!figures.isEmpty())
        lines += figures.join(u" · "_s);
    if (cell.state == State::Idle)
        lines += tr("Held, but idle when it was last measured.");
    return lines;
}

void GpuMap::activate(const Place &place)
{
    if (place.node < 0 || place.node >= m_nodes.size())
        return;
    const auto &cell = m_nodes.at(place.node).devices.value(place.cell);
    if (!cell.job.isEmpty())
        emit jobActivated(cell.ns, cell.job);
}

void GpuMap::mouseMoveEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    const bool leads = place.node >= 0 && !m_nodes.at(place.node).devices.at(place.cell).job.isEmpty();
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hover, place) != place)
        update();
}

void GpuMap::mouseReleaseEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    if (place.node >= 0)
        m_current = place;
    if (event->button() == Qt::LeftButton)
        activate(place);
}

void GpuMap::leaveEvent(QEvent *)
{
    m_hover = {};
    update();
}

void GpuMap::keyPressEvent(QKeyEvent *event)
{
    if (m_nodes.isEmpty())
        return QWidget::keyPressEvent(event);
    Place next = m_current.node < 0 ? Place {0, 0} : m_current;
    const auto lastOf = [this](int node) { return int(m_nodes.at(node).devices.size()) - 1; };
    next.node = qBound(0, next.node, int(m_nodes.size()) - 1);
    switch (event->key()) {
    case Qt::Key_Left:
        --next.cell;
        break;
    case Qt::Key_Right:
        ++next.cell;
        break;
    case Qt::Key_Up:
        next.node = qMax(0, next.node - 1);
        break;
    case Qt::Key_Down:
        next.node = qMin(int(m_nodes.size()) - 1, next.node + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Space:
        return activate(m_current);
    default:
        return QWidget::keyPressEvent(event);
    }
    next.cell = qBound(0, next.cell, lastOf(next.node));
    m_current = next;
    setAccessibleDescription(tipOf(m_nodes.at(next.node), m_nodes.at(next.node).devices.at(next.cell)).join(u'\n'));
    update();
}

bool GpuMap::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_widestName = -1;
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Place place = placeAt(help->pos());
    if (place.node < 0) {
        QToolTip::hideText();
        return true;
    }
    const auto &node = m_nodes.at(place.node);
    const QString text = tipOf(node, node.devices.at(place.cell)).join(u'\n');
    QToolTip::showText(help->globalPos(), text.toHtmlEscaped().replace(u'\n', "<br>"_L1), this, rectOf(place));
    return true;
}

GpuLegend::GpuLegend(QWidget *parent)
    : QWidget(parent)
{
}

namespace {

QList<std::pair<State, QString>> legendEntries()
{
    return {{State::Free, GpuLegend::tr("free")},
            {State::Held, GpuLegend::tr("held, not measured")},
            {State::Busy, GpuLegend::tr("busy")},
            {State::Idle, GpuLegend::tr("held but idle")}};
}

constexpr int legendCell = 12;

} // namespace

QSize GpuLegend::sizeHint() const
{
    const QFontMetrics metrics(views::font(TextRole::Caption));
    int width = 0;
    for (const auto &[state, text] : legendEntries())
        width += legendCell + space::xs + metrics.horizontalAdvance(text) + space::l;
    return {width, qMax(legendCell + 2, metrics.height())};
}

void GpuLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(views::font(TextRole::Caption));
    const Tokens &t = tokens(palette());
    int left = 0;
    for (const auto &[state, text] : legendEntries()) {
        const QRectF cell(left + 0.5, (height() - legendCell) / 2.0 + 0.5, legendCell - 1, legendCell - 1);
        paintDevice(painter, cell, state, 60, t);
        left += legendCell + space::xs;
        painter.setPen(t.muted);
        const int room = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRect(left, 0, room + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        left += room + space::l;
    }
}

} // namespace views
