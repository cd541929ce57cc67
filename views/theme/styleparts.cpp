// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/styleparts.h"

#include "views/theme/paint.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace views::styleparts {

namespace {

constexpr double radius = 6;

bool hovered(const QStyleOption *option)
{
    return (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
}

bool keyboardFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Tokens &t = tokens(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const double shade = down ? 0.14 : hovered(option) ? 0.07 : 0;
    const ButtonRole role = buttonRole(widget);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = role == ButtonRole::Flat || (button && button->features & QStyleOptionButton::Flat);
    if (role == ButtonRole::Primary || role == ButtonRole::Danger) {
        const QColor base = enabled ? (role == ButtonRole::Primary ? t.accent : t.bad) : t.grid;
        paintPanel(painter, option->rect, blend(t.text, base, shade), {}, radius);
        return;
    }
    if (flat) {
        if (shade > 0)
            paintPanel(painter, option->rect, blend(t.text, t.surface, shade), {}, radius);
        return;
    }
    paintPanel(painter, option->rect, blend(t.text, t.raised, shade), t.border, radius);
}

void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens(option->palette);
    if (option->state & QStyle::State_On)
        paintPanel(painter, option->rect, blend(t.accent, option->palette.color(QPalette::Window), t.dark ? 0.2 : 0.12),
                   {}, radius);
    else if (option->state & QStyle::State_Sunken)
        paintPanel(painter, option->rect, blend(t.text, option->palette.color(QPalette::Window), 0.14), {}, radius);
    else if (hovered(option))
        paintPanel(painter, option->rect, blend(t.text, option->palette.color(QPalette::Window), 0.07), {}, radius);
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens(option->palette);
    const bool focus = option->state & QStyle::State_HasFocus;
    const QColor border = hovered(option) ? t.faint : t.border;
    paintPanel(painter, option->rect, option->palette.color(QPalette::Base), focus ? QColor() : border, radius);
    if (focus)
        paintFocusRing(painter, option->rect, option->palette, radius);
}

void drawCheck(const QStyleOption *option, QPainter *painter, bool round)
{
    const Tokens &t = tokens(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const double corner = round ? box.width() / 2 : 4;
    const QColor accent = enabled ? t.accent : t.faint;
    paintPanel(painter, box, on ? accent : t.surface, on ? accent : (hovered(option) ? t.muted : t.faint), corner);
    if (on && round)
        paintShape(painter, box.adjusted(4, 4, -4, -4), models::StateShape::Running, t.surface);
    else if (on)
        paintShape(painter, box.adjusted(3.5, 3.5, -3.5, -3.5), models::StateShape::Succeeded, t.surface);
    else if (option->state & QStyle::State_NoChange)
        paintPanel(painter, box.adjusted(4, 7, -4, -7), accent, {}, 1);
}

void drawItemRow(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens(option->palette);
    if (option->state & QStyle::State_Selected)
        painter->fillRect(option->rect, option->palette.color(QPalette::Highlight));
    else if (hovered(option))
        painter->fillRect(option->rect, blend(t.text, t.surface, 0.04));
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item && item->backgroundBrush.style() != Qt::NoBrush && !(option->state & QStyle::State_Selected))
        painter->fillRect(option->rect, item->backgroundBrush);
}

void drawHeader(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens(option->palette);
    painter->fillRect(option->rect, hovered(option) ? blend(t.text, t.surface, 0.04) : t.surface);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.border);
}

void drawTab(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens(option->palette);
    QRect line = option->rect.adjusted(8, 0, -8, 0);
    line.setTop(option->rect.bottom() - 1);
    if (option->state & QStyle::State_Selected)
        painter->fillRect(line, t.accent);
    else if (hovered(option))
        painter->fillRect(line, t.border);
    if (keyboardFocus(option))
        paintFocusRing(painter, option->rect.adjusted(2, 4, -2, -6), option->palette, radius);
}

