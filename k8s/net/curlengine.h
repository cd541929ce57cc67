// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "k8s/net/connectgate.h"

#include <curl/curl.h>

#include <QtTypes>

#include <climits>
#include <memory>
#include <unordered_map>

namespace k8s {

class CurlTransfer;
class NetLoop;

/// curl's multi handle and what is running in it. Net thread only, and never called from inside a curl callback.
class CurlEngine
{
public:
    explicit CurlEngine(NetLoop &loop);
    ~CurlEngine(); ///< drops what is running without a word
    CurlEngine(const CurlEngine &) = delete;
    CurlEngine &operator=(const CurlEngine &) = delete;

    void add(const std::shared_ptr<CurlTransfer> &transfer);
    void remove(CurlTransfer &transfer); ///< no callback comes any more

    void connected(const CurlTransfer &transfer); ///< it got a connection

    void act(int fd, bool readable, bool writable, bool broken);
    void tick(); ///< curl's own timer, if it is due
    qint64 deadline() const { return m_deadline; } ///< of the steady clock; LLONG_MAX: none

private:
    static int socketChanged(CURL *easy, curl_socket_t fd, int what, void *engine, void *socket);
    static int timerChanged(CURLM *multi, long milliseconds, void *engine);

    void start(const std::shared_ptr<CurlTransfer> &transfer);
    void startAll(const ConnectGate::Transfers &transfers);
    void begin();
    void end();
    void check(CURLMcode code);
    void reap();
    void failAll(const QString &why);

    NetLoop &m_loop;
    CURLM *m_multi = nullptr;
    qint64 m_deadline = LLONG_MAX;
    ConnectGate m_gate;
    std::unordered_map<CURL *, std::shared_ptr<CurlTransfer>> m_transfers;
};

} // namespace k8s
