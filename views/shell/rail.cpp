// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/rail.h"

#include "views/theme/labels.h"
#include "views/theme/paint.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {
constexpr int railIcon = 20;
constexpr int collapsedWidth = 44;
}

RailButton::RailButton(const QString &iconName, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setIcon(views::icon(iconName));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RailButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setToolTip(collapsed ? text() : QString());
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    const int height = fontMetrics().height() + 18;
    if (m_collapsed)
        return {collapsedWidth, height};
    const QFontMetrics strong(views::font(TextRole::Strong));
    return {space::m + railIcon + space::m + strong.horizontalAdvance(text()) + space::l, height};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    const bool hover = underMouse();
    if (isChecked())
        paintPanel(&painter, rect(), blend(t.accent, t.window, t.dark ? 0.20 : 0.12), {}, 6);
    else if (hover || isDown())
        paintPanel(&painter, rect(), blend(t.text, t.window, 0.06), {}, 6);
    const QRect iconRect(m_collapsed ? (width() - railIcon) / 2 : space::m, (height() - railIcon) / 2, railIcon,
                         railIcon);
    icon().paint(&painter, iconRect, Qt::AlignCenter, hover ? QIcon::Active : QIcon::Normal,
                 isChecked() ? QIcon::On : QIcon::Off);
    if (!m_collapsed) {
        painter.setFont(views::font(isChecked() ? TextRole::Strong : TextRole::Body));
        painter.setPen(isChecked() ? t.accent : hover ? t.text : t.muted);
        const QRect words = rect().adjusted(iconRect.right() + 1 + space::m, 0, -space::xs, 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
    }
    if (showsFocus(this))
        paintFocusRing(&painter, rect(), palette(), 6);
}

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_entries(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
    , m_collapse(new RailButton(u"sidebar"_s, tr("Collapse"), this))
    , m_wordmark(new Label(u"Pilothouse"_s, TextRole::Section, this))
{
    setAccessibleName(tr("Pages"));
    auto *mark = new QLabel(this);
    mark->setPixmap(programMark(28, devicePixelRatio()));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::s, space::xs, 0, space::m);
    head->setSpacing(space::s);
    head->addWidget(mark);
    head->addWidget(m_wordmark, 1);
    m_entries->setSpacing(2);
    m_foot->setSpacing(2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s + 1, space::s);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(m_entries);
    column->addStretch(1);
    column->addLayout(m_foot);
    m_foot->addWidget(m_collapse);
    m_collapse->setCheckable(false);
    connect(m_collapse, &RailButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
}

RailButton *Rail::makeButton(const QString &id, const QString &iconName, const QString &text)
{
    auto *button = new RailButton(iconName, text, this);
    button->setObjectName(u"rail-"_s + id);
    button->setCollapsed(m_collapsed);
    m_buttons.insert(id, button);
    m_order.append(id);
    connect(button, &RailButton::clicked, this, [this, id, button] {
        button->setChecked(true); // a second click must not leave it unchosen
        emit chosen(id);
    });
    return button;
}

void Rail::addEntry(const QString &id, const QString &iconName, const QString &text)
{
    m_entries->addWidget(makeButton(id, iconName, text));
}

void Rail::addFootEntry(const QString &id, const QString &iconName, const QString &text)
{
    m_foot->insertWidget(m_foot->count() - 1, makeButton(id, iconName, text));
}

void Rail::setEntryVisible(const QString &id, bool visible)
{
    if (auto *button = m_buttons.value(id))
        button->setVisible(visible);
}

void Rail::setCurrent(const QString &id)
{
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setChecked(it.key() == id);
}

void Rail::setCollapsed(bool collapsed)
{
    if (collapsed == m_collapsed)
        return;
    m_collapsed = collapsed;
    m_wordmark->setVisible(!collapsed);
    m_collapse->setText(collapsed ? tr("Expand") : tr("Collapse"));
    m_collapse->setCollapsed(collapsed);
    for (auto *button : std::as_const(m_buttons))
        button->setCollapsed(collapsed);
    emit collapsedChanged(collapsed);
}

QStringList Rail::visibleEntries() const
{
    QStringList ids;
    for (const QString &id : m_order) {
        if (!m_buttons.value(id)->isHidden())
            ids.append(id);
    }
    return ids;
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens(palette()).border);
}

} // namespace views
