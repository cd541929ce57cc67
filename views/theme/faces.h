// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"

#include <QWidget>

class QPushButton;
class QTimer;

namespace views {

class Label;

/// What a view shows instead of data: one sentence, at most one line more, one action. Also the face of failure.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    EmptyState(const QString &iconName, const QString &sentence, const QString &action = {}, QWidget *parent = nullptr);

    void setIcon(const QString &iconName);
    void setSentence(const QString &sentence);
    void setHint(const QString &hint);
    void setAction(const QString &action);
    /// What happened, why, what to do; the action is usually tr("Retry").
    void setProblem(const models::Problem &problem, const QString &action);
    QPushButton *button() const { return m_action; }

signals:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    QString m_iconName;
    Label *m_icon;
    Label *m_sentence;
    Label *m_hint;
    QPushButton *m_action;
};

/// Rows of grey bars in place of data that is on its way; invisible for the first 150 ms, because most answers are
/// faster.
class Skeleton : public QWidget
{
    Q_OBJECT
public:
    explicit Skeleton(int rows = 6, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer *m_delay;
    int m_rows;
    bool m_due = false;
};

} // namespace views
