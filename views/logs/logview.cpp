// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/logview.h"

#include "models/core/format.h"
#include "views/logs/logviewstate.h"
#include "views/theme/style.h"

#include <QTimeZone>
#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostScrollSteps = 1 << 30; // a scroll bar counts in int

qint64 scrollScale(qint64 lines) { return lines / mostScrollSteps + 1; }

} // namespace

LogView::Private::Private(LogView *view, models::LogDocument &logDocument)
    : q(view)
    , document(logDocument)
{
}

RowPainter LogView::Private::painter() const
{
    RowPainter painter(q->palette(), views::font(TextRole::Mono), q->viewport()->width());
    QStringList labels;
    if (prefixes && document.sources().size() > 1) {
        for (const models::LogSource &source : document.sources())
            labels.append(source.label);
    }
    painter.setPrefixes(labels);
    painter.setTimeStamps(timeStamps, timeStamps == TimeStamps::Relative ? document.firstTime() : 0);
    painter.setWrapping(wrapping);
    painter.setOffset(q->horizontalScrollBar()->value());
    return painter;
}

int LogView::Private::pageRows() const { return std::max(1, q->viewport()->height() / painter().rowHeight()); }

/// The first line when the last one stands at the foot.
qint64 LogView::Private::lastTop(const RowPainter &painter) const
{
    const qint64 count = document.lineCount();
    const int page = std::max(1, q->viewport()->height() / painter.rowHeight());
    if (!wrapping)
        return std::max<qint64>(0, count - page);
    int rows = 0;
    const QList<models::LogLine> tail = document.lines(std::max<qint64>(0, count - page), page);
    for (qsizetype i = tail.size() - 1; i >= 0; --i) {
        rows += painter.rowsOf(models::plainText(tail[i].text));
        if (rows > page)
            return std::min(count - 1, count - tail.size() + i + 1);
    }
    return std::max<qint64>(0, count - page);
}

void LogView::Private::scrollTo(qint64 line)
{
    const qint64 bottom = lastTop(painter());
    top = std::clamp<qint64>(line, 0, bottom);
    const models::LogLine first = document.line(top);
    topAnchor = {first.source, first.number};
    topTime = first.nanoseconds;
    updateBars();
    q->viewport()->update();
}

void LogView::Private::updateBars()
{
    const QScopedValueRollback updating(updatingBars,
                                        true); // a bar that comes or goes resizes the view, which comes here
    const RowPainter rows = painter();
    const qint64 scale = scrollScale(document.lineCount());
    q->verticalScrollBar()->setRange(0, int((lastTop(rows) + scale - 1) / scale));
    q->verticalScrollBar()->setPageStep(std::max(1, q->viewport()->height() / rows.rowHeight()));
    q->verticalScrollBar()->setSingleStep(3);
    q->verticalScrollBar()->setValue(int(top / scale));
    const int room = q->viewport()->width() - rows.textLeft();
    q->horizontalScrollBar()->setRange(0, wrapping ? 0 : std::max(0, widest - room));
    q->horizontalScrollBar()->setPageStep(std::max(1, room));
    q->horizontalScrollBar()->setSingleStep(int(8 * rows.advance()));
}

void LogView::Private::takeLines(qint64 firstChanged)
{
    if (following) {
        scrollTo(document.lineCount());
    } else {
        // Lines of a slower rank may go before what is being read: what is read stays where it is.
        if (firstChanged <= top) {
            const qint64 now = document.indexOf(topAnchor);
            top = now >= 0 ? now : topTime > 0 ? document.indexOfTime(topTime) : top;
            top = std::clamp<qint64>(top, 0, lastTop(painter()));
        }
        updateBars();
        q->viewport()->update();
    }
    updateNewButton();
}

void LogView::Private::takeReset()
{
    // What was read may be filtered out now: then its time is where the eye was.
    qint64 now = document.indexOf(topAnchor);
    if (now < 0 && topTime > 0)
        now = document.indexOfTime(topTime);
    const models::LogAnchor anchor = topAnchor;
    const qint64 time = topTime;
    seenLines = document.lineCount();
    scrollTo(following ? document.lineCount() : std::max<qint64>(now, 0));
    if (document.lineCount() == 0) { // a new view fills in a moment
        topAnchor = anchor;
        topTime = time;
    }
    updateNewButton();
}

void LogView::Private::updateNewButton()
{
    const qint64 more = document.lineCount() - seenLines;
    newButton->setVisible(!following && seenLines > 0 && more > 0);
    if (!newButton->isVisible())
        return;
    newButton->setText(more == 1 ? LogView::tr("1 new line")
                                 : LogView::tr("%1 new lines").arg(QLocale().toString(more)));
    newButton->adjustSize();
    newButton->move((q->viewport()->width() - newButton->width()) / 2,
                    q->viewport()->height() - newButton->height() - space::m);
}

