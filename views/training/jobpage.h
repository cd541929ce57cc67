// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/resourcetype.h"
#include "models/core/problem.h"

#include <QWidget>

#include <memory>

namespace models {
class JobDetail;
class JobLogs;
class JobMetrics;
class JobResources;
class PodEvents;
}

namespace views {

/// One job: header with state and verbs, figures, and the tabs Summary, Logs, Curves, Events, YAML, of which all but
/// the first are made when they are first shown. Made per opened job; the models must outlive it.
class JobPage : public QWidget
{
    Q_OBJECT
public:
    enum class Tab
    {
        Summary,
        Logs,
        Curves,
        Resources, ///< only after setResources()
        Events,
        Yaml
    };

    JobPage(models::JobDetail &detail, models::JobLogs &logs, models::JobMetrics &metrics, QWidget *parent = nullptr);
    ~JobPage() override;

    /// Event files inside the job's pods; must outlive the page. Call once.
    void setPodEvents(models::PodEvents &events);
    /// Adds the tab "GPUs" ("Resources" for a job without any) and the card. The resources must outlive the page.
    void setResources(models::JobResources &resources);
    void setReadOnly(bool readOnly);
    void showProblem(const models::Problem &problem);
    void showTab(Tab tab);
    Tab tab() const;

signals:
    void rulesRequested();
    void backRequested();
    /// After the inline confirmation.
    void deleteRequested(const k8s::ObjectRef &job);
    void suspendRequested(const k8s::ObjectRef &job, bool suspend);
    /// Open the live object's text in the spec studio as a new job.
    void cloneRequested(const QString &yaml);
    void compareRequested(const k8s::ObjectRef &job);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
