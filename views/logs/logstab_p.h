// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/bookmarks.h"
#include "models/logs/logfilter.h"
#include "views/logs/logstab.h"

#include <QAction>
#include <QPointer>
#include <QTimer>

class QComboBox;
class QLayout;
class QLineEdit;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace models {
class LogSaver;
}

namespace views {

class ElidedLabel;
class GoToBar;
class HighlighterBar;
class Label;
class LineDetailPane;
class LogLanes;
class LogMinimap;
class RankChips;
class SourceFilter;

/// The parts of a LogsTab and what they do together; shared by its layout (logstab.cpp), its actions (logsactions.cpp)
/// and its way about (logsmoves.cpp).
class LogsTab::Private
{
public:
    Private(LogsTab *tab, models::LogDocument &logDocument);

    // logstab.cpp
    void makeWidgets();
    QLayout *makeSearchBar();
    QLayout *makeScopeBar();
    QWidget *makeReader();
    QToolButton *button(QAction *action, bool withText = false);
    void connectSearch();
    void connectDocument();
    void connectReaders();
    void updateCounts();
    void updateFoot();
    void updateScans();
    void updateLayers();
    void tellProblem(const models::Problem &news);

    // logsactions.cpp
    QAction *action(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                    const std::function<void()> &run);
    QAction *toggle(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                    const std::function<void(bool)> &run);
    void makeActions();
    void makeViewActions();
    void makeJumpActions();
    QMenu *makeErrorMenu();
    QMenu *makeMoreMenu();
    void fillLastLines(QMenu *menu);
    void fillBookmarks(QMenu *menu);
    void save();

    // logsmoves.cpp
    void applyQuery();
    void applyScope();
    void applyConditions();
    void step(bool forward);
    void stepErrors(bool forward);
    void stepBookmarks(bool forward);
    void goTo(qint64 index);
    void reveal(const models::LogAnchor &line);
    void goToFirst(models::LogSearch &search, const QString &nothing);
    void goToTarget(const QString &text);
    void setFollowing(bool following);
    void setLanes(bool lanes);
    void showDetail(bool shown);
    void updateDetail();
    void showNote(const QString &note);
    models::LogAnchor currentAnchor() const;
    qint64 currentIndex() const;
    LogView *reader() const; ///< who has the keyboard: the view or a lane

    LogsTab *q;
    models::LogDocument &document;
    models::LogFilter filter;
    models::LogSearch search, errors, warnings, levels, tracebacks;
    models::Bookmarks bookmarks;
    LogView *view = nullptr;
    LogLanes *lanes = nullptr;
    LogMinimap *minimap = nullptr;
    LineDetailPane *detail = nullptr;
    HighlighterBar *highlighters = nullptr;
    GoToBar *goToBar = nullptr;
    QStackedWidget *readers = nullptr;
    QSplitter *splitter = nullptr;
    RankChips *chips = nullptr;
    SourceFilter *sourceFilter = nullptr;
    QLineEdit *field = nullptr;
    Label *hits = nullptr, *problem = nullptr;
    ElidedLabel *foot = nullptr;
    QComboBox *times = nullptr, *level = nullptr;
    QToolButton *errorButton = nullptr, *bookmarkButton = nullptr;
    QAction *find = nullptr, *expression = nullptr, *caseSensitive = nullptr, *onlyHits = nullptr, *keep = nullptr;
    QAction *next = nullptr, *previous = nullptr, *follow = nullptr, *wrap = nullptr, *lanesAction = nullptr;
    QAction *nextError = nullptr, *previousError = nullptr, *firstError = nullptr, *firstTraceback = nullptr;
    QAction *goToAction = nullptr, *bookmark = nullptr, *nextBookmark = nullptr, *previousBookmark = nullptr;
    QAction *openDetail = nullptr, *copyPrefixed = nullptr, *saveAction = nullptr, *curve = nullptr;
    QAction *nextStamp = nullptr;
    QPointer<models::LogSaver> saver;
    QString note; ///< in the foot, until the next move
    QTimer typed; ///< a keystroke is not a query yet
    QTimer counting; ///< counts need not be newer than the eye can tell
    models::LogSearch *awaited = nullptr; ///< its first hit is gone to when it is known
    QString nothingFound; ///< what to say if it has none
    bool scanAll = false; ///< look for errors even in a huge file
};

} // namespace views
