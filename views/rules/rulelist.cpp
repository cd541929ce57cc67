// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rules/rulelist.h"

#include "views/rules/paddeddelegate.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

namespace {

enum Role
{
    OwnName = Qt::UserRole, // of an own rule
    BuiltIn // number of a rule of the program
};

} // namespace

RuleList::RuleList(models::RuleBook &book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_list(new QListWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *add = new QPushButton(icon(u"plus"_s), tr("New rule"), this);
    column->addWidget(add);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Rules"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setItemDelegate(new PaddedDelegate(m_list));
    column->addWidget(m_list, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::xs);
    auto *open = new QPushButton(icon(u"open"_s), tr("Import…"), this);
    auto *save = new QPushButton(icon(u"save"_s), tr("Export…"), this);
    open->setToolTip(tr("Rules from a file that somebody handed on"));
    save->setToolTip(tr("Your rules as one YAML file, to hand on"));
    for (auto *button : {open, save}) {
        setButtonRole(button, ButtonRole::Flat);
        row->addWidget(button);
    }
    row->addStretch();
    column->addLayout(row);
    m_export = save;
    connect(add, &QPushButton::clicked, this, &RuleList::newRequested);
    connect(open, &QPushButton::clicked, this, &RuleList::importRequested);
    connect(save, &QPushButton::clicked, this, &RuleList::exportRequested);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) { tell(item); });
    connect(&m_book, &models::RuleBook::changed, this, [this] { fill(); });
    fill();
}

void RuleList::addHeading(const QString &text)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setFlags(Qt::NoItemFlags);
    item->setFont(views::font(TextRole::Caption));
}

void RuleList::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    addHeading(m_book.rules().isEmpty() ? tr("YOURS: NONE YET") : tr("YOURS"));
    for (const models::OwnRule &rule : m_book.rules()) {
        auto *item = new QListWidgetItem(rule.on ? rule.name : tr("%1 (off)").arg(rule.name), m_list);
        item->setData(OwnName, rule.name);
        item->setToolTip(rule.pattern);
    }
    addHeading(tr("BUILT IN"));
    for (int i = 0; i < int(m_builtIn.size()); ++i) {
        auto *item = new QListWidgetItem(m_builtIn[i].title, m_list);
        item->setData(BuiltIn, i);
        item->setToolTip(m_builtIn[i].detail);
    }
    m_export->setEnabled(!m_book.rules().isEmpty());
    choose(m_chosen);
}

void RuleList::choose(const QString &name)
{
    const QSignalBlocker quiet(m_list);
    m_chosen = name;
    m_list->setCurrentItem(nullptr);
    for (int i = 0; i < m_list->count(); ++i) {
        if (!name.isEmpty() && m_list->item(i)->data(OwnName).toString() == name)
            m_list->setCurrentRow(i);
    }
}

void RuleList::tell(const QListWidgetItem *item)
{
    if (!item)
        return;
    if (const QVariant number = item->data(BuiltIn); number.isValid()) {
        m_chosen.clear();
        emit builtInChosen(m_builtIn[number.toInt()]);
    } else {
        m_chosen = item->data(OwnName).toString();
        emit ownChosen(m_chosen);
    }
}

} // namespace views
