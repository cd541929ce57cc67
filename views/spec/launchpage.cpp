// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/launchpage.h"

#include "models/spec/specdocument.h"
#include "models/spec/spectemplates.h"
#include "views/spec/livediffpage.h"
#include "views/spec/diagnosticlist.h"
#include "views/spec/formlink.h"
#include "views/spec/formpane.h"
#include "views/spec/launchbar.h"
#include "views/spec/noticebar.h"
#include "views/spec/offerstrip.h"
#include "views/spec/previewpane.h"
#include "views/spec/searchbar.h"
#include "views/spec/specfile.h"
#include "views/spec/templategallery.h"
#include "views/spec/yamleditor.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMimeData>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;
using models::DiagnosticSeverity;
using models::SpecDiagnostic;

namespace {

constexpr int checkDelay = 0; // ms: a check that is overtaken by the next key ends by itself
constexpr int saveDelay = 400;
constexpr int roomForAll = 960; // px of the page

QFrame *surface(QWidget *content)
{
    auto *frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    return frame;
}

} // namespace

class LaunchPage::Private
{
public:
    Private(LaunchPage *page, models::SpecDocument &spec)
        : q(page)
        , document(spec)
    {
    }

    void build()
    {
        bar = new LaunchBar;
        notice = new NoticeBar;
        editor = new YamlEditor;
        form = new FormPane;
        link = new FormLink(*form, *editor, document, q);
        search = new SearchBar(*editor);
        list = new DiagnosticList;
        preview = new PreviewPane;
        gallery = new TemplateGallery;
        note = new Label({}, TextRole::Caption);
        note->setMuted(true);
        stack = new QStackedWidget;
        stack->addWidget(gallery);
        stack->addWidget(buildStudio());
        compare = new LiveDiffPage;
        stack->addWidget(compare);
        auto *layout = new QVBoxLayout(q);
        layout->setContentsMargins(space::xl, space::l, space::xl, space::l);
        layout->setSpacing(space::m);
        layout->addWidget(bar);
        layout->addWidget(notice);
        layout->addWidget(new OfferStrip(*editor, *stack, 1));
        layout->addWidget(stack, 1);
        checkTimer.setSingleShot(true);
        checkTimer.setInterval(checkDelay);
        saveTimer.setSingleShot(true);
        saveTimer.setInterval(saveDelay);
    }

