// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LogView that answers mouse and keyboard.
#include "views/logs/logview.h"

#include "views/logs/logviewstate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QWheelEvent>

namespace views {

using namespace Qt::StringLiterals;

namespace {

bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-' || c == u'/'; }

} // namespace

bool LogView::Private::placeAt(QPoint point, LogPlace &place) const
{
    const RowPainter rows = painter();
    const auto shown = layOut(rows);
    if (shown.isEmpty())
        return false;
    const ShownRow *hit = &shown.last();
    for (const ShownRow &row : shown) {
        if (point.y() < row.top + row.row.rows * rows.rowHeight()) {
            hit = &row;
            break;
        }
    }
    place.line = {hit->row.line.source, hit->row.line.number};
    place.column = rows.positionAt(hit->row.shown.text, point - QPoint(0, hit->top));
    return true;
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    LogPlace place;
    if (event->button() != Qt::LeftButton || !d->placeAt(event->position().toPoint(), place))
        return;
    d->pressed = event->position().toPoint();
    if (!event->modifiers().testFlag(Qt::ShiftModifier) || !d->selectionStart.isValid())
        d->selectionStart = place;
    d->selectionEnd = place;
    d->setCurrent(place.line);
    viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    LogPlace place;
    const QPoint point = event->position().toPoint();
    if (!event->buttons().testFlag(Qt::LeftButton) || (point - d->pressed).manhattanLength() < 3)
        return;
    // Reading a selection while the text runs away is no reading.
    setFollowing(false);
    if (point.y() < 0)
        d->scrollTo(d->top - 1);
    else if (point.y() > viewport()->height())
        d->scrollTo(d->top + 1);
    if (d->placeAt(point, place))
        d->selectionEnd = place;
    viewport()->update();
}

void LogView::mouseReleaseEvent(QMouseEvent *) { }

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    LogPlace place;
    if (event->button() != Qt::LeftButton || !d->placeAt(event->position().toPoint(), place))
        return;
    const models::LogLine line = d->document.line(d->document.indexOf(place.line));
    const QString text = models::plainText(line.text);
    qsizetype start = std::min(place.column, text.size()), end = start;
    while (start > 0 && isWordCharacter(text[start - 1]))
        --start;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    d->selectionStart = {place.line, start};
    d->selectionEnd = {place.line, end};
    viewport()->update();
    emit lineActivated(line.source, line.number);
}

void LogView::wheelEvent(QWheelEvent *event)
{
    // Up is reading: it must end following at once, also by the smallest movement of a touch pad.
    if (event->angleDelta().y() > 0)
        setFollowing(false);
    QAbstractScrollArea::wheelEvent(event);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const auto move = [this](qint64 to) {
        setFollowing(to >= d->lastTop(d->painter()));
        d->scrollTo(to);
    };
    if (event == QKeySequence::Copy) {
        copy(false);
        return;
    }
    if (event == QKeySequence::SelectAll && d->document.lineCount() > 0) {
        const models::LogLine first = d->document.line(0), last = d->document.line(d->document.lineCount() - 1);
        d->selectionStart = {{first.source, first.number}, 0};
        d->selectionEnd = {{last.source, last.number}, models::plainText(last.text).size()};
        viewport()->update();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        move(d->top - 1);
        break;
    case Qt::Key_Down:
        move(d->top + 1);
        break;
    case Qt::Key_PageUp:
        move(d->top - d->pageRows() + 1);
        break;
    case Qt::Key_PageDown:
        move(d->top + d->pageRows() - 1);
        break;
    case Qt::Key_Home:
        move(0);
        break;
    case Qt::Key_End:
        setFollowing(true);
        break;
    case Qt::Key_Left:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        break;
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        break;
    case Qt::Key_Escape:
        if (!d->selectionStart.isValid() && d->current.source < 0) {
            event->ignore();
            return;
        }
        d->selectionStart = d->selectionEnd = {};
        d->setCurrent({});
        viewport()->update();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    LogPlace place;
    if (d->selection().first < 0 && d->placeAt(event->pos(), place))
        d->setCurrent(place.line);
    QMenu menu(this);
    menu.addAction(icon(u"copy"_s), tr("Copy"), QKeySequence::Copy, this, [this] { copy(false); });
    menu.addAction(tr("Copy with time and rank"), this, [this] { copy(true); });
    menu.addSeparator();
    QAction *wrap = menu.addAction(tr("Wrap long lines"));
    wrap->setCheckable(true);
    wrap->setChecked(d->wrapping);
    connect(wrap, &QAction::toggled, this, &LogView::setWrapping);
    menu.exec(event->globalPos());
}

} // namespace views
