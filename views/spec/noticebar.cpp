// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/noticebar.h"

#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace views {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label({}, TextRole::Strong))
    , m_remedy(new Label)
    , m_link(new QPushButton)
    , m_close(new QPushButton(icon(u"cross"_s), {}))
{
    setObjectName(u"notice"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::m, space::s, space::s, space::s);
    layout->setSpacing(space::m);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(space::xs);
    texts->addWidget(m_sentence);
    texts->addWidget(m_remedy);
    layout->addLayout(texts, 1);
    layout->addWidget(m_link);
    layout->addWidget(m_close);
    m_sentence->setObjectName(u"noticeSentence"_s);
    m_sentence->setWordWrap(true);
    m_remedy->setWordWrap(true);
    m_remedy->setMuted(true);
    setButtonRole(m_close, ButtonRole::Flat);
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    connect(m_link, &QPushButton::clicked, this, &NoticeBar::linkActivated);
    connect(m_close, &QPushButton::clicked, this, &NoticeBar::dismiss);
    hide();
}

void NoticeBar::show(models::Tone tone, const QString &sentence, const QString &remedy, const QString &link)
{
    m_tone = tone;
    m_progress = false;
    m_sentence->setText(sentence);
    m_remedy->setText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    m_close->setVisible(tone != models::Tone::Busy);
    setVisible(true);
    update();
}

void NoticeBar::showProgress(const QString &sentence)
{
    show(models::Tone::Busy, sentence, {}, {});
    m_progress = true;
}

void NoticeBar::endProgress()
{
    if (m_progress)
        dismiss();
}

void NoticeBar::showDone(const QString &sentence, const QString &link) { show(models::Tone::Good, sentence, {}, link); }

void NoticeBar::showProblem(const models::Problem &problem, const QString &link)
{
    show(models::Tone::Bad, problem.sentence, problem.remedy, link);
}

void NoticeBar::dismiss()
{
    m_progress = false;
    hide();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Tokens &colors = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColor(colors, m_tone));
    painter.setBrush(toneBackground(colors, m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
}

} // namespace views
