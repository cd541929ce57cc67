// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/templategallery.h"

#include "models/spec/spectemplates.h"
#include "views/theme/card.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 300;

Card *cardOf(const models::SpecTemplate &entry)
{
    auto *card = new Card;
    card->setObjectName(u"template-"_s + entry.id);
    card->setAccessibleName(entry.title);
    card->setActivatable(true);
    auto *title = new Label(entry.title, TextRole::Strong);
    title->setWordWrap(true);
    auto *kind = new Label(entry.kind, TextRole::Caption);
    kind->setTone(models::Tone::Busy);
    auto *description = new Label(entry.description);
    description->setMuted(true);
    description->setWordWrap(true);
    card->body()->setSpacing(space::xs);
    card->body()->addWidget(kind);
    card->body()->addWidget(title);
    card->body()->addWidget(description);
    card->body()->addStretch();
    return card;
}

} // namespace

TemplateGallery::TemplateGallery(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"templateGallery"_s);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, space::s, space::l);
    layout->setSpacing(space::m);
    auto *hint = new Label(tr("Choose what to start from, or paste, drop or open YAML of your own."));
    hint->setMuted(true);
    layout->addWidget(hint);
    m_grid = new QGridLayout;
    m_grid->setSpacing(space::m);
    layout->addLayout(m_grid);
    layout->addStretch();
    for (const models::SpecTemplate &entry : models::specTemplates()) {
        Card *card = cardOf(entry);
        connect(card, &Card::activated, this, [this, id = entry.id] { emit chosen(id); });
        m_cards.append(card);
    }
    setWidget(page);
    arrange();
}

void TemplateGallery::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void TemplateGallery::arrange()
{
    const int columns = std::max(1, viewport()->width() / cardWidth);
    if (columns == m_columns)
        return;
    for (int column = 0; column < std::max(columns, m_columns); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_columns = columns;
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], i / columns, i % columns);
}

} // namespace views
