// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/reply.h"

#include <QTest>

#include <optional>

namespace tests {

/// Waits for the one answer of an asynchronous call:
///   Awaited<k8s::Response> answer;
///   client.get(path, {}, answer.reply());
///   QVERIFY(answer.wait());
///   QVERIFY(answer->has_value());
template <class T>
class Awaited
{
public:
    k8s::Reply<T> reply()
    {
        return {&m_receiver, [this](const k8s::Result<T> &result) { m_result = result; }};
    }
    bool wait(int milliseconds = 10000)
    {
        return QTest::qWaitFor([this] { return m_result.has_value(); }, milliseconds);
    }
    bool came() const { return m_result.has_value(); }
    const k8s::Result<T> &operator*() const { return *m_result; }
    const k8s::Result<T> *operator->() const { return &*m_result; }

private:
    QObject m_receiver;
    std::optional<k8s::Result<T>> m_result;
};

/// The answer to a call that is given a Reply: `auto answer = await<k8s::Response>([&](auto reply) { client.get(path,
/// {}, reply); });`
template <class T, class Call>
k8s::Result<T> await(Call call, int milliseconds = 10000)
{
    Awaited<T> awaited;
    call(awaited.reply());
    if (!awaited.wait(milliseconds))
        return std::unexpected(
            k8s::Error {.kind = k8s::Error::Kind::Timeout, .message = QStringLiteral("the test waited in vain")});
    return *awaited;
}

} // namespace tests
