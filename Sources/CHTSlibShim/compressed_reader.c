#include "CHTSlibShim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <htslib/bgzf.h>
#include <htslib/hts_log.h>

struct compressed_reader {
  BGZF *file;
};

// htslib's own open would take "-" for standard input and "http:" for a download.
static int open_local(const char *path) {
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return -1;
  struct stat status;
  if (fstat(descriptor, &status) == 0 && !S_ISDIR(status.st_mode)) return descriptor;
  int reason = S_ISDIR(status.st_mode) ? EISDIR : errno;
  close(descriptor);
  errno = reason;
  return -1;
}

compressed_reader *compressed_reader_open(const char *path) {
  hts_set_log_level(HTS_LOG_OFF);
  int descriptor = open_local(path);
  if (descriptor < 0) return NULL;
  errno = 0;
  BGZF *file = bgzf_dopen(descriptor, "r");
  compressed_reader *reader = file ? malloc(sizeof *reader) : NULL;
  if (reader) {
    reader->file = file;
    return reader;
  }
  int reason = errno;
  if (file) {
    if (bgzf_close(file) < 0) reason = errno;
  } else {
    close(descriptor);
  }
  errno = reason;
  return NULL;
}

compressed_reader_kind compressed_reader_get_kind(const compressed_reader *reader) {
  switch (bgzf_compression(reader->file)) {
    case 1: return COMPRESSED_READER_GZIP;
    case 2: return COMPRESSED_READER_BGZIP;
    default: return COMPRESSED_READER_PLAIN;
  }
}

int compressed_reader_has_end(compressed_reader *reader) {
  if (compressed_reader_get_kind(reader) != COMPRESSED_READER_BGZIP) return 1;
  errno = 0;
  // 2 means that the file cannot be sought, as a pipe: nothing is known against it.
  int found = bgzf_check_EOF(reader->file);
  return found == 1 || found == 2;
}

ptrdiff_t compressed_reader_read(compressed_reader *reader, void *buffer, size_t length) {
  errno = 0;
  return bgzf_read(reader->file, buffer, length);
}

int compressed_reader_close(compressed_reader *reader) {
  errno = 0;
  int result = bgzf_close(reader->file);
  free(reader);
  return result < 0 ? -1 : 0;
}
