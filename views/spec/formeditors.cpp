// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/formrow.h"
#include "views/spec/formtable.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace views {

using namespace Qt::StringLiterals;
using models::FormEdit;
using models::FormField;

namespace {

constexpr int narrowest = 56; // px
constexpr int unset = -1; ///< the value of a spin box that stands for nothing

class TextRow : public FormRow
{
public:
    explicit TextRow(const FormField &field, QWidget *parent)
        : FormRow(field, parent)
        , m_edit(new QLineEdit)
    {
        m_edit->setMinimumWidth(narrowest);
        setEditor(m_edit);
        watch(m_edit);
        if (field.write == FormField::Write::Words)
            m_edit->setFont(views::font(TextRole::Mono));
        connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
            // Empty is often half way to something else: it counts when the field is left.
            if (text.isEmpty() && shown().write != FormField::Write::Words)
                return;
            const QString before = std::exchange(m_sent, text);
            send(FormEdit::Kind::Set, text);
            if (wasRefused())
                m_sent = before;
        });
        connect(m_edit, &QLineEdit::editingFinished, this, [this] {
            if (!m_edit->text().isEmpty() || !shown().set || shown().value.isEmpty())
                return;
            m_sent.clear();
            send(shown().required ? FormEdit::Kind::Set : FormEdit::Kind::Clear);
        });
        show(true);
    }

protected:
    void show(bool whole) override
    {
        const FormField &field = shown();
        m_edit->setPlaceholderText(field.placeholder);
        m_edit->setReadOnly(!field.lockedBecause.isEmpty());
        m_edit->setEnabled(field.lockedBecause.isEmpty() || !field.value.isEmpty());
        const bool typing = m_edit->hasFocus() && !whole && isTheSame(field.value, m_sent);
        if (!typing && m_edit->text() != field.value)
            m_edit->setText(field.value);
        if (!m_edit->hasFocus())
            m_edit->setCursorPosition(0);
        m_sent = field.value;
    }

private:
    /// "a  b" and "a b" are one command line.
    bool isTheSame(const QString &left, const QString &right) const
    {
        if (left == right || shown().write != FormField::Write::Words)
            return left == right;
        QStringList one, other;
        return models::splitWords(left, one) && models::splitWords(right, other) && one == other;
    }

    QLineEdit *m_edit;
    QString m_sent; ///< what of the editor is in the text
};

QSpinBox *makeSpin(int minimum)
{
    auto *spin = new QSpinBox;
    spin->setRange(minimum, std::numeric_limits<int>::max());
    spin->setMinimumWidth(narrowest); // its own idea of it is room for the largest number there is
    spin->setAccelerated(true);
    spin->setFocusPolicy(Qt::StrongFocus);
    spin->setGroupSeparatorShown(false);
    return spin;
}

/// The value of a field as a spin box shows it.
int spinValue(const FormField &field, int otherwise)
{
    bool isNumber = false;
    const int value = field.value.toInt(&isNumber);
    return isNumber && value >= 0 ? value : otherwise;
}

class NumberRow : public FormRow
{
public:
    explicit NumberRow(const FormField &field, QWidget *parent)
        : FormRow(field, parent)
        , m_spin(makeSpin(unset))
    {
        setEditor(m_spin);
        watch(m_spin);
        connect(m_spin, &QSpinBox::valueChanged, this, [this](int value) {
            if (value == unset)
                send(FormEdit::Kind::Clear);
            else
                send(FormEdit::Kind::Set, QString::number(value));
        });
        show(true);
    }

protected:
    void show(bool) override
    {
        const QSignalBlocker quiet(m_spin);
        const FormField &field = shown();
        m_spin->setSpecialValueText(field.placeholder.isEmpty() ? u"–"_s : field.placeholder);
        m_spin->setEnabled(field.lockedBecause.isEmpty());
        if (const int value = spinValue(field, unset); m_spin->value() != value)
            m_spin->setValue(value);
    }

private:
    QSpinBox *m_spin;
};

