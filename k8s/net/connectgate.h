// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace k8s {

class CurlTransfer;

/// Lets the first request to a server connect before the others start, so that they share its connection instead of
/// opening one each. curl's own way (CURLOPT_PIPEWAIT) makes them wait for the first *answer* if the server turns out
/// to speak HTTP/1.1, which for a watch is for ever. Net thread only.
class ConnectGate
{
public:
    using Transfers = std::vector<std::shared_ptr<CurlTransfer>>;

    /// May it start now? If not, it comes out of connected() or ended() of another one.
    bool admit(const std::shared_ptr<CurlTransfer> &transfer);
    void admitAnyway(const CurlTransfer &transfer); ///< it came out of the gate
    /// It has a connection. Returns those that may start now.
    Transfers connected(const CurlTransfer &transfer);
    /// It is over, with or without a connection. Returns those that may start now.
    Transfers ended(const CurlTransfer &transfer);

private:
    struct Server
    {
        int connecting = 0;
        int connected = 0;
        Transfers waiting;
    };

    std::map<QByteArray, Server> m_servers;
    std::unordered_map<const CurlTransfer *, bool> m_admitted; ///< is it connected?
};

} // namespace k8s
