// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <memory>

namespace tests {

struct ServerTls;

/// A certificate authority that exists for one test, and what it signed. PEM throughout.
class TestAuthority
{
public:
    TestAuthority();
    ~TestAuthority();
    TestAuthority(const TestAuthority &) = delete;
    TestAuthority &operator=(const TestAuthority &) = delete;

    struct Pair
    {
        QByteArray certificate, key;
    };

    QByteArray certificatePem() const;
    Pair serverPair(const ServerTls &tls) const;
    Pair clientPair(const QByteArray &commonName, const QByteArray &organization = {}) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tests
