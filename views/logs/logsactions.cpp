// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of LogsTab: each has a text, a key and a place in a menu.
#include "views/logs/logstab_p.h"

#include "models/logs/loglevel.h"
#include "models/logs/logsaver.h"
#include "views/logs/gotobar.h"
#include "views/logs/highlighterbar.h"
#include "views/logs/linedetailpane.h"
#include "views/logs/loglanes.h"
#include "views/logs/logview.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QTimeZone>

namespace views {

using namespace Qt::StringLiterals;

QAction *LogsTab::Private::action(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                                  const std::function<void()> &run)
{
    auto *made = new QAction(text, q);
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName));
    made->setShortcuts(keys);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QStringList names;
    for (const QKeySequence &key : keys)
        names.append(key.toString(QKeySequence::NativeText));
    made->setToolTip(names.isEmpty() ? text : u"%1 (%2)"_s.arg(text, names.join(", "_L1)));
    QObject::connect(made, &QAction::triggered, q, [run] { run(); });
    q->addAction(made);
    return made;
}

QAction *LogsTab::Private::toggle(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                                  const std::function<void(bool)> &run)
{
    QAction *made = action(text, iconName, keys, [] { });
    made->setCheckable(true);
    QObject::connect(made, &QAction::toggled, q, [run](bool on) { run(on); });
    return made;
}

void LogsTab::Private::makeActions()
{
    find
        = action(LogsTab::tr("Search"), u"search"_s, {QKeySequence::Find, Qt::Key_Slash}, [this] { q->focusSearch(); });
    expression = toggle(LogsTab::tr("Regular expression"), {}, {Qt::ALT | Qt::Key_R}, [this](bool) { applyQuery(); });
    expression->setIconText(u".*"_s);
    caseSensitive = toggle(LogsTab::tr("Match case"), {}, {Qt::ALT | Qt::Key_C}, [this](bool) { applyQuery(); });
    caseSensitive->setIconText(u"Aa"_s);
    onlyHits = toggle(LogsTab::tr("Show only lines with a hit"), u"filter"_s,
                      {Qt::CTRL | Qt::SHIFT | Qt::Key_F, Qt::Key_Ampersand}, [this](bool) {
                          applyConditions();
                          updateCounts();
                      });
    keep = action(LogsTab::tr("Keep the search marked in a colour of its own"), u"marker"_s, {Qt::CTRL | Qt::Key_M},
                  [this] {
                      applyQuery();
                      highlighters->add(search.query());
                  });
    next = action(LogsTab::tr("Next hit"), u"chevron"_s, {Qt::Key_F3, Qt::Key_N}, [this] { step(true); });
    previous = action(LogsTab::tr("Previous hit"), u"up"_s, {Qt::SHIFT | Qt::Key_F3, Qt::SHIFT | Qt::Key_N},
                      [this] { step(false); });
    saveAction = action(LogsTab::tr("Save what is shown…"), u"save"_s, {QKeySequence::Save}, [this] { save(); });
    makeViewActions();
    makeJumpActions();
}

void LogsTab::Private::makeViewActions()
{
    follow = toggle(LogsTab::tr("Follow new lines"), u"follow"_s, {Qt::Key_F}, [this](bool on) { setFollowing(on); });
    follow->setIconText(LogsTab::tr("Follow"));
    wrap = toggle(LogsTab::tr("Wrap long lines"), u"wrap"_s, {Qt::Key_W}, [this](bool on) {
        view->setWrapping(on);
        lanes->setWrapping(on);
    });
    lanesAction = toggle(LogsTab::tr("One lane per rank, side by side"), u"lanes"_s, {Qt::Key_L},
                         [this](bool on) { setLanes(on); });
    nextStamp = action(LogsTab::tr("Other time stamps"), u"clock"_s, {Qt::Key_T},
                       [this] { times->setCurrentIndex((times->currentIndex() + 1) % times->count()); });
    openDetail = action(LogsTab::tr("Open the line up below (JSON set out)"), u"chevron-right"_s, {},
                        [this] { showDetail(!detail->isVisibleTo(q)); });
    openDetail->setToolTip(LogsTab::tr("Open the line up below (Enter)"));
    copyPrefixed = action(LogsTab::tr("Copy with time and rank"), u"copy"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                          [this] { reader()->copy(true); });
    curve = action(LogsTab::tr("Show on the curve"), u"chart"_s, {Qt::Key_C}, [this] {
        const models::LogAnchor line = currentAnchor();
        if (line.source >= 0)
            emit q->pointRequested(line.source, line.number);
    });
    curve->setVisible(false); // until somebody is connected
    curve->setEnabled(false);
}

