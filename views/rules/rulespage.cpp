// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rules/rulespage.h"

#include "models/logs/logdocument.h"
#include "models/metrics/rulebook.h"
#include "views/rules/ruleeditor.h"
#include "views/rules/rulelist.h"
#include "views/rules/trialpane.h"
#include "views/tables/confirmbar.h"
#include "views/theme/card.h"
#include "views/theme/labels.h"
#include "views/theme/messagebar.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPointer>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int triedLines = 400;
constexpr int linesDelay = 700; // milliseconds: often enough to see that the log lives

} // namespace

class RulesPage::Private
{
public:
    Private(RulesPage *page, models::RuleBook &ruleBook)
        : q(page)
        , book(ruleBook)
    {
    }

    QLayout *makeHead();
    QLayout *makeColumns();
    QWidget *makeMiddle();
    void connectParts();
    void open(const QString &name);
    void showBuiltIn(const models::BuiltInRule &rule);
    void takeLines();
    void tryRule();
    void save();
    void askDelete();
    void importRules();
    void exportRules();

    RulesPage *q;
    models::RuleBook &book;
    QPointer<models::LogDocument> document;
    QString title;
    QList<models::TrialLine> lines;
    QString edited; // name of the rule as it is kept; empty: a new one
    RuleList *list = nullptr;
    RuleEditor *editor = nullptr;
    QStackedWidget *middle = nullptr;
    Label *builtInTitle = nullptr;
    Label *builtInDetail = nullptr;
    TrialPane *trial = nullptr;
    ConfirmBar *confirm = nullptr;
    MessageBar *message = nullptr;
    QTimer fresh;
};

QLayout *RulesPage::Private::makeHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    auto *back = new QToolButton(q);
    back->setIcon(icon(u"back"_s));
    back->setToolTip(RulesPage::tr("Back"));
    back->setAccessibleName(RulesPage::tr("Back"));
    back->setAutoRaise(true);
    QObject::connect(back, &QToolButton::clicked, q, &RulesPage::backRequested);
    row->addWidget(back);
    row->addWidget(new Label(RulesPage::tr("Rules for metrics"), TextRole::Title, q));
    row->addStretch();
    return row;
}

/// The form of an own rule, or what a rule of the program says.
QWidget *RulesPage::Private::makeMiddle()
{
    middle = new QStackedWidget;
    editor = new RuleEditor;
    middle->addWidget(editor);
    auto *builtIn = new QWidget;
    auto *column = new QVBoxLayout(builtIn);
    column->setContentsMargins(0, 0, 0, 0);
    builtInTitle = new Label({}, TextRole::Section);
    builtInDetail = new Label({}, TextRole::Mono);
    builtInDetail->setWordWrap(true);
    builtInDetail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *note = new Label(RulesPage::tr("Comes with the program and reads every log. A rule of yours with the name of "
                                         "a curve takes its place."),
                           TextRole::Caption);
    note->setMuted(true);
    note->setWordWrap(true);
    column->addWidget(builtInTitle);
    column->addWidget(builtInDetail);
    column->addWidget(note);
    column->addStretch();
    middle->addWidget(builtIn);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(middle);
    middle->setAutoFillBackground(false);
    auto *card = new Card;
    card->body()->addWidget(area);
    return card;
}

QLayout *RulesPage::Private::makeColumns()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    list = new RuleList(book);
    auto *card = new Card;
    card->body()->setContentsMargins(space::m, space::m, space::m, space::m);
    card->body()->addWidget(list);
    trial = new TrialPane;
    QWidget *form = makeMiddle();
    card->setFixedWidth(220);
    form->setMinimumWidth(260);
    row->addWidget(card);
    row->addWidget(form, 2);
    row->addWidget(trial, 3);
    return row;
}

void RulesPage::Private::connectParts()
{
    QObject::connect(list, &RuleList::ownChosen, q, [this](const QString &name) { open(name); });
    QObject::connect(list, &RuleList::builtInChosen, q, [this](const models::BuiltInRule &rule) { showBuiltIn(rule); });
    QObject::connect(list, &RuleList::newRequested, q, &RulesPage::startNew);
    QObject::connect(list, &RuleList::importRequested, q, [this] { importRules(); });
    QObject::connect(list, &RuleList::exportRequested, q, [this] { exportRules(); });
    QObject::connect(editor, &RuleEditor::edited, q, [this] { tryRule(); });
    QObject::connect(editor, &RuleEditor::saveRequested, q, [this] { save(); });
    QObject::connect(editor, &RuleEditor::deleteRequested, q, [this] { askDelete(); });
    QObject::connect(trial, &TrialPane::lineChosen, q, [this](int row) {
        if (row >= 0 && row < lines.size() && middle->currentIndex() == 0)
            editor->setExample(QString::fromUtf8(lines[row].text));
    });
    fresh.setSingleShot(true);
    QObject::connect(&fresh, &QTimer::timeout, q, [this] {
        if (q->isVisible() && trial->isAtEnd())
            takeLines();
    });
}

