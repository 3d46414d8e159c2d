import Reporting
import StudyModel
import Testing

struct ScaleWordsTests {
  private func words(_ exposure: String?, _ outcome: String?) -> ScaleWords {
    ScaleWords(
      scale: EffectScale(
        exposureType: .continuous,
        exposureUnits: exposure,
        outcomeType: .continuous,
        outcomeUnits: outcome
      ),
      exposure: "CXCL10",
      outcome: "body mass index",
      words: BuiltInWords.book
    )
  }

  @Test func namedUnitsStandBeforeWhatTheyMeasure() {
    #expect(words("SD", "SD").sentence == "SD change in body mass index per SD higher CXCL10")
  }

  @Test func unknownUnitsAreOfTheTraitAndAsReported() {
    #expect(
      words(nil, nil).sentence
        == "Change in units of body mass index as reported per unit of CXCL10 as reported"
    )
  }
}