void LogsTab::Private::makeJumpActions()
{
    firstError = action(LogsTab::tr("First error"), u"warning"_s, {Qt::CTRL | Qt::Key_E}, [this] {
        scanAll = true;
        updateScans();
        goToFirst(errors, LogsTab::tr("No line here looks like an error."));
    });
    nextError = action(LogsTab::tr("Next error"), {}, {Qt::Key_E}, [this] { stepErrors(true); });
    previousError = action(LogsTab::tr("Previous error"), {}, {Qt::SHIFT | Qt::Key_E}, [this] { stepErrors(false); });
    firstTraceback = action(LogsTab::tr("First traceback"), {}, {Qt::SHIFT | Qt::Key_T}, [this] {
        tracebacks.setQuery({models::tracebackExpression(), true, true});
        goToFirst(tracebacks, LogsTab::tr("There is no traceback here."));
    });
    goToAction = action(LogsTab::tr("Go to a line or a time…"), u"clock"_s, {Qt::CTRL | Qt::Key_G, Qt::Key_Colon},
                        [this] { goToBar->open(); });
    bookmark = action(LogsTab::tr("Bookmark this line"), u"bookmark"_s, {Qt::Key_M},
                      [this] { bookmarks.toggle(currentAnchor()); });
    nextBookmark = action(LogsTab::tr("Next bookmark"), {}, {Qt::Key_BracketRight}, [this] { stepBookmarks(true); });
    previousBookmark
        = action(LogsTab::tr("Previous bookmark"), {}, {Qt::Key_BracketLeft}, [this] { stepBookmarks(false); });
}

QMenu *LogsTab::Private::makeErrorMenu()
{
    auto *menu = new QMenu(q);
    menu->addActions({firstError, nextError, previousError, firstTraceback});
    menu->addSeparator();
    menu->addAction(goToAction);
    auto *last = menu->addMenu(LogsTab::tr("Last line of"));
    QObject::connect(last, &QMenu::aboutToShow, q, [this, last] { fillLastLines(last); });
    return menu;
}

QMenu *LogsTab::Private::makeMoreMenu()
{
    auto *menu = new QMenu(q);
    menu->addActions({find, next, previous, onlyHits, keep});
    menu->addSeparator();
    menu->addActions({follow, wrap, lanesAction, nextStamp, openDetail});
    menu->addSeparator();
    menu->addActions({bookmark, nextBookmark, previousBookmark});
    menu->addSeparator();
    menu->addActions({goToAction, copyPrefixed, saveAction});
    return menu;
}

void LogsTab::Private::fillLastLines(QMenu *menu)
{
    menu->clear();
    const QList<int> shown = document.shownSources();
    for (const int id : shown) {
        const auto lines = document.lineSource(id);
        const qint64 count = lines ? lines->lineCount() : 0;
        if (count > 0)
            menu->addAction(document.sources()[id].label, q, [this, id, count] { reveal({id, count - 1}); });
    }
    if (menu->isEmpty())
        menu->addAction(LogsTab::tr("No lines yet"))->setEnabled(false);
}

void LogsTab::Private::fillBookmarks(QMenu *menu)
{
    constexpr qsizetype longest = 80;
    menu->clear();
    menu->addActions({bookmark, nextBookmark, previousBookmark});
    menu->addSeparator();
    const QList<qint64> places = bookmarks.places(filter);
    for (const qint64 place : places.first(std::min<qsizetype>(places.size(), 30))) {
        const models::LogLine line = filter.line(place);
        QString text = document.sources().value(line.source).label + u"  "_s
            + QString::fromUtf8(line.text.first(std::min(line.text.size(), longest))).simplified();
        menu->addAction(icon(u"bookmark"_s), text.replace(u'&', "&&"_L1), q,
                        [this, anchor = models::LogAnchor {line.source, line.number}] { reveal(anchor); });
    }
    menu->addSeparator();
    menu->addAction(LogsTab::tr("Remove all bookmarks"), q, [this] { bookmarks.clear(); });
}

void LogsTab::Private::save()
{
    if (saver)
        return showNote(LogsTab::tr("A log is being saved already."));
    const bool several = document.sources().size() > 1;
    const QStringList kinds {
        LogsTab::tr("Text with time and rank (*.log *.txt)"), LogsTab::tr("Text as it was printed (*.log *.txt)"),
        LogsTab::tr("Compressed, with time and rank (*.zst)"), LogsTab::tr("Compressed, as it was printed (*.zst)")};
    QString kind = kinds[several ? 0 : 1];
    QString name = QFileDialog::getSaveFileName(q, LogsTab::tr("Save log"), u"log.txt"_s, kinds.join(";;"_L1), &kind);
    if (name.isEmpty())
        return;
    const qsizetype chosen = kinds.indexOf(kind);
    if (chosen >= 2 && !name.endsWith(".zst"_L1))
        name += u".zst"_s;
    saver = new models::LogSaver(filter, q);
    QObject::connect(saver, &models::LogSaver::progressed, q,
                     [this](double share) { showNote(LogsTab::tr("Saving, %1 %").arg(int(share * 100))); });
    QObject::connect(saver, &models::LogSaver::finished, q, [this, name](const k8s::Result<> &saved) {
        saver->deleteLater();
        saver.clear();
        showNote(saved ? LogsTab::tr("Saved as %1").arg(name) : QString());
        if (!saved)
            tellProblem({LogsTab::tr("%1 could not be written: %2.").arg(name, saved.error().message),
                         LogsTab::tr("Free some space there or choose another place.")});
    });
    saver->save(name, chosen % 2 == 0);
}

} // namespace views
