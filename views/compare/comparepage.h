// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/resourcetype.h"

#include <QWidget>

#include <memory>

class QMenu;

namespace models {
class RunComparison;
}

namespace views {

/// Jobs side by side: curves over each other, final values with the best marked, parameters that differ. Owns the
/// comparison.
class ComparePage : public QWidget
{
    Q_OBJECT
public:
    explicit ComparePage(std::unique_ptr<models::RunComparison> comparison, QWidget *parent = nullptr);
    ~ComparePage() override;

    models::RunComparison &comparison();
    QList<k8s::ObjectRef> jobs() const;
    /// Jobs that may be added; asked when the menu opens.
    void setCandidates(std::function<QList<k8s::ObjectRef>()> candidates);

signals:
    void backRequested();
    void jobActivated(const k8s::ObjectRef &job);
    /// Show these jobs instead.
    void jobsChosen(const QList<k8s::ObjectRef> &jobs);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