void RulesPage::Private::open(const QString &name)
{
    const auto rule = std::ranges::find(book.rules(), name, &models::OwnRule::name);
    if (rule == book.rules().end())
        return;
    edited = name;
    confirm->dismiss();
    middle->setCurrentIndex(0);
    editor->setRule(*rule, false);
    tryRule();
}

void RulesPage::Private::showBuiltIn(const models::BuiltInRule &rule)
{
    confirm->dismiss();
    builtInTitle->setText(rule.title);
    builtInDetail->setText(rule.detail);
    middle->setCurrentIndex(1);
}

void RulesPage::Private::takeLines()
{
    lines = document ? models::trialLines(*document, triedLines) : QList<models::TrialLine>();
    trial->setTitle(!document             ? RulesPage::tr("Open a job or a log to try the rule on its lines.")
                        : lines.isEmpty() ? RulesPage::tr("%1 has no lines yet.").arg(title)
                                          : RulesPage::tr("The last lines of %1").arg(title));
    tryRule();
}

void RulesPage::Private::tryRule()
{
    const models::OwnRule rule = editor->rule();
    models::OwnRule tried = rule;
    if (tried.name.trimmed().isEmpty())
        tried.name = u"?"_s; // what it reads can be seen before it has a name
    const QList<models::TrialLine> example {{QString(), 0, 0, rule.example.toUtf8()}};
    models::RulePreview preview = models::previewRule(tried, document || rule.example.isEmpty() ? lines : example);
    trial->showPreview(preview);
    if (!preview.hint && rule.name.trimmed().isEmpty())
        preview.hint = models::RuleHint {RulesPage::tr("The curve needs a name."), -1};
    const auto ofExample = models::previewRule(tried, example);
    editor->showPreview(preview, ofExample);
}

void RulesPage::Private::save()
{
    const models::OwnRule rule = editor->rule();
    if (const auto saved = book.save(edited, rule); !saved)
        return message->warn(saved.error());
    edited = rule.name.trimmed();
    list->choose(edited);
    editor->setRule(*std::ranges::find(book.rules(), edited, &models::OwnRule::name), false);
    tryRule();
    message->inform(RulesPage::tr("%1 was saved. Open logs are read again with it.").arg(edited));
}

void RulesPage::Private::askDelete()
{
    confirm->ask(RulesPage::tr("Delete the rule %1? Its curves go, the log stays.").arg(edited),
                 RulesPage::tr("Delete"), [this] {
                     if (const auto removed = book.remove(edited); !removed)
                         message->warn(removed.error());
                     else
                         q->startNew();
                 });
}

void RulesPage::Private::importRules()
{
    const QString file = QFileDialog::getOpenFileName(q, RulesPage::tr("Import rules"), {},
                                                      RulesPage::tr("Rules (*.yaml *.yml);;All files (*)"));
    if (file.isEmpty())
        return;
    if (const auto count = book.import(file); count)
        message->inform(RulesPage::tr("%n rule(s) were imported.", nullptr, int(*count)));
    else
        message->warn(count.error());
}

void RulesPage::Private::exportRules()
{
    const QString file = QFileDialog::getSaveFileName(q, RulesPage::tr("Export rules"), u"metrics.yaml"_s,
                                                      RulesPage::tr("Rules (*.yaml *.yml)"));
    if (file.isEmpty())
        return;
    if (const auto written = book.exportTo(file); written)
        message->inform(RulesPage::tr("The rules are in %1.").arg(file));
    else
        message->warn(written.error());
}

RulesPage::RulesPage(models::RuleBook &book, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, book))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addLayout(d->makeHead());
    d->confirm = new ConfirmBar(this);
    column->addWidget(d->confirm);
    column->addLayout(d->makeColumns(), 1);
    d->message = new MessageBar(this);
    d->connectParts();
    if (!book.problem().isEmpty())
        d->message->warn(book.problem());
    if (!book.rules().isEmpty()) {
        d->list->choose(book.rules().first().name);
        d->open(book.rules().first().name);
    }
}

RulesPage::~RulesPage() = default;

void RulesPage::setDocument(models::LogDocument *document, const QString &title)
{
    if (d->document)
        d->document->disconnect(this);
    d->document = document;
    d->title = title;
    if (document) {
        connect(document, &models::LogDocument::linesAppended, this, [this] {
            if (!d->fresh.isActive())
                d->fresh.start(linesDelay);
        });
        connect(document, &QObject::destroyed, this, [this] { d->takeLines(); });
    }
    if (isVisible()) // else they are taken when it is shown
        d->takeLines();
}

void RulesPage::startNew()
{
    d->edited.clear();
    d->confirm->dismiss();
    d->list->choose({});
    d->middle->setCurrentIndex(0);
    d->editor->setRule({}, true);
    d->tryRule();
}

void RulesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->takeLines();
}

} // namespace views
