// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/resourcetype.h"
#include "models/core/tone.h"

#include <QAbstractButton>

namespace views {

/// What a strip shows of one job.
struct JobGlance
{
    k8s::ObjectRef job;
    QString kind;
    QString age;
    QString reason; ///< for jobs that are not running well: one line
    QString progress; ///< "epoch 7/10"
    QString loss; ///< the newest, as text; empty if unknown
    QList<float> curve;
    models::Tone tone = models::Tone::Neutral;
    models::StateShape shape = models::StateShape::None;

    bool operator==(const JobGlance &) const = default;
};

/// One job in one line: state, name, and either its loss with a curve or the reason why it does not run.
class JobStrip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit JobStrip(QWidget *parent = nullptr);

    void setGlance(const JobGlance &glance);
    const JobGlance &glance() const { return m_glance; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintCurve(QPainter &painter, QRect &room) const;

    JobGlance m_glance;
};

} // namespace views
