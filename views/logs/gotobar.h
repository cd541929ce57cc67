// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace views {

class Label;

/// The inline field of "go to": a line, a time, a time since the start. Escape closes it.
class GoToBar : public QWidget
{
    Q_OBJECT
public:
    explicit GoToBar(QWidget *parent = nullptr);

    void open();
    void close();
    /// Why what was typed leads nowhere; empty takes it away.
    void setHint(const QString &hint);

signals:
    void chosen(const QString &text);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_field;
    Label *m_hint;
};

} // namespace views