LogRow LogView::Private::makeRow(qint64 index, const models::LogLine &line) const
{
    LogRow row {.index = index,
                .line = line,
                .shown = models::displayText(line.text),
                .level = {},
                .rows = 1,
                .hits = {},
                .highlights = {}};
    if (line.bytes > line.text.size()) {
        const QString cut = LogView::tr(" … %1 more").arg(models::bytesText(line.bytes - line.text.size()));
        row.shown.runs.append({row.shown.text.size(), cut.size(), {.mark = true}});
        row.shown.text += cut;
    }
    row.level = models::levelOf(row.shown.text);
    row.current = current == models::LogAnchor {line.source, line.number};
    if (search && search->isActive() && search->isHit({line.source, line.number}))
        row.hits = search->matches(row.shown.text);
    for (const LogHighlight &highlight : highlights) {
        if (!highlight.search->isHit({line.source, line.number}))
            continue;
        for (const auto &[start, length] : highlight.search->matches(row.shown.text))
            row.highlights.append({start, length, highlight.color});
    }
    row.bookmarked = bookmarks && bookmarks->contains({line.source, line.number});
    return row;
}

void LogView::Private::select(LogRow &row, const Span &span) const
{
    if (row.index < span.first || row.index > span.last)
        return;
    row.selectionStart = row.index == span.first ? span.firstColumn : 0;
    row.selectionEnd = row.index == span.last ? span.lastColumn : std::max<qsizetype>(row.shown.text.size(), 1);
}

LogView::Private::Span LogView::Private::selection() const
{
    if (!selectionStart.isValid() || selectionStart == selectionEnd)
        return {};
    Span span {document.indexOf(selectionStart.line), document.indexOf(selectionEnd.line), selectionStart.column,
               selectionEnd.column};
    if (span.first < 0 || span.last < 0)
        return {};
    if (std::pair(span.first, span.firstColumn) > std::pair(span.last, span.lastColumn)) {
        std::swap(span.first, span.last);
        std::swap(span.firstColumn, span.lastColumn);
    }
    return span;
}

QList<LogView::Private::ShownRow> LogView::Private::layOut(const RowPainter &painter) const
{
    QList<ShownRow> shown;
    const int height = q->viewport()->height();
    const Span span = selection();
    qint64 index = top;
    int y = 0;
    for (const models::LogLine &line : document.lines(top, height / painter.rowHeight() + 1)) {
        if (y >= height)
            break;
        ShownRow row {makeRow(index++, line), y};
        row.row.rows = painter.rowsOf(row.row.shown.text);
        select(row.row, span);
        y += row.row.rows * painter.rowHeight();
        shown.append(std::move(row));
    }
    return shown;
}

void LogView::Private::setCurrent(const models::LogAnchor &line)
{
    if (std::exchange(current, line) == line)
        return;
    q->viewport()->update();
    emit q->currentLineChanged(document.indexOf(line));
}

LogView::LogView(models::LogDocument &document, QWidget *parent)
    : QAbstractScrollArea(parent)
    , d(std::make_unique<Private>(this, document))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(false);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(false);
    d->newButton = new QPushButton(icon(u"follow"_s), {}, viewport());
    d->newButton->setCursor(Qt::ArrowCursor);
    setButtonRole(d->newButton, ButtonRole::Primary);
    d->newButton->hide();
    connect(d->newButton, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(&document, &models::LogDocument::linesAppended, this,
            [this](qint64 firstChanged) { d->takeLines(firstChanged); });
    connect(&document, &models::LogDocument::reset, this, [this] { d->takeReset(); });
    connect(&document, &models::LogDocument::sourcesChanged, this, [this] { viewport()->update(); });
}

LogView::~LogView() = default;

models::LogDocument &LogView::document() const { return d->document; }

void LogView::setFollowing(bool following)
{
    if (following)
        d->scrollTo(d->document.lineCount());
    if (std::exchange(d->following, following) == following)
        return;
    d->seenLines = d->document.lineCount();
    d->updateNewButton();
    emit followingChanged(following);
}

bool LogView::isFollowing() const { return d->following; }

void LogView::setWrapping(bool wrapping)
{
    d->wrapping = wrapping;
    d->scrollTo(d->following ? d->document.lineCount() : d->top);
}

bool LogView::isWrapping() const { return d->wrapping; }

void LogView::setTimeStamps(TimeStamps timeStamps)
{
    d->timeStamps = timeStamps;
    d->scrollTo(d->following ? d->document.lineCount() : d->top);
}

TimeStamps LogView::timeStamps() const { return d->timeStamps; }

void LogView::setPrefixes(bool prefixes)
{
    d->prefixes = prefixes;
    viewport()->update();
}

void LogView::setSearch(models::LogSearch *search)
{
    if (d->search)
        disconnect(d->search, nullptr, this, nullptr);
    d->search = search;
    if (search)
        connect(search, &models::LogSearch::changed, this, [this] { viewport()->update(); });
    viewport()->update();
}

void LogView::setHighlights(const QList<LogHighlight> &highlights)
{
    d->highlights = highlights;
    viewport()->update();
}

