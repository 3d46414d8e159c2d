#ifndef CHTSLIB_SHIM_H
#define CHTSLIB_SHIM_H

#include <stddef.h>
#include <stdint.h>

// Reads a file that may be plain, gzip or bgzip; the headers of htslib and ISA-L stay out of Swift.
// The functions return -1 or NULL on failure; errno then holds the system's reason, or 0 where the content is at
// fault.

/// One open file.
typedef struct compressed_reader compressed_reader;

/// What the file's first bytes say it is.
typedef enum {
  COMPRESSED_READER_PLAIN = 0,
  COMPRESSED_READER_GZIP = 1,
  COMPRESSED_READER_BGZIP = 2,
} compressed_reader_kind;

/// Opens a local file; a directory fails with EISDIR, and what is no regular file with ESPIPE.
///
/// A bgzip file is decompressed by that many threads beside the caller's; 0 for none.
compressed_reader *compressed_reader_open(const char *path, int threads);

compressed_reader_kind compressed_reader_get_kind(const compressed_reader *reader);

/// 1 where a bgzip file ends with its end-of-file block, or the file is not bgzip; 0 where it was cut short.
int compressed_reader_has_end(compressed_reader *reader);

/// Bytes of the file as it lies on the disk, and of those how many have been read.
int64_t compressed_reader_size(const compressed_reader *reader);
int64_t compressed_reader_position(compressed_reader *reader);

/// Fills the buffer with up to `length` decompressed bytes; returns their number, 0 at the end.
ptrdiff_t compressed_reader_read(compressed_reader *reader, void *buffer, size_t length);

/// Frees the reader; 0, or -1 where closing shows that reading had failed.
int compressed_reader_close(compressed_reader *reader);

/// A bgzip file with the index of its rows by position.
typedef struct indexed_reader indexed_reader;

/// Opens both; the index is a .tbi or a .csi.
indexed_reader *indexed_reader_open(const char *path, const char *index_path);

/// Begins to read the rows that touch first...last (one-based) of the chromosome as the file names it; 0, 1 where the
/// index does not know the chromosome, -1 on failure.
int indexed_reader_seek(indexed_reader *reader, const char *chromosome, int64_t first, int64_t last);

/// The next row without its line end, valid until the next call; NULL at the end, and `failed` is then set where that is
/// not the end.
const char *indexed_reader_next(indexed_reader *reader, size_t *length, int *failed);

void indexed_reader_close(indexed_reader *reader);

/// A bgzip file that is being written.
typedef struct compressed_writer compressed_writer;

/// Makes the file anew.
compressed_writer *compressed_writer_open(const char *path, int is_blocked);
int compressed_writer_write(compressed_writer *writer, const void *bytes, size_t length);
int compressed_writer_close(compressed_writer *writer);

/// Writes PATH.tbi for a bgzip file whose rows are sorted; columns are counted from 1, and lines that begin with `comment`
/// are no rows.
int tabix_index_write(const char *path, int chromosome_column, int position_column, char comment);

#endif
