// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/faces.h"

#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {
constexpr int iconSize = 40;
constexpr int skeletonDelay = 150;
}

EmptyState::EmptyState(QWidget *parent)
    : EmptyState({}, {}, {}, parent)
{
}

EmptyState::EmptyState(const QString &iconName, const QString &sentence, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new Label({}, TextRole::Body, this))
    , m_sentence(new Label(sentence, TextRole::Section, this))
    , m_hint(new Label({}, TextRole::Body, this))
    , m_action(new QPushButton(action, this))
{
    for (auto *label : {m_sentence, m_hint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setMaximumWidth(620);
        label->setMinimumWidth(280);
    }
    m_hint->setMuted(true);
    m_icon->setAlignment(Qt::AlignCenter);
    setButtonRole(m_action, ButtonRole::Primary);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::m);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    // Wrapped lines need a column of a known width: an alignment would ask for the height of one line.
    auto *words = new QVBoxLayout;
    words->setSpacing(space::m);
    words->addWidget(m_sentence);
    words->addWidget(m_hint);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addLayout(words, 100);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addSpacing(space::xs);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    setHint({});
    setAction(action);
    paintIcon();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setIcon(const QString &iconName)
{
    m_iconName = iconName;
    paintIcon();
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void EmptyState::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void EmptyState::setAction(const QString &action)
{
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyState::setProblem(const models::Problem &problem, const QString &action)
{
    setIcon(u"warning"_s);
    setSentence(problem.sentence);
    setHint(problem.remedy);
    setAction(action);
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void EmptyState::paintIcon()
{
    m_icon->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(views::icon(m_iconName).pixmap(QSize(iconSize, iconSize), devicePixelRatio()));
}

Skeleton::Skeleton(int rows, QWidget *parent)
    : QWidget(parent)
    , m_delay(new QTimer(this))
    , m_rows(rows)
{
    m_delay->setSingleShot(true);
    m_delay->setInterval(skeletonDelay);
    connect(m_delay, &QTimer::timeout, this, [this] {
        m_due = true;
        update();
    });
}

QSize Skeleton::sizeHint() const { return {320, m_rows * rowHeight}; }

void Skeleton::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_delay->start();
}

void Skeleton::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_delay->stop();
    m_due = false;
}

void Skeleton::paintEvent(QPaintEvent *)
{
    if (!m_due)
        return;
    QPainter painter(this);
    const QColor color = tokens(palette()).grid;
    constexpr double widths[] = {0.42, 0.58, 0.36, 0.5};
    for (int row = 0; row < m_rows; ++row) {
        const double top = row * rowHeight + 9;
        const double share = widths[row % 4];
        paintPanel(&painter, QRectF(0, top, width() * share, 10), color, {}, 5);
        paintPanel(&painter, QRectF(width() * 0.66, top, width() * 0.12, 10), color, {}, 5);
        paintPanel(&painter, QRectF(width() * 0.84, top, width() * 0.10, 10), color, {}, 5);
    }
}

} // namespace views
