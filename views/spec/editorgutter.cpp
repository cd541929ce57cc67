// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/editorgutter.h"

#include "views/spec/yamleditor.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace views {

EditorGutter::EditorGutter(YamlEditor &editor)
    : QWidget(&editor)
    , m_editor(editor)
{
}

QSize EditorGutter::sizeHint() const { return {m_editor.gutterWidth(), 0}; }

void EditorGutter::paintEvent(QPaintEvent *event) { m_editor.paintGutter(event); }

void EditorGutter::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_editor.clickGutter(event->position().toPoint());
}

bool EditorGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = m_editor.marksAt(help->pos().y());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>")), this);
    return true;
}

} // namespace views
