// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scriptedserver.h"

#include <QCryptographicHash>

/// What an API server sends over a WebSocket of the channel protocol, byte by byte.
namespace tests::channels {

/// A frame as servers send it, without a mask (RFC 6455, 5.2).
inline QByteArray frame(const QByteArray &payload, int opcode = 2, bool last = true)
{
    QByteArray bytes(1, char((last ? 0x80 : 0) | opcode));
    if (payload.size() < 126) {
        bytes.append(char(payload.size()));
    } else if (payload.size() < 65536) {
        bytes.append(char(126)).append(char(payload.size() >> 8)).append(char(payload.size() & 0xff));
    } else {
        bytes.append(char(127));
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes.append(char((quint64(payload.size()) >> shift) & 0xff));
    }
    return bytes + payload;
}

/// The payload of a short frame as clients send it, under a mask (RFC 6455, 5.3); empty if it is none.
inline QByteArray unmasked(const QByteArray &bytes)
{
    constexpr qsizetype head = 6;
    if (bytes.size() < head || !(bytes[1] & 0x80) || (bytes[1] & 0x7f) > 125)
        return {};
    QByteArray payload = bytes.sliced(head);
    for (qsizetype i = 0; i < payload.size(); ++i)
        payload[i] = char(payload[i] ^ bytes[2 + i % 4]);
    return payload;
}

inline QByteArray message(char channel, const QByteArray &bytes) { return frame(QByteArray(1, channel) + bytes); }
inline QByteArray success() { return message(3, R"({"metadata":{},"status":"Success"})"); }
inline QByteArray failure(int exitCode)
{
    return message(
        3,
        R"({"status":"Failure","reason":"NonZeroExitCode","details":{"causes":[{"reason":"ExitCode","message":")"
            + QByteArray::number(exitCode) + "\"}]}}");
}
inline QByteArray closing() { return frame(QByteArray("\x03\xe8", 2), 8); }

inline QByteArray switching(const Received &request, const QByteArray &protocol = "v5.channel.k8s.io")
{
    const QByteArray accept
        = QCryptographicHash::hash(request.header("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                   QCryptographicHash::Sha1)
              .toBase64();
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
        + accept + "\r\nSec-WebSocket-Protocol: " + protocol + "\r\n\r\n";
}

} // namespace tests::channels
