import Foundation

/// A table of thirty variants (rs1 … rs30; β 0.01 … 0.30) in each compression, made with zlib.
enum CompressedFixture {
  /// One gzip member.
  static let gzip = bytes(
    """
    H4sIAAAAAAACA0XRu04DMRSE4dp5F9DOnL2WVHQREg+AlshRipVAyYrnjw8wmcay/6k++f34Vur5XE/7x7ptdavla7/Uqx6f\
    dV/LrZbvn3U7XG8oL+W1dM8d/g7Up6VlKvOR0bUe6uGO1nv13p2tD+qDe7Q+qo/ufeuT+uQ+tD6rz+5j64v64j4lq/sf2uUx\
    zDkIDIORYogMk5lkyAybmWYIDaOZaEgNq5lqiA2zmWzIDbuZbggOw5lwSA7LmXJKTsuZckpOy/n715LT8kg5JaflkXJKTssj\
    5ZSclkfKKTktj5RTcloeKafktDxSTslpeaQ8JA/LYz7cAYAn888QAwAA
    """
  )

  /// Two gzip members, one after the other, cut in the middle of a line.
  static let gzipMembers = bytes(
    """
    H4sIAAAAAAACA0XPPQ7CMAwF4NncBRTnPyMTG6rEAVBArhgigdqI8+OIul6s5+9N73adgOaZnv1eW6NG8O4vWuR5UK+wEny+\
    tR2WFeEMFzAng/+DdCzMVtjujIbdiTt1ZPfiXt2yB/Gg7tijeFT37Ek8qQf2LJ7VI3sRL+ppzDJbwWEv8ihkMI7BP4XI3k0s\
    AQAAH4sIAAAAAAACA0XPMQ7CQBQD0XpzF6L99ibZlFSchAvA/SVihHE30qumV6vnrc7l9S60e3u0vl7R1/4FdAENDJRgGEYA\
    gs2wBSjYDXtgCA7DEdgE0zADu+A0nIHjAvQfXPGHKShDBXQOnyPn1Dl8jpxT5/A5ck6dw+fIOXUOnyPn1Dl8jpxT5/A5ck6d\
    w+fIOXVOnzPnnMsHkSazW+QBAAA=
    """
  )

  /// Two bgzip blocks, cut in the middle of a line, and the end-of-file block of 28 bytes.
  static let bgzip = bytes(
    """
    H4sIBAAAAAAA/wYAQkMCALIARc+7CsJAEIXhenwXZc/mXlrZieADSJQJFgtKEnx+Z9CTaZbZ71T/9XwRnSZ9rLexFC0qr/Wp\
    Mz93XUdZVN6fsezmBXKUk6RDwu+B7gfjTM4bI5lX9Coc5jW9Ds/mDb0Jr8xbehtem3f0Lrwx7+l9eGs+0IfwzrPSf7BjG3of\
    GIwIhheDyYjk7MlgM6I5ezMYjYjOHg1Ww6u/qDHf1pABAAAfiwgEAAAAAAD/BgBCQwIAkwBFz7ENwzAQQ9Fa3iWGjidZcpnK\
    k2SBZH8gIhKa3Qde9WuUeD2Q2/sTR3mWq9R9Rd3rDxphCIahE6ZgGg7CKTgNYwHqH1bcMAkhCMNJgAA3ZCWkIA1BaIJmAKEL\
    uoHn0Dl8njyHzuHz5Dl0Dp8nz6Fz+Dx5njpPn+fcviKHat2AAQAAH4sIBAAAAAAA/wYAQkMCABsAAwAAAAAAAAAAAA==
    """
  )

  /// The decompressed table.
  static let text =
    "SNP\teffect_allele\tother_allele\tbeta\tse\tpval\n"
    + (1...30).map { index in
      "rs\(index)\tA\tG\t0.\(index < 10 ? "0" : "")\(index)\t0.01\t1e-\(index + 8)\n"
    }.joined()

  private static func bytes(_ base64: String) -> [UInt8] {
    Data(base64Encoded: base64).map { [UInt8]($0) } ?? []
  }
}
