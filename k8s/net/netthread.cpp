// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/net/netthread.h"

#include "k8s/net/curlengine.h"
#include "k8s/net/curltransfer.h"
#include "k8s/net/netloop.h"

#include <future>

namespace k8s {

QByteArray TransferHead::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

QByteArrayList TransferHead::all(QByteArrayView lowerCaseName) const
{
    QByteArrayList values;
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            values += value;
    }
    return values;
}

NetThread::NetThread()
{
    m_loop = std::make_shared<NetLoop>();
    m_loop->run();
}

NetThread::~NetThread() { m_loop->stop(); }

TransferHandle NetThread::start(Request request, TransferCallbacks callbacks)
{
    auto transfer = std::make_shared<CurlTransfer>(m_loop, std::move(request), std::move(callbacks));
    m_loop->post([loop = m_loop.get(), transfer] { loop->engine().add(transfer); });
    return TransferHandle(transfer);
}

void NetThread::post(std::function<void()> function) { m_loop->post(std::move(function)); }

void NetThread::runAndWait(const std::function<void()> &function)
{
    if (isCurrent()) {
        function();
        return;
    }
    // Breaks, and so ends the wait, if the thread stops before its turn.
    const auto done = std::make_shared<std::promise<void>>();
    const auto future = done->get_future();
    m_loop->post(
        [function, finish = std::shared_ptr<void>(nullptr, [done](void *) { done->set_value(); })] { function(); });
    future.wait();
}

NetThread::TimerId NetThread::after(std::chrono::milliseconds delay, std::function<void()> function)
{
    return m_loop->after(delay, std::move(function));
}

void NetThread::cancelTimer(TimerId timer) { m_loop->cancelTimer(timer); }

bool NetThread::isCurrent() const { return m_loop->isCurrent(); }

qint64 NetThread::now() { return NetLoop::now(); }

} // namespace k8s
