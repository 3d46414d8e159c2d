import MendelianRandomization
import StudyModel
import Testing

@Suite struct SharedFrequencyTests {
  private func shared(_ exposure: Double?, _ outcome: Double?) -> SharedFrequency {
    var variant = variant(x: 0.1, y: 0.2)
    variant.exposure.effectAlleleFrequency = exposure
    variant.outcome.effectAlleleFrequency = outcome
    return SharedFrequency(variant)
  }

  private func frequencies(_ exposure: Double?, _ outcome: Double?) -> [Double?] {
    let shared = shared(exposure, outcome)
    #expect(shared.exposure.beta == 0.1 && shared.outcome.beta == 0.2)
    return [shared.exposure.effectAlleleFrequency, shared.outcome.effectAlleleFrequency]
  }

  @Test func whoBorrowsIsKnown() {
    func borrows(_ exposure: Double?, _ outcome: Double?) -> [Bool] {
      let shared = shared(exposure, outcome)
      return [shared.exposureBorrows, shared.outcomeBorrows]
    }
    #expect(borrows(0.3, nil) == [false, true])
    #expect(borrows(nil, 0.4) == [true, false])
    #expect(borrows(0.3, 0.4) == [false, false])
    #expect(borrows(nil, nil) == [false, false])
  }

  @Test func eitherSideServesBoth() {
    #expect(frequencies(0.3, nil) == [0.3, 0.3])
    #expect(frequencies(nil, 0.4) == [0.4, 0.4])
  }

  @Test func eachKeepsItsOwn() {
    #expect(frequencies(0.3, 0.4) == [0.3, 0.4])
    #expect(frequencies(nil, nil) == [nil, nil])
  }
}