void drawProgress(const QStyleOptionProgressBar &bar, QPainter *painter)
{
    const Tokens &t = tokens(bar.palette);
    QRectF track = bar.rect;
    track = QRectF(track.left(), track.center().y() - 3, track.width(), 6);
    paintPanel(painter, track, t.grid, {}, 3);
    const double range = double(bar.maximum) - bar.minimum;
    if (range <= 0)
        return;
    QRectF part = track;
    part.setWidth(track.width() * (bar.progress - bar.minimum) / range);
    if (part.width() > 0)
        paintPanel(painter, part.width() < 6 ? part.adjusted(0, 0, 6 - part.width(), 0) : part, t.accent, {}, 3);
}

void drawScrollBar(const QStyle &style, const QStyleOptionSlider &bar, QPainter *painter, const QWidget *widget)
{
    if (bar.maximum <= bar.minimum)
        return;
    const Tokens &t = tokens(bar.palette);
    const bool active = (bar.activeSubControls & QStyle::SC_ScrollBarSlider)
        && (bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    QRectF slider = style.subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider, widget);
    const double inset = active ? 2 : 3;
    slider.adjust(inset, inset, -inset, -inset);
    const double corner = qMin(slider.width(), slider.height()) / 2;
    paintPanel(painter, slider, blend(t.muted, t.surface, active ? 0.75 : 0.4), {}, corner);
}

void drawCombo(const QStyle &style, const QStyleOptionComboBox &combo, QPainter *painter, const QWidget *widget)
{
    const Tokens &t = tokens(combo.palette);
    if (combo.editable) {
        drawField(&combo, painter);
    } else {
        const double shade = (combo.state & (QStyle::State_Sunken | QStyle::State_On)) ? 0.14
            : hovered(&combo)                                                          ? 0.07
                                                                                       : 0;
        paintPanel(painter, combo.rect, blend(t.text, t.raised, shade), t.border, radius);
        if (keyboardFocus(&combo))
            paintFocusRing(painter, combo.rect, combo.palette, radius);
    }
    const QRect arrow = style.subControlRect(QStyle::CC_ComboBox, &combo, QStyle::SC_ComboBoxArrow, widget);
    paintChevron(painter, arrow, (combo.state & QStyle::State_Enabled) ? t.muted : t.faint);
}

void drawSpin(const QStyle &style, const QStyleOptionSpinBox &spin, QPainter *painter, const QWidget *widget)
{
    const Tokens &t = tokens(spin.palette);
    drawField(&spin, painter);
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step, int turns) {
        const bool enabled = (spin.stepEnabled & step) && (spin.state & QStyle::State_Enabled);
        const bool active = enabled && spin.activeSubControls == part;
        const QRect rect = style.subControlRect(QStyle::CC_SpinBox, &spin, part, widget);
        paintChevron(painter, rect, active ? t.accent : enabled ? t.muted : t.border, turns);
    };
    arrow(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, 2);
    arrow(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, 0);
}

/// The base style squeezes its menu arrow into the lower corner; ours stands where a combo box has it.
QRect menuArrow(const QRect &button) { return {button.right() - 20, button.top(), 16, button.height()}; }

void drawSlider(const QStyle &style, const QStyleOptionSlider &slider, QPainter *painter, const QWidget *widget)
{
    const Tokens &t = tokens(slider.palette);
    const QRectF handle = style.subControlRect(QStyle::CC_Slider, &slider, QStyle::SC_SliderHandle, widget);
    QRectF groove = slider.rect;
    QRectF part;
    if (slider.orientation == Qt::Horizontal) {
        groove = QRectF(groove.left() + 6, groove.center().y() - 2, groove.width() - 12, 4);
        part = QRectF(groove.topLeft(), QPointF(handle.center().x(), groove.bottom()));
    } else {
        groove = QRectF(groove.center().x() - 2, groove.top() + 6, 4, groove.height() - 12);
        part = QRectF(QPointF(groove.left(), handle.center().y()), groove.bottomRight());
    }
    paintPanel(painter, groove, t.border, {}, 2);
    paintPanel(painter, part, t.accent, {}, 2);
    const QRectF knob(handle.center() - QPointF(6.5, 6.5), QSizeF(13, 13));
    paintPanel(painter, knob, t.accent, t.surface, 6.5);
    if (keyboardFocus(&slider))
        paintFocusRing(painter, knob.adjusted(-3, -3, 3, 3), slider.palette, 9);
}

} // namespace

