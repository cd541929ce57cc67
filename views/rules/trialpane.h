// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/rulepreview.h"

#include <QWidget>

class QPlainTextEdit;
class QTableView;

namespace views {

class Label;

/// Lines of a log with what a rule reads from them highlighted, and the points as a table.
class TrialPane : public QWidget
{
    Q_OBJECT
public:
    explicit TrialPane(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void showPreview(const models::RulePreview &preview);
    /// The newest lines are in sight: more may come without taking away what somebody reads.
    bool isAtEnd() const;

signals:
    /// A line was double-clicked: by its number among those that are shown.
    void lineChosen(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeLegend();
    QTableView *makeTable();
    void highlight();

    Label *m_title;
    Label *m_count;
    QPlainTextEdit *m_text;
    models::PreviewPoints m_points;
    QTableView *m_table;
    models::RulePreview m_preview;
};

} // namespace views
