#include "CHTSlibShim.h"

#include <errno.h>
#include <stdlib.h>

#include <htslib/bgzf.h>
#include <htslib/kstring.h>
#include <htslib/tbx.h>

struct indexed_reader {
  BGZF *file;
  tbx_t *index;
  hts_itr_t *rows;
  kstring_t row;
};

indexed_reader *indexed_reader_open(const char *path, const char *index_path) {
  hts_set_log_level(HTS_LOG_OFF);
  indexed_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  errno = 0;
  reader->file = bgzf_open(path, "r");
  if (reader->file) reader->index = tbx_index_load3(path, index_path, 0);
  if (reader->index) return reader;
  int reason = errno;
  indexed_reader_close(reader);
  errno = reason;
  return NULL;
}

int indexed_reader_seek(indexed_reader *reader, const char *chromosome, int64_t first, int64_t last) {
  if (reader->rows) hts_itr_destroy(reader->rows);
  reader->rows = NULL;
  int target = tbx_name2id(reader->index, chromosome);
  if (target < 0) return 1;
  reader->rows = tbx_itr_queryi(reader->index, target, first - 1, last);
  return reader->rows ? 0 : -1;
}

const char *indexed_reader_next(indexed_reader *reader, size_t *length, int *failed) {
  *failed = 0;
  if (!reader->rows) return NULL;
  int result = hts_itr_next(reader->file, reader->rows, &reader->row, reader->index);
  if (result < 0) {
    *failed = result < -1;
    return NULL;
  }
  *length = reader->row.l;
  return reader->row.s;
}

void indexed_reader_close(indexed_reader *reader) {
  if (reader->rows) hts_itr_destroy(reader->rows);
  if (reader->index) tbx_destroy(reader->index);
  if (reader->file) bgzf_close(reader->file);
  free(reader->row.s);
  free(reader);
}