bool hasMenuArrow(const QStyleOptionToolButton &button)
{
    return button.features & QStyleOptionToolButton::HasMenu && !button.text.isEmpty();
}

QIcon tinted(const QIcon &icon, const QSize &size, const QColor &color, double scale)
{
    if (icon.isNull())
        return icon;
    QPixmap pixmap = icon.pixmap(size, scale);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(), size), color);
    painter.end();
    return pixmap;
}

void drawMenuArrow(const QStyleOption &button, QPainter *painter)
{
    paintChevron(painter, menuArrow(button.rect), tokens(button.palette).muted);
}

QColor buttonTextColor(const QStyleOptionButton &button, const QWidget *widget)
{
    const Tokens &t = tokens(button.palette);
    if (!(button.state & QStyle::State_Enabled))
        return t.faint;
    const ButtonRole role = buttonRole(widget);
    if (role == ButtonRole::Primary || role == ButtonRole::Danger)
        return t.surface;
    return t.text;
}

bool drawPrimitive(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                   const QWidget *widget)
{
    const Tokens &t = tokens(option->palette);
    switch (element) {
    case QStyle::PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return true;
    case QStyle::PE_PanelButtonTool:
        drawToolButton(option, painter);
        return true;
    case QStyle::PE_FrameFocusRect:
        if (keyboardFocus(option))
            paintFocusRing(painter, option->rect, option->palette, radius);
        return true;
    case QStyle::PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth <= 0)
            return true; // inside a spin or combo box, which painted its own field
        drawField(option, painter);
        return true;
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_FrameTabWidget:
    case QStyle::PE_FrameStatusBarItem:
        return true;
    case QStyle::PE_Frame:
        paintPanel(painter, option->rect, {}, t.border, 1);
        return true;
    case QStyle::PE_PanelTipLabel:
    case QStyle::PE_PanelMenu:
        painter->fillRect(option->rect, t.raised);
        painter->setPen(t.border);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return true;
    case QStyle::PE_FrameMenu:
        return true;
    case QStyle::PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.border);
        return true;
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter, false);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        drawCheck(option, painter, true);
        return true;
    case QStyle::PE_PanelItemViewItem:
        drawItemRow(option, painter);
        return true;
    case QStyle::PE_PanelItemViewRow:
        return true;
    case QStyle::PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paintChevron(painter, option->rect, t.muted, header->sortIndicator == QStyleOptionHeader::SortUp ? 2 : 0);
        return true;
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorButtonDropDown:
        paintChevron(painter, option->rect, t.muted);
        return true;
    default:
        return false;
    }
}

bool drawControl(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *)
{
    switch (element) {
    case QStyle::CE_TabBarTabShape:
        drawTab(option, painter);
        return true;
    case QStyle::CE_HeaderSection:
    case QStyle::CE_HeaderEmptyArea:
        drawHeader(option, painter);
        return true;
    case QStyle::CE_Splitter: {
        const Tokens &t = tokens(option->palette);
        const QRect r = option->rect;
        const QColor color = hovered(option) ? t.accent : t.border;
        if (r.width() < r.height())
            painter->fillRect(QRect(r.center().x(), r.top(), 1, r.height()), color);
        else
            painter->fillRect(QRect(r.left(), r.center().y(), r.width(), 1), color);
        return true;
    }
    case QStyle::CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            drawProgress(*bar, painter);
        return true;
    case QStyle::CE_ScrollBarAddLine:
    case QStyle::CE_ScrollBarSubLine:
        return true;
    default:
        return false;
    }
}

bool drawComplexControl(const QStyle &style, QStyle::ComplexControl control, const QStyleOptionComplex *option,
                        QPainter *painter, const QWidget *widget)
{
    if (control == QStyle::CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(style, *bar, painter, widget);
        return true;
    }
    if (control == QStyle::CC_Slider) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawSlider(style, *slider, painter, widget);
        return true;
    }
    if (control == QStyle::CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            drawCombo(style, *combo, painter, widget);
        return true;
    }
    if (control == QStyle::CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            drawSpin(style, *spin, painter, widget);
        return true;
    }
    return false;
}

} // namespace views::styleparts
