// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/logstab.h"

#include "models/core/format.h"
#include "models/logs/loglevel.h"
#include "models/logs/logsaver.h"
#include "models/logs/logsearch.h"
#include "views/logs/logview.h"
#include "views/logs/rankchips.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

class LogsTab::Private
{
public:
    Private(LogsTab *tab, models::LogDocument &logDocument)
        : q(tab)
        , document(logDocument)
        , search(logDocument)
        , errors(logDocument)
    {
    }

    QToolButton *tool(const QString &iconName, const QString &hint, bool checkable = false);
    QLayout *makeToolBar();
    void applyQuery();
    void updateCounts();
    void step(bool forward);
    void save();
    void connectAll();

    LogsTab *q;
    models::LogDocument &document;
    models::LogSearch search, errors;
    LogView *view = nullptr;
    RankChips *chips = nullptr;
    QLineEdit *field = nullptr;
    Label *hits = nullptr, *foot = nullptr, *problem = nullptr;
    QToolButton *expression = nullptr, *caseSensitive = nullptr, *next = nullptr, *previous = nullptr;
    QToolButton *firstError = nullptr, *follow = nullptr, *wrap = nullptr, *saveButton = nullptr;
    QComboBox *times = nullptr;
    QTimer typed; // a keystroke is not a query yet
};

QToolButton *LogsTab::Private::tool(const QString &iconName, const QString &hint, bool checkable)
{
    auto *button = new QToolButton(q);
    button->setIcon(icon(iconName));
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    button->setCheckable(checkable);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLayout *LogsTab::Private::makeToolBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::xs);
    field = new QLineEdit(q);
    field->setPlaceholderText(LogsTab::tr("Search"));
    field->setClearButtonEnabled(true);
    field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    field->setMinimumWidth(200);
    field->setMaximumWidth(360);
    expression = tool({}, LogsTab::tr("Regular expression"), true);
    expression->setText(u".*"_s);
    caseSensitive = tool({}, LogsTab::tr("Match case"), true);
    caseSensitive->setText(u"Aa"_s);
    hits = new Label({}, TextRole::Caption, q);
    hits->setMuted(true);
    hits->setMinimumWidth(QFontMetrics(views::font(TextRole::Caption)).horizontalAdvance(u"00,000 hits"_s));
    previous = tool(u"up"_s, LogsTab::tr("Previous hit (Shift+F3)"));
    next = tool(u"chevron"_s, LogsTab::tr("Next hit (F3)"));
    firstError = tool(u"warning"_s, LogsTab::tr("Go to the first error"));
    firstError->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    times = new QComboBox(q);
    times->addItem(LogsTab::tr("No time"), int(TimeStamps::Off));
    times->addItem(LogsTab::tr("Elapsed"), int(TimeStamps::Relative));
    times->addItem(LogsTab::tr("Local time"), int(TimeStamps::Local));
    times->addItem(LogsTab::tr("UTC"), int(TimeStamps::Utc));
    times->setToolTip(LogsTab::tr("Time stamps"));
    wrap = tool(u"wrap"_s, LogsTab::tr("Wrap long lines"), true);
    follow = tool(u"follow"_s, LogsTab::tr("Follow new lines (End)"), true);
    follow->setText(LogsTab::tr("Follow"));
    follow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    follow->setChecked(true);
    saveButton = tool(u"save"_s, LogsTab::tr("Save what is shown"));
    for (QWidget *widget : std::initializer_list<QWidget *> {field, expression, caseSensitive, previous, next, hits})
        bar->addWidget(widget);
    bar->addStretch();
    for (QWidget *widget : std::initializer_list<QWidget *> {firstError, times, wrap, follow, saveButton})
        bar->addWidget(widget);
    return bar;
}

void LogsTab::Private::connectAll()
{
    typed.setSingleShot(true);
    typed.setInterval(120);
    QObject::connect(&typed, &QTimer::timeout, q, [this] { applyQuery(); });
    QObject::connect(field, &QLineEdit::textChanged, q, [this] { typed.start(); });
    QObject::connect(field, &QLineEdit::returnPressed, q, [this] { step(true); });
    QObject::connect(expression, &QToolButton::toggled, q, [this] { applyQuery(); });
    QObject::connect(caseSensitive, &QToolButton::toggled, q, [this] { applyQuery(); });
    QObject::connect(next, &QToolButton::clicked, q, [this] { step(true); });
    QObject::connect(previous, &QToolButton::clicked, q, [this] { step(false); });
    QObject::connect(&search, &models::LogSearch::changed, q, [this] { updateCounts(); });
    QObject::connect(&errors, &models::LogSearch::changed, q, [this] { updateCounts(); });
    QObject::connect(firstError, &QToolButton::clicked, q, [this] { view->goTo(errors.next(-1)); });
    QObject::connect(follow, &QToolButton::clicked, q, [this](bool checked) { view->setFollowing(checked); });
    QObject::connect(view, &LogView::followingChanged, follow, &QToolButton::setChecked);
    QObject::connect(wrap, &QToolButton::toggled, view, &LogView::setWrapping);
    QObject::connect(times, &QComboBox::currentIndexChanged, q,
                     [this] { view->setTimeStamps(TimeStamps(times->currentData().toInt())); });
    QObject::connect(saveButton, &QToolButton::clicked, q, [this] { save(); });
    QObject::connect(chips, &RankChips::chosenChanged, q,
                     [this](const QList<int> &sources) { document.setVisibleSources(sources); });
    QObject::connect(&document, &models::LogDocument::sourcesChanged, q,
                     [this] { chips->setSources(document.sources()); });
    QObject::connect(&document, &models::LogDocument::linesAppended, q, [this] { updateCounts(); });
    QObject::connect(&document, &models::LogDocument::reset, q, [this] { updateCounts(); });
    QObject::connect(&document, &models::LogDocument::problemChanged, q, [this](const models::Problem &news) {
        problem->setText(news.remedy.isEmpty() ? news.sentence : news.sentence + u' ' + news.remedy);
        problem->setVisible(!news.isEmpty());
    });
    const auto shortcut = [this](const QKeySequence &keys, auto action) {
        auto *made = new QShortcut(keys, q);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(made, &QShortcut::activated, q, action);
    };
    shortcut(QKeySequence::Find, [this] { q->focusSearch(); });
    shortcut(Qt::Key_F3, [this] { step(true); });
    shortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { step(false); });
}

