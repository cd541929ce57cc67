// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"
#include "k8s/core/resourcetype.h"
#include "models/core/problem.h"
#include "models/spec/livedifference.h"

#include <QWidget>

#include <memory>

namespace models {
struct ClusterRoom;
class SpecDocument;
}

namespace views {

/// The spec studio: templates, YAML editor with diagnostics at their lines, what will be created, dry run and launch.
/// Nothing that was typed is lost by anything that happens here. The document must outlive the page.
class LaunchPage : public QWidget
{
    Q_OBJECT
public:
    explicit LaunchPage(models::SpecDocument &document, QWidget *parent = nullptr);
    ~LaunchPage() override;

    QString text() const;
    /// Replaces the text in one undo step.
    void setText(const QString &yaml);

    /// Where Launch sends to, shown on the button: "sandbox/team-a". An empty context means: not connected; both
    /// verbs are off then.
    void setTarget(const QString &context, const QString &ns);
    /// Launch is shown but not offered (read-only shield); a dry run stays possible.
    void setReadOnly(bool readOnly);
    /// What the cluster has left, for preview and form.
    void setRoom(const models::ClusterRoom &room);

    /// While a dry run or launch is on its way; an empty sentence ends it.
    void setBusy(const QString &sentence);
    /// "The server would take it." and the like.
    void showDone(const QString &sentence);
    void showApplied(int objects);
    /// A created job with a link to it; emits jobActivated() when followed.
    void showLaunched(const k8s::ObjectRef &job);
    /// A refusal: at its lines, in the list and in a sentence above the editor. See SpecDocument::setServerError.
    void showError(const k8s::Error &error, int document);
    void showProblem(const models::Problem &problem);
    /// What the text would change, in place of the editor until the user goes back.
    void showComparison(const QList<models::LiveDifference> &differences);
    /// Others manage fields that the text would change ("kubectl: .spec.replicas"): offers to take them over.
    void showConflict(const QStringList &owners);
    /// The sandbox can be tried from here.
    void setSandboxOffered(bool offered);
    /// Nothing was tried: offers to start the sandbox.
    void showSandboxDown();
    /// A job of the sandbox with a link to it; emits sandboxJobActivated() when followed.
    void showTried(const k8s::ObjectRef &job);
    /// Reads a YAML file of at most 4 MiB into the editor; a problem is shown here.
    void openFile(const QString &file);

signals:
    void dryRunRequested(const QString &yaml);
    void launchRequested(const QString &yaml);
    void compareRequested(const QString &yaml);
    void applyRequested(const QString &yaml, bool force);
    void sandboxRequested(const QString &yaml);
    void sandboxStartRequested();
    void sandboxJobActivated(const k8s::ObjectRef &job);
    void cancelRequested();
    void jobActivated(const k8s::ObjectRef &job);
    /// 400 ms after the last change: for whoever keeps it over a crash.
    void textEdited(const QString &yaml);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
