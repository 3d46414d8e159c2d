#ifndef CFOLDER_EXCHANGE_H
#define CFOLDER_EXCHANGE_H

// What the C library offers for this stands behind macros that Swift does not see.

/// Lets two paths of one file system change places in one step. Returns 0, or -1 with the reason in errno: ENOSYS or
/// EINVAL where the system or the file system cannot do it.
int folder_exchange(const char *first, const char *second);

#endif
