// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/logstab.h"

#include "models/core/format.h"
#include "models/logs/loglevel.h"
#include "views/logs/gotobar.h"
#include "views/logs/highlighterbar.h"
#include "views/logs/linedetailpane.h"
#include "views/logs/loglanes.h"
#include "views/logs/logminimap.h"
#include "views/logs/logstab_p.h"
#include "views/logs/logview.h"
#include "views/logs/rankchips.h"
#include "views/logs/sourcefilter.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMetaMethod>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 scannedBytes = 8LL << 30; // more is looked through for errors only when asked

} // namespace

LogsTab::Private::Private(LogsTab *tab, models::LogDocument &logDocument)
    : q(tab)
    , document(logDocument)
    , filter(logDocument)
    , search(logDocument)
    , errors(logDocument)
    , warnings(logDocument)
    , levels(logDocument)
    , tracebacks(logDocument)
{
}

void LogsTab::Private::makeWidgets()
{
    field = new QLineEdit(q);
    chips = new RankChips(q);
    sourceFilter = new SourceFilter(q);
    hits = new Label({}, TextRole::Caption, q);
    foot = new ElidedLabel({}, TextRole::Caption, q);
    foot->setMuted(true);
    problem = new Label({}, TextRole::Body, q);
    problem->setTone(models::Tone::Bad);
    problem->setWordWrap(true);
    problem->hide();
    times = new QComboBox(q);
    level = new QComboBox(q);
    goToBar = new GoToBar(q);
    highlighters = new HighlighterBar(document, q);
    view = new LogView(filter, q);
    view->setFrameShape(QFrame::StyledPanel);
    view->setSearch(&search);
    view->setBookmarks(&bookmarks);
    lanes = new LogLanes(document, q);
    lanes->setSearch(&search);
    lanes->setBookmarks(&bookmarks);
    minimap = new LogMinimap(filter, *view, bookmarks, q);
    detail = new LineDetailPane(q);
    detail->hide();
}

QToolButton *LogsTab::Private::button(QAction *action, bool withText)
{
    auto *made = new QToolButton(q);
    made->setDefaultAction(action);
    made->setAccessibleName(action->text());
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    if (withText)
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return made;
}

QLayout *LogsTab::Private::makeSearchBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::xs);
    field->setPlaceholderText(LogsTab::tr("Search (Ctrl+F)"));
    field->setClearButtonEnabled(true);
    field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    field->setMinimumWidth(150);
    field->setMaximumWidth(360);
    hits->setMuted(true);
    hits->setMinimumWidth(QFontMetrics(views::font(TextRole::Caption)).horizontalAdvance(u"0,000 hits"_s));
    errorButton = button(firstError, true);
    errorButton->setMenu(makeErrorMenu());
    errorButton->setPopupMode(QToolButton::MenuButtonPopup);
    bookmarkButton = new QToolButton(q);
    bookmarkButton->setIcon(icon(u"bookmark"_s));
    bookmarkButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bookmarkButton->setAutoRaise(true);
    bookmarkButton->setToolTip(LogsTab::tr("Bookmarks (M sets one, ] and [ go from one to the next)"));
    bookmarkButton->setPopupMode(QToolButton::InstantPopup);
    auto *list = new QMenu(bookmarkButton);
    QObject::connect(list, &QMenu::aboutToShow, q, [this, list] { fillBookmarks(list); });
    bookmarkButton->setMenu(list);
    bookmarkButton->hide();
    auto *more = new QToolButton(q);
    more->setIcon(icon(u"more"_s));
    more->setAutoRaise(true);
    more->setToolTip(LogsTab::tr("Everything that can be done here, with its key"));
    more->setAccessibleName(LogsTab::tr("More"));
    QMenu *all = makeMoreMenu();
    QObject::connect(more, &QToolButton::clicked, q,
                     [more, all] { all->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    bar->addWidget(field, 1);
    for (QAction *one : {expression, caseSensitive, onlyHits, keep, previous, next})
        bar->addWidget(button(one));
    bar->addWidget(hits);
    bar->addStretch();
    for (QWidget *widget : std::initializer_list<QWidget *> {bookmarkButton, errorButton, button(follow, true), more})
        bar->addWidget(widget);
    return bar;
}

QLayout *LogsTab::Private::makeScopeBar()
{
    level->addItems({LogsTab::tr("All levels"), LogsTab::tr("Warnings and errors"), LogsTab::tr("Errors")});
    level->setToolTip(LogsTab::tr("Show only lines of a level"));
    times->addItem(LogsTab::tr("No time"), int(TimeStamps::Off));
    times->addItem(LogsTab::tr("Elapsed"), int(TimeStamps::Relative));
    times->addItem(LogsTab::tr("Local time"), int(TimeStamps::Local));
    times->addItem(LogsTab::tr("UTC"), int(TimeStamps::Utc));
    times->setToolTip(LogsTab::tr("Time stamps (T)"));
    for (QComboBox *box : {level, times}) {
        box->setFocusPolicy(Qt::TabFocus);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    }
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::xs);
    bar->addWidget(chips, 1);
    bar->addWidget(sourceFilter);
    bar->addWidget(level);
    bar->addWidget(times);
    for (QAction *one : {lanesAction, wrap, saveAction})
        bar->addWidget(button(one));
    return bar;
}

