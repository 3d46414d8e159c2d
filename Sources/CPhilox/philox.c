#include "philox.h"

// The generator of Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC '11
// (doi 10.1145/2063384.2063405), eight counters side by side in 64-bit lanes whose upper halves are 0, so that the product
// of two is one instruction. In C, for a C compiler makes one version for every instruction set of x86 and takes the best
// one when the program starts; Swift's makes one for the oldest.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EVERY_MACHINE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EVERY_MACHINE
#endif

enum { LANES = 8, ROUNDS = 10 };
typedef uint64_t Lanes __attribute__((vector_size(LANES * sizeof(uint64_t))));

static const uint64_t LOW = 0xFFFFFFFF;

FOR_EVERY_MACHINE
void philox_fill(uint64_t *words, size_t blocks, const uint32_t counter[4], const uint32_t key[2]) {
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
