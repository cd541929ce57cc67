// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/bulkapi.h"

#include "sandbox/core/pki.h"

#include <curl/curl.h>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int parallel = 24;

size_t append(char *data, size_t size, size_t count, void *target)
{
    static_cast<QByteArray *>(target)->append(data, static_cast<qsizetype>(size * count));
    return size * count;
}

template <auto release>
struct Free
{
    template <typename T>
    void operator()(T *value) const
    {
        release(value);
    }
};
using Easy = std::unique_ptr<CURL, Free<curl_easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, Free<curl_multi_cleanup>>;
using Headers = std::unique_ptr<curl_slist, Free<curl_slist_free_all>>;

/// One easy handle that is used again and again.
struct Transfer
{
    Easy easy {curl_easy_init()};
    BulkRequest request;
    QByteArray url;
    QByteArray answer;
};

Headers makeHeaders(const QByteArray &token)
{
    curl_slist *list = curl_slist_append(nullptr, ("Authorization: Bearer " + token).constData());
    list = curl_slist_append(list, "Content-Type: application/json");
    return Headers(curl_slist_append(list, "Expect:"));
}

void prepareHandle(Transfer &transfer, const QByteArray &base, const QByteArray &authority, curl_slist *headers)
{
    CURL *easy = transfer.easy.get();
    curl_easy_reset(easy);
    transfer.url = base + transfer.request.path.toUtf8();
    transfer.answer.clear();
    curl_blob blob {.data = const_cast<char *>(authority.constData()),
                    .len = static_cast<size_t>(authority.size()),
                    .flags = CURL_BLOB_NOCOPY};
    curl_easy_setopt(easy, CURLOPT_URL, transfer.url.constData());
    curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &blob);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION,
                     CURL_HTTP_VERSION_1_1); // one connection each: the server works on them at once
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer.answer);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, &transfer);
    if (transfer.request.method != "GET")
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, transfer.request.method.constData());
    if (!transfer.request.body.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, transfer.request.body.constData());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(transfer.request.body.size()));
    }
}

Result<void> judge(const Transfer &transfer, CURLcode code)
{
    if (code != CURLE_OK)
        return problem(
            u"The sandbox's API server does not answer: %1"_s.arg(QString::fromUtf8(curl_easy_strerror(code))));
    long status = 0;
    curl_easy_getinfo(transfer.easy.get(), CURLINFO_RESPONSE_CODE, &status);
    const bool wanted = status < 300 || (status == 409 && transfer.request.method == "POST")
        || (status == 404 && transfer.request.method == "DELETE");
    if (wanted)
        return {};
    return problem(
        u"%1 %2 was answered with %3: %4"_s.arg(QString::fromLatin1(transfer.request.method), transfer.request.path)
            .arg(status)
            .arg(QString::fromUtf8(transfer.answer.left(300))));
}

} // namespace

BulkApi::BulkApi(const Layout &layout, int port)
    : m_base("https://127.0.0.1:" + QByteArray::number(port))
    , m_authority(readFile(layout.path("pki/ca.crt"_L1)))
    , m_token(adminToken(layout.path("pki"_L1)).toLatin1())
{
}

Result<QByteArray> BulkApi::get(const QString &path) const
{
    Transfer transfer;
    transfer.request = {.method = "GET", .path = path, .body = {}};
    const Headers headers = makeHeaders(m_token);
    prepareHandle(transfer, m_base, m_authority, headers.get());
    const CURLcode code = curl_easy_perform(transfer.easy.get());
    return judge(transfer, code).transform([&] { return transfer.answer; });
}

Result<void> BulkApi::send(int count, const std::function<BulkRequest(int)> &requestAt,
                           const std::function<void(int)> &progress) const
{
    const Headers headers = makeHeaders(m_token);
    std::vector<Transfer> transfers(static_cast<size_t>(qMin(parallel, count)));
    const Multi multi(curl_multi_init());
    int next = 0;
    int finished = 0;
    Result<void> result;
    const auto begin = [&](Transfer &transfer) {
        transfer.request = requestAt(next++);
        prepareHandle(transfer, m_base, m_authority, headers.get());
        curl_multi_add_handle(multi.get(), transfer.easy.get());
    };
    for (Transfer &transfer : transfers)
        begin(transfer);
    for (int running = 1; running > 0 || finished < next;) {
        curl_multi_perform(multi.get(), &running);
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi.get(), &left)) {
            const CURLcode code = message->data.result;
            void *pointer = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &pointer);
            auto &transfer = *static_cast<Transfer *>(pointer);
            curl_multi_remove_handle(multi.get(), transfer.easy.get());
            if (auto good = judge(transfer, code); !good && result)
                result = good;
            progress(++finished);
            if (next < count && result)
                begin(transfer);
        }
        if (finished < next)
            curl_multi_poll(multi.get(), nullptr, 0, 100, nullptr);
    }
    return result;
}

} // namespace sandbox
