// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/yamltab.h"

#include "models/jobs/jobdetail.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"
#include "views/theme/yamlcolors.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

YamlTab::YamlTab(models::JobDetail &detail, QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_text(new QPlainTextEdit(this))
    , m_colors(new YamlColors(m_text->document()))
{
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("The live object as YAML"));
    auto *note = new Label(tr("The live object, without managedFields"), TextRole::Caption, this);
    note->setMuted(true);
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy"), this);
    setButtonRole(copy, ButtonRole::Flat);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_detail.yaml()); });
    auto *row = new QHBoxLayout;
    row->addWidget(note);
    row->addStretch();
    row->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::xs);
    column->addLayout(row);
    column->addWidget(m_text, 1);
    connect(&detail, &models::JobDetail::yamlChanged, this, [this] {
        m_outdated = true;
        if (isVisible())
            refresh();
    });
    dress();
}

YamlTab::~YamlTab() = default;

void YamlTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_colors->begin();
    refresh();
}

void YamlTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
}

void YamlTab::dress()
{
    m_text->setFont(views::font(TextRole::Mono));
    m_colors->setTokens(tokens(palette()));
}

void YamlTab::refresh()
{
    if (!std::exchange(m_outdated, false))
        return;
    const int place = m_text->verticalScrollBar()->value();
    const int caret = m_text->textCursor().position();
    m_text->setPlainText(m_detail.yaml());
    auto cursor = m_text->textCursor();
    cursor.setPosition(qMin(caret, m_text->document()->characterCount() - 1));
    m_text->setTextCursor(cursor);
    m_text->verticalScrollBar()->setValue(place);
}

} // namespace views
