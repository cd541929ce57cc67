// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartgestures.h"

#include "views/charts/chartcanvas.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QRubberBand>

namespace views {

namespace {

constexpr int click = 4; // pixels: less is a click
constexpr int flat = 16; // pixels: a side this short was not meant

} // namespace

ChartGestures::ChartGestures(ChartCanvas *canvas)
    : QObject(canvas)
    , m_canvas(canvas)
    , m_band(new QRubberBand(QRubberBand::Rectangle, canvas->viewport()))
{
    canvas->viewport()->installEventFilter(this);
}

bool ChartGestures::press(const QMouseEvent &event)
{
    m_armed = event.button() == Qt::LeftButton && m_canvas->state().area.contains(event.position())
        && (!m_panning || event.modifiers().testFlag(Qt::ShiftModifier));
    m_origin = event.position().toPoint();
    return m_armed && m_panning; // a click that does not become a box is the canvas' matter
}

bool ChartGestures::move(const QMouseEvent &event)
{
    if (!m_armed || !event.buttons().testFlag(Qt::LeftButton))
        return false;
    const QRect area = m_canvas->state().area.toAlignedRect();
    const QPoint at = event.position().toPoint();
    if (m_band->isVisible() || (at - m_origin).manhattanLength() > click) {
        QRect box = QRect(m_origin, at).normalized() & area;
        if (box.height() < flat)
            box = QRect(box.left(), area.top(), box.width(), area.height());
        else if (box.width() < flat)
            box = QRect(area.left(), box.top(), area.width(), box.height());
        m_band->setGeometry(box);
        m_band->show();
    }
    return true;
}

bool ChartGestures::release()
{
    m_armed = false;
    if (!m_band->isVisible())
        return false;
    m_band->hide();
    const PlotState &state = m_canvas->state();
    const QRectF box = m_band->geometry();
    const bool wholeWidth = box.width() >= state.area.width() - 2,
               wholeHeight = box.height() >= state.area.height() - 2;
    const auto heightAt = [&state](double y) {
        return state.low + (state.area.bottom() - y) / state.area.height() * (state.high - state.low);
    };
    if (wholeWidth && wholeHeight)
        return true;
    emit boxDrawn(wholeWidth ? 0 : state.xAt(box.left()), wholeWidth ? 0 : state.xAt(box.right()),
                  wholeHeight ? 0 : heightAt(box.bottom()), wholeHeight ? 0 : heightAt(box.top()));
    return true;
}

bool ChartGestures::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release();
    case QEvent::ContextMenu:
        emit menuWanted(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

} // namespace views
