// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/curvestoolbar.h"

#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace views {

using namespace Qt::StringLiterals;

CurvesToolBar::CurvesToolBar(QWidget *parent)
    : QWidget(parent)
    , m_axes(new QButtonGroup(this))
    , m_smooth(new QSlider(Qt::Horizontal, this))
    , m_filter(new QLineEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    addAxes(row);
    row->addSpacing(space::s);
    addSmoothing(row);
    row->addSpacing(space::s);
    m_logarithmic = addToggle(row, tr("Log scale"), tr("Powers of ten on the y axis"));
    m_outliers = addToggle(row, tr("Ignore outliers"), tr("Heights that leave out the few values far from the others"));
    addRanks(row);
    row->addStretch();
    m_filter->setPlaceholderText(tr("Filter metrics"));
    m_filter->setAccessibleName(tr("Filter metrics"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(90);
    m_filter->setMaximumWidth(180);
    row->addWidget(m_filter);
    m_add = makeMenu(row, u"plus"_s, tr("Add"));
    m_add->setToolTip(tr("Curves that are not in the log"));
    m_export = makeMenu(row, u"save"_s, tr("Export"));
    connect(m_axes, &QButtonGroup::idClicked, this, [this](int which) { emit axisChosen(models::Axis(which)); });
    connect(m_smooth, &QSlider::valueChanged, this, [this](int value) { emit smoothingChosen(value / 100.0); });
    connect(m_logarithmic, &QToolButton::toggled, this, &CurvesToolBar::logarithmicToggled);
    connect(m_outliers, &QToolButton::toggled, this, &CurvesToolBar::outliersToggled);
    connect(m_filter, &QLineEdit::textChanged, this, &CurvesToolBar::filterEdited);
    setMany(false, false);
}

void CurvesToolBar::addAxes(QBoxLayout *row)
{
    const QList<std::pair<QString, models::Axis>> choices {
        {tr("Step"), models::Axis::Step}, {tr("Epoch"), models::Axis::Epoch}, {tr("Time"), models::Axis::Time}};
    for (const auto &[name, axis] : choices) {
        auto *button = addToggle(row, name, tr("What the x axis counts"));
        m_axes->addButton(button, int(axis));
    }
    m_axes->button(int(models::Axis::Step))->setChecked(true);
}

void CurvesToolBar::addSmoothing(QBoxLayout *row)
{
    auto *caption = new Label(tr("Smoothing"), TextRole::Caption, this);
    caption->setMuted(true);
    row->addWidget(caption);
    m_smooth->setRange(0, 99);
    m_smooth->setMinimumWidth(60);
    m_smooth->setMaximumWidth(110);
    m_smooth->setAccessibleName(tr("Smoothing"));
    m_smooth->setToolTip(tr("The mean that TensorBoard draws; the values themselves stay, faint."));
    row->addWidget(m_smooth, 1);
}

QToolButton *CurvesToolBar::addToggle(QBoxLayout *row, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    row->addWidget(button);
    return button;
}

void CurvesToolBar::addRanks(QBoxLayout *row)
{
    QMenu *menu = makeMenu(row, {}, tr("Ranks"));
    m_ranks = qobject_cast<QToolButton *>(menu->parentWidget());
    auto *group = new QActionGroup(menu);
    const QList<std::pair<QString, RankView>> choices {{tr("Single curves up to eight ranks"), RankView::Auto},
                                                       {tr("A curve for every rank"), RankView::All},
                                                       {tr("Mean, and the range of the ranks"), RankView::Mean}};
    for (const auto &[name, view] : choices) {
        auto *action = group->addAction(name);
        action->setCheckable(true);
        action->setChecked(view == m_rankView);
        menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, which = view] {
            m_rankView = which;
            emit rankViewChosen(which);
        });
    }
}

QMenu *CurvesToolBar::makeMenu(QBoxLayout *row, const QString &iconName, const QString &text)
{
    auto *button = new QToolButton(this);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(iconName.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    button->setMenu(menu);
    row->addWidget(button);
    return menu;
}

void CurvesToolBar::setAxis(models::Axis axis) { m_axes->button(int(axis))->setChecked(true); }

void CurvesToolBar::setSmoothing(double weight)
{
    const QSignalBlocker quiet(m_smooth);
    m_smooth->setValue(int(std::round(weight * 100)));
}

double CurvesToolBar::smoothing() const { return m_smooth->value() / 100.0; }

bool CurvesToolBar::isLogarithmic() const { return m_logarithmic->isChecked(); }

bool CurvesToolBar::areOutliersIgnored() const { return m_outliers->isChecked(); }

void CurvesToolBar::setEpochsEnabled(bool enabled)
{
    auto *epoch = m_axes->button(int(models::Axis::Epoch));
    epoch->setEnabled(enabled);
    epoch->setToolTip(enabled ? tr("What the x axis counts") : tr("The log names no epoch."));
}

void CurvesToolBar::setMany(bool metrics, bool ranks)
{
    m_filter->setVisible(metrics || !m_filter->text().isEmpty());
    m_ranks->setVisible(ranks);
}

QString CurvesToolBar::filter() const { return m_filter->text(); }

} // namespace views
