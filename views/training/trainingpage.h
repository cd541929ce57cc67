// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/resourcetype.h"
#include "models/core/problem.h"

#include <QWidget>

#include <memory>

namespace models {
class JobTable;
}

namespace views {

/// Every job of every framework: filter, state chips, table, verbs on the selection, the five faces.
class TrainingPage : public QWidget
{
    Q_OBJECT
public:
    explicit TrainingPage(models::JobTable &jobs, QWidget *parent = nullptr);
    ~TrainingPage() override;

    /// Verbs that change the cluster are shown but not offered (read-only shield).
    void setReadOnly(bool readOnly);
    /// Whether the empty page offers the sample (a sandbox is connected).
    void setSampleOffered(bool offered);
    /// An answer to a verb: shown inline above the selection bar until dismissed or the next verb.
    void showProblem(const models::Problem &problem);

signals:
    void jobActivated(const k8s::ObjectRef &job);
    void newJobRequested();
    void launchSampleRequested();
    /// After the inline confirmation.
    void deleteRequested(const QList<k8s::ObjectRef> &jobs);
    void suspendRequested(const QList<k8s::ObjectRef> &jobs, bool suspend);
    void compareRequested(const QList<k8s::ObjectRef> &jobs);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
