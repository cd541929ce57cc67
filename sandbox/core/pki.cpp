// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/core/pki.h"

#include "sandbox/core/layout.h"

#include <QFileInfo>

#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

template <auto release>
struct Free
{
    template <typename T>
    void operator()(T *value) const
    {
        release(value);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;

constexpr long tenYears = 10L * 365 * 24 * 3600;

std::unexpected<Problem> cryptoProblem(const QString &text)
{
    char words[256];
    ERR_error_string_n(ERR_get_error(), words, sizeof words);
    return problem(u"%1: %2"_s.arg(text, QString::fromLatin1(words)));
}

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

QByteArray pem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(bio.get());
}

QByteArray publicPem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PUBKEY(bio.get(), key);
    return contentOf(bio.get());
}

QByteArray pem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return contentOf(bio.get());
}

Key newKey() { return Key(EVP_EC_gen("P-256")); }

void addName(X509_NAME *name, const char *field, const QString &value)
{
    if (value.isEmpty())
        return;
    const QByteArray text = value.toUtf8();
    X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(text.constData()),
                               -1, -1, 0);
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// A certificate for \p key, not yet signed. \p issuer null: its own authority.
Certificate blank(EVP_PKEY *key, const Identity &identity, X509 *issuer)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    unsigned char serial[16];
    RAND_bytes(serial, sizeof serial);
    serial[0] &= 0x7f;
    const std::unique_ptr<BIGNUM, Free<BN_free>> number(BN_bin2bn(serial, sizeof serial, nullptr));
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get()));
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600); // a clock that is set back a little does no harm
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), tenYears);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    addName(name, "O", identity.organization);
    addName(name, "CN", identity.commonName);
    X509_set_issuer_name(certificate.get(), issuer ? X509_get_subject_name(issuer) : name);
    return certificate;
}

struct Authority
{
    Key key;
    Certificate certificate;
};

Result<Authority> makeAuthority(const QString &folder)
{
    Authority authority {.key = newKey(), .certificate = nullptr};
    if (!authority.key)
        return cryptoProblem(u"No key could be made"_s);
    authority.certificate = blank(
        authority.key.get(),
        {.file = {}, .commonName = u"pilothouse sandbox authority"_s, .organization = {}, .names = {}}, nullptr);
    X509 *certificate = authority.certificate.get();
    if (!addExtension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE")
        || !addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign")
        || !addExtension(certificate, certificate, NID_subject_key_identifier, "hash")
        || X509_sign(certificate, authority.key.get(), EVP_sha256()) == 0)
        return cryptoProblem(u"The authority's certificate could not be made"_s);
    if (auto written = writePrivate(folder + u"/ca.key"_s, pem(authority.key.get())); !written)
        return std::unexpected(written.error());
    if (auto written = writePrivate(folder + u"/ca.crt"_s, pem(certificate)); !written)
        return std::unexpected(written.error());
    return authority;
}

Result<Authority> loadAuthority(const QString &folder)
{
    const QByteArray keyText = readFile(folder + u"/ca.key"_s);
    const QByteArray certificateText = readFile(folder + u"/ca.crt"_s);
    const Bio keyBio(BIO_new_mem_buf(keyText.constData(), static_cast<int>(keyText.size())));
    const Bio certificateBio(BIO_new_mem_buf(certificateText.constData(), static_cast<int>(certificateText.size())));
    Authority authority {.key = Key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr)),
                         .certificate
                         = Certificate(PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr))};
    if (!authority.key || !authority.certificate)
        return problem(u"The sandbox's keys in %1 cannot be read"_s.arg(folder),
                       u"Start anew with: pilothouse-sandbox reset"_s);
    return authority;
}

Result<void> issue(const QString &folder, const Authority &authority, const Identity &identity)
{
    const Key key = newKey();
    if (!key)
        return cryptoProblem(u"No key could be made"_s);
    const Certificate certificate = blank(key.get(), identity, authority.certificate.get());
    X509 *issuer = authority.certificate.get();
    bool good = addExtension(certificate.get(), issuer, NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate.get(), issuer, NID_key_usage, "critical,digitalSignature")
        && addExtension(certificate.get(), issuer, NID_ext_key_usage, "serverAuth,clientAuth")
        && addExtension(certificate.get(), issuer, NID_authority_key_identifier, "keyid");
    if (!identity.names.isEmpty())
        good = good
            && addExtension(certificate.get(), issuer, NID_subject_alt_name, identity.names.join(u',').toLatin1());
    if (!good || X509_sign(certificate.get(), authority.key.get(), EVP_sha256()) == 0)
        return cryptoProblem(u"The certificate of %1 could not be made"_s.arg(identity.commonName));
    if (auto written = writePrivate(folder + u'/' + identity.file + u".key"_s, pem(key.get())); !written)
        return written;
    return writePrivate(folder + u'/' + identity.file + u".crt"_s, pem(certificate.get()));
}

Result<void> ensureAccounts(const QString &folder)
{
    if (!QFileInfo::exists(folder + u"/sa.key"_s)) {
        const Key key = newKey();
        if (!key)
            return cryptoProblem(u"No key could be made"_s);
        if (auto written = writePrivate(folder + u"/sa.pub"_s, publicPem(key.get())); !written)
            return written;
        if (auto written = writePrivate(folder + u"/sa.key"_s, pem(key.get())); !written)
            return written;
    }
    if (QFileInfo::exists(folder + u"/tokens.csv"_s))
        return {};
    QByteArray random(32, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(random.data()), static_cast<int>(random.size())) != 1)
        return cryptoProblem(u"No random bytes"_s);
    return writePrivate(folder + u"/tokens.csv"_s, random.toHex() + ",admin,admin,\"system:masters\"\n");
}

} // namespace

Result<void> ensurePki(const QString &folder, const QList<Identity> &identities)
{
    auto authority = QFileInfo::exists(folder + u"/ca.crt"_s) ? loadAuthority(folder) : makeAuthority(folder);
    if (!authority)
        return std::unexpected(authority.error());
    for (const Identity &identity : identities) {
        if (QFileInfo::exists(folder + u'/' + identity.file + u".crt"_s))
            continue;
        if (auto issued = issue(folder, *authority, identity); !issued)
            return issued;
    }
    return ensureAccounts(folder);
}

QString adminToken(const QString &folder)
{
    return QString::fromLatin1(readFile(folder + u"/tokens.csv"_s).split(',').value(0));
}

} // namespace sandbox
