// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logdocument.h"

#include <QWidget>

class QPlainTextEdit;

namespace views {

class ElidedLabel;

/// The strip below the log that opens one line up: the whole of it wrapped, JSON set out. Follows the current line
/// while it is open.
class LineDetailPane : public QWidget
{
    Q_OBJECT
public:
    explicit LineDetailPane(QWidget *parent = nullptr);

    void showLine(const models::LogDocument &document, const models::LogLine &line);
    QString text() const;
    QSize sizeHint() const override;

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyFont();

    ElidedLabel *m_title;
    QPlainTextEdit *m_text;
};

} // namespace views
