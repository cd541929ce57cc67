// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"
#include "models/core/tone.h"

#include <QWidget>

class QPushButton;

namespace views {

class Label;

/// One sentence above the editor: what is being done, what was done, or what went wrong. Takes no room when it has
/// nothing to say. Plain text.
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void showProgress(const QString &sentence);
    void endProgress();
    void showDone(const QString &sentence, const QString &link);
    void showProblem(const models::Problem &problem, const QString &link = {});
    void dismiss();

signals:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(models::Tone tone, const QString &sentence, const QString &remedy, const QString &link);

    Label *m_sentence;
    Label *m_remedy;
    QPushButton *m_link;
    QPushButton *m_close;
    models::Tone m_tone = models::Tone::Neutral;
    bool m_progress = false;
};

} // namespace views
