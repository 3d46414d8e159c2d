import GWASFormats
import StudyModel

/// The index of a genome-wide file, by which single places of it are read.
struct UsedIndex: Hashable, Sendable {
  /// As the person would write it.
  let path: String
  /// Where it lies.
  let location: String
  let sha256: String

  /// Nil where the file has none.
  ///
  /// - Throws: where the index cannot be read.
  init?(besides file: FileToScan) throws(InputError) {
    guard let location = IndexedFile.index(besides: file.location) else { return nil }
    self.location = location
    path = file.file.file.path + location.dropFirst(file.location.count)
    sha256 = try FileDigest.sha256(location, name: path)
  }

  /// As the release lists it.
  var input: InputFile {
    InputFile(id: path, role: .index, trait: nil, sha256: sha256, rows: 0, layout: "tabix")
  }
}

/// The rows that a look-up found, and the index that it read them by; nil where it read the whole file.
struct LookedUp: Sendable {
  var rows: [FoundRow]
  var index: UsedIndex?
}
