// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtLogging>

#include <dlfcn.h>

namespace k8s {

/// A function of a shared library that is loaded with its first function. Any thread. Without the library the program
/// can do nothing: it ends, as the loader would have ended it.
template <class Function>
Function *lateFunction(const char *library, const char *name)
{
    void *const handle = dlopen(library, RTLD_NOW | RTLD_LOCAL); // again: the same one
    void *const found = handle ? dlsym(handle, name) : nullptr;
    if (!found)
        qFatal("%s cannot be used: %s", library, dlerror());
    return reinterpret_cast<Function *>(found);
}

} // namespace k8s

/// Defines a function of a library under its own name; it hands its arguments on (docs/adr/0006). Hidden from other
/// libraries: one of them may bring a library of that name of its own.
#define PILOTHOUSE_LATE(library, result, name, parameters, arguments)                                                  \
    __attribute__((visibility("hidden"))) result name parameters                                                       \
    {                                                                                                                  \
        static const auto real = k8s::lateFunction<decltype(name)>(library, #name);                                    \
        return real arguments;                                                                                         \
    }
