// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/config/pemcheck.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <QTimeZone>

#include <memory>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Bio bioOf(const QByteArray &pem) { return {BIO_new_mem_buf(pem.constData(), int(pem.size())), &BIO_free}; }

// Without this OpenSSL would ask on the terminal.
int noPassword(char *, int, int, void *) { return -1; }

Certificate certificateOf(const QByteArray &pem)
{
    Certificate certificate(PEM_read_bio_X509(bioOf(pem).get(), nullptr, noPassword, nullptr), &X509_free);
    ERR_clear_error();
    return certificate;
}

Key keyOf(const QByteArray &pem)
{
    Key key(PEM_read_bio_PrivateKey(bioOf(pem).get(), nullptr, noPassword, nullptr), &EVP_PKEY_free);
    ERR_clear_error();
    return key;
}

}

QString problemOfCertificate(const QByteArray &pem)
{
    if (!pem.contains("-----BEGIN "))
        return u"it is not a certificate in PEM form"_s;
    return certificateOf(pem) ? QString() : u"it holds no certificate that can be read"_s;
}

QString problemOfKey(const QByteArray &pem)
{
    if (!pem.contains("-----BEGIN "))
        return u"it is not a private key in PEM form"_s;
    if (pem.contains("ENCRYPTED"))
        return u"the key is protected by a password, which is not supported"_s;
    return keyOf(pem) ? QString() : u"it holds no private key that can be read"_s;
}

QString problemOfPair(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const Certificate certificate = certificateOf(certificatePem);
    const Key key = keyOf(keyPem);
    if (!certificate || !key)
        return {};
    const bool fits = X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error();
    return fits ? QString() : u"the key does not belong to the certificate"_s;
}

QDateTime expiryOfCertificate(const QByteArray &pem)
{
    const Certificate certificate = certificateOf(pem);
    tm time {};
    if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &time) != 1)
        return {};
    return QDateTime::fromSecsSinceEpoch(timegm(&time), QTimeZone::UTC);
}

} // namespace k8s
