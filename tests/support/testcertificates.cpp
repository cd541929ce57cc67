// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificates.h"

#include "tests/support/scriptedserver.h"

#include <QHostAddress>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <atomic>

namespace tests {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Key makeKey() { return {EVP_EC_gen("P-256"), &EVP_PKEY_free}; }

template <class Write>
QByteArray pem(Write write)
{
    std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
    write(bio.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

QByteArray certificatePemOf(X509 *certificate)
{
    return pem([certificate](BIO *bio) { PEM_write_bio_X509(bio, certificate); });
}

QByteArray keyPemOf(EVP_PKEY *key)
{
    return pem([key](BIO *bio) { PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
}

Certificate makeCertificate(const QByteArray &commonName, EVP_PKEY *key, int fromDays, int toDays)
{
    static std::atomic<long> serial = 1;
    Certificate certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), fromDays * 86400L);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), toDays * 86400L);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const uchar *>(commonName.constData()), -1,
                               -1, 0);
    return certificate;
}

void extend(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    if (X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData())) {
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }
}

}

class TestAuthority::Private
{
public:
    Key key = makeKey();
    Certificate certificate = makeCertificate("test authority", key.get(), -2, 3650);

    Pair sign(Certificate subject, const Key &subjectKey) const
    {
        X509_set_issuer_name(subject.get(), X509_get_subject_name(certificate.get()));
        X509_sign(subject.get(), key.get(), EVP_sha256());
        return {certificatePemOf(subject.get()), keyPemOf(subjectKey.get())};
    }
};

TestAuthority::TestAuthority()
    : d(std::make_unique<Private>())
{
    X509 *own = d->certificate.get();
    X509_set_issuer_name(own, X509_get_subject_name(own));
    extend(own, own, NID_basic_constraints, "critical,CA:TRUE");
    extend(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(own, own, NID_subject_key_identifier, "hash");
    X509_sign(own, d->key.get(), EVP_sha256());
}

TestAuthority::~TestAuthority() = default;

QByteArray TestAuthority::certificatePem() const { return certificatePemOf(d->certificate.get()); }

TestAuthority::Pair TestAuthority::serverPair(const ServerTls &tls) const
{
    const Key key = makeKey();
    Certificate certificate = makeCertificate(tls.commonName, key.get(), tls.validFromDays, tls.validToDays);
    QByteArrayList names;
    for (const auto &name : tls.names)
        names += (QHostAddress().setAddress(QString::fromLatin1(name)) ? "IP:" : "DNS:") + name;
    extend(certificate.get(), d->certificate.get(), NID_subject_alt_name, names.join(','));
    extend(certificate.get(), d->certificate.get(), NID_ext_key_usage, "serverAuth");
    return d->sign(std::move(certificate), key);
}

TestAuthority::Pair TestAuthority::clientPair(const QByteArray &commonName, const QByteArray &organization) const
{
    const Key key = makeKey();
    Certificate certificate = makeCertificate(commonName, key.get(), -1, 1);
    if (!organization.isEmpty())
        X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "O", MBSTRING_UTF8,
                                   reinterpret_cast<const uchar *>(organization.constData()), -1, -1, 0);
    extend(certificate.get(), d->certificate.get(), NID_ext_key_usage, "clientAuth");
    return d->sign(std::move(certificate), key);
}

} // namespace tests
