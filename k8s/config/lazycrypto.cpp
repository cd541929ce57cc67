// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of OpenSSL that pemcheck calls: the first call loads the library. Its 25,000 relocations would stand
// before the window's first picture, which shows no certificate (docs/adr/0006). A function that is missing here does
// not link.
#include "k8s/core/lateload.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

static constexpr char libcrypto[] = "libcrypto.so.3";

extern "C" {
PILOTHOUSE_LATE(libcrypto, BIO *, BIO_new_mem_buf, (const void *bytes, int length), (bytes, length))
PILOTHOUSE_LATE(libcrypto, int, BIO_free, (BIO * bio), (bio))
PILOTHOUSE_LATE(libcrypto, X509 *, PEM_read_bio_X509, (BIO * bio, X509 **old, pem_password_cb *ask, void *user),
                (bio, old, ask, user))
PILOTHOUSE_LATE(libcrypto, EVP_PKEY *, PEM_read_bio_PrivateKey,
                (BIO * bio, EVP_PKEY **old, pem_password_cb *ask, void *user), (bio, old, ask, user))
PILOTHOUSE_LATE(libcrypto, void, X509_free, (X509 * certificate), (certificate))
PILOTHOUSE_LATE(libcrypto, void, EVP_PKEY_free, (EVP_PKEY * key), (key))
PILOTHOUSE_LATE(libcrypto, int, X509_check_private_key, (const X509 *certificate, const EVP_PKEY *key),
                (certificate, key))
PILOTHOUSE_LATE(libcrypto, const ASN1_TIME *, X509_get0_notAfter, (const X509 *certificate), (certificate))
PILOTHOUSE_LATE(libcrypto, int, ASN1_TIME_to_tm, (const ASN1_TIME *from, tm *to), (from, to))
PILOTHOUSE_LATE(libcrypto, void, ERR_clear_error, (), ())
}
