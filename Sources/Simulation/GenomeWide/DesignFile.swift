import FileReading
import Foundation
import StrictYAML
import StudyModel

extension SimulationDesign {
  /// Bytes of the largest design that is read.
  private static let largestFile = 1 << 20

  /// Reads a design.
  ///
  /// - Throws: every problem at once, each with line and column.
  package static func load(_ path: String) throws(InputError) -> SimulationDesign {
    let bytes: [UInt8]
    do throws(WholeFile.Refusal) {
      bytes = try WholeFile(path: path, limit: largestFile).bytes()
    } catch {
      throw InputError(InputProblem(file: path, summary: error.summary, remedy: error.remedy))
    }
    do {
      let document = try StrictDocument(bytes, table: DesignKeys.design)
      var reader = DesignReader(root: document.root)
      let problems = YAMLProblems(document.problems + reader.problems)
      guard problems.problems.isEmpty else { throw problems }
      if let name = document.root.text("traits_table") {
        reader.table = try DesignTraits(path: path, name: name).read()
      }
      if let problem = reader.unknownTraits { throw YAMLProblems([problem]) }
      guard let design = reader.design else {
        throw YAMLProblems([
          YAMLProblem(
            .start,
            "the design has no trait",
            remedy: "list some under 'traits', or name a 'traits_table'"
          )
        ])
      }
      return design
    } catch let error as InputError {
      throw error
    } catch let error as YAMLProblems {
      throw InputError(
        error.problems.map { problem in
          InputProblem(
            file: path,
            line: problem.position.line,
            column: problem.position.column,
            summary: problem.summary,
            remedy: problem.remedy
          )
        }
      )
    } catch {
      throw InputError(InputProblem(file: path, summary: "cannot be read: \(error)"))
    }
  }

  /// Every key of a design as Markdown tables.
  package static func keyReference() -> String { KeyReference(DesignKeys.design).markdown }
}

/// Makes a design of a file that passed its key table.
private struct DesignReader {
  let root: CheckedMapping
  /// Those of the design's table.
  var table: [TraitDesign] = []

  /// Nil where something required is missing, which the key table reports.
  var design: SimulationDesign? {
    let traits = root.list("traits").compactMap(\.mapping).compactMap(trait) + table
    guard let name = root.text("name"), let seed = root.integer("seed"),
      let disease = root.mapping("disease").flatMap(disease), !traits.isEmpty
    else { return nil }
    var design = SimulationDesign(name: name, seed: UInt64(seed), traits: traits, disease: disease)
    design.panel = root.mapping("panel").map(panel) ?? design.panel
    design.effects = root.list("effects").compactMap(\.mapping).compactMap(effect)
    design.noiseCorrelation = root.number("noise_correlation") ?? design.noiseCorrelation
    design.overlapCorrelation = root.number("overlap_correlation") ?? design.overlapCorrelation
    design.pThreshold = root.number("p_threshold") ?? design.pThreshold
    if let pleiotropy = root.mapping("pleiotropy") {
      design.pleiotropy.share = pleiotropy.number("share") ?? design.pleiotropy.share
      design.pleiotropy.size = pleiotropy.number("size") ?? design.pleiotropy.size
    }
    return design
  }

  var problems: [YAMLProblem] {
    let traits = root.list("traits").compactMap(\.mapping)
    let disease = root.mapping("disease")
    return repetitions(traits, "id")
      + repetitions(traits + [disease, disease?.mapping("later")].compactMap { $0 }, "file")
      + overlapProblems + laterProblems
  }

  /// A later release holds the people of the earlier one.
  private var laterProblems: [YAMLProblem] {
    guard let disease = root.mapping("disease"), let later = disease.mapping("later") else { return [] }
    return ["cases", "controls"].compactMap { key in
      guard let before = disease.integer(key), let after = later.integer(key), after < before else {
        return nil
      }
      return YAMLProblem(
        later.position(of: key),
        "\(after) \(key) are fewer than the \(before) of the earlier release",
        remedy: "count those of the earlier release as well"
      )
    }
  }

