// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/net/connectgate.h"

#include "k8s/net/curltransfer.h"

#include <utility>

namespace k8s {

bool ConnectGate::admit(const std::shared_ptr<CurlTransfer> &transfer)
{
    const QByteArray key = transfer->sharedServer();
    if (key.isEmpty())
        return true;
    Server &server = m_servers[key];
    if (server.connected == 0 && server.connecting > 0) {
        server.waiting.push_back(transfer);
        return false;
    }
    admitAnyway(*transfer);
    return true;
}

void ConnectGate::admitAnyway(const CurlTransfer &transfer)
{
    ++m_servers[transfer.sharedServer()].connecting;
    m_admitted[&transfer] = false;
}

ConnectGate::Transfers ConnectGate::connected(const CurlTransfer &transfer)
{
    const auto admitted = m_admitted.find(&transfer);
    if (admitted == m_admitted.end() || std::exchange(admitted->second, true))
        return {};
    Server &server = m_servers[transfer.sharedServer()];
    --server.connecting;
    ++server.connected;
    return std::exchange(server.waiting, {});
}

ConnectGate::Transfers ConnectGate::ended(const CurlTransfer &transfer)
{
    const auto admitted = m_admitted.find(&transfer);
    if (admitted == m_admitted.end())
        return {};
    const auto place = m_servers.find(transfer.sharedServer());
    Server &server = place->second;
    --(admitted->second ? server.connected : server.connecting);
    m_admitted.erase(admitted);
    // It failed to connect: let the others find out at the same time, not one after the other.
    Transfers released = server.connecting == 0 ? std::exchange(server.waiting, {}) : Transfers();
    if (server.connecting == 0 && server.connected == 0)
        m_servers.erase(place);
    return released;
}

} // namespace k8s
