// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient_p.h"

namespace k8s {

/// A request whose whole answer is kept, tried again where that is harmless. Net thread only, once begun.
class ApiFetch : public std::enable_shared_from_this<ApiFetch>
{
public:
    ApiFetch(std::shared_ptr<ApiClient::Private> client, ApiRequest request, ApiClient::Private::FetchDone done,
             int tries);
    ~ApiFetch(); ///< answers Cancelled if nothing was answered
    ApiFetch(const ApiFetch &) = delete;
    ApiFetch &operator=(const ApiFetch &) = delete;

    void begin(); ///< any thread, once

private:
    void take(const Result<> &result);
    bool tryAgain(const Error &error);

    const std::shared_ptr<ApiClient::Private> m_client;
    const ApiRequest m_request;
    ApiClient::Private::FetchDone m_done;
    int m_triesLeft;
    qint64 m_begun = 0; ///< steady clock, ms
    std::chrono::steady_clock::time_point m_sent;
    Response m_response;
};

/// The texts of the warnings in a response's head (RFC 7234 warn-text; Kubernetes uses code 299). Pure; any thread.
QStringList warningsOf(const TransferHead &head);

} // namespace k8s