QWidget *LogsTab::Private::makeReader()
{
    auto *interleaved = new QWidget(q);
    auto *row = new QHBoxLayout(interleaved);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(view, 1);
    row->addWidget(minimap);
    readers = new QStackedWidget(q);
    readers->addWidget(interleaved);
    readers->addWidget(lanes);
    splitter = new QSplitter(Qt::Vertical, q);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(readers);
    splitter->addWidget(detail);
    splitter->setStretchFactor(0, 1);
    return splitter;
}

void LogsTab::Private::connectSearch()
{
    typed.setSingleShot(true);
    typed.setInterval(120);
    counting.setSingleShot(true);
    counting.setInterval(100);
    QObject::connect(&typed, &QTimer::timeout, q, [this] { applyQuery(); });
    QObject::connect(&counting, &QTimer::timeout, q, [this] { updateCounts(); });
    QObject::connect(field, &QLineEdit::textChanged, q, [this](const QString &text) {
        typed.start();
        keep->setEnabled(!text.isEmpty());
    });
    QObject::connect(field, &QLineEdit::returnPressed, q, [this] { step(true); });
    const auto countSoon = [this] {
        if (!counting.isActive())
            counting.start();
    };
    for (models::LogSearch *one : {&search, &errors, &warnings, &tracebacks}) {
        QObject::connect(one, &models::LogSearch::changed, q, [this, one, countSoon] {
            countSoon();
            if (awaited == one && !one->isRunning())
                goToFirst(*one, nothingFound);
        });
    }
    QObject::connect(&filter, &models::LogDocument::linesAppended, q, countSoon);
    QObject::connect(&filter, &models::LogDocument::reset, q, countSoon);
    QObject::connect(highlighters, &HighlighterBar::changed, q, [this] {
        view->setHighlights(highlighters->highlights());
        lanes->setHighlights(highlighters->highlights());
        updateLayers();
    });
    QObject::connect(highlighters, &HighlighterBar::nextRequested, q,
                     [this](const models::LogSearch *one) { goTo(filter.nextHit(*one, currentIndex(), true)); });
}

