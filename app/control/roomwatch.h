// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"
#include "models/spec/clusterroom.h"

#include <QObject>
#include <QTimer>

namespace models {
class NodeBoard;
}

namespace app {

/// Keeps what the cluster has left for new pods: of its nodes as the board knows them, of the quotas of the namespace
/// and, in the sandbox, the images. Knows no widget; one per connection. Lives in the GUI thread.
class RoomWatch : public QObject
{
    Q_OBJECT
public:
    /// `imagesMatter`: the nodes are not to fetch images that they lack. Both must outlive this.
    RoomWatch(models::NodeBoard &board, k8s::ApiClient &client, bool imagesMatter, QObject *parent = nullptr);

    /// Where jobs are launched into; its quotas are asked for while somebody writes a job.
    void setNamespace(const QString &ns);
    /// Whether somebody writes a job. Then pods are followed, from the first time on, and quotas asked for when pods
    /// come or go.
    void setWatched(bool watched);
    /// Asks for quotas and images anew.
    void refresh();

    const models::ClusterRoom &room() const { return m_room; }

signals:
    void changed();

private:
    void askForQuotas();
    void askForImages();
    void takeBoard();
    void take(const models::ClusterRoom &room);

    models::NodeBoard &m_board;
    k8s::ApiClient &m_client;
    const bool m_imagesMatter;
    QString m_namespace;
    models::ClusterRoom m_room;
    bool m_watched = false;
    QTimer m_quotaPause; // while it runs the quotas are new enough
    bool m_quotaStale = false; // pods came or went meanwhile
};

} // namespace app
