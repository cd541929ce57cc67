// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/roomwatch.h"

#include "models/gpu/nodeboard.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int quotaMilliseconds = 5000; // what a quota leaves changes with the pods

} // namespace

RoomWatch::RoomWatch(models::NodeBoard &board, k8s::ApiClient &client, bool imagesMatter, QObject *parent)
    : QObject(parent)
    , m_board(board)
    , m_client(client)
    , m_imagesMatter(imagesMatter)
{
    connect(&board, &models::NodeBoard::changed, this, &RoomWatch::takeBoard);
    m_quotaPause.setSingleShot(true);
    m_quotaPause.setInterval(quotaMilliseconds);
    connect(&m_quotaPause, &QTimer::timeout, this, [this] {
        if (m_watched && std::exchange(m_quotaStale, false))
            askForQuotas();
    });
}

void RoomWatch::setNamespace(const QString &ns)
{
    if (std::exchange(m_namespace, ns) == ns)
        return;
    models::ClusterRoom room = m_room;
    room.ns = ns;
    room.quotas.clear();
    take(room);
    if (m_watched)
        askForQuotas();
}

void RoomWatch::setWatched(bool watched)
{
    m_watched = watched;
    if (!watched)
        return;
    m_board.start();
    refresh();
}

void RoomWatch::refresh()
{
    askForQuotas();
    if (m_imagesMatter)
        askForImages();
}

/// Who may not see quotas or nodes is told nothing of them: the server has the last word anyway.
void RoomWatch::askForQuotas()
{
    m_quotaPause.start();
    m_quotaStale = false;
    if (m_namespace.isEmpty())
        return;
    m_client.get(u"/api/v1/namespaces/%1/resourcequotas"_s.arg(m_namespace), {},
                 {this, [this, ns = m_namespace](const k8s::Result<k8s::Response> &answer) {
                      models::ClusterRoom room = m_room;
                      room.quotas = answer ? models::quotasOf(answer->body) : QList<models::QuotaShare>();
                      if (ns == m_namespace)
                          take(room);
                  }});
}

void RoomWatch::askForImages()
{
    m_client.get(u"/api/v1/nodes"_s, {}, {this, [this](const k8s::Result<k8s::Response> &answer) {
                                              models::ClusterRoom room = m_room;
                                              if (answer)
                                                  room.images = models::imagesOf(answer->body);
                                              take(room);
                                          }});
}

void RoomWatch::takeBoard()
{
    if (!m_board.knowsPods() || m_board.nodes().isEmpty())
        return; // nothing is known, which is not nothing free
    models::ClusterRoom room = m_room;
    room.gpus = m_board.totals().free();
    room.allGpus = m_board.totals().all;
    room.cpu = room.memory = room.largestCpu = room.largestMemory = 0;
    for (const models::NodeUse &node : m_board.nodes()) {
        if (!node.schedulable)
            continue;
        const double cpu = std::max(0.0, node.cpu - node.cpuRequested),
                     memory = std::max(0.0, node.memory - node.memoryRequested);
        room.cpu += cpu;
        room.memory += memory;
        room.largestCpu = std::max(room.largestCpu, cpu);
        room.largestMemory = std::max(room.largestMemory, memory);
    }
    take(room);
    m_quotaStale = true;
    if (m_watched && !m_quotaPause.isActive())
        askForQuotas();
}

void RoomWatch::take(const models::ClusterRoom &room)
{
    if (std::exchange(m_room, room) != room)
        emit changed();
}

} // namespace app
