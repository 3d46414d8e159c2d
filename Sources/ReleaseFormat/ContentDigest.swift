import CLibCrypto

/// A running SHA-256 (FIPS 180-4) over bytes that arrive in pieces; how the pieces are cut changes nothing.
package struct ContentDigest {
  private var state = DigestState()

  package init() {}

  /// Appends bytes to what is digested.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else { return }
    if !isKnownUniquelyReferenced(&state) { state = DigestState(copying: state) }
    state.update(bytes)
  }

  /// Gives the checksum of everything so far as 64 lower-case hexadecimal digits and starts anew.
  package mutating func finish() -> String {
    if !isKnownUniquelyReferenced(&state) { state = DigestState(copying: state) }
    let digest = state.finish()
    state = DigestState()
    return hexadecimal(digest)
  }

  /// The checksum of bytes that are all at hand.
  package static func sha256(_ bytes: [UInt8]) -> String {
    var digest = ContentDigest()
    bytes.withUnsafeBytes { digest.update($0) }
    return digest.finish()
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// Owns one EVP context. A call can fail only where the machine is out of memory or its libcrypto has no
/// SHA-256: a checksum that cannot be trusted is worse than an end, so the program stops there.
private final class DigestState {
  private let context: OpaquePointer

  init() {
    context = Self.allocate()
    Self.demand(EVP_DigestInit_ex(context, EVP_sha256(), nil))
  }

  init(copying other: DigestState) {
    context = Self.allocate()
    Self.demand(EVP_MD_CTX_copy_ex(context, other.context))
  }

  deinit { EVP_MD_CTX_free(context) }

  func update(_ bytes: UnsafeRawBufferPointer) {
    Self.demand(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
  }

  func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    Self.demand(EVP_DigestFinal_ex(context, &digest, &length))
    return Array(digest.prefix(Int(length)))
  }

  private static func allocate() -> OpaquePointer {
    guard let context = EVP_MD_CTX_new() else { preconditionFailure("libcrypto is out of memory") }
    return context
  }

  private static func demand(_ status: Int32) {
    precondition(status == 1, "libcrypto cannot compute SHA-256")
  }
}
