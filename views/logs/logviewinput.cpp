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
    setFollowing(false); // whoever points at a line wants to read it
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

void LogView::showTime(qint64 nanoseconds)
{
    setFollowing(false);
    d->scrollTo(d->document.indexOfTime(nanoseconds));
}

void LogView::centre(qint64 index) { d->userScrollsTo(index - d->pageRows() / 2); }

void LogView::moveCurrent(qint64 by)
{
    const qint64 count = d->document.lineCount();
    if (count == 0)
        return;
    const qint64 page = d->pageRows();
    const bool visible = d->current.source >= 0 && currentLine() >= d->top && currentLine() < d->top + page;
    // The first step selects what is in view; nothing jumps.
    const qint64 to = std::clamp<qint64>(visible      ? currentLine() + by
                                             : by > 0 ? d->top
                                                      : d->top + page - 1,
                                         0, count - 1);
    setFollowing(false);
    if (to < d->top)
        d->scrollTo(to);
    else if (to >= d->top + page)
        d->scrollTo(to - page + 1);
    d->setCurrent(d->document.anchors(to, 1).value(0));
    emit scrolled();
}

void LogView::Private::userScrollsTo(qint64 line)
{
    q->setFollowing(line >= lastTop(painter()));
    scrollTo(line);
    emit q->scrolled();
}

void LogView::Private::selectAll()
{
    if (document.lineCount() == 0)
        return;
    const models::LogLine first = document.line(0), last = document.line(document.lineCount() - 1);
    selectionStart = {{first.source, first.number}, 0};
    selectionEnd = {{last.source, last.number}, models::plainText(last.text).size()};
    q->viewport()->update();
}

/// The keys of less, vi and klogg beside those of every list.
bool LogView::Private::moveByKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool shift = modifiers.testFlag(Qt::ShiftModifier);
    const qint64 page = pageRows() - 1;
    switch (key) {
    case Qt::Key_Up:
        current.source >= 0 ? q->moveCurrent(-1) : userScrollsTo(top - 1);
        return true;
    case Qt::Key_Down:
        current.source >= 0 ? q->moveCurrent(1) : userScrollsTo(top + 1);
        return true;
    case Qt::Key_K:
        q->moveCurrent(-1);
        return true;
    case Qt::Key_J:
        q->moveCurrent(1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_B:
        userScrollsTo(top - page);
        return true;
    case Qt::Key_PageDown:
        userScrollsTo(top + page);
        return true;
    case Qt::Key_Space:
        userScrollsTo(shift ? top - page : top + page);
        return true;
    case Qt::Key_Home:
        userScrollsTo(0);
        return true;
    case Qt::Key_G:
        if (shift)
            q->setFollowing(true);
        else
            userScrollsTo(0);
        return true;
    case Qt::Key_End:
        q->setFollowing(true);
        emit q->scrolled();
        return true;
    default:
        return false;
    }
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (event == QKeySequence::Copy) {
        copy(false);
        return;
    }
    if (event == QKeySequence::SelectAll) {
        d->selectAll();
        return;
    }
    if (!(modifiers & ~Qt::ShiftModifier) && d->moveByKey(event->key(), modifiers))
        return;
    switch (event->key()) {
    case Qt::Key_Left:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        break;
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit detailRequested();
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
    if (d->selection().first < 0 && event->reason() == QContextMenuEvent::Mouse && d->placeAt(event->pos(), place))
        d->setCurrent(place.line);
    QMenu menu(this);
    menu.addAction(icon(u"copy"_s), tr("Copy"), QKeySequence::Copy, this, [this] { copy(false); });
    if (d->menuActions.isEmpty())
        menu.addAction(tr("Copy with time and rank"), this, [this] { copy(true); });
    menu.addActions(d->menuActions);
    menu.exec(event->globalPos());
}

} // namespace views
