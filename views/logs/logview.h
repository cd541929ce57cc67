// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logdocument.h"

#include <QAbstractScrollArea>

#include <memory>

class QAction;

namespace models {
class Bookmarks;
class LogSearch;
}

namespace views {

enum class TimeStamps
{
    Off,
    Local,
    Utc,
    Relative
};

/// Something that is marked in the text in a colour of its own.
struct LogHighlight
{
    models::LogSearch *search = nullptr;
    int color = 0; ///< of the series
};

/// Lines of a log document: paints the visible rows only, whatever the document's size. The document must outlive it.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(models::LogDocument &document, QWidget *parent = nullptr);
    ~LogView() override;

    models::LogDocument &document() const;

    /// Stay at the newest line. Scrolling up ends it, scrolling to the end resumes it.
    void setFollowing(bool following);
    bool isFollowing() const;
    void setWrapping(bool wrapping);
    bool isWrapping() const;
    void setTimeStamps(TimeStamps timeStamps);
    TimeStamps timeStamps() const;
    void setPrefixes(bool prefixes);
    /// Whose hits are marked in the text; may be null.
    void setSearch(models::LogSearch *search);
    void setHighlights(const QList<LogHighlight> &highlights);
    void setBookmarks(models::Bookmarks *bookmarks);
    /// Shown in the context menu below Copy.
    void setMenuActions(const QList<QAction *> &actions);
    /// What an empty view says instead of "No lines yet".
    void setEmptyText(const QString &text);

    /// Bring a line into view and select it.
    void goTo(qint64 index);
    qint64 currentLine() const; ///< selected, else first visible
    models::LogAnchor currentAnchor() const; ///< the same as a place that lasts; source -1 if there are no lines
    qint64 firstVisibleLine() const;
    int visibleLines() const; ///< that a page has room for
    qint64 topTime() const; ///< of the first visible line; 0 if it has none
    /// Bring the lines of a moment to the top, without telling anybody.
    void showTime(qint64 nanoseconds);
    /// Select the line `by` lines further down and keep it in view.
    void moveCurrent(qint64 by);
    /// Scroll so that a line stands in the middle; reading begins.
    void centre(qint64 index);
    /// The selected lines (or part of one line) as text.
    QString selectedText(bool withPrefix) const;
    void copy(bool withPrefix);

    QSize sizeHint() const override;

signals:
    void followingChanged(bool following);
    void currentLineChanged(qint64 index);
    void lineActivated(int source, qint64 line);
    /// Return on a line: open it up.
    void detailRequested();
    /// The user moved to other lines.
    void scrolled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
