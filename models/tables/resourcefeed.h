// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/watch/watchsink.h"
#include "models/kinds/kinddescriptor.h"
#include "models/tables/mailbox.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace k8s {
class ApiClient;
class Reflector;
struct WatchTarget;
}

namespace models {

/// One object as a row: what never changes about it, and its cells.
struct Row
{
    QString uid;
    QString ns;
    QString name;
    QList<Cell> cells;
    const KindDescriptor *kind = nullptr; ///< null for generic kinds
    k8s::ResourceType type;
};

/// Feeds one collection of the cluster into the GUI thread: cells are projected where the bytes arrive (net thread),
/// the latest per uid waits in a mailbox, and a signal brings at most one batch per frame. Lives in the GUI thread.
class ResourceFeed : public QObject
{
    Q_OBJECT
public:
    using Accept = std::function<bool(const k8s::JsonView &)>;

    ResourceFeed(k8s::ResourceType type, TableColumns columns, const KindDescriptor *kind = nullptr,
                 QObject *parent = nullptr);
    ~ResourceFeed() override;

    /// Objects for which this says no are not rows. Runs on the net thread; set it before start().
    void setAccept(Accept accept);
    /// Begin to follow; an empty ns means all namespaces. The client must outlive the feed or stop() must come first.
    void start(k8s::ApiClient &client, const QString &ns, const QString &labelSelector = {},
               const QString &fieldSelector = {});
    void stop();
    void retryNow();

    /// Where a reflector (or a test) puts objects; callable from any one thread at a time.
    std::shared_ptr<k8s::WatchSink> sink() const;
    const k8s::ResourceType &type() const { return m_type; }
    const KindDescriptor *kind() const { return m_kind; }

signals:
    /// At most once per frame, at most `sliceSize` rows at a time so that no batch holds the window up.
    void batch(const QList<models::Row> &upserts, const QStringList &removedUids);
    /// After the batch that it belongs to.
    void stateChanged(k8s::WatchState state, const k8s::Error &error);

private:
    k8s::ResourceType m_type;
    const KindDescriptor *m_kind;
    std::shared_ptr<Accept> m_accept; // shared with the mailbox, which the net thread may hold longer than we live
    std::shared_ptr<Mailbox<Row>> m_mailbox;
    std::unique_ptr<k8s::Reflector> m_reflector;
};

} // namespace models
