// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/podevents.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace views {

/// Asks in which pod and folder TensorBoard's event files are. Hidden until open().
class PodEventsBar : public QWidget
{
    Q_OBJECT
public:
    explicit PodEventsBar(QWidget *parent = nullptr);

    /// What can be chosen: a name for people, and the pod (its path is not looked at).
    void setPods(const QList<std::pair<QString, models::PodFolder>> &pods);
    void open();

signals:
    void followRequested(const models::PodFolder &folder);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow();

    QComboBox *m_pods;
    QLineEdit *m_path;
    QPushButton *m_follow;
    QList<models::PodFolder> m_choices;
};

} // namespace views
