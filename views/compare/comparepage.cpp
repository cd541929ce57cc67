// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/comparepage.h"

#include "models/jobs/runcomparison.h"
#include "models/metrics/jobmetrics.h"
#include "views/charts/curvestab.h"
#include "views/compare/comparedelegate.h"
#include "views/compare/runchip.h"
#include "views/theme/card.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

class ComparePage::Private
{
public:
    Private(ComparePage *page, std::unique_ptr<models::RunComparison> compared)
        : q(page)
        , comparison(std::move(compared))
    {
    }

    QLayout *makeHead();
    QLayout *makeChips();
    QWidget *makeTable(models::CompareTable &table, const QString &name);
    QWidget *makeParameters();
    void fillAddMenu();
    void refresh();

    ComparePage *q;
    std::unique_ptr<models::RunComparison> comparison;
    std::function<QList<k8s::ObjectRef>()> candidates;
    QList<RunChip *> chips;
    QPushButton *add = nullptr;
    QMenu *addMenu = nullptr;
    Label *missing = nullptr;
    QTabWidget *tabs = nullptr;
    CurvesTab *curves = nullptr;
};

QLayout *ComparePage::Private::makeHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    auto *back = new QPushButton(icon(u"back"_s), ComparePage::tr("Training"), q);
    setButtonRole(back, ButtonRole::Flat);
    back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    QObject::connect(back, &QPushButton::clicked, q, &ComparePage::backRequested);
    row->addWidget(back);
    row->addWidget(new Label(ComparePage::tr("Compare jobs"), TextRole::Title, q));
    row->addStretch();
    add = new QPushButton(icon(u"plus"_s), ComparePage::tr("Add a job"), q);
    addMenu = new QMenu(add);
    add->setMenu(addMenu);
    add->setEnabled(comparison->count() < models::RunComparison::mostRuns);
    if (!add->isEnabled())
        add->setToolTip(ComparePage::tr("Eight jobs are as many as can be told apart by their colours."));
    QObject::connect(addMenu, &QMenu::aboutToShow, q, [this] { fillAddMenu(); });
    row->addWidget(add);
    return row;
}

QLayout *ComparePage::Private::makeChips()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    for (qsizetype i = 0; i < comparison->count(); ++i) {
        auto *chip = new RunChip(comparison->label(i), int(i), comparison->count() > 1, q);
        QObject::connect(chip, &RunChip::activated, q, [this, i] { emit q->jobActivated(comparison->ref(i)); });
        QObject::connect(chip, &RunChip::removeRequested, q, [this, i] {
            QList<k8s::ObjectRef> rest = q->jobs();
            rest.removeAt(i);
            emit q->jobsChosen(rest);
        });
        chips.append(chip);
        row->addWidget(chip);
    }
    row->addStretch();
    return row;
}

void ComparePage::Private::fillAddMenu()
{
    addMenu->clear();
    const QList<k8s::ObjectRef> shown = q->jobs();
    for (const k8s::ObjectRef &job : candidates ? candidates() : QList<k8s::ObjectRef>()) {
        const bool isShown = std::ranges::any_of(shown, [&job](const k8s::ObjectRef &one) {
            return one.name == job.name && one.ns == job.ns && one.type.kind == job.type.kind;
        });
        if (isShown)
            continue;
        QString text = job.name;
        text.replace(u'&', u"&&"_s);
        addMenu->addAction(u"%1  ·  %2 · %3"_s.arg(text, job.type.kind, job.ns), q,
                           [this, shown, job] { emit q->jobsChosen(shown + QList {job}); });
    }
    if (addMenu->isEmpty())
        addMenu->addAction(ComparePage::tr("No other job here"))->setEnabled(false);
}

QWidget *ComparePage::Private::makeTable(models::CompareTable &table, const QString &name)
{
    auto *view = new QTableView;
    view->setModel(&table);
    view->setAccessibleName(name);
    view->setItemDelegate(new CompareDelegate(view));
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setWordWrap(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(rowHeight);
    auto *header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(100);
    header->setFixedHeight(rowHeight + space::xs);
    header->setSectionResizeMode(QHeaderView::Stretch);
    auto *card = new Card;
    card->body()->setContentsMargins(1, space::xs, 1, space::xs);
    card->body()->addWidget(view);
    return card;
}

QWidget *ComparePage::Private::makeParameters()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    auto *only = new QCheckBox(ComparePage::tr("Only what differs"), page);
    only->setChecked(comparison->count() > 1);
    models::CompareTable *table = &comparison->parameters();
    table->setOnlyDifferences(only->isChecked());
    QObject::connect(only, &QCheckBox::toggled, q, [table](bool on) { table->setOnlyDifferences(on); });
    column->addWidget(only);
    column->addWidget(makeTable(*table, ComparePage::tr("Parameters")), 1);
    return page;
}

void ComparePage::Private::refresh()
{
    QStringList sentences;
    for (qsizetype i = 0; i < comparison->count(); ++i) {
        const models::JobState state = comparison->state(i);
        chips[i]->setState(state.word, state.tone, state.shape);
        if (const QString sentence = comparison->missing(i); !sentence.isEmpty())
            sentences.append(sentence);
    }
    if (sentences.isEmpty() && comparison->count() > 1 && comparison->metrics().metrics().isEmpty())
        sentences.append(ComparePage::tr("These jobs have no metric in common: see the table of final values."));
    if (comparison->count() == 1)
        sentences.append(ComparePage::tr("Add a job to compare this one with."));
    missing->setText(sentences.join(u'\n'));
    missing->setVisible(!sentences.isEmpty());
}

ComparePage::ComparePage(std::unique_ptr<models::RunComparison> comparison, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, std::move(comparison)))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addLayout(d->makeHead());
    column->addLayout(d->makeChips());
    d->missing = new Label({}, TextRole::Body, this);
    d->missing->setMuted(true);
    d->missing->setWordWrap(true);
    column->addWidget(d->missing);
    d->tabs = new QTabWidget(this);
    d->tabs->setDocumentMode(true);
    d->curves = new CurvesTab(d->comparison->metrics());
    d->tabs->addTab(d->curves, tr("Curves"));
    auto *finals = new QWidget;
    auto *inside = new QVBoxLayout(finals);
    inside->setContentsMargins(0, space::m, 0, 0);
    inside->addWidget(d->makeTable(d->comparison->finalValues(), tr("Final values")));
    d->tabs->addTab(finals, tr("Final values"));
    d->tabs->addTab(d->makeParameters(), tr("Parameters"));
    column->addWidget(d->tabs, 1);
    connect(d->comparison.get(), &models::RunComparison::changed, this, [this] { d->refresh(); });
    connect(&d->comparison->metrics(), &models::JobMetrics::metricsDiscovered, this, [this] { d->refresh(); });
    d->refresh();
}

ComparePage::~ComparePage()
{
    delete d->tabs; // the views go before what they show
}

models::RunComparison &ComparePage::comparison() { return *d->comparison; }

QList<k8s::ObjectRef> ComparePage::jobs() const
{
    QList<k8s::ObjectRef> jobs;
    for (qsizetype i = 0; i < d->comparison->count(); ++i)
        jobs.append(d->comparison->ref(i));
    return jobs;
}

void ComparePage::setCandidates(std::function<QList<k8s::ObjectRef>()> candidates)
{
    d->candidates = std::move(candidates);
}

} // namespace views
