// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/messagebar.h"

#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVariantAnimation>

using namespace Qt::StringLiterals;

namespace views {

namespace {
constexpr int slideMilliseconds = 120;
constexpr int leaveMilliseconds = 5000;
}

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label({}, TextRole::Strong, this))
    , m_remedy(new Label({}, TextRole::Body, this))
    , m_action(new QPushButton(this))
    , m_leave(new QTimer(this))
    , m_slide(new QVariantAnimation(this))
{
    m_sentence->setWordWrap(true);
    m_remedy->setWordWrap(true);
    m_remedy->setMuted(true);
    auto *close = new QToolButton(this);
    close->setIcon(icon(u"cross"_s));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Dismiss"));
    close->setToolTip(tr("Dismiss"));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    words->addWidget(m_remedy);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::s, space::s, space::s);
    row->setSpacing(space::m);
    row->addLayout(words, 1);
    row->addWidget(m_action);
    row->addWidget(close, 0, Qt::AlignVCenter);
    m_leave->setSingleShot(true);
    m_leave->setInterval(leaveMilliseconds);
    m_slide->setDuration(slideMilliseconds);
    m_slide->setStartValue(0.0);
    m_slide->setEndValue(1.0);
    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (const auto run = std::exchange(m_run, {}))
            run();
    });
    connect(m_leave, &QTimer::timeout, this, &MessageBar::dismiss);
    connect(m_slide, &QVariantAnimation::valueChanged, this, [this] { place(); });
    parent->installEventFilter(this);
    hide();
}

void MessageBar::inform(const QString &sentence)
{
    m_run = {};
    m_sentence->setText(sentence);
    m_remedy->clear();
    m_action->hide();
    present(models::Tone::Neutral);
    m_leave->start();
}

void MessageBar::warn(const models::Problem &problem, const QString &action, std::function<void()> run)
{
    m_run = std::move(run);
    m_sentence->setText(problem.sentence);
    m_remedy->setText(problem.remedy);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_leave->stop();
    present(models::Tone::Bad);
}

void MessageBar::dismiss()
{
    m_run = {};
    m_leave->stop();
    hide();
}

QString MessageBar::text() const { return m_sentence->text(); }

QSize MessageBar::sizeHint() const
{
    const int width = qMin(parentWidget()->width() - 2 * space::l, 860);
    return {width,
            layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->sizeHint().height()};
}

void MessageBar::present(models::Tone tone)
{
    m_tone = tone;
    m_remedy->setVisible(!m_remedy->text().isEmpty());
    setAccessibleName(m_sentence->text());
    const bool wasVisible = isVisible();
    show();
    raise();
    if (!wasVisible && parentWidget()->isVisible())
        m_slide->start();
    place();
    update();
}

void MessageBar::place()
{
    const bool sliding = m_slide->state() == QAbstractAnimation::Running;
    const double shown = sliding ? m_slide->currentValue().toDouble() : 1.0;
    const QSize size = sizeHint();
    const int top = parentWidget()->height() - qRound((size.height() + space::l) * shown);
    setGeometry((parentWidget()->width() - size.width()) / 2, top, size.width(), size.height());
}

bool MessageBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    const bool bad = m_tone == models::Tone::Bad;
    const QColor edge = bad ? toneColor(t, m_tone) : t.border;
    paintPanel(&painter, rect(), bad ? toneBackground(t, m_tone) : t.raised, edge, cardRadius);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace views
