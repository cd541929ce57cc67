// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/net/transfer.h"

#include <curl/curl.h>

#include <array>
#include <atomic>
#include <memory>

namespace k8s {

class NetLoop;

/// One request on its way. Made in any thread, then the net thread's, but for cancel().
class CurlTransfer : public Cancellable, public std::enable_shared_from_this<CurlTransfer>
{
public:
    CurlTransfer(std::shared_ptr<NetLoop> loop, Request request, TransferCallbacks callbacks);
    ~CurlTransfer() override;
    CurlTransfer(const CurlTransfer &) = delete;
    CurlTransfer &operator=(const CurlTransfer &) = delete;

    void cancel() override;
    void setPaused(bool paused) override;
    bool send(std::string_view message) override;
    bool isCancelled() const { return m_cancelled.load(std::memory_order_acquire); }

    CURL *open(); ///< null: it was cancelled or cannot be sent, and done was told
    CURL *easy() const { return m_easy; }
    const QByteArray &sharedServer() const { return m_sharedServer; } ///< whose connections it shares; empty: none's
    void finished(CURLcode code); ///< curl is done with it
    void finish(Result<> result); ///< tells done
    void close(); ///< tells nothing any more

private:
    static size_t takeHeader(char *data, size_t size, size_t count, void *transfer);
    static size_t takeData(char *data, size_t size, size_t count, void *transfer);
    bool takeMessage(std::string_view piece);
    static size_t giveBody(char *data, size_t size, size_t count, void *transfer);
    static int connected(void *transfer, char *primary, char *local, int primaryPort, int localPort);
    static int tuneSocket(void *transfer, curl_socket_t fd, curlsocktype purpose);

    void setMethod();
    void setHeaders();
    void setWire();
    void setTls();
    void setProxy();
    void setLimits();
    bool isSendable() const;
    bool isWebSocket() const { return !m_request.webSocket.isEmpty(); }
    bool headerLine(QByteArrayView line);
    void armHeadTimer();

    const std::shared_ptr<NetLoop> m_loop;
    Request m_request;
    QByteArray m_sharedServer;
    TransferCallbacks m_callbacks;
    std::atomic<bool> m_cancelled = false;

    CURL *m_easy = nullptr;
    curl_slist *m_headerList = nullptr;
    curl_slist *m_connectTo = nullptr;
    std::array<char, CURL_ERROR_SIZE> m_errorText {};

    qsizetype m_bodySent = 0;
    TransferHead m_head;
    bool m_headDone = false;
    qint64 m_received = 0;
    bool m_tooLong = false;
    bool m_messageOpen = false; // more frames of it follow
    bool m_wantsPause = false;
    bool m_paused = false; // so curl was told
    quint64 m_headTimer = 0;
};

} // namespace k8s
