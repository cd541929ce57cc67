// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/loglanes.h"

#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowest = 280; // a lane in which a log line can be read

/// The rank's dot and name above its lane.
class LaneTitle : public QWidget
{
public:
    LaneTitle(const models::LogSource &source, const QString &text, QWidget *parent)
        : QWidget(parent)
        , m_text(text)
        , m_rank(source.rank)
    {
        setToolTip(text);
        setFixedHeight(fontMetrics().height() + 8);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &colors = tokens(palette());
        painter.setPen(Qt::NoPen);
        painter.setBrush(seriesColor(colors, m_rank));
        painter.drawEllipse(QPointF(space::s, height() / 2.0), 4, 4);
        painter.setPen(colors.text);
        painter.setFont(views::font(TextRole::Strong));
        const QRect room = rect().adjusted(2 * space::s, 0, -space::xs, 0);
        painter.drawText(room, Qt::AlignVCenter,
                         QFontMetrics(painter.font()).elidedText(m_text, Qt::ElideRight, room.width()));
    }

private:
    QString m_text;
    int m_rank;
};

} // namespace

struct LogLanes::Lane
{
    Lane(models::LogDocument &document, const QList<int> &sources)
        : log(document, sources)
        , filter(log)
    {
    }
    ~Lane() { delete frame; } // the view goes before what it shows

    models::LaneLog log;
    models::LogFilter filter;
    QWidget *frame = nullptr;
    LogView *view = nullptr;
};

LogLanes::LogLanes(models::LogDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_splitter(new QSplitter(this))
    , m_rest(new Label({}, TextRole::Caption, this))
{
    m_rest->setMuted(true);
    m_rest->setWordWrap(true);
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_rest);
    connect(&document, &models::LogDocument::sourcesChanged, this, [this] { rebuild(); });
    connect(&document, &models::LogDocument::reset, this, [this] { rebuild(); });
}

LogLanes::~LogLanes() = default;

void LogLanes::setActive(bool active)
{
    m_active = active;
    rebuild();
}

void LogLanes::rebuild()
{
    QList<QList<int>> groups;
    qsizetype all = 0;
    if (m_active) {
        groups = models::laneGroups(m_document);
        all = groups.size();
        groups = groups.first(std::min<qsizetype>(all, std::max(1, width() / narrowest)));
    }
    m_rest->setVisible(groups.size() < all);
    m_rest->setText(tr("%n more rank(s) do not fit: choose the ranks above, or widen the window.", nullptr,
                       int(all - groups.size())));
    if (groups == m_groups)
        return;
    const LogView *before = currentLane();
    const bool focused = before && before->hasFocus();
    const qint64 time = before ? before->topTime() : 0;
    m_groups = groups;
    m_lanes.clear();
    for (const QList<int> &sources : std::as_const(groups))
        addLane(sources);
    m_splitter->setSizes(QList<int>(m_lanes.size(), 1000));
    if (focused && !m_lanes.empty())
        m_lanes.front()->view->setFocus();
    if (!m_following && time > 0) {
        for (const auto &lane : m_lanes)
            lane->view->showTime(time);
    }
}

void LogLanes::addLane(const QList<int> &sources)
{
    auto &lane = *m_lanes.emplace_back(std::make_unique<Lane>(m_document, sources));
    lane.filter.setConditions(m_conditions);
    lane.frame = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(lane.frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const models::LogSource &last = m_document.sources()[sources.last()];
    QString title = last.label;
    if (sources.size() > 1 && !last.init)
        title = tr("%1, %n attempt(s)", nullptr,
                   int(std::ranges::count_if(sources, [this](int id) { return !m_document.sources()[id].init; })))
                    .arg(m_document.sources()[sources.first()].label.section(u'/', 0, 0).section(u" #"_s, 0, 0));
    column->addWidget(new LaneTitle(last, title, lane.frame));
    lane.view = new LogView(lane.filter, lane.frame);
    lane.view->setFrameShape(QFrame::StyledPanel);
    lane.view->setPrefixes(false);
    lane.view->setAccessibleName(title);
    lane.view->setSearch(m_search);
    lane.view->setHighlights(m_highlights);
    if (m_bookmarks)
        lane.view->setBookmarks(m_bookmarks);
    lane.view->setMenuActions(m_menuActions);
    lane.view->setTimeStamps(m_timeStamps);
    lane.view->setWrapping(m_wrapping);
    column->addWidget(lane.view, 1);
    lane.frame->show();
    lane.view->setFollowing(m_following);
    connectLane(lane);
}

void LogLanes::connectLane(Lane &lane)
{
    LogView *view = lane.view;
    connect(view, &LogView::followingChanged, this, [this](bool following) {
        if (!m_moving)
            setFollowing(following);
    });
    connect(view, &LogView::scrolled, this, [this, view] { follow(*view); });
    connect(view, &LogView::currentLineChanged, this, &LogLanes::currentLineChanged);
    connect(view, &LogView::detailRequested, this, &LogLanes::detailRequested);
}

/// Bring the others to the moment that one lane shows.
void LogLanes::follow(const LogView &leader)
{
    if (m_moving || leader.isFollowing() || leader.topTime() == 0)
        return;
    const QScopedValueRollback guard(m_moving, true);
    for (const auto &lane : m_lanes) {
        if (lane->view != &leader)
            lane->view->showTime(leader.topTime());
    }
}

void LogLanes::setFollowing(bool following)
{
    {
        const QScopedValueRollback guard(m_moving, true);
        for (const auto &lane : m_lanes)
            lane->view->setFollowing(following);
    }
    if (std::exchange(m_following, following) != following)
        emit followingChanged(following);
}

void LogLanes::setConditions(const QList<models::LogSearch *> &conditions)
{
    m_conditions = conditions;
    for (const auto &lane : m_lanes)
        lane->filter.setConditions(conditions);
}

void LogLanes::setSearch(models::LogSearch *search)
{
    m_search = search;
    for (const auto &lane : m_lanes)
        lane->view->setSearch(search);
}

void LogLanes::setHighlights(const QList<LogHighlight> &highlights)
{
    m_highlights = highlights;
    for (const auto &lane : m_lanes)
        lane->view->setHighlights(highlights);
}

void LogLanes::setBookmarks(models::Bookmarks *bookmarks) { m_bookmarks = bookmarks; }

void LogLanes::setMenuActions(const QList<QAction *> &actions) { m_menuActions = actions; }

void LogLanes::setTimeStamps(TimeStamps timeStamps)
{
    m_timeStamps = timeStamps;
    for (const auto &lane : m_lanes)
        lane->view->setTimeStamps(timeStamps);
}

void LogLanes::setWrapping(bool wrapping)
{
    m_wrapping = wrapping;
    for (const auto &lane : m_lanes)
        lane->view->setWrapping(wrapping);
}

LogView *LogLanes::lane(int index) const { return m_lanes[size_t(index)]->view; }

LogView *LogLanes::currentLane() const
{
    for (const auto &lane : m_lanes) {
        if (lane->view->hasFocus())
            return lane->view;
    }
    return m_lanes.empty() ? nullptr : m_lanes.front()->view;
}

bool LogLanes::showLine(const models::LogAnchor &line)
{
    for (const auto &lane : m_lanes) {
        const qint64 index = lane->filter.indexOf(line);
        if (index < 0)
            continue;
        lane->view->goTo(index);
        lane->view->setFocus();
        follow(*lane->view);
        return true;
    }
    return false;
}

void LogLanes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    rebuild();
}

} // namespace views
