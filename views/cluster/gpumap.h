// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/nodeboard.h"

#include <QList>
#include <QRect>
#include <QWidget>

namespace views {

/// A row of cells per node, a cell per device: free, held, busy (the fuller the busier), held but idle. A click on a
/// held one leads to its job; the arrow keys walk the cells.
class GpuMap : public QWidget
{
    Q_OBJECT
public:
    static constexpr int mostNodes = 400; ///< are drawn: nobody reads ten thousand cells

    explicit GpuMap(models::NodeBoard &board, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /// What a cell's tip says, line by line; plain text.
    static QStringList tipOf(const models::NodeUse &node, const models::DeviceCell &cell);

signals:
    void jobActivated(const QString &ns, const QString &job);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Place
    {
        int node = -1, cell = -1;
        bool operator==(const Place &) const = default;
    };
    int nameWidth() const;
    int perRow(int width) const;
    QList<int> rowTops(int width) const; ///< of each node, and the end
    QRect rectOf(const Place &place) const;
    QRect cellRect(int top, int cell) const; ///< of a node whose row begins at top
    Place placeAt(const QPoint &point) const;

    void activate(const Place &place);
    void paintNode(QPainter &painter, int index, int top) const;

    models::NodeBoard &m_board;
    QList<models::NodeUse> m_nodes; ///< those that have devices
    mutable int m_widestName = -1; ///< in pixels, of these nodes; -1: not measured yet
    Place m_hover, m_current;
};

/// What the looks of the cells mean.
class GpuLegend : public QWidget
{
    Q_OBJECT
public:
    explicit GpuLegend(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace views
