import StudyModel

/// truth.json: what simulated figures were drawn from, as `simulate` writes it beside them.
package enum TruthFile {
  /// - Throws: where the truth holds a number that is not finite.
  package static func encode(_ truth: SimulationTruth, file: String) throws(InputError) -> [UInt8] {
    JSONLayout.document(try ModelCoding.encode(truth, file: file))
  }

  /// - Parameter file: as the person wrote it.
  /// - Throws: what is wrong with it, and where.
  package static func decode(_ bytes: [UInt8], file: String) throws(InputError) -> SimulationTruth {
    do {
      return try ModelCoding.decode(SimulationTruth.self, from: JSONParser.parse(bytes), file: file)
    } catch let error as InputError {
      throw error
    } catch {
      throw InputError(
        InputProblem(
          file: file,
          summary: "is no JSON: \(error)",
          remedy: "take the file that 'simulate' wrote"
        )
      )
    }
  }
}
