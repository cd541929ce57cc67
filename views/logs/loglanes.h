// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/bookmarks.h"
#include "models/logs/lanelog.h"
#include "models/logs/logfilter.h"
#include "views/logs/logview.h"

#include <QWidget>

#include <memory>
#include <vector>

class QSplitter;

namespace views {

class Label;

/// One lane per rank side by side, as many as there is room for; they scroll together by time. The document must
/// outlive it.
class LogLanes : public QWidget
{
    Q_OBJECT
public:
    explicit LogLanes(models::LogDocument &document, QWidget *parent = nullptr);
    ~LogLanes() override;

    /// Lanes are made while it is active only.
    void setActive(bool active);
    bool isActive() const { return m_active; }
    void setConditions(const QList<models::LogSearch *> &conditions);
    void setSearch(models::LogSearch *search);
    void setHighlights(const QList<LogHighlight> &highlights);
    void setBookmarks(models::Bookmarks *bookmarks);
    void setMenuActions(const QList<QAction *> &actions);
    void setTimeStamps(TimeStamps timeStamps);
    void setWrapping(bool wrapping);
    void setFollowing(bool following);
    bool isFollowing() const { return m_following; }

    int laneCount() const { return int(m_lanes.size()); }
    LogView *lane(int index) const;
    /// The lane with the focus, else the first; null without lanes.
    LogView *currentLane() const;
    /// Bring a line into view in its lane, and the moment of it in the others. False if no lane shows it.
    bool showLine(const models::LogAnchor &line);

signals:
    void followingChanged(bool following);
    void currentLineChanged();
    void detailRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Lane;
    void rebuild();
    void addLane(const QList<int> &sources);
    void connectLane(Lane &lane);
    void follow(const LogView &leader);

    models::LogDocument &m_document;
    QSplitter *m_splitter;
    Label *m_rest;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    QList<QList<int>> m_groups; // of the lanes that are made
    QList<models::LogSearch *> m_conditions;
    models::LogSearch *m_search = nullptr;
    QList<LogHighlight> m_highlights;
    models::Bookmarks *m_bookmarks = nullptr;
    QList<QAction *> m_menuActions;
    TimeStamps m_timeStamps = TimeStamps::Off;
    bool m_wrapping = false;
    bool m_following = true;
    bool m_active = false;
    bool m_moving = false; // a lane was moved by another
};

} // namespace views
