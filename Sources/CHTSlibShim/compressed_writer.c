#include "CHTSlibShim.h"

#include <errno.h>
#include <stdlib.h>

#include <htslib/bgzf.h>
#include <htslib/tbx.h>

struct compressed_writer {
  BGZF *file;
};

compressed_writer *compressed_writer_open(const char *path, int is_blocked) {
  errno = 0;
  BGZF *file = bgzf_open(path, is_blocked ? "w" : "wg");
  if (!file) return NULL;
  compressed_writer *writer = malloc(sizeof *writer);
  if (!writer) {
    bgzf_close(file);
    errno = ENOMEM;
    return NULL;
  }
  writer->file = file;
  return writer;
}

int compressed_writer_write(compressed_writer *writer, const void *bytes, size_t length) {
  errno = 0;
  return bgzf_write(writer->file, bytes, length) == (ssize_t)length ? 0 : -1;
}

int compressed_writer_close(compressed_writer *writer) {
  errno = 0;
  int result = bgzf_close(writer->file);
  free(writer);
  return result < 0 ? -1 : 0;
}

int tabix_index_write(const char *path, int chromosome_column, int position_column, char comment) {
  errno = 0;
  tbx_conf_t layout = {TBX_GENERIC, chromosome_column, position_column, 0, comment, 0};
  return tbx_index_build(path, 0, &layout) < 0 ? -1 : 0;
}
