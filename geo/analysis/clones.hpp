#pragma once

// One hot loop compiled twice, for any x86-64 and for AVX2 machines, chosen when the program starts. With
// -ffp-contract=off both give the same bits. Sanitizers and clang 14 do not get along with it.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__OPTIMIZE__) &&              \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define GEO_CLONES __attribute__((target_clones("default", "arch=x86-64-v3")))
#else
#define GEO_CLONES
#endif
#define GEO_INLINE [[gnu::always_inline]] inline
