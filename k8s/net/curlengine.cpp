// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/net/curlengine.h"

#include "k8s/net/curlerror.h"
#include "k8s/net/curltransfer.h"
#include "k8s/net/netloop.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

Q_LOGGING_CATEGORY(lcNet, "pilothouse.k8s.net", QtInfoMsg)

// Many streams on one connection cost more CPU each (0.08 ms per wake-up at 64); servers allow 100 at most.
constexpr long streamsPerConnection = 32;
constexpr long keptConnections = 64;

}

CurlEngine::CurlEngine(NetLoop &loop)
    : m_loop(loop)
{
    static const CURLcode initialized = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(initialized)
    begin();
}

CurlEngine::~CurlEngine()
{
    for (const auto &[easy, transfer] : m_transfers)
        curl_multi_remove_handle(m_multi, easy);
    const auto dropped = std::exchange(m_transfers, {});
    for (const auto &[easy, transfer] : dropped)
        transfer->close();
    end();
}

void CurlEngine::begin()
{
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlEngine::socketChanged);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlEngine::timerChanged);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
    curl_multi_setopt(m_multi, CURLMOPT_MAX_CONCURRENT_STREAMS, streamsPerConnection);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, keptConnections);
}

void CurlEngine::end()
{
    curl_multi_cleanup(m_multi); // still tells about its sockets
    m_multi = nullptr;
    m_deadline = LLONG_MAX;
}

void CurlEngine::add(const std::shared_ptr<CurlTransfer> &transfer)
{
    m_loop.assertCurrent();
    if (m_gate.admit(transfer))
        start(transfer);
}

void CurlEngine::start(const std::shared_ptr<CurlTransfer> &transfer)
{
    CURL *easy = transfer->open();
    if (!easy) { // it said why
        startAll(m_gate.ended(*transfer));
        return;
    }
    m_transfers.emplace(easy, transfer);
    check(curl_multi_add_handle(m_multi, easy));
}

void CurlEngine::startAll(const ConnectGate::Transfers &transfers)
{
    for (const auto &transfer : transfers) {
        m_gate.admitAnyway(*transfer);
        start(transfer);
    }
}

void CurlEngine::connected(const CurlTransfer &transfer)
{
    m_loop.assertCurrent();
    startAll(m_gate.connected(transfer));
}

void CurlEngine::remove(CurlTransfer &transfer)
{
    m_loop.assertCurrent();
    const auto known = m_transfers.find(transfer.easy());
    if (known == m_transfers.end()) {
        transfer.close(); // still waiting, or over
        return;
    }
    const auto keep = known->second;
    m_transfers.erase(known);
    curl_multi_remove_handle(m_multi, keep->easy());
    keep->close();
    startAll(m_gate.ended(*keep));
}

void CurlEngine::act(int fd, bool readable, bool writable, bool broken)
{
    int running = 0;
    const int what
        = (readable ? CURL_CSELECT_IN : 0) | (writable ? CURL_CSELECT_OUT : 0) | (broken ? CURL_CSELECT_ERR : 0);
    check(curl_multi_socket_action(m_multi, fd, what, &running));
    reap();
}

void CurlEngine::tick()
{
    if (m_deadline > NetLoop::now())
        return;
    m_deadline = LLONG_MAX;
    int running = 0;
    check(curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running));
    reap();
    // curl sometimes forgets to set its timer anew.
    long milliseconds = -1;
    if (m_deadline == LLONG_MAX && curl_multi_timeout(m_multi, &milliseconds) == CURLM_OK)
        timerChanged(m_multi, milliseconds, this);
}

int CurlEngine::socketChanged(CURL *, curl_socket_t fd, int what, void *engine, void *)
{
    static_cast<CurlEngine *>(engine)->m_loop.watchSocket(fd, what == CURL_POLL_IN || what == CURL_POLL_INOUT,
                                                          what == CURL_POLL_OUT || what == CURL_POLL_INOUT);
    return 0;
}

int CurlEngine::timerChanged(CURLM *, long milliseconds, void *engine)
{
    static_cast<CurlEngine *>(engine)->m_deadline = milliseconds < 0 ? LLONG_MAX : NetLoop::now() + milliseconds;
    return 0;
}

void CurlEngine::check(CURLMcode code)
{
    if (code == CURLM_OK)
        return;
    // After an error curl wants no further call until all handles are removed: begin anew.
    const QString why = QString::fromUtf8(curl_multi_strerror(code));
    qCWarning(lcNet) << "starting the transfers' engine anew:" << why;
    failAll(why);
}

void CurlEngine::failAll(const QString &why)
{
    const auto transfers = std::exchange(m_transfers, {});
    for (const auto &[easy, transfer] : transfers)
        curl_multi_remove_handle(m_multi, easy);
    end();
    begin();
    for (const auto &[easy, transfer] : transfers)
        startAll(m_gate.ended(*transfer));
    for (const auto &[easy, transfer] : transfers)
        transfer->finish(std::unexpected(Error {.kind = Error::Kind::Unreachable, .message = why}));
}

void CurlEngine::reap()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL *easy = message->easy_handle;
        const CURLcode code = message->data.result; // the message dies with the handle
        const auto known = m_transfers.find(easy);
        curl_multi_remove_handle(m_multi, easy);
        if (known == m_transfers.end())
            continue;
        const auto transfer = known->second;
        m_transfers.erase(known);
        startAll(m_gate.ended(*transfer));
        transfer->finished(code);
    }
}

} // namespace k8s
