// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace views {

class ElidedLabel;
class Label;

/// The first row of a chart: what it shows, a remark, and its tools. Pin, maximise and the menu show themselves while
/// the pointer is over the card.
class ChartHead : public QWidget
{
    Q_OBJECT
public:
    explicit ChartHead(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const;
    void setRemark(const QString &remark);
    void setZoomed(bool zoomed);
    /// Whether the chart is one of many that can be pinned and maximised.
    void setOneOfMany(bool oneOfMany);
    void setPinned(bool pinned);
    bool isPinned() const;
    void setMaximized(bool maximized);
    bool isMaximized() const { return m_maximized; }
    void setHovered(bool hovered);

signals:
    void resetWanted();
    void pinToggled(bool pinned);
    void maximizeToggled(bool maximized);
    void menuWanted(const QPoint &globalPosition);

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QToolButton *addTool(const QString &iconName, const QString &name);
    void showTools();

    ElidedLabel *m_title;
    Label *m_remark;
    QToolButton *m_reset;
    QToolButton *m_pin = nullptr;
    QToolButton *m_maximize = nullptr;
    QToolButton *m_menu = nullptr;
    bool m_oneOfMany = false;
    bool m_maximized = false;
    bool m_hovered = false;
};

} // namespace views
