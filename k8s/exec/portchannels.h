// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <string_view>

namespace k8s {

/// Takes the messages of a forwarded port apart: channel 0 carries what the pod sends, channel 1 why the port cannot be
/// had; each begins with the port's number in two bytes. Pure; one thread at a time. Source:
/// k8s.io/kubelet/pkg/cri/streaming/portforward/websocket.go (v4.channel.k8s.io).
class PortChannels
{
public:
    explicit PortChannels(qint64 mostBytes)
        : m_mostBytes(mostBytes)
    {
    }

    /// A piece of a message; `begins`: its first one. False: there is more than may be.
    bool take(std::string_view piece, bool begins);

    bool isOpen() const { return m_numberLeft[Data] == 0; } ///< the server has named the port: it may be written to
    const QByteArray &data() const { return m_data; }
    const QByteArray &errors() const { return m_errors; } ///< the first 4 KiB

private:
    enum Channel : unsigned char
    {
        Data = 0,
        Errors = 1
    };

    const qint64 m_mostBytes;
    std::array<qsizetype, 2> m_numberLeft {2, 2}; // bytes of the port's number that have not come yet
    QByteArray m_data, m_errors;
    unsigned char m_channel = Errors + 1;
};

} // namespace k8s
