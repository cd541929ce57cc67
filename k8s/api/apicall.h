// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient_p.h"
#include "k8s/api/authenticator.h"

#include <atomic>

namespace k8s {

/// One open() from its start to its end, over the transfers that it takes. Made in any thread, then the net thread's.
class ApiCall : public Cancellable, public std::enable_shared_from_this<ApiCall>
{
public:
    ApiCall(std::shared_ptr<ApiClient::Private> client, ApiRequest request, ApiCallbacks callbacks);

    void cancel() override;
    void setPaused(bool paused) override;
    bool send(std::string_view message) override;
    void start();
    void refuse(const Error &error); ///< ends it before it began

private:
    void send(const Credentials &credentials);
    Request requestFor(const Credentials &credentials) const;
    void takeHead(const TransferHead &head);
    void takeData(std::string_view data);
    void takeEnd(const Result<> &result);
    Error errorOfAnswer() const;
    void end(Result<> result);
    void forget();

    const std::shared_ptr<ApiClient::Private> m_client;
    const ApiRequest m_request;
    ApiCallbacks m_callbacks;
    std::atomic<bool> m_cancelled = false;

    TransferHandle m_transfer;
    quint64 m_generation = 0;
    bool m_renewed = false;
    TransferHead m_head;
    bool m_isAnswer = false; ///< what comes is what was asked for
    QByteArray m_refusal; ///< the body of any other answer
};

} // namespace k8s
