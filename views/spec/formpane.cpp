// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/formpane.h"

#include "views/spec/formrow.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>

namespace views {

using namespace Qt::StringLiterals;
using models::FormField;
using models::FormSection;
using models::SpecForm;

namespace {

/// A diagnostic's path is the field's, or lies within it.
bool concerns(const QString &path, const FormField &field)
{
    const auto within = [&path](const QString &place) {
        return path.startsWith(place)
            && (path.size() == place.size() || path[place.size()] == u'.' || path[place.size()] == u'[');
    };
    if (field.kind == FormField::Kind::Parts)
        return path == field.path.section(u'#', 0, 0);
    return path == field.path || (field.kind == FormField::Kind::Table && within(field.path))
        || std::ranges::any_of(field.covers, within);
}

} // namespace

FormPane::FormPane(QWidget *parent)
    : QWidget(parent)
    , m_documents(new QComboBox)
    , m_pause(new QWidget)
    , m_pauseText(new Label)
    , m_scroll(new QScrollArea)
    , m_fields(new QWidget)
    , m_layout(new QVBoxLayout(m_fields))
    , m_others(new Label({}, TextRole::Caption))
    , m_empty(new Label(tr("Choose a template or write the first lines: then the form knows what to ask.")))
{
    setObjectName(u"formPane"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::m, 0, space::s);
    layout->setSpacing(space::s);
    layout->addWidget(makeHead());
    layout->addWidget(m_scroll, 1);
    m_scroll->setWidget(m_fields);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_fields->setBackgroundRole(QPalette::Base);
    m_layout->setContentsMargins(space::s, 0, space::m, space::m);
    m_layout->setSpacing(space::xs);
    m_layout->addWidget(m_empty);
    m_layout->addWidget(m_others);
    m_layout->addStretch(1);
    for (Label *label : {m_empty, m_others}) {
        label->setMuted(true);
        label->setWordWrap(true);
        label->setContentsMargins(space::s, space::xs, 0, 0);
    }
    m_others->hide();
    m_others->setObjectName(u"otherFields"_s);
}

QWidget *FormPane::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(space::l, 0, space::m, 0);
    layout->setSpacing(space::s);
    layout->addWidget(new SectionLabel(tr("Form")));
    layout->addWidget(m_documents);
    layout->addWidget(m_pause);
    m_documents->setObjectName(u"formDocuments"_s);
    m_documents->setAccessibleName(tr("Document"));
    m_documents->hide();
    connect(m_documents, &QComboBox::activated, this, [this](int index) {
        const SpecForm form = m_forms.value(index);
        showForm(form);
        if (!form.sections.isEmpty() && !form.sections.first().fields.isEmpty())
            emit fieldEntered(form.sections.first().fields.first().position);
    });
    auto *pause = new QHBoxLayout(m_pause);
    pause->setContentsMargins(0, 0, 0, 0);
    pause->addWidget(m_pauseText, 1);
    auto *show = new QPushButton(tr("Show"));
    setButtonRole(show, ButtonRole::Flat);
    pause->addWidget(show, 0, Qt::AlignTop);
    connect(show, &QPushButton::clicked, this, &FormPane::pausePlaceRequested);
    m_pauseText->setWordWrap(true);
    m_pauseText->setTone(models::Tone::Warning);
    m_pauseText->setObjectName(u"formPaused"_s);
    m_pause->hide();
    return head;
}

const SpecForm *FormPane::formAt(int line) const
{
    const SpecForm *found = m_forms.isEmpty() ? nullptr : &m_forms.first();
    for (const SpecForm &form : m_forms) {
        if (form.firstLine <= line)
            found = &form;
    }
    return found;
}

void FormPane::setForms(const QList<SpecForm> &forms)
{
    m_forms = forms;
    const auto same = std::ranges::find(forms, m_form.document, &SpecForm::document);
    const bool busy = isAncestorOf(QApplication::focusWidget()) && hasForm() && same != forms.end();
    const SpecForm *form = busy ? &*same : formAt(m_line);
    showForm(form ? *form : SpecForm());
}

void FormPane::showDocuments()
{
    m_documents->setVisible(m_forms.size() > 1);
    m_documents->clear();
    for (const SpecForm &form : std::as_const(m_forms))
        m_documents->addItem(form.title);
    const auto at = std::ranges::find(m_forms, m_form.document, &SpecForm::document);
    m_documents->setCurrentIndex(at == m_forms.end() ? -1 : int(at - m_forms.begin()));
}

void FormPane::showForm(const SpecForm &form)
{
    if (form.document != m_form.document)
        dropOthers({}); // what was being typed belongs to the other document
    m_form = form;
    dropOthers(form);
    showDocuments();
    int place = 0;
    for (const FormSection &section : form.sections) {
        const Section &shown = sectionOf(section, place++);
        int row = 0;
        for (const FormField &field : section.fields) {
            FormRow *widget = rowOf(field);
            if (shown.rows->indexOf(widget) != row)
                shown.rows->insertWidget(row, widget);
            ++row;
        }
    }
    m_empty->setVisible(form.sections.isEmpty());
    m_others->setText(tr("%n more fields in the YAML", nullptr, form.otherFields));
    m_others->setVisible(form.otherFields > 0);
    showProblems();
    mark(m_line);
}

