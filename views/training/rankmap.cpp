// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/rankmap.h"

#include "models/core/format.h"
#include "models/jobs/jobdetail.h"
#include "models/metrics/jobmetrics.h"
#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace views {
namespace {

constexpr int mostRows = 12;
constexpr int cellSize = 22, cellGap = 4;
constexpr int shapeSize = 10;

} // namespace

RankMap::RankMap(models::JobDetail &detail, models::JobMetrics &metrics, QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_metrics(metrics)
    , m_clock(new QTimer(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Ranks"));
    connect(&detail, &models::JobDetail::ranksChanged, this, [this] {
        updateGeometry();
        update();
    });
    m_clock->setInterval(500);
    connect(m_clock, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    m_clock->start();
}

bool RankMap::asRows() const { return m_detail.ranks().size() <= mostRows; }
int RankMap::rowHeight() const { return qMax(26, fontMetrics().height() + 8); }

QSize RankMap::sizeHint() const
{
    const int count = int(m_detail.ranks().size());
    if (asRows())
        return {280, qMax(3, count) * rowHeight()};
    const int perRow = qMax(1, width() / (cellSize + cellGap));
    return {280, ((count + perRow - 1) / perRow) * (cellSize + cellGap)};
}

QRect RankMap::rectOf(int index) const
{
    if (asRows())
        return {0, index * rowHeight(), width(), rowHeight()};
    const int perRow = qMax(1, width() / (cellSize + cellGap));
    return {(index % perRow) * (cellSize + cellGap), (index / perRow) * (cellSize + cellGap), cellSize, cellSize};
}

int RankMap::indexAt(const QPoint &point) const
{
    for (int i = 0; i < m_detail.ranks().size(); ++i) {
        if (rectOf(i).contains(point))
            return i;
    }
    return -1;
}

QString RankMap::progress(const models::Rank &rank) const
{
    const double step = m_metrics.lastStep(rank.rank);
    return step >= 0 ? tr("step %1").arg(models::figureText(step)) : QString();
}

QString RankMap::silence(const models::Rank &rank) const
{
    const qint64 last = m_metrics.lastLineTime(rank.rank);
    if (last <= 0 || rank.shape != models::StateShape::Running)
        return {};
    const double seconds = double(QDateTime::currentMSecsSinceEpoch() - last) / 1000;
    return seconds < 10 ? u"%1 s"_s.arg(qMax(0.0, seconds), 0, 'f', 1) : models::durationText(qint64(seconds));
}

void RankMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &ranks = m_detail.ranks();
    if (ranks.isEmpty()) {
        painter.setPen(tokens(palette()).muted);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignTop, tr("No pods yet."));
        return;
    }
    for (int i = 0; i < ranks.size(); ++i) {
        const QRect room = rectOf(i);
        if (i == m_hover)
            paintPanel(&painter, room, tokens(palette()).grid, {}, 4);
        asRows() ? paintRow(painter, room, ranks.at(i)) : paintCell(painter, room, ranks.at(i));
        if (hasFocus() && i == m_current)
            paintFocusRing(&painter, room, palette(), 4);
    }
}

void RankMap::paintRow(QPainter &painter, const QRect &rect, const models::Rank &rank) const
{
    const auto &t = tokens(palette());
    const QFontMetrics metrics(font());
    painter.setFont(font());
    painter.fillRect(QRect(rect.left(), rect.top() + 6, 3, rect.height() - 12), seriesColor(t, rank.rank));
    int left = rect.left() + space::s + 2;
    paintShape(&painter, QRectF(left, rect.center().y() - shapeSize / 2.0 + 0.5, shapeSize, shapeSize), rank.shape,
               toneColor(t, rank.tone));
    left += shapeSize + space::s;
    int right = rect.right() - space::xs;
    if (const QString quiet = silence(rank); !quiet.isEmpty()) {
        const int quietWidth = metrics.horizontalAdvance(u"9m59s "_s);
        painter.setPen(t.muted);
        painter.drawText(QRect(right - quietWidth, rect.top(), quietWidth, rect.height()),
                         Qt::AlignVCenter | Qt::AlignRight, quiet);
        right -= quietWidth + space::s;
    }
    const QString step = progress(rank);
    const QString middle = rank.shape == models::StateShape::Running && !step.isEmpty() ? step : rank.phase;
    const int labelWidth = qMin(metrics.horizontalAdvance(rank.label), (right - left) / 2);
    const int middleWidth = qMin(metrics.horizontalAdvance(middle) + 1, right - left - labelWidth - space::s);
    painter.setPen(rank.shape == models::StateShape::Failed ? toneColor(t, rank.tone) : t.text);
    painter.drawText(QRect(right - middleWidth, rect.top(), middleWidth, rect.height()),
                     Qt::AlignVCenter | Qt::AlignRight, metrics.elidedText(middle, Qt::ElideRight, middleWidth));
    right -= middleWidth + space::s;
    painter.setPen(t.text);
    painter.drawText(QRect(left, rect.top(), right - left, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(rank.label, Qt::ElideMiddle, right - left));
}

void RankMap::paintCell(QPainter &painter, const QRect &rect, const models::Rank &rank) const
{
    const auto &t = tokens(palette());
    const QColor color = toneColor(t, rank.tone);
    paintPanel(&painter, rect, toneBackground(t, rank.tone), color, 4);
    paintShape(&painter, QRectF(rect).adjusted(6, 6, -6, -6), rank.shape, color);
}

void RankMap::mouseMoveEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position().toPoint());
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hover, index) != index)
        update();
}

void RankMap::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void RankMap::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position().toPoint());
    if (index >= 0 && event->button() == Qt::LeftButton)
        emit rankActivated(m_detail.ranks().at(index).pod);
}

void RankMap::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_detail.ranks().size()) - 1;
    const bool isForward = event->key() == Qt::Key_Down || event->key() == Qt::Key_Right;
    const bool isBackward = event->key() == Qt::Key_Up || event->key() == Qt::Key_Left;
    if (isForward || isBackward)
        m_current = qBound(0, m_current + (isForward ? 1 : -1), qMax(0, last));
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) && m_current <= last)
        emit rankActivated(m_detail.ranks().at(m_current).pod);
    else
        QWidget::keyPressEvent(event);
    update();
}

bool RankMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = indexAt(help->pos());
    if (index < 0) {
        QToolTip::hideText();
        return true;
    }
    const auto &rank = m_detail.ranks().at(index);
    QStringList lines {u"%1 · %2"_s.arg(rank.pod, rank.phase)};
    if (!rank.node.isEmpty())
        lines += tr("on node %1").arg(rank.node);
    for (const auto &container : rank.containers) {
        if (container.restarts > 0)
            lines += tr("%1: %n restart(s)", nullptr, container.restarts).arg(container.name);
    }
    QToolTip::showText(help->globalPos(), lines.join(u'\n').toHtmlEscaped().replace(u'\n', "<br>"_L1), this,
                       rectOf(index));
    return true;
}

} // namespace views