class ChoiceRow : public FormRow
{
public:
    explicit ChoiceRow(const FormField &field, QWidget *parent)
        : FormRow(field, parent)
        , m_combo(new QComboBox)
    {
        m_combo->setFocusPolicy(Qt::StrongFocus);
        m_combo->setMinimumWidth(narrowest);
        m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        setEditor(m_combo);
        watch(m_combo);
        connect(m_combo, &QComboBox::activated, this, [this](int index) {
            const QString value = m_combo->itemData(index).toString();
            if (value != shown().value)
                send(value.isEmpty() ? FormEdit::Kind::Clear : FormEdit::Kind::Set, value);
        });
        show(true);
    }

protected:
    void show(bool) override
    {
        const FormField &field = shown();
        QStringList choices = field.choices;
        if (!field.value.isEmpty() && !choices.contains(field.value))
            choices.append(field.value);
        if (choices != m_choices) {
            m_choices = choices;
            m_combo->clear();
            m_combo->addItem(field.placeholder.isEmpty() ? u"–"_s : field.placeholder, QString());
            for (const QString &choice : std::as_const(choices))
                m_combo->addItem(choice, choice);
        }
        m_combo->setEnabled(field.lockedBecause.isEmpty());
        m_combo->setCurrentIndex(std::max(0, m_combo->findData(field.value)));
    }

private:
    QComboBox *m_combo;
    QStringList m_choices;
};

class FlagRow : public FormRow
{
public:
    explicit FlagRow(const FormField &field, QWidget *parent)
        : FormRow(field, parent)
        , m_box(new QCheckBox)
    {
        setEditor(m_box);
        watch(m_box);
        connect(m_box, &QCheckBox::clicked, this,
                [this](bool on) { send(FormEdit::Kind::Set, on ? u"true"_s : u"false"_s); });
        show(true);
    }

protected:
    void show(bool) override
    {
        m_box->setEnabled(shown().lockedBecause.isEmpty());
        m_box->setChecked(shown().value == "true"_L1);
    }

private:
    QCheckBox *m_box;
};

/// Short, where the name of the resource would be cut off; that one is in the tool tip.
QString vendorName(const QString &resource)
{
    static const QHash<QString, QString> known {
        {u"nvidia.com/gpu"_s, u"NVIDIA"_s},         {u"amd.com/gpu"_s, u"AMD"_s},
        {u"gpu.intel.com/i915"_s, u"Intel i915"_s}, {u"gpu.intel.com/xe"_s, u"Intel Xe"_s},
        {u"habana.ai/gaudi"_s, u"Gaudi"_s},         {u"google.com/tpu"_s, u"TPU"_s},
        {u"aws.amazon.com/neuron"_s, u"Neuron"_s}};
    const QString mig = u"nvidia.com/mig-"_s;
    return resource.startsWith(mig) ? u"MIG "_s + resource.sliced(mig.size()) : known.value(resource, resource);
}

class GpuRow : public FormRow
{
public:
    explicit GpuRow(const FormField &field, QWidget *parent)
        : FormRow(field, parent)
        , m_count(makeSpin(0))
        , m_vendor(new QComboBox)
        , m_free(new Label({}, TextRole::Caption))
    {
        auto *editor = new QWidget;
        auto *layout = new QHBoxLayout(editor);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::xs);
        layout->addWidget(m_count, 1);
        layout->addWidget(m_vendor, 2);
        layout->addWidget(m_free);
        m_vendor->setFocusPolicy(Qt::StrongFocus);
        m_vendor->setMinimumWidth(narrowest);
        m_vendor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_vendor->setAccessibleName(FormRow::tr("Vendor of the GPUs"));
        m_free->setMuted(true);
        m_free->hide();
        editor->setFocusProxy(m_count);
        setEditor(editor);
        watch(editor);
        m_count->setAccessibleName(field.label);
        connect(m_count, &QSpinBox::valueChanged, this,
                [this](int value) { send(FormEdit::Kind::Set, QString::number(value)); });
        connect(m_vendor, &QComboBox::activated, this, [this] {
            if (const QString vendor = m_vendor->currentData().toString(); vendor != shown().vendor)
                send(FormEdit::Kind::SetVendor, vendor);
        });
        show(true);
    }

    void setFreeGpus(int free) override
    {
        m_free->setVisible(free >= 0);
        m_free->setText(FormRow::tr("%1 free").arg(free));
    }

