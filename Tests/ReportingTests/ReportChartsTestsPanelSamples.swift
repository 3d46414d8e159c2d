import Charts
import Reporting
import StudyModel

extension Samples {
  private static let cytokines = [
    ("Chemokines", "IL-8 MIG CTACK Eotaxin IP-10 GROα MIP-1α MIP-1β RANTES MCP-1 MCP-3 SDF-1α"),
    ("Growth factors", "HGF SCF G-CSF SCGF-β VEGF β-NGF PDGF-BB M-CSF bFGF"),
    (
      "Interleukins",
      "IL-5 IL-2RA IL-1RA IL-10 IL-17 IL-12p70 IL-7 IL-6 IL-4 IL-13 IL-9 IL-18 IL-16 IL-2 IL-1β"
    ),
    ("Other", "IFN-γ MIF TRAIL TNF-α TNF-β"),
  ]

  /// A number between 0 and 1, the same for the same arguments.
  static func noise(_ first: Int, _ second: Int = 0, _ third: Int = 0) -> Double {
    var state = UInt64(truncatingIfNeeded: first &* 7919 &+ second &* 104_729 &+ third &* 1_299_709 &+ 12_345)
    for _ in 0..<3 { state = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9 &+ 0x9E37_79B9 }
    return Double((state ^ (state >> 31)) >> 33) / Double(UInt64(1) << 31)
  }

  // MARK: Grid

  static let methodNames = ["IVW", "Weighted median", "Weighted mode", "Simple mode", "MR-Egger"]

  static func grid(id: String = "grid") -> MethodGridFigure {
    grid(id: id, groups: cytokines.map { ($0.0, $0.1.split(separator: " ").map(String.init)) })
  }

  static func grid(
    id: String = "grid",
    groups: [(String, [String])],
    methods: [String] = methodNames,
    blocks: [String] = ["Forward", "Reverse"],
    value: ((Int, Int, Int) -> Double)? = nil
  ) -> MethodGridFigure {
    var number = 0
    let grouped = groups.map { name, traits in
      MethodGridFigure.Group(
        name: name,
        traits: traits.map { trait in
          number += 1
          let cells = blocks.indices.map { block in
            methods.indices.map { method in
              cell(number, block, method, value)
            }
          }
          return .init(name: trait, link: "traits/t\(number).html", isMarked: number % 13 == 2, cells: cells)
        }
      )
    }
    return MethodGridFigure(
      id: id,
      title: "Do the methods agree?",
      levelText: "0.05",
      methods: methods.enumerated().map { .init(name: $0.element, isPrimary: $0.offset == 0) },
      blocks: blocks,
      groups: grouped,
      words: BuiltInWords.book
    )
  }

  private static func cell(_ trait: Int, _ block: Int, _ method: Int, _ value: ((Int, Int, Int) -> Double)?)
    -> MethodGridFigure.Cell
  {
    if let value {
      return estimated(value(trait, block, method), error: 1, isNominal: false)
    }
    if trait == 36, block == 0, method > 0 { return .notEstimated(reason: "needs 3 variants") }
    let z = (noise(trait, block) - 0.5) * 4 + (noise(trait, block, method) - 0.5) * 1.5
    return estimated(z * 0.1, error: 0.1, isNominal: abs(z) > 1.96)
  }

  private static func estimated(_ value: Double, error: Double, isNominal: Bool) -> MethodGridFigure.Cell {
    .estimated(
      GridEstimate(
        value: value,
        standardError: error,
        shown: PlottedEstimate(
          estimate: NaturalLogarithm.inverse(value),
          low: NaturalLogarithm.inverse(value - 1.96 * error),
          high: NaturalLogarithm.inverse(value + 1.96 * error)
        ),
        unit: "OR per SD",
        p: PValue(isNominal ? 0.04 : 0.4),
        isNominal: isNominal
      )
    )
  }

  // MARK: Volcano

  static func volcano(_ count: Int, id: String = "volcano", name: String = "IL-") -> VolcanoFigure {
    let traits = (0..<count).map { index -> VolcanoFigure.Trait in
      let z = (noise(index, 1) + noise(index, 2) + noise(index, 3) - 1.5) * 3.4
      let height = index == 0 ? 2.52 : max(0, z * z / 4.6 - 0.1)
      let estimate = NaturalLogarithm.inverse(index == 0 ? -0.7 : z * 0.3 + (noise(index, 4) - 0.5) * 0.2)
      return .init(
        name: "\(name)\(index + 1)",
        link: "traits/IL-\(index + 1).html",
        estimate: estimate,
        negativeLog10P: height,
        estimateText: "0.50 (0.28–0.91)",
        pText: "0.023",
        p: PValue(negativeLog10: height),
        evidence: height > 3 ? .adjusted : (height > 1.301 ? .nominal : .neither)
      )
    }
    return volcano(traits, id: id)
  }

  static func volcano(_ traits: [VolcanoFigure.Trait], id: String = "volcano") -> VolcanoFigure {
    VolcanoFigure(
      id: id,
      title: "Forward: how unusual is the most unusual result?",
      summary: "Nothing crosses the line that the tests ask for.",
      axis: odds,
      xTitle: "Odds ratio per SD, log scale",
      level: 0.05,
      levelText: "0.05",
      tests: traits.count,
      points: traits,
      words: BuiltInWords.book
    )
  }
}
