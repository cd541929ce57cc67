// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <QByteArray>

#include <optional>
#include <string_view>

namespace k8s {

/// Takes the messages of a v4 or v5 channel stream apart: the first byte of each names its channel (1 stdout, 2 stderr,
/// 3 the end as a metav1.Status, 255 closes one). Pure; one thread at a time.
class ExecChannels
{
public:
    explicit ExecChannels(qint64 mostBytes)
        : m_mostBytes(mostBytes)
    {
    }

    /// A piece of a message; `begins`: its first one. False: there is more than may be.
    bool take(std::string_view piece, bool begins);

    const QByteArray &output() const { return m_output; }
    const QByteArray &errors() const { return m_errors; }
    /// The exit code, or why there is none; nothing before the server told.
    std::optional<Result<int>> end() const;

private:
    enum Channel : unsigned char
    {
        Output = 1,
        Errors = 2,
        End = 3
    };

    const qint64 m_mostBytes;
    QByteArray m_output, m_errors, m_end;
    unsigned char m_channel = 0;
    bool m_ended = false;
};

} // namespace k8s
