#ifndef PHILOX_H
#define PHILOX_H

#include <stddef.h>
#include <stdint.h>

/// Fills `words` with 2·`blocks` words of Philox4x32-10: of each block of the counters `counter[0]`, `counter[0]` + 1, …
/// (the other three words of the counter as given) first its lower half, then its upper.
///
/// `counter[0]` + `blocks` must not pass 2³².
void philox_fill(uint64_t *words, size_t blocks, const uint32_t counter[4], const uint32_t key[2]);

#endif
