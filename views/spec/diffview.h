// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/textdiff.h"

#include <QWidget>

#include <memory>

namespace views {

/// Two YAML texts side by side, their lines aligned, what differs coloured and signed (−, +, ~); both sides scroll
/// together. Text can be selected and copied without the gaps. F7 and Shift+F7 go through the changes. Read-only.
class DiffView : public QWidget
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);
    ~DiffView() override;

    /// What stands over the sides, e.g. "Live object" and "This text".
    void setTitles(const QString &left, const QString &right);
    void setDiff(const models::TextDiff &diff);
    /// Scrolls to a line (from 1) and marks it; what is out of range goes to the nearest line.
    void goToLeftLine(int line);
    void goToRightLine(int line);

public slots:
    void goToNextChange();
    void goToPreviousChange();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
