// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/topbar.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// Text of a menu entry: an ampersand of a name is not a mnemonic.
QString literal(const QString &name) { return QString(name).replace(u"&"_s, u"&&"_s); }

QIcon healthIcon(Health health, const QPalette &palette, double scale)
{
    QPixmap pixmap(QSize(16, 16) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintShape(&painter, QRectF(3, 3, 10, 10), shapeOf(health), toneColor(tokens(palette), toneOf(health)));
    return pixmap;
}

} // namespace

HealthPill::HealthPill(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void HealthPill::setHealth(Health health, const QString &words)
{
    if (health == m_health && words == text())
        return;
    m_health = health;
    setText(words);
    setAccessibleName(words);
    updateGeometry();
    update();
}

QSize HealthPill::sizeHint() const { return statePillSize(text(), font()) + QSize(4, 4); }

void HealthPill::paintEvent(QPaintEvent *)
{
    if (text().isEmpty())
        return;
    QPainter painter(this);
    paintStatePill(&painter, rect().adjusted(2, 2, -2, -2), text(), toneOf(m_health), shapeOf(m_health), palette(),
                   font());
    if (showsFocus(this))
        paintFocusRing(&painter, rect(), palette(), height() / 2.0);
}

SearchButton::SearchButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setText(tr("Search or run…"));
    setAccessibleName(text());
    setIcon(views::icon(u"search"_s));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SearchButton::setShortcutText(const QString &text)
{
    m_shortcut = text;
    update();
}

QSize SearchButton::sizeHint() const { return {280, fontMetrics().height() + 14}; }

QSize SearchButton::minimumSizeHint() const { return {150, sizeHint().height()}; }

void SearchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    paintPanel(&painter, rect(), t.surface, underMouse() ? t.faint : t.border, 6);
    const QRect iconRect(space::s + 2, (height() - 16) / 2, 16, 16);
    icon().paint(&painter, iconRect);
    painter.setPen(t.muted);
    painter.drawText(rect().adjusted(iconRect.right() + space::s, 0, -space::s, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
    painter.setFont(views::font(TextRole::Caption));
    painter.drawText(rect().adjusted(0, 0, -space::s - 2, 0), Qt::AlignVCenter | Qt::AlignRight, m_shortcut);
    if (showsFocus(this))
        paintFocusRing(&painter, rect(), palette(), 6);
}

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_context(makeSwitch(tr("Cluster")))
    , m_namespace(makeSwitch(tr("Namespace")))
    , m_contextMenu(new QMenu(this))
    , m_namespaceMenu(new QMenu(this))
    , m_readOnly(new QToolButton(this))
    , m_health(new HealthPill(this))
    , m_search(new SearchButton(this))
    , m_scheme(new QToolButton(this))
{
    m_context->setMenu(m_contextMenu);
    m_namespace->setMenu(m_namespaceMenu);
    m_readOnly->setText(tr("Read-only"));
    m_readOnly->setToolTip(
        tr("This cluster is shielded: nothing is changed on it from here. Click to lift the shield until you leave."));
    m_readOnly->setIcon(icon(u"shield"_s));
    m_readOnly->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_readOnly->setAutoRaise(true);
    m_readOnly->hide();
    m_scheme->setAutoRaise(true);
    m_search->setShortcutText(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::s, space::m, space::s + 1);
    row->setSpacing(space::s);
    row->addWidget(m_context);
    row->addWidget(m_namespace);
    row->addWidget(m_health);
    row->addWidget(m_readOnly);
    row->addStretch(1);
    row->addWidget(m_search, 0);
    row->addWidget(m_scheme);
    setDark(false);
    setConnected(false);
    connect(m_health, &HealthPill::clicked, this, &TopBar::healthRequested);
    connect(m_search, &SearchButton::clicked, this, &TopBar::searchRequested);
    connect(m_readOnly, &QToolButton::clicked, this, &TopBar::shieldToggled);
    connect(m_scheme, &QToolButton::clicked, this, &TopBar::schemeToggled);
}

QToolButton *TopBar::makeSwitch(const QString &accessibleName)
{
    auto *button = new QToolButton(this);
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

void TopBar::setContexts(const QList<ContextEntry> &contexts, const QString &current)
{
    m_contextMenu->clear();
    m_context->setText(tr("No cluster"));
    m_context->setIcon(icon(u"cluster"_s));
    for (const ContextEntry &context : contexts) {
        const QString name = context.sandbox ? tr("sandbox") : context.name;
        auto *action
            = m_contextMenu->addAction(healthIcon(context.health, palette(), devicePixelRatio()), literal(name));
        connect(action, &QAction::triggered, this, [this, id = context.name] { emit contextChosen(id); });
        if (context.name != current)
            continue;
        m_context->setText(literal(name));
        m_context->setIcon(icon(context.sandbox ? u"sandbox"_s : u"cluster"_s));
    }
    m_contextMenu->addSeparator();
    auto *all = m_contextMenu->addAction(tr("All clusters…"));
    connect(all, &QAction::triggered, this, &TopBar::clustersRequested);
}

void TopBar::setNamespaces(const QStringList &namespaces, const QString &current)
{
    m_namespaceMenu->clear();
    const auto add = [this, &current](const QString &text, const QString &ns) {
        auto *action = m_namespaceMenu->addAction(text);
        if (ns == current)
            action->setIcon(icon(u"check"_s));
        connect(action, &QAction::triggered, this, [this, ns] { emit namespaceChosen(ns); });
    };
    add(tr("All namespaces"), {});
    m_namespaceMenu->addSeparator();
    for (const QString &ns : namespaces)
        add(literal(ns), ns);
    m_namespace->setText(current.isEmpty() ? tr("all namespaces") : tr("namespace: %1").arg(literal(current)));
}

void TopBar::setHealth(Health health, const QString &words) { m_health->setHealth(health, words); }

void TopBar::setConnected(bool connected)
{
    m_namespace->setVisible(connected);
    m_health->setVisible(connected);
    if (!connected)
        setReadOnly(false);
}

void TopBar::setReadOnly(bool readOnly) { m_readOnly->setVisible(readOnly); }

void TopBar::setDark(bool dark)
{
    m_scheme->setIcon(icon(dark ? u"sun"_s : u"moon"_s));
    m_scheme->setToolTip(dark ? tr("Light") : tr("Dark"));
    m_scheme->setAccessibleName(m_scheme->toolTip());
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens(palette()).border);
}

} // namespace views
