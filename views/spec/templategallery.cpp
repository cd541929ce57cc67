// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/templategallery.h"

#include "models/spec/templateshape.h"
#include "views/spec/noticebar.h"
#include "views/spec/templatepicture.h"
#include "views/theme/card.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 280;

struct Group
{
    const char *id;
    const char *title;
};
constexpr std::array groups {
    Group {"own", QT_TRANSLATE_NOOP("views::TemplateGallery", "Your templates")},
    Group {"training", QT_TRANSLATE_NOOP("views::TemplateGallery", "Training")},
    Group {"serving", QT_TRANSLATE_NOOP("views::TemplateGallery", "Serving")},
    Group {"notebooks", QT_TRANSLATE_NOOP("views::TemplateGallery", "Notebooks")},
    Group {"tuning", QT_TRANSLATE_NOOP("views::TemplateGallery", "Tuning")},
    Group {"storage", QT_TRANSLATE_NOOP("views::TemplateGallery", "Storage and configuration")},
};

QPushButton *flatButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    return button;
}

bool matches(const QString &words, const QString &search)
{
    const QStringList parts = search.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(parts, [&](const QString &part) { return words.contains(part); });
}

} // namespace

TemplateGallery::TemplateGallery(QWidget *parent)
    : TemplateGallery(models::OwnTemplates(), parent)
{
}

TemplateGallery::TemplateGallery(models::OwnTemplates own, QWidget *parent)
    : QWidget(parent)
    , m_own(std::move(own))
{
    setObjectName(u"templateGallery"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::m);
    m_notice = new NoticeBar;
    layout->addWidget(makeHead());
    layout->addWidget(makeSaveRow());
    layout->addWidget(m_notice);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->installEventFilter(this);
    layout->addWidget(m_scroll, 1);
    makeSections(); // the cards are made when they are first seen: they cost as much as the rest of the window
}

QWidget *TemplateGallery::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_search = new QLineEdit;
    m_search->setObjectName(u"templateSearch"_s);
    m_search->setPlaceholderText(tr("Search templates"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(200);
    m_search->setMaximumWidth(320);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_notice->dismiss();
        arrange();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &TemplateGallery::chooseFirst);
    auto *hint = new ElidedLabel(tr("Choose what to start from, or paste, drop or open YAML of your own."));
    hint->setMuted(true);
    m_save = flatButton(tr("Save as template…"), u"saveTemplate"_s);
    m_save->setToolTip(tr("Keep the text of the editor as a template of your own"));
    auto *import = flatButton(tr("Import…"), u"importTemplate"_s);
    import->setToolTip(tr("Make a template of a YAML file"));
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_saveRow->show();
        m_name->setFocus();
    });
    connect(import, &QPushButton::clicked, this, &TemplateGallery::importFile);
    row->addWidget(m_search, 1);
    row->addWidget(hint, 2);
    row->addWidget(m_save);
    row->addWidget(import);
    return head;
}

QWidget *TemplateGallery::makeSaveRow()
{
    m_saveRow = new QWidget;
    auto *row = new QHBoxLayout(m_saveRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_name = new QLineEdit;
    m_name->setObjectName(u"templateName"_s);
    m_name->setPlaceholderText(tr("Title of the template"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_name->setMaxLength(100);
    m_name->setMaximumWidth(320);
    auto *keep = flatButton(tr("Save"), u"keepTemplate"_s);
    keep->setEnabled(false);
    auto *cancel = flatButton(tr("Cancel"), u"cancelTemplate"_s);
    connect(m_name, &QLineEdit::textChanged, keep,
            [keep](const QString &text) { keep->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, keep, &QPushButton::click);
    connect(keep, &QPushButton::clicked, this, &TemplateGallery::save);
    connect(cancel, &QPushButton::clicked, m_saveRow, &QWidget::hide);
    row->addWidget(m_name, 1);
    row->addWidget(keep);
    row->addWidget(cancel);
    row->addStretch(2);
    m_saveRow->hide();
    return m_saveRow;
}

void TemplateGallery::makeSections()
{
    auto *page = new QWidget;
    m_list = new QVBoxLayout(page);
    m_list->setContentsMargins(0, 0, space::s, space::l);
    m_list->setSpacing(space::l);
    for (const Group &group : groups) {
        Section section {.group = QString::fromUtf8(group.id), .box = new QWidget, .grid = new QGridLayout};
        auto *layout = new QVBoxLayout(section.box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::s);
        layout->addWidget(new SectionLabel(tr(group.title)));
        section.grid->setSpacing(space::m);
        layout->addLayout(section.grid);
        m_list->addWidget(section.box);
        m_sections.append(section);
    }
    m_nothing = new Label(tr("No template has these words."));
    m_nothing->setMuted(true);
    m_list->addWidget(m_nothing);
    m_list->addStretch();
    m_scroll->setWidget(page);
}

Card *TemplateGallery::makeCard(const models::SpecTemplate &spec)
{
    auto *card = new Card;
    card->setObjectName(u"template-"_s + spec.id);
    card->setAccessibleName(spec.title);
    card->setAccessibleDescription(spec.description);
    card->setActivatable(true);
    auto *title = new Label(spec.title, TextRole::Strong);
    title->setWordWrap(true);
    auto *kind = new Label(spec.kind, TextRole::Caption);
    kind->setTone(models::Tone::Busy);
    auto *description = new Label(spec.description);
    description->setMuted(true);
    description->setWordWrap(true);
    card->body()->setSpacing(space::xs);
    card->body()->addWidget(new TemplatePicture(models::shapeOf(spec.text)));
    card->body()->addSpacing(space::xs);
    card->body()->addWidget(kind);
    card->body()->addWidget(title);
    card->body()->addWidget(description);
    card->body()->addStretch();
    if (spec.group == "own"_L1)
        addOwnVerbs(card, spec);
    connect(card, &Card::activated, this, [this, id = spec.id] { emit chosen(id); });
    return card;
}

void TemplateGallery::addOwnVerbs(Card *card, const models::SpecTemplate &spec)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::xs);
    QPushButton *share = flatButton(tr("Export…"), u"exportTemplate"_s);
    QPushButton *remove = flatButton(tr("Delete…"), u"deleteTemplate"_s);
    connect(share, &QPushButton::clicked, this, [this, spec] { exportFile(spec); });
    connect(remove, &QPushButton::clicked, this, [this, spec] { askToDelete(spec); });
    row->addWidget(share);
    row->addWidget(remove);
    row->addStretch();
    card->body()->addLayout(row);
}

void TemplateGallery::reload()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        entry.card->hide();
        entry.card->deleteLater(); // it may be a button of this card that was clicked
    }
    m_entries.clear();
    for (const models::SpecTemplate &spec : m_own.all() + models::specTemplates()) {
        const auto group = std::ranges::find(groups, spec.group.toStdString(), &Group::id);
        const QString purpose = group == groups.end() ? QString() : tr(group->title);
        const QString words = QStringList {spec.title, spec.kind, spec.description, purpose}.join(u' ').toCaseFolded();
        m_entries.append({.spec = spec, .words = words, .card = makeCard(spec)});
    }
    arrange();
}

