// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rules/ruleeditor.h"

#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace views {

using namespace Qt::StringLiterals;

namespace {

QToolButton *makeChoice(const QString &text, QButtonGroup *group, QBoxLayout *row)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    group->addButton(button);
    row->addWidget(button);
    return button;
}

} // namespace

RuleEditor::RuleEditor(QWidget *parent)
    : QWidget(parent)
    , m_name(makeEdit(tr("Name of the curve"), tr("val_gap")))
    , m_pattern(makeEdit(tr("Pattern"), {}))
    , m_help(new Label({}, TextRole::Caption))
    , m_hint(new Label({}, TextRole::Caption))
    , m_example(makeEdit(tr("Example"), tr("A line of the log")))
    , m_exampleReads(new Label({}, TextRole::Caption))
    , m_on(new QCheckBox(tr("In use")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(space::s);
    form->addRow(tr("Name of the curve"), m_name);
    addKind(form);
    addPattern(form);
    addGroups(form);
    addExample(form);
    form->addRow(m_on);
    column->addLayout(form);
    addButtons(column);
    column->addStretch();
    connect(m_on, &QCheckBox::toggled, this, [this] {
        if (!m_filling)
            emit edited();
    });
    setRule({}, true);
}

QLineEdit *RuleEditor::makeEdit(const QString &name, const QString &placeholder)
{
    auto *edit = new QLineEdit;
    edit->setAccessibleName(name);
    edit->setPlaceholderText(placeholder);
    connect(edit, &QLineEdit::textEdited, this, &RuleEditor::edited);
    return edit;
}

void RuleEditor::addKind(QFormLayout *form)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::xs);
    auto *kinds = new QButtonGroup(this);
    m_text = makeChoice(tr("Text"), kinds, row);
    m_expression = makeChoice(tr("Expression"), kinds, row);
    row->addStretch();
    form->addRow(tr("What the line says"), row);
    connect(m_expression, &QToolButton::toggled, this, [this] {
        chooseKind();
        if (!m_filling)
            emit edited();
    });
}

void RuleEditor::addPattern(QFormLayout *form)
{
    m_pattern->setFont(views::font(TextRole::Mono));
    m_help->setMuted(true);
    m_hint->setObjectName("hint"_L1);
    for (Label *label : {m_help, m_hint})
        label->setWordWrap(true);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::xs);
    column->addWidget(m_pattern);
    column->addWidget(m_hint);
    column->addWidget(m_help);
    form->addRow(column);
}

void RuleEditor::addGroups(QFormLayout *form)
{
    m_groupBox = new QWidget;
    auto *rows = new QFormLayout(m_groupBox);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setVerticalSpacing(space::xs);
    const QStringList names {tr("Value"), tr("Step"), tr("Epoch")};
    for (size_t i = 0; i < m_groups.size(); ++i) {
        m_groups[i] = new QComboBox;
        m_groups[i]->setAccessibleName(tr("Group of: %1").arg(names[qsizetype(i)]));
        rows->addRow(names[qsizetype(i)], m_groups[i]);
        connect(m_groups[i], &QComboBox::activated, this, &RuleEditor::edited);
    }
    form->addRow(m_groupBox);
}

void RuleEditor::addExample(QFormLayout *form)
{
    m_example->setFont(views::font(TextRole::Mono));
    m_exampleReads->setWordWrap(true);
    m_exampleReads->setObjectName("exampleReads"_L1);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::xs);
    column->addWidget(m_example);
    column->addWidget(m_exampleReads);
    form->addRow(tr("Example"), column);
}

void RuleEditor::addButtons(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_save = new QPushButton(tr("Save"), this);
    setButtonRole(m_save, ButtonRole::Primary);
    m_save->setShortcut(QKeySequence::Save);
    m_save->setToolTip(m_save->shortcut().toString(QKeySequence::NativeText));
    m_delete = new QPushButton(icon(u"trash"_s), tr("Delete"), this);
    setButtonRole(m_delete, ButtonRole::Flat);
    row->addWidget(m_save);
    row->addWidget(m_delete);
    row->addStretch();
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &RuleEditor::saveRequested);
    connect(m_delete, &QPushButton::clicked, this, &RuleEditor::deleteRequested);
}

