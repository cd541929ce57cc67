// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/resourcetype.h"

#include <QWidget>

class QTimer;

namespace models {
class JobTable;
class ResourceTable;
}

namespace views {

class FiveFaces;
class Label;
class StripCard;
class TableView;

/// The answer to "is everything all right?": what runs and learns, what failed and why, what waits and for what, and
/// the nodes. The tables must outlive it.
class OverviewPage : public QWidget
{
    Q_OBJECT
public:
    OverviewPage(models::JobTable &jobs, models::ResourceTable &nodes, QWidget *parent = nullptr);

    void setSampleOffered(bool offered);

signals:
    void jobActivated(const k8s::ObjectRef &job);
    void newJobRequested();
    void launchSampleRequested();

private:
    QWidget *head();
    QWidget *content();
    QWidget *nodeCard();
    void fitNodes();
    void refresh();

    models::JobTable &m_jobs;
    models::ResourceTable &m_nodes;
    QTimer *m_soon;
    Label *m_sentence;
    StripCard *m_running;
    StripCard *m_failed;
    StripCard *m_waiting;
    StripCard *m_finished;
    TableView *m_nodeView = nullptr;
    FiveFaces *m_faces = nullptr;
    bool m_sampleOffered = false;
};

} // namespace views
