// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"
#include "k8s/api/apiresource.h"

#include <QObject>

#include <memory>

namespace app {

/// Sends the documents of a YAML text to the cluster: a strict dry run of all, then one after the other. Knows no
/// widget; one per connection. GUI thread; parsing happens on the pool.
class LaunchController : public QObject
{
    Q_OBJECT
public:
    explicit LaunchController(k8s::ApiClient &client, QObject *parent = nullptr);
    ~LaunchController() override;

    /// For documents that name none; "default" if never called.
    void setNamespace(const QString &ns);
    /// What the cluster serves, from Discovery; asked for when it is missing or lacks the kind.
    void setResources(const QList<k8s::ApiResource> &resources);

    /// Asks the server whether it would take every document; changes nothing. What it cannot know before another
    /// document is made, a TrainJob with its runtime in the same text say, is left out and told in the warnings.
    void dryRun(const QString &yaml);
    /// Dry run, then create in the order of the text, ConfigMaps, Secrets, claims and runtimes first. What exists
    /// already is updated by server-side apply if it is no job; a job that exists is an error (Conflict). Where a
    /// webhook does not know yet what was made a moment ago, it is asked again for up to a minute.
    void launch(const QString &yaml);
    /// launch() of a file or resource, e.g. ":/examples/digits-ddp.yaml".
    void launchSample(const QString &file);
    /// What was created stays.
    void cancel();

    bool isBusy() const;

signals:
    void busyChanged(bool busy);
    /// "Creating PyTorchJob digits-ddp…"
    void progress(const QString &sentence);
    /// `documents` counts those that were asked about.
    void dryRunPassed(int documents, const QStringList &warnings);
    /// `job` is the last object of a job kind, else the last object; with its uid.
    void launched(const k8s::ObjectRef &job, const QStringList &warnings);
    /// `document` counts the documents of the text from 0; -1 if it concerns none of them.
    void failed(const k8s::Error &error, int document);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace app