void TemplateGallery::arrange()
{
    const int columns = std::max(1, m_scroll->viewport()->width() / cardWidth);
    bool any = false;
    for (const Section &section : std::as_const(m_sections)) {
        int shown = 0;
        for (const Entry &entry : std::as_const(m_entries)) {
            if (entry.spec.group != section.group)
                continue;
            const bool fits = matches(entry.words, m_search->text());
            section.grid->removeWidget(entry.card);
            if (fits) {
                section.grid->addWidget(entry.card, shown / columns, shown % columns);
                ++shown;
            }
            entry.card->setVisible(fits);
        }
        for (int column = 0; column < std::max(columns, m_columns); ++column)
            section.grid->setColumnStretch(column, column < columns ? 1 : 0);
        section.box->setVisible(shown > 0);
        any = any || shown > 0;
    }
    m_columns = columns;
    m_nothing->setVisible(!any);
}

bool TemplateGallery::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && std::max(1, m_scroll->viewport()->width() / cardWidth) != m_columns)
        arrange();
    return QWidget::eventFilter(watched, event);
}

void TemplateGallery::showEvent(QShowEvent *event)
{
    if (m_entries.isEmpty())
        reload();
    m_save->setVisible(bool(m_currentText));
    m_save->setEnabled(m_currentText && !m_currentText().trimmed().isEmpty());
    QWidget::showEvent(event);
}

QString TemplateGallery::textOf(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, [](const Entry &entry) { return entry.spec.id; });
    return found == m_entries.end() ? QString() : found->spec.text;
}

void TemplateGallery::setCurrentText(std::function<QString()> text) { m_currentText = std::move(text); }

void TemplateGallery::chooseFirst()
{
    for (const Section &section : std::as_const(m_sections)) {
        for (const Entry &entry : std::as_const(m_entries)) {
            if (entry.spec.group == section.group && matches(entry.words, m_search->text())) {
                emit chosen(entry.spec.id);
                return;
            }
        }
    }
}

void TemplateGallery::save()
{
    const auto saved = m_own.save(m_name->text(), m_currentText ? m_currentText() : QString());
    if (!saved) {
        m_notice->showProblem(saved.error());
        return;
    }
    m_name->clear();
    m_saveRow->hide();
    m_search->clear();
    reload();
    m_scroll->verticalScrollBar()->setValue(0);
    m_notice->showDone(tr("Saved among your templates."), {});
}

void TemplateGallery::importFile()
{
    auto *dialog = new QFileDialog(this, tr("Import a template"), {}, tr("YAML (*.yaml *.yml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto imported = m_own.import(file);
        if (!imported)
            m_notice->showProblem(imported.error());
        else
            reload();
    });
    dialog->open();
}

void TemplateGallery::exportFile(const models::SpecTemplate &spec)
{
    auto *dialog = new QFileDialog(this, tr("Export %1").arg(spec.title), spec.id.section(u'/', -1) + u".yaml"_s,
                                   tr("YAML (*.yaml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"yaml"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = spec.id](const QString &file) {
        if (const auto written = m_own.exportTo(id, file); !written)
            m_notice->showProblem(written.error());
        else
            m_notice->showDone(tr("Written to %1.").arg(file), {});
    });
    dialog->open();
}

void TemplateGallery::askToDelete(const models::SpecTemplate &spec)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Delete a template"),
                                     tr("Delete the template “%1”?").arg(spec.title), QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *yes = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, id = spec.id] {
        if (const auto removed = m_own.remove(id); !removed)
            m_notice->showProblem(removed.error());
        reload();
    });
    question->open();
}

} // namespace views