void FormPane::dropOthers(const SpecForm &form)
{
    QSet<QString> sections, fields;
    for (const FormSection &section : form.sections) {
        sections.insert(section.id);
        for (const FormField &field : section.fields)
            fields.insert(field.path + QString::number(int(field.kind)));
    }
    for (auto row = m_rows.begin(); row != m_rows.end();) {
        const bool stays = fields.contains(row.key() + QString::number(int((*row)->field().kind)));
        if (!stays)
            delete *row;
        row = stays ? std::next(row) : m_rows.erase(row);
    }
    for (auto section = m_sections.begin(); section != m_sections.end();) {
        const bool stays = sections.contains(section.key());
        if (!stays) {
            for (FormRow *row : std::as_const(m_rows)) {
                if (section->widget->isAncestorOf(row))
                    row->setParent(m_fields); // it moves to another section
            }
            delete section->widget;
        }
        section = stays ? std::next(section) : m_sections.erase(section);
    }
}

FormPane::Section FormPane::makeSection(const FormSection &section)
{
    Section shown {.widget = new QWidget, .head = new QPushButton, .remove = new QPushButton(icon(u"trash"_s), {})};
    auto *layout = new QVBoxLayout(shown.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    shown.head->setObjectName(u"section-"_s + section.id);
    shown.head->setFont(views::font(TextRole::Strong));
    setButtonRole(shown.head, ButtonRole::Flat);
    shown.remove->setObjectName(u"remove-"_s + section.id);
    shown.remove->setToolTip(tr("Take %1 out of the job. Undo brings it back.").arg(section.title));
    shown.remove->setAccessibleName(tr("Remove %1").arg(section.title));
    setButtonRole(shown.remove, ButtonRole::Flat);
    connect(shown.remove, &QPushButton::clicked, this, [this, id = section.id] {
        emit edited(m_form.document,
                    {.kind = models::FormEdit::Kind::RemovePart, .path = m_sections.value(id).partOf, .value = id});
    });
    shown.body = new QWidget;
    shown.rows = new QVBoxLayout(shown.body);
    shown.rows->setContentsMargins(0, 0, 0, 0);
    shown.rows->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->addWidget(shown.head);
    top->addStretch(1);
    top->addWidget(shown.remove);
    layout->addLayout(top);
    layout->addWidget(shown.body);
    const auto open = [head = shown.head, body = shown.body](bool opened) {
        head->setIcon(icon(opened ? u"chevron"_s : u"chevron-right"_s));
        body->setVisible(opened);
    };
    connect(shown.head, &QPushButton::clicked, shown.body, [open, body = shown.body] { open(body->isHidden()); });
    open(section.opened);
    return shown;
}

FormPane::Section &FormPane::sectionOf(const FormSection &section, int place)
{
    Section &shown = m_sections[section.id];
    if (!shown.widget)
        shown = makeSection(section);
    if (m_layout->indexOf(shown.widget) != place)
        m_layout->insertWidget(place, shown.widget);
    shown.partOf = section.partOf;
    shown.head->setText(section.title);
    shown.head->setVisible(!section.title.isEmpty());
    shown.remove->setVisible(!section.partOf.isEmpty());
    return shown;
}

FormRow *FormPane::rowOf(const FormField &field)
{
    FormRow *&row = m_rows[field.path];
    if (row) {
        row->setField(field);
        return row;
    }
    row = makeFormRow(field);
    row->setFreeGpus(m_free);
    connect(row, &FormRow::edited, this, [this](const models::FormEdit &edit) { emit edited(m_form.document, edit); });
    connect(row, &FormRow::undoRequested, this, &FormPane::undoRequested);
    connect(row, &FormRow::redoRequested, this, &FormPane::redoRequested);
    connect(row, &FormRow::entered, this, [this, row = row] { emit fieldEntered(row->field().position); });
    return row;
}

void FormPane::setPaused(const QString &sentence)
{
    m_pauseText->setText(sentence);
    m_pause->setVisible(!sentence.isEmpty());
    m_fields->setEnabled(sentence.isEmpty());
}

void FormPane::setDiagnostics(const QList<models::SpecDiagnostic> &diagnostics)
{
    m_diagnostics = diagnostics;
    showProblems();
}

void FormPane::showProblems()
{
    for (FormRow *row : std::as_const(m_rows)) {
        const auto found = std::ranges::find_if(m_diagnostics, [&](const models::SpecDiagnostic &one) {
            return one.document == m_form.document && one.severity != models::DiagnosticSeverity::Hint
                && concerns(one.path, row->field());
        });
        if (found == m_diagnostics.end())
            row->setProblem({}, false);
        else
            row->setProblem(found->text, found->severity == models::DiagnosticSeverity::Warning);
    }
}

void FormPane::setFreeGpus(int free)
{
    m_free = free;
    for (FormRow *row : std::as_const(m_rows))
        row->setFreeGpus(free);
}

void FormPane::setRefusal(const QString &path, const QString &sentence)
{
    if (FormRow *row = m_rows.value(path))
        row->setRefusal(sentence);
}

void FormPane::showLine(int line)
{
    m_line = line;
    const SpecForm *form = formAt(line);
    if (form && form->document != m_form.document && !isAncestorOf(QApplication::focusWidget()))
        showForm(*form);
    mark(line);
}

void FormPane::mark(int line)
{
    FormRow *best = nullptr;
    for (FormRow *row : std::as_const(m_rows)) {
        const FormField &field = row->field();
        const bool inside = field.firstLine > 0 && field.firstLine <= line && line <= field.lastLine;
        if (inside && (!best || field.lastLine - field.firstLine < best->field().lastLine - best->field().firstLine))
            best = row;
    }
    for (FormRow *row : std::as_const(m_rows))
        row->setCurrent(row == best);
    if (best && best->isVisible() && !isAncestorOf(QApplication::focusWidget()))
        m_scroll->ensureWidgetVisible(best, 0, space::l);
}

} // namespace views
