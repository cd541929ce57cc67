// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/steplist.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace views {

namespace {
constexpr int markSize = 10;
}

StepList::StepList(const QStringList &steps, QWidget *parent)
    : QWidget(parent)
    , m_steps(steps)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(steps.join(QStringLiteral(", ")));
}

void StepList::setCurrent(int number, bool failed)
{
    m_current = number;
    m_failed = failed;
    update();
}

int StepList::lineHeight() const { return fontMetrics().height() + space::s + 2; }

QSize StepList::sizeHint() const
{
    int width = 0;
    for (const QString &step : m_steps)
        width = qMax(width, QFontMetrics(views::font(TextRole::Strong)).horizontalAdvance(step));
    return {width + markSize + space::m, lineHeight() * int(m_steps.size())};
}

void StepList::paintEvent(QPaintEvent *)
{
    using models::StateShape;
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    for (int i = 0; i < m_steps.size(); ++i) {
        const bool current = i + 1 == m_current;
        const bool done = i + 1 < m_current;
        const QRect line(0, i * lineHeight(), width(), lineHeight());
        const QRectF mark(0, line.center().y() + 1 - markSize / 2.0, markSize, markSize);
        if (done)
            paintShape(&painter, mark, StateShape::Succeeded, t.good);
        else if (current)
            paintShape(&painter, mark, m_failed ? StateShape::Failed : StateShape::Running,
                       m_failed ? t.bad : t.accent);
        else
            paintPanel(&painter, mark.adjusted(1, 1, -1, -1), {}, t.faint, markSize / 2.0);
        painter.setFont(views::font(current ? TextRole::Strong : TextRole::Body));
        painter.setPen(current ? t.text : t.muted);
        painter.drawText(line.adjusted(markSize + space::m, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_steps.at(i));
    }
}

} // namespace views
