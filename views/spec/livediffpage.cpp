// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/livediffpage.h"

#include "models/spec/textdiff.h"
#include "views/spec/diffview.h"
#include "views/theme/faces.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace views {

using namespace Qt::StringLiterals;
using models::LiveDifference;

namespace {

bool isSame(const LiveDifference &one) { return one.exists && one.live == one.after; }

} // namespace

LiveDiffPage::LiveDiffPage(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label({}, TextRole::Strong))
    , m_objects(new QComboBox)
    , m_apply(new QPushButton(icon(u"check"_s), tr("Apply")))
    , m_stack(new QStackedWidget)
    , m_view(new DiffView)
    , m_same(new EmptyState(u"check"_s, tr("The cluster holds what the text says."), {}))
{
    setObjectName(u"liveDiffPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    auto *back = new QPushButton(icon(u"back"_s), tr("Back to the text"));
    back->setObjectName(u"compareBack"_s);
    back->setToolTip(tr("Back to the text (Escape)"));
    head->addWidget(back);
    head->addWidget(m_sentence, 1);
    head->addWidget(m_objects);
    head->addWidget(m_apply);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_same);
    m_objects->setAccessibleName(tr("Object"));
    m_sentence->setObjectName(u"compareSentence"_s);
    m_apply->setObjectName(u"apply"_s);
    m_apply->setToolTip(tr("Server-side apply: fields that others manage are left to them"));
    m_view->setTitles(tr("On the cluster"), tr("As it would be"));
    connect(back, &QPushButton::clicked, this, &LiveDiffPage::backRequested);
    connect(m_apply, &QPushButton::clicked, this, &LiveDiffPage::applyRequested);
    connect(m_objects, &QComboBox::activated, this, &LiveDiffPage::show);
}

void LiveDiffPage::setDifferences(const QList<LiveDifference> &differences)
{
    m_differences = differences;
    m_objects->clear();
    for (const LiveDifference &one : differences)
        m_objects->addItem(one.title);
    m_objects->setVisible(differences.size() > 1);
    setApplyEnabled(m_mayApply);
    const auto first = std::ranges::find_if_not(differences, isSame);
    show(first == differences.end() ? 0 : int(first - differences.begin()));
}

void LiveDiffPage::setApplyEnabled(bool enabled)
{
    m_mayApply = enabled;
    m_apply->setEnabled(enabled && !std::ranges::all_of(m_differences, isSame)); // nothing to do otherwise
}

void LiveDiffPage::show(int index)
{
    const LiveDifference one = m_differences.value(index);
    m_objects->setCurrentIndex(index);
    m_stack->setCurrentWidget(isSame(one) ? static_cast<QWidget *>(m_same) : m_view);
    m_view->setDiff(models::diffTexts(one.live, one.after));
    m_sentence->setText(!one.exists       ? tr("%1 does not exist there yet.").arg(one.title)
                            : isSame(one) ? tr("Nothing would change in %1.").arg(one.title)
                                          : tr("What applying would change in %1.").arg(one.title));
    if (isVisible())
        m_view->setFocus();
}

void LiveDiffPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit backRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace views
