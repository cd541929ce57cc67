// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/style.h"

#include "views/theme/styleparts.h"
#include "views/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr char roleProperty[] = "pilothouseRole";
constexpr int scrollBarExtent = 12;

/// The height of a control with one line of text: 32 px with the usual font.
int controlHeight(const QStyleOption *option) { return option ? option->fontMetrics.height() + 14 : 32; }

QRect scrollBarSlider(const QStyleOptionSlider *option)
{
    const bool horizontal = option->orientation == Qt::Horizontal;
    const int length = horizontal ? option->rect.width() : option->rect.height();
    const qint64 range = qint64(option->maximum) - option->minimum;
    int slider = length;
    if (range > 0)
        slider = qMax<int>(32, int(qint64(option->pageStep) * length / (range + option->pageStep)));
    slider = qMin(slider, length);
    const int start = QStyle::sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition,
                                                      length - slider, option->upsideDown);
    return horizontal ? QRect(start, 0, slider, option->rect.height()) : QRect(0, start, option->rect.width(), slider);
}

} // namespace

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(roleProperty, static_cast<int>(role));
    button->update();
}

ButtonRole buttonRole(const QWidget *widget)
{
    return widget ? static_cast<ButtonRole>(widget->property(roleProperty).toInt()) : ButtonRole::Normal;
}

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_TabBarTabHSpace:
        return 28;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_SplitterWidth:
        return 9;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 18;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return 4;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_HeaderMargin:
        return 8;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_UnderlineShortcut:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result = QSize(size.width() + 28, controlHeight(option));
        break;
    case CT_LineEdit:
        result.setHeight(controlHeight(option));
        result.rwidth() += 8;
        break;
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(controlHeight(option));
        result.rwidth() += 12;
        break;
    case CT_ToolButton:
        result = result.expandedTo({controlHeight(option), controlHeight(option)});
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && styleparts::hasMenuArrow(*button))
            result.rwidth() += styleparts::menuArrowWidth;
        break;
    case CT_HeaderSection:
        result.setHeight(controlHeight(option) - 2);
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result = QSize(result.width() + 16, qMax(result.height(), controlHeight(option) - 4));
        break;
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), option->fontMetrics.height() + 12));
        break;
    default:
        break;
    }
    return result;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const QRect slider = scrollBarSlider(bar);
            const bool horizontal = bar->orientation == Qt::Horizontal;
            const QRect all(QPoint(), bar->rect.size());
            switch (part) {
            case SC_ScrollBarSlider:
                return slider;
            case SC_ScrollBarGroove:
                return all;
            case SC_ScrollBarSubPage:
                return horizontal ? QRect(0, 0, slider.left(), all.height()) : QRect(0, 0, all.width(), slider.top());
            case SC_ScrollBarAddPage:
                return horizontal ? all.adjusted(slider.right() + 1, 0, 0, 0)
                                  : all.adjusted(0, slider.bottom() + 1, 0, 0);
            default:
                return {};
            }
        }
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->rect.adjusted(10, 1, -26, -1);
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return {option->rect.right() - 25, option->rect.top(), 25, option->rect.height()};
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return option->rect.adjusted(8, 1, -8, -1);
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (!styleparts::drawPrimitive(element, option, painter, widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (styleparts::drawControl(element, option, painter, widget))
        return;
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy(*button);
            const QColor color = styleparts::buttonTextColor(*button, widget);
            copy.palette.setColor(QPalette::ButtonText, color);
            if (buttonRole(widget) == ButtonRole::Primary || buttonRole(widget) == ButtonRole::Danger)
                copy.icon = styleparts::tinted(copy.icon, copy.iconSize, color, painter->device()->devicePixelRatio());
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_TabBarTabLabel) {
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab copy(*tab);
            const Tokens &t = tokens(tab->palette);
            const bool strong = tab->state & (State_Selected | State_MouseOver);
            copy.palette.setColor(QPalette::WindowText, strong ? t.text : t.muted);
            copy.state &= ~State_HasFocus;
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (control == CC_ToolButton && button && styleparts::hasMenuArrow(*button)) {
        drawMenuButton(*button, painter, widget);
        return;
    }
    if (control == CC_ToolButton && button && button->features & QStyleOptionToolButton::HasMenu) {
        // An icon alone, such as the three dots, says by itself that there is a menu.
        QStyleOptionToolButton plain(*button);
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        return drawComplexControl(control, &plain, painter, widget);
    }
    if (!styleparts::drawComplexControl(*this, control, option, painter, widget))
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawMenuButton(const QStyleOptionToolButton &button, QPainter *painter, const QWidget *widget) const
{
    const bool framed = !(button.state & State_AutoRaise);
    if (framed || button.state & (State_On | State_Sunken | State_MouseOver))
        drawPrimitive(PE_PanelButtonTool, &button, painter, widget);
    QStyleOptionToolButton label(button);
    label.features &= ~QStyleOptionToolButton::HasMenu;
    label.rect.adjust(space::xs, 0, -styleparts::menuArrowWidth, 0);
    drawControl(CE_ToolButtonLabel, &label, painter, widget);
    styleparts::drawMenuArrow(button, painter);
    if (button.state & State_HasFocus)
        drawPrimitive(PE_FrameFocusRect, &button, painter, widget);
}

} // namespace views
