// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace models {
class JobDetail;
class JobMetrics;
struct Rank;
}

class QTimer;

namespace views {

/// One row per rank (up to a dozen) or one cell per rank: state, last step, how long its log has been silent. A click
/// shows its log.
class RankMap : public QWidget
{
    Q_OBJECT
public:
    RankMap(models::JobDetail &detail, models::JobMetrics &metrics, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, 3 * 26}; }

signals:
    void rankActivated(const QString &pod);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool asRows() const;
    int rowHeight() const;
    QRect rectOf(int index) const;
    int indexAt(const QPoint &point) const;
    void paintRow(QPainter &painter, const QRect &rect, const models::Rank &rank) const;
    void paintCell(QPainter &painter, const QRect &rect, const models::Rank &rank) const;
    QString silence(const models::Rank &rank) const;
    QString progress(const models::Rank &rank) const;

    models::JobDetail &m_detail;
    models::JobMetrics &m_metrics;
    QTimer *m_clock;
    int m_hover = -1;
    int m_current = 0;
};

} // namespace views
