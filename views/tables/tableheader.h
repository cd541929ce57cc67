// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace views {

/// The quiet head of a table: small muted words, the sort arrow beside its word, dimmed while the rows are stale.
class TableHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit TableHeader(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// Room for the word and the arrow.
    int leastWidth(int section) const;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void hover(int section);

    int m_hover = -1;
};

} // namespace views