    QWidget *buildStudio()
    {
        auto *problems = new QWidget;
        auto *problemLayout = new QVBoxLayout(problems);
        problemLayout->setContentsMargins(0, 0, 0, 0);
        problemLayout->setSpacing(0);
        problemLayout->addWidget(list, 1);
        auto *writing = new QWidget;
        auto *writingLayout = new QVBoxLayout(writing);
        writingLayout->setContentsMargins(0, 0, 0, 0);
        writingLayout->setSpacing(0);
        writingLayout->addWidget(editor, 1);
        writingLayout->addWidget(search);
        auto *left = new QSplitter(Qt::Vertical);
        left->addWidget(surface(writing));
        left->addWidget(surface(problems));
        left->setStretchFactor(0, 1);
        left->setStretchFactor(1, 0);
        left->setSizes({600, 120});
        left->setChildrenCollapsible(false);
        left->setHandleWidth(space::s);
        split = new QSplitter(Qt::Horizontal);
        formSurface = surface(form);
        split->addWidget(formSurface);
        split->addWidget(left);
        previewSurface = surface(preview);
        split->addWidget(previewSurface);
        split->setStretchFactor(1, 1);
        split->setSizes({340, 600, 280});
        split->setChildrenCollapsible(false);
        split->setHandleWidth(space::s);
        auto *studio = new QWidget;
        auto *layout = new QVBoxLayout(studio);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::xs);
        layout->addWidget(split, 1);
        layout->addWidget(note);
        return studio;
    }

    void connectParts()
    {
        connect(editor, &QPlainTextEdit::textChanged, q, [this] { textChanged(); });
        connect(&checkTimer, &QTimer::timeout, q, [this] {
            document.setText(editor->toPlainText());
            if (!document.isChecking())
                showChecked(); // typed and undone: the text is the one that was checked
        });
        connect(&saveTimer, &QTimer::timeout, q, [this] { emit q->textEdited(editor->toPlainText()); });
        connect(&document, &models::SpecDocument::checked, q, [this] { showChecked(); });
        connect(list, &DiagnosticList::placeRequested, editor, &YamlEditor::goTo);
        connect(list, &DiagnosticList::fixRequested, q, [this](const models::SpecFix &fix) {
            editor->replaceRange(fix.position, fix.length, fix.replacement);
            editor->setFocus();
        });
        gallery->setCurrentText([this] { return editor->toPlainText(); });
        connect(gallery, &TemplateGallery::chosen, q, [this](const QString &id) {
            const QString text = gallery->textOf(id);
            if (const auto problem = refusalOf(text); !problem.isEmpty())
                return q->showProblem(problem);
            editor->replaceText(text);
            showEditor();
        });
        connect(notice, &NoticeBar::linkActivated, q, [this] {
            if (followLink)
                followLink();
        });
        connect(compare, &LiveDiffPage::backRequested, q, [this] { showEditor(); });
        connect(compare, &LiveDiffPage::applyRequested, q, [this] {
            notice->dismiss();
            emit q->applyRequested(editor->toPlainText(), false);
        });
    }

    void connectEditor()
    {
        connect(editor, &YamlEditor::searchRequested, search, &SearchBar::openSearch);
        connect(editor, &YamlEditor::searchNextRequested, search, &SearchBar::next);
        connect(editor, &YamlEditor::lineRequested, search, &SearchBar::openGoTo);
        connect(editor, &YamlEditor::refused, q,
                [this](const QString &sentence) { notice->showProblem({sentence, {}}); });
        editor->setCompletions([this](qsizetype position) {
            document.setText(editor->toPlainText());
            return document.completionsAt(position);
        });
        editor->setExplanation([this](qsizetype position) { return document.explanationAt(position); });
    }

    void connectBar()
    {
        connect(bar, &LaunchBar::templatesRequested, q, [this] {
            stack->setCurrentWidget(
                stack->currentWidget() == gallery && !editor->document()->isEmpty() ? stack->widget(1) : gallery);
        });
        connect(bar, &LaunchBar::openRequested, q, [this] { chooseFile(); });
        connect(bar, &LaunchBar::formToggled, q, [this] { arrange(); });
        connect(stack, &QStackedWidget::currentChanged, q, [this](int index) { bar->setFormOffered(index == 1); });
        connect(bar, &LaunchBar::compareRequested, q, [this] { send(&LaunchPage::compareRequested); });
        connect(bar, &LaunchBar::sandboxRequested, q, [this] { send(&LaunchPage::sandboxRequested); });
        connect(bar, &LaunchBar::dryRunRequested, q, [this] { send(&LaunchPage::dryRunRequested); });
        connect(bar, &LaunchBar::launchRequested, q, [this] { send(&LaunchPage::launchRequested); });
        connect(bar, &LaunchBar::cancelRequested, q, &LaunchPage::cancelRequested);
        connect(bar, &LaunchBar::problemsRequested, q, [this] { goToProblem(1); });
        const auto shortcut = [this](const QKeySequence &keys, auto slot) {
            connect(new QShortcut(keys, q, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, q,
                    slot);
        };
        shortcut(QKeySequence(Qt::CTRL | Qt::Key_E), [this] { bar->clickForm(); });
        shortcut(QKeySequence(Qt::Key_F8), [this] { goToProblem(1); });
        shortcut(QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { goToProblem(-1); });
        shortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { bar->clickLaunch(); });
        shortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), [this] { bar->clickDryRun(); });
        shortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] { bar->clickCompare(); });
    }

    /// Three columns need room; where there is little the form takes the preview's.
    void arrange()
    {
        const bool shown = bar->isFormShown();
        formSurface->setVisible(shown);
        previewSurface->setVisible(!shown || q->width() >= roomForAll);
    }

    void chooseFile()
    {
        auto *dialog = new QFileDialog(q, LaunchPage::tr("Open a spec"), {},
                                       LaunchPage::tr("YAML (*.yaml *.yml *.json);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, q, &LaunchPage::openFile);
        dialog->open();
    }

    void send(void (LaunchPage::*signal)(const QString &))
    {
        notice->dismiss();
        document.setText(editor->toPlainText());
        document.clearServerError();
        emit(q->*signal)(editor->toPlainText());
    }

    void textChanged()
    {
        checkTimer.start();
        saveTimer.start();
        if (stack->currentWidget() == gallery && !editor->document()->isEmpty())
            showEditor();
    }

    void showEditor()
    {
        stack->setCurrentIndex(1);
        editor->setFocus();
    }

    void showChecked()
    {
        if (document.text() != editor->toPlainText())
            return; // typed on meanwhile: the next check is on its way
        editor->setDiagnostics(document.diagnostics());
        list->setDiagnostics(document.diagnostics());
        link->refresh();
        preview->setPreview(document.preview());
        note->setText(document.schemaNote());
        bar->setProblems(document.count(DiagnosticSeverity::Error), document.count(DiagnosticSeverity::Warning));
        bar->setEmpty(document.objects().isEmpty());
    }

    void goToProblem(int step)
    {
        const QList<SpecDiagnostic> &all = document.diagnostics();
        if (all.isEmpty())
            return;
        const qsizetype here = editor->textCursor().position();
        const SpecDiagnostic *target = step > 0 ? &all.first() : &all.last();
        for (const SpecDiagnostic &diagnostic : all) {
            if (step > 0 && diagnostic.position > here) {
                target = &diagnostic;
                break;
            }
            if (step < 0 && diagnostic.position < here)
                target = &diagnostic;
        }
        showEditor();
        editor->goTo(*target);
    }

    LaunchPage *q;
    models::SpecDocument &document;
    LaunchBar *bar = nullptr;
    NoticeBar *notice = nullptr;
    QStackedWidget *stack = nullptr;
    TemplateGallery *gallery = nullptr;
    YamlEditor *editor = nullptr;
    SearchBar *search = nullptr;
    FormPane *form = nullptr;
    FormLink *link = nullptr;
    QWidget *formSurface = nullptr;
    QWidget *previewSurface = nullptr;
    QSplitter *split = nullptr;
    DiagnosticList *list = nullptr;
    PreviewPane *preview = nullptr;
    Label *note = nullptr;
    QTimer checkTimer, saveTimer;
    LiveDiffPage *compare = nullptr;
    std::function<void()> followLink;
};

LaunchPage::LaunchPage(models::SpecDocument &document, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, document))
{
    setObjectName(u"launchPage"_s);
    d->build();
    d->connectParts();
    d->connectEditor();
    d->connectBar();
    d->bar->setFormOffered(false);
    setAcceptDrops(true);
    setTarget({}, {});
    if (!document.text().isEmpty())
        setText(document.text());
}

