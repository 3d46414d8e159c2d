#include "philox.h"

// The generator of Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC '11
// (doi 10.1145/2063384.2063405), eight counters side by side in 64-bit lanes whose upper halves are 0, so that the product
// of two is one instruction. In C, for there a function can be compiled for instructions that not every x86 has, and be
// taken only where the processor has them; the numbers are the same.

enum { LANES = 8, ROUNDS = 10 };
typedef uint64_t Lanes __attribute__((vector_size(LANES * sizeof(uint64_t))));

static const uint64_t LOW = 0xFFFFFFFF;

static inline __attribute__((always_inline)) void fill(uint64_t *words, size_t blocks, const uint32_t counter[4],
                                                       const uint32_t key[2]) {
  for (size_t start = 0; start < blocks; start += LANES) {
    Lanes c0 = {0, 1, 2, 3, 4, 5, 6, 7};
    c0 = (c0 + counter[0] + start) & LOW;
    Lanes c1 = (Lanes){0} + counter[1];
    Lanes c2 = (Lanes){0} + counter[2];
    Lanes c3 = (Lanes){0} + counter[3];
    uint32_t k0 = key[0], k1 = key[1];
    for (int round = 0; round < ROUNDS; round++) {
      Lanes first = (c0 & LOW) * 0xD2511F53ULL;
      Lanes second = (c2 & LOW) * 0xCD9E8D57ULL;
      c0 = (second >> 32) ^ c1 ^ (uint64_t)k0;
      c1 = second & LOW;
      c2 = (first >> 32) ^ c3 ^ (uint64_t)k1;
      c3 = first & LOW;
      k0 += 0x9E3779B9;
      k1 += 0xBB67AE85;
    }
    Lanes lower = (c1 << 32) | c0;
    Lanes upper = (c3 << 32) | c2;
    size_t count = blocks - start < LANES ? blocks - start : LANES;
    for (size_t lane = 0; lane < count; lane++) {
      words[2 * (start + lane)] = lower[lane];
      words[2 * (start + lane) + 1] = upper[lane];
    }
  }
}

#if defined(__x86_64__)
__attribute__((target("avx512f"))) static void fill_avx512(uint64_t *words, size_t blocks, const uint32_t counter[4],
                                                           const uint32_t key[2]) {
  fill(words, blocks, counter, key);
}

__attribute__((target("avx2"))) static void fill_avx2(uint64_t *words, size_t blocks, const uint32_t counter[4],
                                                      const uint32_t key[2]) {
  fill(words, blocks, counter, key);
}
#endif

void philox_fill(uint64_t *words, size_t blocks, const uint32_t counter[4], const uint32_t key[2]) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) {
    fill_avx512(words, blocks, counter, key);
    return;
  }
  if (__builtin_cpu_supports("avx2")) {
    fill_avx2(words, blocks, counter, key);
    return;
  }
#endif
  fill(words, blocks, counter, key);
}