void LogsTab::Private::connectDocument()
{
    QObject::connect(chips, &RankChips::chosenChanged, q, [this] { applyScope(); });
    QObject::connect(sourceFilter, &SourceFilter::changed, q, [this] { applyScope(); });
    QObject::connect(level, &QComboBox::currentIndexChanged, q, [this] { applyConditions(); });
    QObject::connect(&document, &models::LogDocument::sourcesChanged, q, [this] {
        chips->setSources(document.sources());
        sourceFilter->setSources(document.sources());
        if (!document.visibleSources().isEmpty())
            applyScope(); // a new attempt of what is chosen
    });
    QObject::connect(&document, &models::LogDocument::linesAppended, q, [this] { updateScans(); });
    QObject::connect(&document, &models::LogDocument::problemChanged, q,
                     [this](const models::Problem &news) { tellProblem(news); });
    QObject::connect(&bookmarks, &models::Bookmarks::changed, q, [this] {
        bookmarkButton->setVisible(!bookmarks.isEmpty());
        bookmarkButton->setText(QLocale().toString(bookmarks.count()));
    });
}

void LogsTab::Private::connectReaders()
{
    const QList<QAction *> menu {copyPrefixed, openDetail, curve, bookmark, wrap};
    view->setMenuActions(menu);
    lanes->setMenuActions(menu);
    QObject::connect(view, &LogView::followingChanged, q, [this](bool on) {
        if (!lanes->isActive())
            follow->setChecked(on);
    });
    QObject::connect(lanes, &LogLanes::followingChanged, follow, &QAction::setChecked);
    QObject::connect(times, &QComboBox::currentIndexChanged, q, [this] {
        view->setTimeStamps(TimeStamps(times->currentData().toInt()));
        lanes->setTimeStamps(TimeStamps(times->currentData().toInt()));
    });
    const auto moved = [this] {
        note.clear();
        updateDetail();
        updateFoot();
    };
    QObject::connect(view, &LogView::currentLineChanged, q, moved);
    QObject::connect(lanes, &LogLanes::currentLineChanged, q, moved);
    QObject::connect(view, &LogView::detailRequested, openDetail, &QAction::trigger);
    QObject::connect(lanes, &LogLanes::detailRequested, openDetail, &QAction::trigger);
    QObject::connect(detail, &LineDetailPane::closed, q, [this] { showDetail(false); });
    QObject::connect(goToBar, &GoToBar::chosen, q, [this](const QString &text) { goToTarget(text); });
    QObject::connect(goToBar, &GoToBar::closed, q, [this] { reader()->setFocus(); });
}

void LogsTab::Private::updateCounts()
{
    const QLocale locale;
    const bool wrong = !search.hint().isEmpty();
    hits->setTone(wrong ? models::Tone::Bad : models::Tone::Neutral);
    hits->setMuted(!wrong);
    const qint64 found = filter.hitCount(search);
    const QString count = found == 1 ? LogsTab::tr("1 hit") : LogsTab::tr("%1 hits").arg(locale.toString(found));
    hits->setText(wrong ? search.hint() : search.isActive() ? count : QString());
    hits->setToolTip(wrong ? search.hint() : QString());
    for (QAction *one : {next, previous})
        one->setEnabled(search.isActive() && found > 0);
    keep->setEnabled(!wrong && !field->text().isEmpty());
    const qint64 broken = errors.hitCount();
    firstError->setIconText(!errors.isActive() ? LogsTab::tr("Find errors")
                                : broken == 0  ? LogsTab::tr("No errors")
                                : broken == 1  ? LogsTab::tr("1 error")
                                               : LogsTab::tr("%1 errors").arg(locale.toString(broken)));
    updateFoot();
}

void LogsTab::Private::updateFoot()
{
    const QLocale locale;
    const qint64 lines = filter.lineCount();
    QStringList parts;
    if (!note.isEmpty())
        parts += note;
    const QString bytes = models::bytesText(document.byteCount());
    parts += lines == 1 ? LogsTab::tr("1 line, %1").arg(bytes)
                        : LogsTab::tr("%1 lines, %2").arg(locale.toString(lines), bytes);
    if (filter.isFiltering())
        parts += LogsTab::tr("of %1").arg(locale.toString(document.lineCount()));
    if (lines > 0 && !lanes->isActive() && !view->isFollowing())
        parts += LogsTab::tr("at line %1").arg(locale.toString(view->currentLine() + 1));
    if (const qint64 warned = warnings.hitCount(); warned > 0)
        parts += LogsTab::tr("%n warning(s)", nullptr, int(std::min<qint64>(warned, 1 << 30)));
    foot->setText(parts.join(u" · "_s));
}

