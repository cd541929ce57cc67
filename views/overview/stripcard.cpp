// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/overview/stripcard.h"

#include "views/theme/labels.h"

#include <QLocale>
#include <QVBoxLayout>

namespace views {

StripCard::StripCard(const QString &title, const QString &sentenceWhenEmpty, QWidget *parent)
    : Card(title, parent)
    , m_title(title)
    , m_strips(new QVBoxLayout)
    , m_empty(new Label(sentenceWhenEmpty, TextRole::Body, this))
    , m_more(new Label({}, TextRole::Caption, this))
{
    m_empty->setMuted(true);
    m_empty->setWordWrap(true);
    m_more->setMuted(true);
    m_more->hide();
    m_strips->setSpacing(2);
    // Strips have room of their own inside; the card's padding would indent them twice.
    m_strips->setContentsMargins(-space::s, 0, -space::s, 0);
    body()->addLayout(m_strips);
    body()->addWidget(m_empty);
    body()->addWidget(m_more);
    body()->addStretch(1);
}

JobStrip *StripCard::makeStrip()
{
    auto *strip = new JobStrip(this);
    connect(strip, &JobStrip::clicked, this, [this, strip] { emit jobActivated(strip->glance().job); });
    m_strips->addWidget(strip);
    m_pool.append(strip);
    return strip;
}

void StripCard::setJobs(const QList<JobGlance> &jobs)
{
    setTitle(jobs.isEmpty() ? m_title : QStringLiteral("%1  %2").arg(m_title, QLocale().toString(jobs.size())));
    const auto shown = qMin<qsizetype>(jobs.size(), maximumStrips);
    for (qsizetype i = 0; i < shown; ++i) {
        auto *strip = i < m_pool.size() ? m_pool.at(i) : makeStrip();
        strip->setGlance(jobs.at(i));
        strip->show();
    }
    for (qsizetype i = shown; i < m_pool.size(); ++i)
        m_pool.at(i)->hide();
    m_empty->setVisible(jobs.isEmpty());
    const auto rest = int(jobs.size() - shown);
    m_more->setVisible(rest > 0);
    m_more->setText(tr("and %n more", nullptr, rest));
}

int StripCard::shownCount() const
{
    return int(std::ranges::count_if(m_pool, [](const JobStrip *strip) { return !strip->isHidden(); }));
}

} // namespace views
