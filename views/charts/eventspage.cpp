// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/eventspage.h"

#include "models/metrics/jobmetrics.h"
#include "views/charts/curvestab.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>

namespace views {

using namespace Qt::StringLiterals;

class EventsPage::Private
{
public:
    models::JobMetrics metrics;
    CurvesTab *curves = nullptr;
};

EventsPage::EventsPage(const QString &path, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    auto *back = new QToolButton(this);
    back->setIcon(icon(u"back"_s));
    back->setToolTip(tr("Back"));
    back->setAccessibleName(tr("Back"));
    back->setAutoRaise(true);
    auto *title = new ElidedLabel(QFileInfo(path).fileName(), TextRole::Title, this);
    title->setToolTip(path);
    head->addWidget(back);
    head->addWidget(title, 1);
    column->addLayout(head);
    d->curves = new CurvesTab(d->metrics, this);
    column->addWidget(d->curves, 1);
    connect(back, &QToolButton::clicked, this, &EventsPage::backRequested);
    d->curves->addEvents(path);
}

EventsPage::~EventsPage()
{
    delete d->curves; // before the metrics that it shows
}

} // namespace views