/// Errors and warnings are looked for by themselves, but not in a file that takes minutes to read.
void LogsTab::Private::updateScans()
{
    const bool wanted = scanAll || document.byteCount() <= scannedBytes;
    errors.setQuery(wanted ? models::SearchQuery {models::errorExpression(), true, true} : models::SearchQuery {});
    warnings.setQuery(wanted ? models::SearchQuery {models::warningExpression(), true, true} : models::SearchQuery {});
}

void LogsTab::Private::updateLayers()
{
    QList<LogMinimap::Layer> layers {{&warnings, LogMinimap::Kind::Warning}, {&errors, LogMinimap::Kind::Error}};
    const QList<LogHighlight> marked = highlighters->highlights();
    for (const LogHighlight &one : marked)
        layers.append({one.search, LogMinimap::Kind::Highlight, one.color});
    layers.append({&search, LogMinimap::Kind::Hit});
    minimap->setLayers(layers);
}

void LogsTab::Private::tellProblem(const models::Problem &news)
{
    problem->setText(news.remedy.isEmpty() ? news.sentence : news.sentence + u' ' + news.remedy);
    problem->setVisible(!news.isEmpty());
}

LogsTab::LogsTab(models::LogDocument &document, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, document))
{
    d->makeWidgets();
    d->makeActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::m, 0, 0);
    layout->setSpacing(space::s);
    layout->addLayout(d->makeSearchBar());
    layout->addLayout(d->makeScopeBar());
    layout->addWidget(d->highlighters);
    layout->addWidget(d->goToBar);
    layout->addWidget(d->problem);
    layout->addWidget(d->makeReader(), 1);
    layout->addWidget(d->foot);
    d->connectSearch();
    d->connectDocument();
    d->connectReaders();
    d->follow->setChecked(true);
    d->chips->setSources(document.sources());
    d->sourceFilter->setSources(document.sources());
    d->updateScans();
    d->updateLayers();
    d->updateCounts();
    d->tellProblem(document.problem());
    setFocusProxy(d->view);
}

LogsTab::~LogsTab()
{
    // What paints and counts with the searches goes before them.
    for (QWidget *part : std::initializer_list<QWidget *> {d->minimap, d->lanes, d->view, d->highlighters})
        delete part;
}

LogView &LogsTab::view() const { return *d->view; }

void LogsTab::showPod(const QString &pod)
{
    QList<int> sources;
    for (const models::LogSource &source : d->document.sources()) {
        if (!pod.isEmpty() && source.pod == pod)
            sources.append(source.id);
    }
    d->chips->setChosen(sources);
    d->applyScope();
}

void LogsTab::showLine(int source, qint64 line) { d->reveal({source, line}); }

void LogsTab::setLevel(Level level) { d->level->setCurrentIndex(int(level)); }

void LogsTab::setLanes(bool lanes) { d->lanesAction->setChecked(lanes); }

void LogsTab::focusSearch()
{
    d->field->setFocus(Qt::ShortcutFocusReason);
    d->field->selectAll();
}

/// The way to a curve is offered where somebody shows curves.
void LogsTab::connectNotify(const QMetaMethod &signal)
{
    if (signal != QMetaMethod::fromSignal(&LogsTab::pointRequested))
        return;
    d->curve->setVisible(true);
    d->curve->setEnabled(true);
}

void LogsTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // The reader's keys work at once, but who goes about in the tab bar stays there.
    if (!qobject_cast<QTabBar *>(window()->focusWidget()))
        d->reader()->setFocus(Qt::OtherFocusReason);
}

void LogsTab::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && d->detail->isVisibleTo(this))
        d->showDetail(false);
    else if (event->key() == Qt::Key_Escape && d->field->hasFocus())
        d->reader()->setFocus();
    else
        QWidget::keyPressEvent(event);
}

} // namespace views