void LogView::setBookmarks(models::Bookmarks *bookmarks)
{
    d->bookmarks = bookmarks;
    connect(bookmarks, &models::Bookmarks::changed, this, [this] { viewport()->update(); });
}

void LogView::setMenuActions(const QList<QAction *> &actions) { d->menuActions = actions; }

void LogView::setEmptyText(const QString &text)
{
    d->emptyText = text;
    viewport()->update();
}

void LogView::goTo(qint64 index)
{
    if (index < 0 || index >= d->document.lineCount())
        return;
    setFollowing(false);
    if (index < d->top || index >= d->top + d->pageRows() - 1)
        d->scrollTo(index - d->pageRows() / 3);
    const models::LogLine line = d->document.line(index);
    d->setCurrent({line.source, line.number});
    emit scrolled();
}

qint64 LogView::currentLine() const
{
    const qint64 index = d->current.source >= 0 ? d->document.indexOf(d->current) : -1;
    return index >= 0 ? index : d->top;
}

models::LogAnchor LogView::currentAnchor() const { return d->document.anchors(currentLine(), 1).value(0); }

qint64 LogView::firstVisibleLine() const { return d->top; }

int LogView::visibleLines() const { return d->pageRows(); }

qint64 LogView::topTime() const { return d->topTime; }

QString LogView::Private::lineText(const models::LogLine &line, bool withPrefix) const
{
    QString text = models::plainText(document.wholeText(line));
    if (!withPrefix)
        return text;
    QString prefix = document.sources().value(line.source).label;
    if (line.nanoseconds)
        prefix
            = QDateTime::fromMSecsSinceEpoch(line.nanoseconds / 1'000'000, QTimeZone::UTC).toString(Qt::ISODateWithMs)
            + u' ' + prefix;
    return prefix + u' ' + text;
}

QString LogView::selectedText(bool withPrefix) const
{
    constexpr qint64 mostLines = 200'000; // the clipboard is no place for a whole log: that is what Save is for
    const Private::Span span = d->selection();
    if (span.first < 0)
        return d->current.source < 0 ? QString() : d->lineText(d->document.line(currentLine()), withPrefix);
    QStringList text;
    qint64 index = span.first;
    for (const models::LogLine &line : d->document.lines(span.first, std::min(span.last - span.first + 1, mostLines))) {
        if (withPrefix) {
            text += d->lineText(line, true);
        } else {
            // A line whose end lies in the selection is copied whole, even if it is cut on the screen.
            const QString shown = models::plainText(line.text);
            const qsizetype from = index == span.first ? span.firstColumn : 0;
            if (index < span.last || span.lastColumn >= shown.size())
                text += models::plainText(d->document.wholeText(line)).mid(from);
            else
                text += shown.mid(from, span.lastColumn - from);
        }
        ++index;
    }
    return text.join(u'\n');
}

void LogView::copy(bool withPrefix)
{
    const QString text = selectedText(withPrefix);
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

QSize LogView::sizeHint() const { return {800, 400}; }

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Tokens &colors = tokens(palette());
    painter.fillRect(viewport()->rect(), colors.surface);
    if (d->document.lineCount() == 0) {
        painter.setPen(colors.muted);
        painter.setFont(views::font(TextRole::Body));
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
                         d->emptyText.isEmpty() ? tr("No lines yet") : d->emptyText);
        return;
    }
    const RowPainter rows = d->painter();
    const auto shown = d->layOut(rows);
    painter.setFont(rows.font());
    int widest = d->widest;
    for (const Private::ShownRow &row : shown)
        rows.paintMargin(&painter, row.top, row.row, d->document.sources());
    for (const Private::ShownRow &row : shown) {
        rows.paintText(&painter, row.top, row.row);
        widest = std::max(widest, int(rows.widthOf(row.row.shown.text)) + space::xl);
    }
    if (widest != std::exchange(d->widest, widest) && !d->wrapping)
        QMetaObject::invokeMethod(this, [this] { d->updateBars(); }, Qt::QueuedConnection);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    // The selected line stays in view when the view gets smaller.
    const qint64 line = d->current.source >= 0 ? currentLine() : -1, page = d->pageRows();
    const qint64 before = std::max(1, event->oldSize().height() / d->painter().rowHeight());
    const bool cutOff = line >= d->top + page && line < d->top + before;
    d->scrollTo(d->following ? d->document.lineCount() : cutOff ? line - page + 1 : d->top);
    d->updateNewButton();
}

void LogView::scrollContentsBy(int, int dy)
{
    if (!d->updatingBars && dy != 0) {
        const qint64 scale = scrollScale(d->document.lineCount());
        const bool atEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
        d->scrollTo(atEnd ? d->document.lineCount() : qint64(verticalScrollBar()->value()) * scale);
        setFollowing(atEnd);
        emit scrolled();
    }
    viewport()->update();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        viewport()->update();
}

} // namespace views
