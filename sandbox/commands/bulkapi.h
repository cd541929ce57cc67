// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"

#include <functional>
#include <QByteArray>

namespace sandbox {

struct BulkRequest
{
    QByteArray method; ///< POST or DELETE
    QString path; ///< from the root of the API server, with its query
    QByteArray body; ///< JSON; may be empty
};

/// Sends many requests to the sandbox's API server, some at a time over kept connections. A thousand a second on two
/// cores.
class BulkApi
{
public:
    explicit BulkApi(const Layout &layout, int port);

    /// Sends \p requestAt(0…count-1). 404 on DELETE and 409 on POST count as done: it is as wanted. \p progress hears
    /// the count of finished ones.
    [[nodiscard]] Result<void> send(int count, const std::function<BulkRequest(int)> &requestAt,
                                    const std::function<void(int)> &progress) const;
    [[nodiscard]] Result<QByteArray> get(const QString &path) const;

private:
    QByteArray m_base;
    QByteArray m_authority;
    QByteArray m_token;
};

} // namespace sandbox