void LogsTab::Private::applyQuery()
{
    typed.stop();
    search.setQuery({field->text(), expression->isChecked(), caseSensitive->isChecked()});
    updateCounts();
}

void LogsTab::Private::updateCounts()
{
    const QLocale locale;
    const bool wrong = !search.hint().isEmpty();
    hits->setTone(wrong ? models::Tone::Bad : models::Tone::Neutral);
    hits->setMuted(!wrong);
    const qint64 found = search.hitCount();
    const QString count = found == 1 ? LogsTab::tr("1 hit") : LogsTab::tr("%1 hits").arg(locale.toString(found));
    hits->setText(wrong ? search.hint() : search.isActive() ? count : QString());
    next->setEnabled(search.isActive() && search.hitCount() > 0);
    previous->setEnabled(next->isEnabled());
    const qint64 broken = errors.hitCount();
    firstError->setEnabled(broken > 0);
    firstError->setText(broken == 0       ? LogsTab::tr("No errors")
                            : broken == 1 ? LogsTab::tr("1 error")
                                          : LogsTab::tr("%1 errors").arg(locale.toString(broken)));
    const qint64 lines = document.lineCount();
    const QString bytes = models::bytesText(document.byteCount());
    foot->setText(lines == 1 ? LogsTab::tr("1 line, %1").arg(bytes)
                             : LogsTab::tr("%1 lines, %2").arg(locale.toString(lines), bytes));
}

void LogsTab::Private::step(bool forward)
{
    if (typed.isActive())
        applyQuery();
    const qint64 from = view->currentLine();
    view->goTo(forward ? search.next(from) : search.previous(from));
}

void LogsTab::Private::save()
{
    const QString name = QFileDialog::getSaveFileName(q, LogsTab::tr("Save log"), u"log.txt"_s,
                                                      LogsTab::tr("Text (*.txt *.log);;Compressed text (*.zst)"));
    if (name.isEmpty())
        return;
    auto *saver = new models::LogSaver(document, q);
    QObject::connect(saver, &models::LogSaver::finished, q, [this, saver, name](const k8s::Result<> &saved) {
        problem->setText(saved ? QString()
                               : LogsTab::tr("%1 could not be written: %2.").arg(name, saved.error().message));
        problem->setVisible(!saved);
        saver->deleteLater();
    });
    saver->save(name);
}

LogsTab::LogsTab(models::LogDocument &document, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, document))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::m, 0, 0);
    layout->setSpacing(space::s);
    layout->addLayout(d->makeToolBar());
    auto *second = new QHBoxLayout;
    d->chips = new RankChips(this);
    d->foot = new Label({}, TextRole::Caption, this);
    d->foot->setMuted(true);
    second->addWidget(d->chips, 1);
    second->addStretch();
    second->addWidget(d->foot);
    layout->addLayout(second);
    d->problem = new Label({}, TextRole::Body, this);
    d->problem->setTone(models::Tone::Bad);
    d->problem->setWordWrap(true);
    d->problem->hide();
    layout->addWidget(d->problem);
    d->view = new LogView(document, this);
    d->view->setFrameShape(QFrame::StyledPanel);
    d->view->setSearch(&d->search);
    layout->addWidget(d->view, 1);
    d->connectAll();
    d->chips->setSources(document.sources());
    d->errors.setQuery({models::errorExpression(), true, true});
    d->updateCounts();
}

LogsTab::~LogsTab() = default;

LogView &LogsTab::view() const { return *d->view; }

void LogsTab::showPod(const QString &pod)
{
    QList<int> sources;
    for (const models::LogSource &source : d->document.sources()) {
        if (!pod.isEmpty() && source.pod == pod)
            sources.append(source.id);
    }
    d->chips->setChosen(sources);
    d->document.setVisibleSources(sources);
}

void LogsTab::showLine(int source, qint64 line)
{
    qint64 index = d->document.indexOf({source, line});
    if (index < 0 && !d->document.visibleSources().isEmpty()) { // filtered out: show all, and then the line
        d->chips->setChosen({});
        connect(
            &d->document, &models::LogDocument::reset, this,
            [this, source, line] { d->view->goTo(d->document.indexOf({source, line})); }, Qt::SingleShotConnection);
        d->document.setVisibleSources({});
        return;
    }
    d->view->goTo(index);
}

void LogsTab::focusSearch()
{
    d->field->setFocus(Qt::ShortcutFocusReason);
    d->field->selectAll();
}

} // namespace views
