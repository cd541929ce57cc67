// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"
#include "models/core/tone.h"

#include <QWidget>

#include <functional>

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
    /// With an action's text the bar offers that action. It belongs to this message: the next one takes it away.
    void warn(const models::Problem &problem, const QString &action = {}, std::function<void()> run = {});
    void dismiss();
    QString text() const;

    QSize sizeHint() const override;

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
    std::function<void()> m_run;
    models::Tone m_tone = models::Tone::Neutral;
};

} // namespace views