LaunchPage::~LaunchPage()
{
    d->editor->disconnect(this); // the children go after the private part, and an editor changes while it goes
}

QString LaunchPage::text() const { return d->editor->toPlainText(); }

void LaunchPage::setText(const QString &yaml)
{
    d->editor->replaceText(yaml);
    if (yaml.isEmpty())
        d->stack->setCurrentIndex(0);
    else
        d->stack->setCurrentIndex(1);
}

void LaunchPage::setTarget(const QString &context, const QString &ns)
{
    d->bar->setTarget(context, ns);
    d->preview->setNamespace(ns);
}

void LaunchPage::setReadOnly(bool readOnly)
{
    d->bar->setReadOnly(readOnly);
    d->compare->setApplyEnabled(d->bar->mayApply());
}

void LaunchPage::setRoom(const models::ClusterRoom &room)
{
    d->preview->setRoom(room);
    d->form->setFreeGpus(int(room.gpus));
}

void LaunchPage::setBusy(const QString &sentence)
{
    d->bar->setBusy(!sentence.isEmpty());
    d->compare->setApplyEnabled(d->bar->mayApply());
    if (sentence.isEmpty())
        d->notice->endProgress();
    else
        d->notice->showProgress(sentence);
}

void LaunchPage::showDone(const QString &sentence) { d->notice->showDone(sentence, {}); }

void LaunchPage::showApplied(int objects)
{
    if (d->stack->currentWidget() == d->compare)
        d->showEditor(); // what was compared there is not so any more
    showDone(tr("%n object(s) were applied.", nullptr, objects));
}

void LaunchPage::showLaunched(const k8s::ObjectRef &job)
{
    d->followLink = [this, job] { emit jobActivated(job); };
    d->notice->showDone(tr("%1 %2 was created.").arg(job.type.kind, job.name), tr("Open its page"));
}

void LaunchPage::showError(const k8s::Error &error, int document)
{
    d->document.setServerError(error, document);
    showProblem(models::describe(error));
}

void LaunchPage::showProblem(const models::Problem &problem) { d->notice->showProblem(problem); }

void LaunchPage::showComparison(const QList<models::LiveDifference> &differences)
{
    d->notice->dismiss();
    d->compare->setDifferences(differences);
    d->stack->setCurrentWidget(d->compare);
}

void LaunchPage::showConflict(const QStringList &owners)
{
    d->followLink = [this] {
        d->notice->dismiss();
        emit applyRequested(text(), true);
    };
    d->notice->showProblem({tr("Nothing was applied: others manage fields that the text would change."),
                            owners.mid(0, 12).join(u'\n') + (owners.size() > 12 ? u"\n…"_s : QString())},
                           tr("Take them over"));
}

void LaunchPage::setSandboxOffered(bool offered) { d->bar->setSandboxOffered(offered); }

void LaunchPage::showSandboxDown()
{
    d->followLink = [this] {
        d->notice->dismiss();
        emit sandboxStartRequested();
    };
    d->notice->showProblem(
        {tr("Nothing was tried: the sandbox does not run."), tr("Start it, then try again. The text stays as it is.")},
        tr("Start the sandbox"));
}

void LaunchPage::showTried(const k8s::ObjectRef &job)
{
    d->followLink = [this, job] { emit sandboxJobActivated(job); };
    d->notice->showDone(tr("%1 %2 was created in the sandbox.").arg(job.type.kind, job.name), tr("Watch it there"));
}

void LaunchPage::openFile(const QString &name)
{
    if (const auto text = readSpecFile(name)) {
        setText(*text);
        d->notice->dismiss();
    } else {
        showProblem(text.error());
    }
}

void LaunchPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->arrange();
}

void LaunchPage::keyPressEvent(QKeyEvent *event)
{
    // The editor takes the keys for itself: these come from the gallery.
    if (event->matches(QKeySequence::Paste) && d->stack->currentWidget() == d->gallery) {
        d->editor->paste();
        if (!d->editor->document()->isEmpty())
            d->showEditor();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void LaunchPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void LaunchPage::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        openFile(urls.first().toLocalFile());
    else if (const auto problem = refusalOf(event->mimeData()->text()); !problem.isEmpty())
        showProblem(problem);
    else if (event->mimeData()->hasText())
        setText(event->mimeData()->text());
    event->acceptProposedAction();
}

} // namespace views
