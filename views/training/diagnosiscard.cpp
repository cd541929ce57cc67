// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/diagnosiscard.h"

#include "models/jobs/jobdetail.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views {

DiagnosisCard::DiagnosisCard(models::JobDetail &detail, QWidget *parent)
    : Card(parent)
    , m_detail(detail)
    , m_sentence(new Label({}, TextRole::Section, this))
    , m_detailText(new Label({}, TextRole::Mono, this))
    , m_remedy(new Label({}, TextRole::Body, this))
    , m_log(new QPushButton(icon(u"log"_s), tr("See its log"), this))
    , m_copy(new QPushButton(icon(u"copy"_s), tr("Copy report"), this))
{
    for (auto *label : {m_sentence, m_detailText, m_remedy}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        body()->addWidget(label);
    }
    m_detailText->setMuted(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_log);
    row->addWidget(m_copy);
    row->addStretch();
    body()->addLayout(row);
    connect(m_log, &QPushButton::clicked, this, [this] { emit logRequested(m_detail.diagnosis().pod); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const auto &story = m_detail.diagnosis();
        QApplication::clipboard()->setText(
            u"%1 %2/%3\n%4\n%5\n%6\n"_s.arg(m_detail.summary().kind, m_detail.summary().ns, m_detail.summary().name,
                                            story.sentence, story.detail, story.remedy));
    });
    connect(&detail, &models::JobDetail::diagnosisChanged, this, &DiagnosisCard::refresh);
    refresh();
}

void DiagnosisCard::refresh()
{
    const auto &story = m_detail.diagnosis();
    setVisible(!story.isEmpty());
    setTone(story.tone);
    m_sentence->setText(story.sentence);
    m_sentence->setTone(story.tone);
    m_detailText->setText(story.detail);
    m_detailText->setVisible(!story.detail.isEmpty());
    m_remedy->setText(u"→ "_s + story.remedy);
    m_remedy->setVisible(!story.remedy.isEmpty());
    m_log->setVisible(!story.pod.isEmpty());
    setAccessibleName(story.sentence);
}

} // namespace views
