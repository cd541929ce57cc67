// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One binary for every machine: what profits from wide registers is compiled twice and chosen when the program runs.
#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define PILOTHOUSE_AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#endif

namespace models {

/// Which of two versions of the same function runs. Both give the same answer; tests ask both.
enum class Registers
{
    Best, ///< AVX2 where the processor has it
    Plain ///< any processor
};

inline bool hasWideRegisters()
{
#ifdef PILOTHOUSE_AVX2
    static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
    return has;
#else
    return false;
#endif
}

} // namespace models
