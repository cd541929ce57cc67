// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/jobmetrics.h"
#include "models/metrics/podevents.h"

#include <QWidget>

#include <memory>

class QMenu;

namespace views {

/// All metrics of a job as a grid of charts on one x axis: pinned ones first, then loss and accuracy. One of them can
/// be shown alone. The metrics must outlive it.
class CurvesTab : public QWidget
{
    Q_OBJECT
public:
    explicit CurvesTab(models::JobMetrics &metrics, QWidget *parent = nullptr);
    ~CurvesTab() override;

    void setAxis(models::Axis axis);
    void setSmoothing(double weight);
    /// Marks what a log line gave, or the newest point before it, in every chart that has one, and scrolls to it.
    void showPoint(int source, qint64 line);
    /// Saves every chart that is shown, as ".png", ".svg" or ".csv"; returns how many could not be written.
    int saveAll(const QString &folder, const QString &suffix);
    /// Adds the curves of TensorBoard's event files, one file or a folder with its subfolders.
    void addEvents(const QString &path);
    /// For entries of the page's owner, after those of the tab.
    QMenu *exportMenu() const;
    /// Offers the event files of folders inside pods, which it then shows. `events` must outlive this; call once.
    void setPodEvents(models::PodEvents &events);
    /// Pods whose folders can be followed, with a name for people.
    void setPods(const QList<std::pair<QString, models::PodFolder>> &pods);
    /// Offers to write a rule for what the program does not read by itself.
    void offerRules();
    /// A sentence above the charts; empty: none.
    void setNotice(const QString &sentence);

signals:
    void lineActivated(int source, qint64 line);
    void rulesRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
