// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/timeline.h"

#include "models/core/format.h"
#include "models/jobs/jobdetail.h"
#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTimer>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace views {
namespace {

constexpr int gap = 2;

qint64 secondsOf(const models::JobPhase &phase)
{
    return phase.from.secsTo(phase.to.isValid() ? phase.to : QDateTime::currentDateTimeUtc());
}

bool isMoment(const models::JobPhase &phase) { return phase.to.isValid() && phase.to == phase.from; }

QString textOf(const models::JobPhase &phase)
{
    return isMoment(phase) ? phase.word : phase.word + u"  "_s + models::durationText(secondsOf(phase));
}

} // namespace

Timeline::Timeline(models::JobDetail &detail, QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_clock(new QTimer(this))
{
    setAccessibleName(tr("Timeline"));
    connect(&detail, &models::JobDetail::phasesChanged, this, qOverload<>(&QWidget::update));
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    m_clock->start();
}

QSize Timeline::sizeHint() const { return {600, fontMetrics().height() + 14}; }

QList<Timeline::Stretch> Timeline::stretches() const
{
    const auto &phases = m_detail.phases();
    QList<double> widths;
    double least = 0, total = 0;
    for (const auto &phase : phases) {
        const double wanted = fontMetrics().horizontalAdvance(textOf(phase)) + 2 * space::s; // every word can be read
        widths.append(wanted);
        least += wanted + gap;
        total += isMoment(phase) ? 0 : double(qMax<qint64>(1, secondsOf(phase)));
    }
    const double spare = qMax(0.0, width() - least);
    const double shrink = least > width() ? width() / least : 1;
    QList<Stretch> all;
    double left = 0;
    for (int i = 0; i < phases.size(); ++i) {
        const double share = isMoment(phases.at(i)) ? 0 : double(qMax<qint64>(1, secondsOf(phases.at(i)))) / total;
        const double wide = widths.at(i) * shrink + spare * share;
        all.append({i, QRect(qRound(left), 0, qRound(wide), height())});
        left += wide + gap * shrink;
    }
    return all;
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &t = tokens(palette());
    const auto &phases = m_detail.phases();
    if (phases.isEmpty()) {
        painter.setPen(t.muted);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, tr("Nothing has happened yet."));
        return;
    }
    for (const auto &[index, room] : stretches()) {
        const auto &phase = phases.at(index);
        paintPanel(&painter, room, toneBackground(t, phase.tone), {}, 4);
        painter.fillRect(QRect(room.left(), room.bottom() - 2, room.width(), 3), toneColor(t, phase.tone));
        painter.setPen(toneColor(t, phase.tone));
        const QRect words = room.adjusted(space::s, 0, -space::xs, -2);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(textOf(phase), Qt::ElideRight, words.width()));
    }
}

bool Timeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const auto &[index, room] : stretches()) {
        if (!room.contains(help->pos()))
            continue;
        const auto &phase = m_detail.phases().at(index);
        QToolTip::showText(help->globalPos(),
                           tr("%1 since %2").arg(phase.word, phase.from.toLocalTime().toString(u"HH:mm:ss"_s)), this,
                           room);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace views