  private func repetitions(_ mappings: [CheckedMapping], _ key: String) -> [YAMLProblem] {
    var seen: Set<String> = []
    return mappings.compactMap { mapping in
      guard let text = mapping.text(key), !seen.insert(text).inserted else { return nil }
      return YAMLProblem(mapping.position(of: key), "'\(text)' stands twice", remedy: "name each once")
    }
  }

  /// An effect of a trait that the design does not have; nil where there is none.
  var unknownTraits: YAMLProblem? {
    let traits = root.list("traits").compactMap(\.mapping).compactMap(trait) + table
    let known = Set(traits.map(\.id.rawValue))
    return root.list("effects").compactMap(\.mapping).lazy.compactMap { effect in
      guard let trait = effect.text("trait"), !known.contains(trait) else { return nil }
      return YAMLProblem(
        effect.position(of: "trait"),
        "no trait has the id '\(trait)'",
        remedy: "name one of the traits"
      )
    }.first
  }

  /// The traits share one factor, and the disease shares it with them.
  private var overlapProblems: [YAMLProblem] {
    let overlap = root.number("overlap_correlation") ?? 0
    let noise = root.number("noise_correlation") ?? 0
    guard overlap * overlap > noise else { return [] }
    return [
      YAMLProblem(
        root.position(of: "overlap_correlation"),
        "\(overlap) is more than the root of 'noise_correlation' (\(noise)) allows",
        remedy: "set it to at most √noise_correlation"
      )
    ]
  }

  private func panel(_ mapping: CheckedMapping) -> PanelDesign {
    var panel = PanelDesign()
    panel.seed = mapping.integer("seed").flatMap { UInt64(exactly: $0) } ?? panel.seed
    panel.people = mapping.integer("people") ?? panel.people
    panel.windows = mapping.integer("windows") ?? panel.windows
    panel.variantsPerWindow = mapping.integer("variants_per_window") ?? panel.variantsPerWindow
    panel.windowKilobases = mapping.number("window_kb") ?? panel.windowKilobases
    panel.isSplit = mapping.boolean("split") ?? panel.isSplit
    return panel
  }

  private func trait(_ mapping: CheckedMapping) -> TraitDesign? {
    guard let id = mapping.text("id").flatMap(TraitID.init), let people = mapping.integer("n"),
      let file = mapping.text("file"), let loci = loci(mapping)
    else { return nil }
    return TraitDesign(id: id, people: people, file: file, loci: loci)
  }

  private func disease(_ mapping: CheckedMapping) -> DiseaseDesign? {
    guard let id = mapping.text("id").flatMap(TraitID.init), let cases = mapping.integer("cases"),
      let controls = mapping.integer("controls"), let file = mapping.text("file"), let loci = loci(mapping)
    else { return nil }
    let later = mapping.mapping("later").flatMap(later)
    return DiseaseDesign(id: id, cases: cases, controls: controls, file: file, loci: loci, later: later)
  }

  private func later(_ mapping: CheckedMapping) -> LaterRelease? {
    guard let cases = mapping.integer("cases"), let controls = mapping.integer("controls"),
      let file = mapping.text("file")
    else { return nil }
    return LaterRelease(cases: cases, controls: controls, file: file)
  }

  private func loci(_ mapping: CheckedMapping) -> LocusDesign? {
    guard let real = mapping.integer("real"), let chance = mapping.integer("chance") else { return nil }
    var loci = LocusDesign(real: real, chance: chance)
    let bounds = mapping.list("lambda").compactMap(\.number)
    if let low = bounds.min(), let high = bounds.max() { loci.lambda = low...high }
    loci.minorAlleleFrequency = mapping.number("maf") ?? loci.minorAlleleFrequency
    return loci
  }

  private func effect(_ mapping: CheckedMapping) -> SimulationTruth.Effect? {
    guard let trait = mapping.text("trait").flatMap(TraitID.init),
      let direction = mapping.text("direction").flatMap(Direction.init), let effect = mapping.number("effect")
    else { return nil }
    return SimulationTruth.Effect(trait: trait, direction: direction, effect: effect)
  }
}
