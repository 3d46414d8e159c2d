#include "CHTSlibShim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <htslib/bgzf.h>
#include <htslib/hts_log.h>
#include <isa-l/igzip_lib.h>

// bgzip is read by htslib, which decompresses its blocks on several threads. gzip has no blocks; ISA-L takes a third of the
// time that zlib takes, which decides how long a genome-wide file of that kind needs.

enum { INPUT_SIZE = 1 << 18 };

struct compressed_reader {
  compressed_reader_kind kind;
  int descriptor;
  int64_t size;
  BGZF *blocks;
  struct inflate_state *inflater;
  unsigned char *input;
  int64_t taken;
  int has_begun;
};

// htslib's own open would take "-" for standard input and "http:" for a download.
static int open_local(const char *path, int64_t *size) {
  // Without O_NONBLOCK, a pipe that nobody writes to would be waited for.
  int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return -1;
  struct stat status;
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    *size = status.st_size;
    return descriptor;
  }
  int reason = S_ISDIR(status.st_mode) ? EISDIR : ESPIPE;
  close(descriptor);
  errno = reason;
  return -1;
}

// A gzip member whose first extra field is bgzip's, "BC".
static compressed_reader_kind kind_of(int descriptor) {
  unsigned char head[18] = {0};
  ssize_t count = pread(descriptor, head, sizeof head, 0);
  if (count < 2 || head[0] != 0x1F || head[1] != 0x8B) return COMPRESSED_READER_PLAIN;
  int is_bgzip = count == sizeof head && head[2] == 8 && (head[3] & 4) && head[12] == 'B' && head[13] == 'C';
  return is_bgzip ? COMPRESSED_READER_BGZIP : COMPRESSED_READER_GZIP;
}

static void start_member(compressed_reader *reader) {
  isal_inflate_init(reader->inflater);
  reader->inflater->crc_flag = ISAL_GZIP;
}

static int prepare(compressed_reader *reader, int threads) {
  switch (reader->kind) {
    case COMPRESSED_READER_PLAIN: return 0;
    case COMPRESSED_READER_GZIP:
      reader->inflater = malloc(sizeof *reader->inflater);
      reader->input = malloc(INPUT_SIZE);
      if (!reader->inflater || !reader->input) return -1;
      start_member(reader);
      return 0;
    case COMPRESSED_READER_BGZIP:
      reader->blocks = bgzf_dopen(reader->descriptor, "r");
      if (!reader->blocks) return -1;
      return threads > 0 ? bgzf_mt(reader->blocks, threads, 64) : 0;
  }
  return -1;
}

static int discard(compressed_reader *reader) {
  int result = 0;
  if (reader->blocks) {
    result = bgzf_close(reader->blocks);
  } else {
    close(reader->descriptor);
  }
  free(reader->inflater);
  free(reader->input);
  free(reader);
  return result;
}

compressed_reader *compressed_reader_open(const char *path, int threads) {
  hts_set_log_level(HTS_LOG_OFF);
  int64_t size = 0;
  int descriptor = open_local(path, &size);
  if (descriptor < 0) return NULL;
  compressed_reader *reader = calloc(1, sizeof *reader);
  if (!reader) {
    close(descriptor);
    errno = ENOMEM;
    return NULL;
  }
  reader->descriptor = descriptor;
  reader->size = size;
  reader->kind = kind_of(descriptor);
  errno = 0;
  if (prepare(reader, threads) == 0) return reader;
  int reason = errno;
  discard(reader);
  errno = reason;
  return NULL;
}

compressed_reader_kind compressed_reader_get_kind(const compressed_reader *reader) { return reader->kind; }

int compressed_reader_has_end(compressed_reader *reader) {
  if (reader->kind != COMPRESSED_READER_BGZIP) return 1;
  // bgzf_check_EOF waits for ever where threads read ahead and have already met damage.
  static const unsigned char end[28] = {0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 6, 0, 'B', 'C',
                                        2, 0, 0x1B, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  unsigned char tail[sizeof end];
  if (reader->size < (int64_t)sizeof end) return 0;
  ssize_t count = pread(reader->descriptor, tail, sizeof tail, reader->size - (int64_t)sizeof tail);
  return count == sizeof tail && memcmp(tail, end, sizeof end) == 0;
}

int64_t compressed_reader_size(const compressed_reader *reader) { return reader->size; }

int64_t compressed_reader_position(compressed_reader *reader) {
  // A virtual offset's upper bits are the block's place in the file.
  if (reader->blocks) return bgzf_tell(reader->blocks) >> 16;
  return reader->taken;
}

static ssize_t read_file(compressed_reader *reader, void *buffer, size_t length) {
  ssize_t count;
  do { count = read(reader->descriptor, buffer, length); } while (count < 0 && errno == EINTR);
  if (count > 0) reader->taken += count;
  return count;
}

// After a member: another one, zeros that fill a tape's block, or the end. 1 where another one begins.
static int next_member(compressed_reader *reader) {
  struct inflate_state *state = reader->inflater;
  unsigned char *rest = state->next_in;
  size_t count = state->avail_in;
  for (;;) {
    while (count > 0 && *rest == 0) {
      rest++;
      count--;
    }
    if (count > 0) break;
    ssize_t more = read_file(reader, reader->input, INPUT_SIZE);
    if (more <= 0) {
      state->avail_in = 0;
      return (int)more;
    }
    rest = reader->input;
    count = (size_t)more;
  }
  if (*rest != 0x1F) return -1;
  start_member(reader);
  state->next_in = rest;
  state->avail_in = (uint32_t)count;
  return 1;
}

static ptrdiff_t inflate_more(compressed_reader *reader, void *buffer, size_t length) {
  struct inflate_state *state = reader->inflater;
  for (;;) {
    if (state->block_state == ISAL_BLOCK_FINISH) {
      int next = next_member(reader);
      if (next <= 0) return next;
    }
    if (state->avail_in == 0) {
      ssize_t count = read_file(reader, reader->input, INPUT_SIZE);
      if (count < 0) return -1;
      state->next_in = reader->input;
      state->avail_in = (uint32_t)count;
      // The file ends within a member; what the decoder still holds is given first.
      if (count == 0 && reader->has_begun == 2) return -1;
      reader->has_begun = count == 0 ? 2 : 1;
    }
    state->next_out = buffer;
    state->avail_out = (uint32_t)length;
    uint32_t offered = state->avail_in;
    int result = isal_inflate(state);
    size_t given = length - state->avail_out;
    int is_stuck = given == 0 && offered > 0 && state->avail_in == offered && state->block_state != ISAL_BLOCK_FINISH;
    if (result != ISAL_DECOMP_OK || is_stuck) {
      errno = 0;
      return -1;
    }
    if (given > 0) return (ptrdiff_t)given;
  }
}

ptrdiff_t compressed_reader_read(compressed_reader *reader, void *buffer, size_t length) {
  errno = 0;
  switch (reader->kind) {
    case COMPRESSED_READER_PLAIN: return read_file(reader, buffer, length);
    case COMPRESSED_READER_GZIP: return inflate_more(reader, buffer, length);
    case COMPRESSED_READER_BGZIP: return bgzf_read(reader->blocks, buffer, length);
  }
  return -1;
}

int compressed_reader_close(compressed_reader *reader) {
  errno = 0;
  return discard(reader) < 0 ? -1 : 0;
}
