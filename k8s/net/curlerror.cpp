// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/net/curlerror.h"

#include "k8s/core/plaintext.h"

#include <cerrno>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

Error::Kind kindOf(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_FAIL_REWIND:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_INTERFACE_FAILED:
    case CURLE_NO_CONNECTION_AVAILABLE:
        return Error::Kind::Unreachable;
    case CURLE_OPERATION_TIMEDOUT:
        return Error::Kind::Timeout;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return Error::Kind::Tls;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_FUNCTION_ARGUMENT:
        return Error::Kind::Config;
    case CURLE_ABORTED_BY_CALLBACK:
        return Error::Kind::Cancelled;
    default:
        return Error::Kind::Protocol;
    }
}

/// A word that says which certificate problem it is, for the sentence that is made of it.
QString tlsReason(const QString &detail)
{
    static const std::pair<QLatin1StringView, QLatin1StringView> words[] {
        {"certificate has expired"_L1, "CertificateExpired"_L1},
        {"certificate is not yet valid"_L1, "CertificateNotYetValid"_L1},
        {"self-signed certificate"_L1, "UnknownAuthority"_L1},
        {"self signed certificate"_L1, "UnknownAuthority"_L1},
        {"unable to get local issuer"_L1, "UnknownAuthority"_L1},
        {"unable to get issuer"_L1, "UnknownAuthority"_L1},
        {"signature failure"_L1, "UnknownAuthority"_L1},
        {"unable to verify the first certificate"_L1, "UnknownAuthority"_L1},
        {"no alternative certificate subject name"_L1, "WrongName"_L1},
        {"does not match target host"_L1, "WrongName"_L1},
        {"does not match"_L1, "WrongName"_L1},
        {"wrong version number"_L1, "NotTls"_L1},
        {"certificate required"_L1, "ClientCertificateRequired"_L1},
        {"alert certificate expired"_L1, "ClientCertificateExpired"_L1},
        {"alert expired certificate"_L1, "ClientCertificateExpired"_L1},
        {"alert unknown ca"_L1, "ClientCertificateRefused"_L1},
        {"alert bad certificate"_L1, "ClientCertificateRefused"_L1},
    };
    for (const auto &[text, word] : words) {
        if (detail.contains(text, Qt::CaseInsensitive))
            return word;
    }
    return {};
}

QString networkReason(CURLcode code, long osError)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return u"UnknownHost"_s;
    case CURLE_COULDNT_CONNECT:
        return osError == ECONNREFUSED ? u"Refused"_s : u"NetworkDown"_s;
    case CURLE_PARTIAL_FILE:
        return u"Truncated"_s;
    case CURLE_SEND_FAIL_REWIND:
        return u"OutcomeUnknown"_s;
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return u"ConnectionLost"_s;
    default:
        return {};
    }
}

}

Error errorFromCurl(CURLcode code, const QString &detail, const QString &context, long osError)
{
    Error error {.kind = kindOf(code), .context = context};
    const QString general = QString::fromUtf8(curl_easy_strerror(code));
    error.message = detail.isEmpty() ? general : plainText(detail, 1000);
    // A server that refuses our certificate tells it after the handshake of TLS 1.3, as an error of reading.
    const QString reason = tlsReason(error.message);
    if (error.kind == Error::Kind::Tls || (code == CURLE_RECV_ERROR && reason.startsWith("ClientCertificate"_L1))) {
        error.kind = Error::Kind::Tls;
        error.reason = reason;
    }
    if (code == CURLE_SEND_FAIL_REWIND)
        error.message = u"the connection was lost before an answer came; the request may have been carried out"_s;
    if (error.reason.isEmpty())
        error.reason = networkReason(code, osError);
    return error;
}

} // namespace k8s
