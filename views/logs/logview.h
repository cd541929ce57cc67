// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logdocument.h"

#include <QAbstractScrollArea>

#include <memory>

namespace models {
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
    /// Whose hits are marked in the text and beside the scroll bar; may be null.
    void setSearch(models::LogSearch *search);

    /// Bring a line into view and select it.
    void goTo(qint64 index);
    qint64 currentLine() const; ///< selected, else first visible
    qint64 firstVisibleLine() const;
    /// The selected lines (or part of one line) as text.
    QString selectedText(bool withPrefix) const;
    void copy(bool withPrefix);

    QSize sizeHint() const override;

signals:
    void followingChanged(bool following);
    void currentLineChanged(qint64 index);
    void lineActivated(int source, qint64 line);

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
