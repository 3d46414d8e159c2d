import ReleaseFormat
import StudyModel

extension ReleaseChanges {
  /// diff.json.
  ///
  /// - Throws: where a number is not finite, which only a fault of the comparison can bring about.
  package func encoded() throws(InputError) -> [UInt8] {
    JSONLayout.document(try ModelCoding.encode(self, file: "diff.json"))
  }

  /// Takes what `encoded` made.
  ///
  /// - Parameter file: as the person wrote it.
  /// - Throws: what is wrong with it, and where.
  package static func decode(_ bytes: [UInt8], file: String) throws(InputError) -> ReleaseChanges {
    let token: JSONToken
    do {
      token = try JSONParser.parse(bytes)
    } catch {
      throw InputError(
        InputProblem(
          file: file,
          line: error.line,
          summary: error.summary,
          remedy: "compare the releases again"
        )
      )
    }
    let version = token["schema_version"]?.integer ?? 0
    guard version == currentSchemaVersion else {
      throw InputError(
        InputProblem(
          file: file,
          summary: "schema_version is \(version), and this mrreport reads \(currentSchemaVersion)",
          remedy: "compare the releases again"
        )
      )
    }
    return try ModelCoding.decode(ReleaseChanges.self, from: token, file: file)
  }
}
