import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct MedianLeaveOneOutTests {
  private func rows(_ method: MethodID, _ variants: [HarmonisedVariant], draws: Int = 2_000)
    -> [LeaveOneOutEstimate]
  {
    LeaveOneOut(method: method, significanceLevel: 0.05, context: context(draws: draws)).estimates(variants)
      .rows
  }

  /// Another derivation: the median of the others, and its bootstrap, made anew without each variant.
  @Test(
    arguments: ["body_fat_chd", "adiponectin_chd", "waist_to_hip_ratio_chd"],
    [MethodID.weightedMedian, .simpleMedian]
  )
  func agreesWithRunningTheMethodAnew(_ dataset: String, _ method: MethodID) throws {
    let variants = try ReferenceTables.variants(dataset)
    for (index, row) in rows(method, variants).enumerated() {
      var others = variants
      others.remove(at: index)
      let anew = try #require(MethodTable.outcome(method, others, context: context(draws: 2_000)).result)
      #expect(isClose(row.estimate.value, anew.estimate.value, relative: 1e-9))
      // Two simulated standard errors: five standard deviations of their difference.
      let error = try #require(anew.monteCarlo).standardErrorOfStandardError
      #expect(abs(row.estimate.standardError - anew.estimate.standardError) < 5 * 1.5 * error)
    }
  }

  /// Places where the variant left out is the crossing itself, or stands right before it.
  @Test(arguments: 4...9)
  func mediansOfFewVariants(_ count: Int) throws {
    var stream = RandomStream(StreamKey(seed: 3, names: ["few"]), simulation: UInt64(count))
    for _ in 0..<50 {
      let variants = (0..<count).map { index in
        variant(
          "rs\(index)",
          x: 0.1,
          y: stream.nextUniform() - 0.5,
          yError: 0.01 + 0.2 * stream.nextUniform()
        )
      }
      for (index, row) in rows(.weightedMedian, variants, draws: 2).enumerated() {
        var others = variants
        others.remove(at: index)
        #expect(isClose(row.estimate.value, MedianBootstrap(SummaryEffects(others)).median, relative: 1e-9))
      }
    }
  }

  @Test func ofThreeVariantsTwoAreTooFewForAMedian() {
    let three = (1...3).map { variant("rs\($0)", x: 0.1, y: 0.01 * Double($0)) }
    let found = LeaveOneOut(method: .weightedMedian, significanceLevel: 0.05, context: context()).estimates(
      three
    )
    #expect(found.rows.isEmpty)
    #expect(found.missing?.map(\.notEstimated.reason) == [.tooFewVariants, .tooFewVariants, .tooFewVariants])
  }
}
