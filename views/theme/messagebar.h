// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"
#include "models/core/tone.h"

#include <QWidget>

class QPushButton;
class QTimer;
class QVariantAnimation;

namespace views {

class Label;

/// Slides over the foot of its parent and says one thing: what was done, or what went wrong and what to do about it.
/// What was done leaves by itself; a problem stays until it is dismissed or replaced. Plain text.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent);

    void inform(const QString &sentence);
    /// With an action's text the bar offers that action and emits actionTriggered().
    void warn(const models::Problem &problem, const QString &action = {});
    void dismiss();
    QString text() const;

    QSize sizeHint() const override;

signals:
    void actionTriggered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void present(models::Tone tone);
    void place();

    Label *m_sentence;
    Label *m_remedy;
    QPushButton *m_action;
    QTimer *m_leave;
    QVariantAnimation *m_slide;
    models::Tone m_tone = models::Tone::Neutral;
};

} // namespace views