void RuleEditor::chooseKind()
{
    const bool expression = m_expression->isChecked();
    m_groupBox->setVisible(expression);
    m_pattern->setPlaceholderText(expression ? u"gap=(?<value>\\S+) at (?<step>\\d+)"_s
                                             : tr("gap to teacher: {value} at {step}"));
    m_help->setText(expression
                        ? tr("PCRE2. Groups named value, step and epoch are taken for these, or choose below.")
                        : tr("{value}, {step} and {epoch} stand for numbers. Without {value} it is the first number "
                             "behind the text."));
}

void RuleEditor::setRule(const models::OwnRule &rule, bool isNew)
{
    m_filling = true;
    m_name->setText(rule.name);
    (rule.expression ? m_expression : m_text)->setChecked(true);
    m_pattern->setText(rule.pattern);
    fillGroups(models::groupsOf(rule.pattern), {rule.valueGroup, rule.stepGroup, rule.epochGroup});
    m_example->setText(rule.example);
    for (QLineEdit *edit : {m_pattern, m_example})
        edit->setCursorPosition(0); // its beginning is in sight
    m_on->setChecked(rule.on);
    m_delete->setVisible(!isNew);
    chooseKind();
    m_filling = false;
}

std::array<QString, 3> RuleEditor::chosenGroups() const
{
    std::array<QString, 3> chosen;
    std::ranges::transform(m_groups, chosen.begin(),
                           [](const QComboBox *box) { return box->currentData().toString(); });
    return chosen;
}

models::OwnRule RuleEditor::rule() const
{
    models::OwnRule rule {.name = m_name->text(),
                          .expression = m_expression->isChecked(),
                          .pattern = m_pattern->text(),
                          .valueGroup = {},
                          .stepGroup = {},
                          .epochGroup = {},
                          .example = m_example->text(),
                          .on = m_on->isChecked()};
    if (rule.expression) {
        const auto [value, step, epoch] = chosenGroups();
        rule.valueGroup = value;
        rule.stepGroup = step;
        rule.epochGroup = epoch;
    }
    return rule;
}

void RuleEditor::setExample(const QString &line)
{
    m_example->setText(line);
    m_example->setCursorPosition(0);
    emit edited();
}

/// The groups that there are, and those that are chosen for value, step and epoch.
void RuleEditor::fillGroups(const QStringList &groups, const std::array<QString, 3> &choices)
{
    m_known = groups;
    for (size_t i = 0; i < m_groups.size(); ++i) {
        QComboBox *box = m_groups[i];
        const QString &chosen = choices[i];
        box->clear();
        box->addItem(tr("by its name"), QString());
        for (const QString &group : groups)
            box->addItem(group, group);
        if (!chosen.isEmpty() && box->findData(chosen) < 0)
            box->addItem(chosen, chosen); // typed anew it may be there again; until then the hint names it
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    }
}

void RuleEditor::showPreview(const models::RulePreview &preview, const models::RulePreview &ofExample)
{
    if (!preview.groups.isEmpty() && preview.groups != m_known)
        fillGroups(preview.groups, chosenGroups());
    const bool begun = !m_pattern->text().isEmpty() || !m_name->text().isEmpty();
    QString hint = preview.hint && begun ? preview.hint->sentence : QString();
    models::Tone tone = models::Tone::Bad;
    if (hint.isEmpty() && preview.stopped > 0) {
        hint = tr("This expression takes too long on %n line(s): they are left out. Avoid repetitions inside "
                  "repetitions.",
                  nullptr, int(preview.stopped));
        tone = models::Tone::Warning;
    } else if (hint.isEmpty() && preview.points.isEmpty() && !preview.notNumber.isEmpty()) {
        hint = tr("The value is no number: “%1”.").arg(preview.notNumber);
        tone = models::Tone::Warning;
    }
    m_hint->setTone(tone);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_save->setEnabled(!preview.hint);
    const bool tried = !ofExample.hint && !m_example->text().isEmpty();
    m_exampleReads->setVisible(tried);
    if (!tried)
        return;
    const bool fits = !ofExample.points.isEmpty();
    m_exampleReads->setTone(fits ? models::Tone::Good : models::Tone::Warning);
    if (!fits)
        return m_exampleReads->setText(tr("The rule reads nothing from this line."));
    const models::PreviewPoint &point = ofExample.points.first();
    QStringList parts {tr("Reads %1").arg(models::numberText(point.value))};
    if (point.step)
        parts.append(tr("step %1").arg(models::numberText(*point.step)));
    if (point.epoch)
        parts.append(tr("epoch %1").arg(models::numberText(*point.epoch)));
    m_exampleReads->setText(parts.join(u", "_s));
}

} // namespace views
