// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LogsTab that finds its way: what is shown, and where in it.
#include "views/logs/logstab_p.h"

#include "models/logs/loglevel.h"
#include "models/logs/logtarget.h"
#include "views/logs/gotobar.h"
#include "views/logs/linedetailpane.h"
#include "views/logs/loglanes.h"
#include "views/logs/logview.h"
#include "views/logs/rankchips.h"
#include "views/logs/sourcefilter.h"
#include "views/theme/labels.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimeZone>

namespace views {

void LogsTab::Private::applyQuery()
{
    typed.stop();
    search.setQuery({field->text(), expression->isChecked(), caseSensitive->isChecked()});
    applyConditions();
    updateCounts();
}

/// Ranks and sources together; what contradicts the newest choice gives way.
void LogsTab::Private::applyScope()
{
    const QList<int> ranks = chips->chosen();
    QList<int> shown;
    for (const models::LogSource &source : document.sources()) {
        if ((ranks.isEmpty() || ranks.contains(source.id)) && sourceFilter->passes(source))
            shown.append(source.id);
    }
    const bool all = shown.size() == document.sources().size();
    if (shown.isEmpty() && !document.sources().isEmpty()) {
        chips->setChosen({});
        if (!ranks.isEmpty())
            return applyScope();
        const QSignalBlocker block(sourceFilter);
        sourceFilter->clear();
    }
    document.setVisibleSources(all ? QList<int>() : shown);
}

void LogsTab::Private::applyConditions()
{
    QList<models::LogSearch *> conditions;
    switch (Level(level->currentIndex())) {
    case Level::All:
        break;
    case Level::WarningsAndErrors:
        levels.setQuery({models::errorExpression() + u'|' + models::warningExpression(), true, true});
        conditions.append(&levels);
        break;
    case Level::Errors:
        errors.setQuery({models::errorExpression(), true, true});
        conditions.append(&errors);
        break;
    }
    if (onlyHits->isChecked() && search.isActive())
        conditions.append(&search);
    filter.setConditions(conditions);
    lanes->setConditions(conditions);
    view->setEmptyText(conditions.isEmpty() ? QString() : LogsTab::tr("No line passes the filter"));
}

LogView *LogsTab::Private::reader() const
{
    LogView *lane = lanes->isActive() ? lanes->currentLane() : nullptr;
    return lane ? lane : view;
}

models::LogAnchor LogsTab::Private::currentAnchor() const { return reader()->currentAnchor(); }

qint64 LogsTab::Private::currentIndex() const
{
    return lanes->isActive() ? filter.indexOf(currentAnchor()) : view->currentLine();
}

void LogsTab::Private::goTo(qint64 index)
{
    if (index < 0)
        return;
    if (lanes->isActive() && lanes->showLine(filter.anchors(index, 1).value(0)))
        return;
    view->goTo(index);
}

void LogsTab::Private::step(bool forward)
{
    if (typed.isActive())
        applyQuery();
    goTo(filter.nextHit(search, currentIndex(), forward));
}

void LogsTab::Private::stepErrors(bool forward)
{
    const qint64 index = filter.nextHit(errors, currentIndex(), forward);
    if (index < 0)
        showNote(LogsTab::tr("No line here looks like an error."));
    goTo(index);
}

void LogsTab::Private::stepBookmarks(bool forward)
{
    const qint64 index = bookmarks.next(filter, currentIndex(), forward);
    if (index < 0)
        showNote(LogsTab::tr("No bookmarks: M sets one on the current line."));
    goTo(index);
}

/// Whatever hides the line is taken away.
void LogsTab::Private::reveal(const models::LogAnchor &line)
{
    if (lanes->isActive() && lanes->showLine(line))
        return;
    if (filter.indexOf(line) < 0 && filter.isFiltering()) {
        onlyHits->setChecked(false);
        level->setCurrentIndex(int(Level::All));
        applyConditions();
    }
    const qint64 index = filter.indexOf(line);
    if (index >= 0 || document.visibleSources().isEmpty()) {
        if (lanes->isActive() && index >= 0)
            lanesAction->setChecked(false); // its lane does not fit
        view->goTo(index);
        return;
    }
    chips->setChosen({});
    const QSignalBlocker block(sourceFilter);
    sourceFilter->clear();
    connect(
        &document, &models::LogDocument::reset, q, [this, line] { goTo(filter.indexOf(line)); },
        Qt::SingleShotConnection);
    document.setVisibleSources({});
}

/// At once if it is known which one is the first, else when everything was looked at.
void LogsTab::Private::goToFirst(models::LogSearch &wanted, const QString &nothing)
{
    awaited = &wanted;
    nothingFound = nothing;
    if (wanted.isRunning())
        return;
    awaited = nullptr;
    const qint64 index = filter.nextHit(wanted, -1, true);
    if (index < 0)
        showNote(nothing);
    goTo(index);
}

void LogsTab::Private::goToTarget(const QString &text)
{
    const QTimeZone zone = TimeStamps(times->currentData().toInt()) == TimeStamps::Local
        ? QTimeZone(QTimeZone::LocalTime)
        : QTimeZone(QTimeZone::UTC);
    const auto target = models::findTarget(filter, text, currentIndex(), zone);
    if (!target)
        return goToBar->setHint(target.error());
    goToBar->close();
    goTo(*target);
}

void LogsTab::Private::setFollowing(bool following)
{
    if (lanes->isActive())
        lanes->setFollowing(following);
    view->setFollowing(following);
}

void LogsTab::Private::setLanes(bool shown)
{
    const models::LogAnchor line = currentAnchor();
    const bool following = follow->isChecked(), reading = reader()->hasFocus();
    lanes->setFollowing(following);
    lanes->setActive(shown);
    readers->setCurrentIndex(shown ? 1 : 0);
    if (!following && shown)
        lanes->showLine(line);
    else if (!following)
        view->goTo(filter.indexOf(line));
    if (reading)
        reader()->setFocus();
}

void LogsTab::Private::showDetail(bool shown)
{
    detail->setVisible(shown);
    if (!shown && detail->isAncestorOf(detail->window()->focusWidget()))
        reader()->setFocus();
    if (!shown)
        return;
    if (reader()->currentLine() == reader()->firstVisibleLine())
        reader()->moveCurrent(0); // nothing was selected yet: the first line in view is
    updateDetail();
}

void LogsTab::Private::updateDetail()
{
    if (!detail->isVisibleTo(q))
        return;
    const LogView *from = reader();
    detail->showLine(document, from->document().line(from->currentLine()));
}

void LogsTab::Private::showNote(const QString &news)
{
    note = news;
    updateFoot();
}

} // namespace views
