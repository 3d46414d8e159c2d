import Reporting
import Testing

@Suite struct VariantFlowFigureTests {
  private static let steps: [VariantFlowFigure.Step] = [
    .init(count: 2041, label: "candidate rows read"),
    .init(
      count: 2038,
      label: "selected",
      losses: [
        .init(count: 2, reason: "repeats an earlier row"), .init(count: 1, reason: "left out by name"),
      ]
    ),
    .init(
      count: 84,
      label: "independent: leads of their clumps",
      losses: [.init(count: 1954, reason: "clumped with a stronger variant")]
    ),
    .init(
      count: 82,
      label: "found in the outcome",
      losses: [.init(count: 2, reason: "not in the outcome’s file")]
    ),
    .init(
      count: 80,
      label: "brought to one allele",
      losses: [.init(count: 2, reason: "palindromic, and a frequency is near one half")]
    ),
    .init(count: 80, label: "used"),
  ]

  static let sample = VariantFlowFigure(
    id: "flow",
    title: "From candidates to instruments",
    steps: steps,
    words: BuiltInWords.book
  )

  /// A flow of two steps with so many reasons between them; none at all for 0.
  static func sample(losses count: Int) -> VariantFlowFigure {
    var figure = sample
    let losses = (0..<count).map { VariantFlowFigure.Loss(count: $0 + 1, reason: "reason \($0 + 1)") }
    figure.steps =
      count == 0 ? [] : [steps[0], .init(count: 80, label: "used", losses: losses)]
    return figure
  }

  private static func figure(_ steps: [VariantFlowFigure.Step]) -> ReportFigure? {
    VariantFlowFigure(
      id: "flow",
      title: "From candidates to instruments",
      steps: steps,
      words: BuiltInWords.book
    ).figure()
  }

  @Test func noStepIsNoFigure() { #expect(Self.figure([]) == nil) }

  @Test(arguments: 1...6)
  func anyNumberOfStepsFits(count: Int) throws {
    Layout.expectSound(try #require(Self.figure(Array(Self.steps.prefix(count)))))
  }

  @Test func manyLongReasonsFit() throws {
    var steps = Self.steps
    steps[2].losses = (1...20).map { index in
      .init(
        count: index * 1_000_000,
        reason: String(repeating: "a reason of many words ", count: 3) + "\(index)"
      )
    }
    steps[3].label = String(repeating: "verylongword", count: 7)
    Layout.expectSound(try #require(Self.figure(steps)))
  }

  @Test func everyLossStandsInTheWordsAndInTheData() throws {
    let figure = try #require(Self.figure(Self.steps))
    for loss in Self.steps.flatMap(\.losses) {
      #expect(figure.description.contains(loss.reason))
      #expect(figure.data.contains("left out: \(loss.reason)\t\(loss.count)\n"))
    }
  }
}