protected:
    void show(bool) override
    {
        const QSignalBlocker quiet(m_count);
        const FormField &field = shown();
        if (m_choices != field.choices) {
            m_choices = field.choices;
            m_vendor->clear();
            for (const QString &resource : field.choices) {
                m_vendor->addItem(vendorName(resource), resource);
                m_vendor->setItemData(m_vendor->count() - 1, resource, Qt::ToolTipRole);
            }
        }
        m_vendor->setCurrentIndex(m_vendor->findData(field.vendor));
        m_vendor->setToolTip(field.vendor);
        m_vendor->setEnabled(field.set && field.lockedBecause.isEmpty());
        m_count->setEnabled(field.lockedBecause.isEmpty());
        if (const int value = spinValue(field, 0); m_count->value() != value)
            m_count->setValue(value);
    }

private:
    QSpinBox *m_count;
    QComboBox *m_vendor;
    Label *m_free;
    QStringList m_choices;
};

/// One button for each part that can be added.
class PartsRow : public FormRow
{
public:
    explicit PartsRow(const FormField &field, QWidget *parent)
        : FormRow(field, parent)
        , m_editor(new QWidget)
        , m_layout(new QHBoxLayout(m_editor))
    {
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setSpacing(space::xs);
        m_layout->addStretch(1);
        setEditor(m_editor, true);
        show(true);
    }

protected:
    void show(bool) override
    {
        const FormField &field = shown();
        if (std::exchange(m_choices, field.choices) != field.choices) {
            qDeleteAll(m_editor->findChildren<QPushButton *>());
            for (const QString &choice : field.choices)
                m_layout->insertWidget(m_layout->count() - 1, makeButton(choice));
        }
        m_editor->setEnabled(field.lockedBecause.isEmpty());
        hideIfIdle();
    }
    void showProblem() override
    {
        FormRow::showProblem();
        hideIfIdle();
    }

private:
    void hideIfIdle()
    {
        if (m_choices.isEmpty() && problem().isEmpty())
            hide();
        else if (parentWidget()) // a row that has no place yet would be a window
            QWidget::show();
    }

    QPushButton *makeButton(const QString &part)
    {
        auto *button = new QPushButton(icon(u"plus"_s), part);
        setButtonRole(button, ButtonRole::Flat);
        button->setObjectName(u"add-"_s + part);
        button->setAccessibleName(FormRow::tr("Add %1").arg(part));
        button->setToolTip(FormRow::tr("Add %1 to the job, like the pods that it has.").arg(part));
        watch(button);
        connect(button, &QPushButton::clicked, this, [this, part] { send(FormEdit::Kind::AddPart, part); });
        return button;
    }

    QWidget *m_editor;
    QHBoxLayout *m_layout;
    QStringList m_choices;
};

} // namespace

FormRow *makeFormRow(const FormField &field, QWidget *parent)
{
    switch (field.kind) {
    case FormField::Kind::Number:
        return new NumberRow(field, parent);
    case FormField::Kind::Choice:
        return new ChoiceRow(field, parent);
    case FormField::Kind::Flag:
        return new FlagRow(field, parent);
    case FormField::Kind::Gpus:
        return new GpuRow(field, parent);
    case FormField::Kind::Table:
        return new FormTable(field, parent);
    case FormField::Kind::Parts:
        return new PartsRow(field, parent);
    case FormField::Kind::Text:
        break;
    }
    return new TextRow(field, parent);
}

} // namespace views
