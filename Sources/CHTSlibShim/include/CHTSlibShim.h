#ifndef CHTSLIB_SHIM_H
#define CHTSLIB_SHIM_H

#include <stddef.h>

// Reads a file that may be plain, gzip or bgzip through htslib, whose own headers stay out of Swift.
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

/// Opens a local file; a directory fails with EISDIR.
compressed_reader *compressed_reader_open(const char *path);

compressed_reader_kind compressed_reader_get_kind(const compressed_reader *reader);

/// 1 where a bgzip file ends with its end-of-file block, or the file is not bgzip; 0 where it was cut short.
int compressed_reader_has_end(compressed_reader *reader);

/// Fills the buffer with up to `length` decompressed bytes; returns their number, 0 at the end.
ptrdiff_t compressed_reader_read(compressed_reader *reader, void *buffer, size_t length);

/// Frees the reader; 0, or -1 where closing shows that reading had failed.
int compressed_reader_close(compressed_reader *reader);

#endif
