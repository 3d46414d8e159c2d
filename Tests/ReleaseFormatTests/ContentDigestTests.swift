import ReleaseFormat
import Testing

@Suite struct ContentDigestTests {
  /// Examples of FIPS 180-4 (NIST, "SHA-256 examples").
  @Test func standardExamples() {
    #expect(
      ContentDigest.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
    #expect(
      ContentDigest.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  }

  @Test func piecesMakeNoDifference() {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var digest = ContentDigest()
    for start in stride(from: 0, to: bytes.count, by: 997) {
      bytes[start..<min(start + 997, bytes.count)].withUnsafeBytes { digest.update($0) }
    }
    #expect(digest.finish() == ContentDigest.sha256(bytes))
  }

  @Test func copiesGoTheirOwnWays() {
    var first = ContentDigest()
    Array("a".utf8).withUnsafeBytes { first.update($0) }
    var second = first
    Array("bc".utf8).withUnsafeBytes { second.update($0) }
    #expect(first.finish() == ContentDigest.sha256(Array("a".utf8)))
    #expect(second.finish() == ContentDigest.sha256(Array("abc".utf8)))
    #expect(second.finish() == ContentDigest.sha256([]))
  }
}
