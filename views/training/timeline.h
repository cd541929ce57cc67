// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace models {
class JobDetail;
}

class QTimer;

namespace views {

/// A job's life as one bar: Created, Pending, Running ... each stretch as long as it took, the last one growing.
class Timeline : public QWidget
{
    Q_OBJECT
public:
    explicit Timeline(models::JobDetail &detail, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Stretch
    {
        int phase;
        QRect rect;
    };
    QList<Stretch> stretches() const;

    models::JobDetail &m_detail;
    QTimer *m_clock;
};

} // namespace views
