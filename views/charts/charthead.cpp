// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/charthead.h"

#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace views {

using namespace Qt::StringLiterals;

ChartHead::ChartHead(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, TextRole::Strong, this))
    , m_remark(new Label({}, TextRole::Caption, this))
    , m_reset(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    m_remark->setMuted(true);
    m_reset->setText(tr("Reset zoom"));
    m_reset->setAutoRaise(true);
    m_reset->hide();
    row->addWidget(m_title, 1);
    row->addWidget(m_remark);
    row->addWidget(m_reset);
    m_pin = addTool(u"pin"_s, tr("Pin: show this chart first, in every job"));
    m_pin->setCheckable(true);
    m_maximize = addTool(u"maximize"_s, tr("Show this chart alone (double click)"));
    m_menu = addTool(u"more"_s, tr("Copy, save and more"));
    connect(m_reset, &QToolButton::clicked, this, &ChartHead::resetWanted);
    connect(m_pin, &QToolButton::clicked, this, &ChartHead::pinToggled);
    connect(m_maximize, &QToolButton::clicked, this, [this] { emit maximizeToggled(!m_maximized); });
    connect(m_menu, &QToolButton::clicked, this,
            [this] { emit menuWanted(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    showTools();
}

QToolButton *ChartHead::addTool(const QString &iconName, const QString &name)
{
    auto *tool = new QToolButton(this);
    tool->setIcon(icon(iconName));
    tool->setIconSize({16, 16});
    tool->setToolTip(name);
    tool->setAccessibleName(name);
    tool->setAutoRaise(true);
    // The row keeps its height when they come and go.
    QSizePolicy policy = tool->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    tool->setSizePolicy(policy);
    layout()->addWidget(tool);
    return tool;
}

void ChartHead::showTools()
{
    m_pin->setVisible(m_oneOfMany && (m_hovered || m_pin->isChecked()));
    m_maximize->setVisible(m_oneOfMany && (m_hovered || m_maximized));
    m_menu->setVisible(m_hovered || m_maximized);
}

void ChartHead::setTitle(const QString &title) { m_title->setText(title); }

QString ChartHead::title() const { return m_title->text(); }

void ChartHead::setRemark(const QString &remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

void ChartHead::setZoomed(bool zoomed) { m_reset->setVisible(zoomed); }

void ChartHead::setOneOfMany(bool oneOfMany)
{
    m_oneOfMany = oneOfMany;
    showTools();
}

void ChartHead::setPinned(bool pinned)
{
    m_pin->setChecked(pinned);
    showTools();
}

bool ChartHead::isPinned() const { return m_pin->isChecked(); }

void ChartHead::setMaximized(bool maximized)
{
    m_maximized = maximized;
    m_maximize->setIcon(icon(maximized ? u"minimize"_s : u"maximize"_s));
    m_maximize->setToolTip(maximized ? tr("Show all charts (Esc)") : tr("Show this chart alone (double click)"));
    showTools();
}

void ChartHead::setHovered(bool hovered)
{
    m_hovered = hovered;
    showTools();
}

void ChartHead::mouseDoubleClickEvent(QMouseEvent *)
{
    if (m_oneOfMany)
        emit maximizeToggled(!m_maximized);
}

} // namespace views
