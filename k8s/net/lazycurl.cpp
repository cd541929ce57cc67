// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of libcurl that this program calls: the first call loads the library. It brings thirty more libraries
// (Kerberos, LDAP, GnuTLS, SSH), whose loading would stand before the window's first picture; as it is, the net thread
// loads them when it has something to do (docs/adr/0006). A function that is missing here does not link.
#include "k8s/core/lateload.h"

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#include <cstdarg>

#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

static constexpr char libcurl[] = "libcurl.so.4";

// The same for "one more argument of any type": they are all as wide as a pointer and are passed alike.
// NOLINTBEGIN(bugprone-macro-parentheses): no type can stand in them
#define PILOTHOUSE_LATE_OPTION(result, name, Handle, Option)                                                           \
    __attribute__((visibility("hidden"))) result name(Handle *handle, Option option, ...)                              \
    {                                                                                                                  \
        static const auto real = k8s::lateFunction<decltype(name)>(libcurl, #name);                                    \
        va_list rest;                                                                                                  \
        va_start(rest, option);                                                                                        \
        void *const value = va_arg(rest, void *);                                                                      \
        va_end(rest);                                                                                                  \
        return real(handle, option, value);                                                                            \
    }
// NOLINTEND(bugprone-macro-parentheses)
static_assert(sizeof(long) == sizeof(void *) && sizeof(curl_off_t) == sizeof(void *));

extern "C" {
PILOTHOUSE_LATE(libcurl, CURLcode, curl_global_init, (long flags), (flags))
PILOTHOUSE_LATE(libcurl, CURL *, curl_easy_init, (), ())
PILOTHOUSE_LATE(libcurl, void, curl_easy_cleanup, (CURL * handle), (handle))
PILOTHOUSE_LATE(libcurl, const char *, curl_easy_strerror, (CURLcode code), (code))
PILOTHOUSE_LATE_OPTION(CURLcode, curl_easy_setopt, CURL, CURLoption)
PILOTHOUSE_LATE_OPTION(CURLcode, curl_easy_getinfo, CURL, CURLINFO)
PILOTHOUSE_LATE(libcurl, CURLcode, curl_easy_pause, (CURL * handle, int what), (handle, what))
PILOTHOUSE_LATE(libcurl, time_t, curl_getdate, (const char *date, const time_t *unused), (date, unused))
PILOTHOUSE_LATE(libcurl, curl_slist *, curl_slist_append, (curl_slist * list, const char *text), (list, text))
PILOTHOUSE_LATE(libcurl, void, curl_slist_free_all, (curl_slist * list), (list))
PILOTHOUSE_LATE(libcurl, CURLM *, curl_multi_init, (), ())
PILOTHOUSE_LATE(libcurl, CURLMcode, curl_multi_cleanup, (CURLM * multi), (multi))
PILOTHOUSE_LATE(libcurl, CURLMcode, curl_multi_add_handle, (CURLM * multi, CURL *easy), (multi, easy))
PILOTHOUSE_LATE(libcurl, CURLMcode, curl_multi_remove_handle, (CURLM * multi, CURL *easy), (multi, easy))
PILOTHOUSE_LATE(libcurl, CURLMsg *, curl_multi_info_read, (CURLM * multi, int *left), (multi, left))
PILOTHOUSE_LATE(libcurl, CURLMcode, curl_multi_socket_action,
                (CURLM * multi, curl_socket_t socket, int what, int *running), (multi, socket, what, running))
PILOTHOUSE_LATE(libcurl, CURLMcode, curl_multi_timeout, (CURLM * multi, long *milliseconds), (multi, milliseconds))
PILOTHOUSE_LATE(libcurl, const char *, curl_multi_strerror, (CURLMcode code), (code))
PILOTHOUSE_LATE(libcurl, const struct curl_ws_frame *, curl_ws_meta, (CURL * handle), (handle))
PILOTHOUSE_LATE(libcurl, CURLcode, curl_ws_send,
                (CURL * handle, const void *data, size_t size, size_t *sent, curl_off_t fragment, unsigned flags),
                (handle, data, size, sent, fragment, flags))
PILOTHOUSE_LATE_OPTION(CURLMcode, curl_multi_setopt, CURLM, CURLMoption)
}
