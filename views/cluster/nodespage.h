// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace models {
class LocalDevices;
class NodeBoard;
class ResourceTable;
}

namespace views {

/// The nodes of a cluster: what they have, what is held of it, a map of their GPUs, who holds which and who holds one
/// and does not use it. Works from pods alone; with an exporter or Prometheus it shows how busy the devices are. The
/// models must outlive it.
class NodesPage : public QWidget
{
    Q_OBJECT
public:
    NodesPage(models::ResourceTable &nodes, models::NodeBoard &board, QWidget *parent = nullptr);
    ~NodesPage() override;

    /// GPUs of this machine, told as such below the cluster's; must outlive the page. Call once.
    void setLocalDevices(models::LocalDevices &devices);
    /// The address of a configured Prometheus, to be shown and changed; empty: none is.
    void setPrometheus(const QString &address);

signals:
    /// An http or https address; empty: find one in the cluster again.
    void prometheusChosen(const QString &address);
    void jobActivated(const QString &ns, const QString &job);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
