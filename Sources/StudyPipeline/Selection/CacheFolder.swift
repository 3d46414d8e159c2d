import Foundation
import ReleaseFormat

/// A folder of entries that may go at any time. Whatever cannot be read or written counts as not there.
struct CacheFolder: Sendable {
  private let path: String

  /// Beyond so many bytes in all the entries that were not used for longest go.
  private static let mostBytes = 2 << 30

  init(_ path: String) { self.path = path }

  // MARK: Which content a file has

  /// Of a file that is as it was when its content was noted; nil where that is not known.
  func content(of identity: FileIdentity) -> String? {
    guard let noted = entry(NotedContent.self, name(of: identity)), noted.identity == identity else {
      return nil
    }
    return noted.sha256
  }

  /// Only of files that a change after they were looked at would show of.
  func note(content sha256: String, of identity: FileIdentity, seenAt start: Date) {
    guard identity.isSettled(at: start) else { return }
    put(NotedContent(identity: identity, sha256: sha256), name(of: identity))
  }

  private struct NotedContent: Codable {
    var identity: FileIdentity
    var sha256: String
  }

  private func name(of identity: FileIdentity) -> String {
    let parts = [
      "\(identity.device)", "\(identity.node)", "\(identity.size)", "\(identity.modified)",
      "\(identity.changed)",
    ]
    return ContentDigest.sha256(Array(parts.joined(separator: " ").utf8))
  }

  // MARK: Entries

  /// Nil where there is none of that name, or it is damaged.
  func entry<Value: Decodable>(_ type: Value.Type, _ name: String) -> Value? {
    let file = "\(path)/\(name)"
    guard let data = FileManager.default.contents(atPath: file),
      let end = data.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let body = data[(end + 1)...]
    guard String(decoding: data[..<end], as: UTF8.self) == ContentDigest.sha256([UInt8](body)) else {
      return nil
    }
    guard let value = try? JSONDecoder().decode(type, from: Data(body)) else { return nil }
    // So that it counts as used.
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file)
    return value
  }

  /// Written beside and renamed, so that nobody reads half of it.
  func put(_ value: some Encodable, _ name: String) {
    guard let body = try? JSONEncoder().encode(value) else { return }
    let manager = FileManager.default
    try? manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    let data = Data((ContentDigest.sha256([UInt8](body)) + "\n").utf8) + body
    try? data.write(to: URL(fileURLWithPath: "\(path)/\(name)"), options: .atomic)
    prune()
  }

  private func prune() {
    let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: URL(fileURLWithPath: path),
        includingPropertiesForKeys: Array(keys)
      )) ?? []
    var entries = files.compactMap { url -> (url: URL, size: Int, used: Date)? in
      guard let values = try? url.resourceValues(forKeys: keys), let size = values.fileSize,
        let used = values.contentModificationDate
      else { return nil }
      return (url, size, used)
    }
    var total = entries.map(\.size).reduce(0, +)
    guard total > Self.mostBytes else { return }
    entries.sort { $0.used < $1.used }
    for entry in entries where total > Self.mostBytes {
      try? FileManager.default.removeItem(at: entry.url)
      total -= entry.size
    }
  }
}
