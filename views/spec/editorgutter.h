// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace views {

class YamlEditor;

/// The strip left of the text: line numbers and marks. The editor paints it.
class EditorGutter : public QWidget
{
    Q_OBJECT
public:
    explicit EditorGutter(YamlEditor &editor);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    YamlEditor &m_editor;
};

} // namespace views
