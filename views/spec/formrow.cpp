// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/formrow.h"

#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 108;
constexpr qsizetype longValue = 20;

} // namespace

FormRow::FormRow(const models::FormField &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(new Label)
    , m_problemLabel(new Label({}, TextRole::Caption))
{
    setObjectName(u"field-"_s + field.path);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(space::s, 2, 0, 2);
    layout->setHorizontalSpacing(space::s);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(1, 1);
    m_label->setWordWrap(true);
    m_label->setMuted(true);
    m_label->setFixedWidth(labelWidth);
    m_problemLabel->setWordWrap(true);
    m_problemLabel->hide();
    layout->addWidget(m_label, 0, 0, Qt::AlignVCenter);
    layout->addWidget(m_problemLabel, 2, 0, 1, 2);
    showLabel();
}

void FormRow::setEditor(QWidget *editor, bool below)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    editor->setAccessibleName(m_field.label);
    m_label->setBuddy(editor);
    if (below)
        grid->addWidget(editor, 1, 0, 1, 2);
    else
        grid->addWidget(editor, 0, 1);
}

void FormRow::addBesideLabel(QWidget *widget)
{
    static_cast<QGridLayout *>(layout())->addWidget(widget, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
}

void FormRow::showLabel()
{
    m_label->setText(m_field.label);
    QString tip = m_field.path.section(u'#', 0, 0);
    if (m_field.value.size() > longValue)
        tip = m_field.value.left(1000) + u"\n\n"_s + tip; // wider than its editor
    if (!m_field.toolTip.isEmpty())
        tip += u"\n\n"_s + m_field.toolTip;
    if (!m_field.lockedBecause.isEmpty())
        tip = m_field.lockedBecause + u"\n\n"_s + tip;
    setToolTip(toolTipText(tip));
}

void FormRow::setField(const models::FormField &field)
{
    const bool same = field == m_field;
    m_field = field;
    if (!same)
        showLabel();
    show(false); // also then: what was typed may have been undone before it was ever checked
}

void FormRow::setProblem(const QString &sentence, bool warning)
{
    m_problem = sentence;
    m_warning = warning;
    showProblem();
}

void FormRow::setRefusal(const QString &sentence)
{
    m_refusal = sentence;
    showProblem();
}

QString FormRow::problem() const { return m_refusal.isEmpty() ? m_problem : m_refusal; }

void FormRow::showProblem()
{
    const QString sentence = problem();
    m_problemLabel->setText(sentence);
    m_problemLabel->setTone(m_refusal.isEmpty() && m_warning ? models::Tone::Warning : models::Tone::Bad);
    m_problemLabel->setVisible(!sentence.isEmpty());
}

void FormRow::setCurrent(bool current)
{
    if (std::exchange(m_current, current) != current)
        update();
}

void FormRow::setFreeGpus(int) { }

void FormRow::paintEvent(QPaintEvent *)
{
    if (!m_current)
        return;
    QPainter painter(this);
    painter.fillRect(QRect(0, 2, 3, height() - 4), tokens(palette()).accent);
}

void FormRow::send(models::FormEdit::Kind kind, const QString &value)
{
    setRefusal({});
    emit edited({.kind = kind, .path = m_field.path, .value = value});
}

void FormRow::watch(QWidget *part)
{
    part->installEventFilter(this);
    const auto children = part->findChildren<QWidget *>();
    for (QWidget *child : children)
        child->installEventFilter(this);
}

bool FormRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        emit entered();
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore(); // a page that is scrolled must not change what it passes
        return true;
    }
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    // One undo for form and text: the editors' own must not get the keys.
    auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if (!undo && !key->matches(QKeySequence::Redo))
        return QWidget::eventFilter(watched, event);
    key->accept();
    if (event->type() == QEvent::KeyPress)
        undo ? emit undoRequested() : emit redoRequested();
    return true;
}

} // namespace views
