// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/diffview.h"

#include "views/spec/diffpane.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace views {

using namespace Qt::StringLiterals;
using models::DiffRow;

class DiffView::Private
{
public:
    explicit Private(DiffView *view)
        : q(view)
    {
    }

    void build()
    {
        left = new DiffPane(DiffPane::Side::Left);
        right = new DiffPane(DiffPane::Side::Right);
        left->setObjectName(u"diffLeft"_s);
        right->setObjectName(u"diffRight"_s);
        leftTitle = new ElidedLabel({}, TextRole::Strong);
        rightTitle = new ElidedLabel({}, TextRole::Strong);
        summary = new Label({}, TextRole::Caption);
        summary->setObjectName(u"diffSummary"_s);
        summary->setMuted(true);
        previous = button(u"up"_s, DiffView::tr("Previous change (Shift+F7)"));
        next = button(u"chevron"_s, DiffView::tr("Next change (F7)"));
        split = new QSplitter(Qt::Horizontal);
        split->addWidget(side(leftTitle, left, {}));
        split->addWidget(side(rightTitle, right, {summary, previous, next}));
        split->setChildrenCollapsible(false);
        split->setHandleWidth(space::s);
        split->setSizes({1000, 1000});
        auto *layout = new QVBoxLayout(q);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(split);
    }

    static QPushButton *button(const QString &iconName, const QString &name)
    {
        auto *made = new QPushButton(icon(iconName), {});
        made->setFlat(true);
        made->setToolTip(name);
        made->setAccessibleName(name);
        return made;
    }

    static QWidget *side(ElidedLabel *title, DiffPane *pane, const QList<QWidget *> &more)
    {
        auto *head = new QHBoxLayout;
        head->setContentsMargins(space::m, space::xs, space::xs, space::xs);
        head->setSpacing(space::xs);
        head->addWidget(title, 1);
        for (auto *one : more)
            head->addWidget(one);
        auto *frame = new QFrame;
        frame->setFrameShape(QFrame::StyledPanel);
        frame->setAutoFillBackground(true);
        frame->setBackgroundRole(QPalette::Base);
        auto *layout = new QVBoxLayout(frame);
        layout->setContentsMargins(1, 1, 1, 1);
        layout->setSpacing(0);
        // Both heads are as high as the buttons of one, so that the rows of both sides lie in one line.
        auto *bar = new QWidget;
        bar->setLayout(head);
        bar->setFixedHeight(rowHeight + 2 * space::xs);
        layout->addWidget(bar);
        layout->addWidget(pane, 1);
        return frame;
    }

    void connectParts()
    {
        couple(left->verticalScrollBar(), right->verticalScrollBar());
        couple(left->horizontalScrollBar(), right->horizontalScrollBar());
        // A bar on one side only would make the other one row longer.
        left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
        right->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
        left->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(next, &QPushButton::clicked, q, &DiffView::goToNextChange);
        connect(previous, &QPushButton::clicked, q, &DiffView::goToPreviousChange);
        const auto shortcut = [this](const QKeySequence &keys, auto slot) {
            connect(new QShortcut(keys, q, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, q,
                    slot);
        };
        shortcut(QKeySequence(Qt::Key_F7), &DiffView::goToNextChange);
        shortcut(QKeySequence(Qt::SHIFT | Qt::Key_F7), &DiffView::goToPreviousChange);
    }

    void couple(QScrollBar *one, QScrollBar *other)
    {
        connect(one, &QScrollBar::valueChanged, other, &QScrollBar::setValue);
        connect(other, &QScrollBar::valueChanged, one, &QScrollBar::setValue);
    }

    void goToRow(int row)
    {
        left->goToRow(row);
        right->goToRow(row);
    }

    void showSummary()
    {
        const auto count = changes.size();
        summary->setText(count == 0 ? DiffView::tr("no difference")
                                    : DiffView::tr("%n change(s)", nullptr, int(count)));
        next->setEnabled(count > 0);
        previous->setEnabled(count > 0);
    }

    DiffView *q;
    DiffPane *left = nullptr;
    DiffPane *right = nullptr;
    ElidedLabel *leftTitle = nullptr;
    ElidedLabel *rightTitle = nullptr;
    Label *summary = nullptr;
    QPushButton *previous = nullptr;
    QPushButton *next = nullptr;
    QSplitter *split = nullptr;
    models::TextDiff diff;
    QList<int> changes;
};

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    d->build();
    d->connectParts();
    setFocusProxy(d->right);
    setTitles(tr("Before"), tr("After"));
    setDiff({});
}

DiffView::~DiffView() = default;

void DiffView::setTitles(const QString &left, const QString &right)
{
    d->leftTitle->setText(left);
    d->rightTitle->setText(right);
    d->left->setAccessibleName(left);
    d->right->setAccessibleName(right);
}

void DiffView::setDiff(const models::TextDiff &diff)
{
    d->diff = diff;
    d->changes = diff.changes();
    d->left->setDiff(diff);
    d->right->setDiff(diff);
    d->showSummary();
    if (!d->changes.isEmpty()) // of a long text the reader wants what differs
        d->goToRow(d->changes.first());
}

void DiffView::goToLeftLine(int line)
{
    const auto row = std::ranges::find_if(d->diff.rows, [&](const DiffRow &one) { return one.left >= line - 1; });
    d->goToRow(int(row - d->diff.rows.begin()));
}

void DiffView::goToRightLine(int line)
{
    const auto row = std::ranges::find_if(d->diff.rows, [&](const DiffRow &one) { return one.right >= line - 1; });
    d->goToRow(int(row - d->diff.rows.begin()));
}

void DiffView::goToNextChange()
{
    if (d->changes.isEmpty())
        return;
    const auto next = std::ranges::upper_bound(d->changes, d->right->currentRow());
    d->goToRow(next == d->changes.end() ? d->changes.first() : *next);
}

void DiffView::goToPreviousChange()
{
    if (d->changes.isEmpty())
        return;
    const auto here = std::ranges::lower_bound(d->changes, d->right->currentRow());
    d->goToRow(here == d->changes.begin() ? d->changes.last() : *(here - 1));
}

} // namespace views
