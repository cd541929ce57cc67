// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace views {

/// The steps of a preparation, one a line: done, being done, to come.
class StepList : public QWidget
{
    Q_OBJECT
public:
    explicit StepList(const QStringList &steps, QWidget *parent = nullptr);

    /// From 1; 0: nothing begun; more than there are: all done. `failed`: the current step is where it ended.
    void setCurrent(int number, bool failed = false);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int lineHeight() const;

    QStringList m_steps;
    int m_current = 0;
    bool m_failed = false;
};

} // namespace views
