import Foundation
import Reporting
import StudyModel
import Testing

struct LeaveOneOutPagesTests {
  private func page(_ change: (inout PairResult) -> Void) throws -> String {
    let changed = try CommittedReleases.changed("bmi-chd") { release in change(&release.pairs[0]) }
    return try #require(
      CommittedReleases.text("bmi-chd/traits/BMI.md", of: CommittedReleases.site([changed]))
    )
  }

  @Test func theReasonIsTheSameInLedeAndTable() throws {
    let page = try page { pair in
      pair.leaveOneOut = []
      pair.leaveOneOutNotEstimated = NotEstimated(reason: .tooManyVariants, needed: 31, available: 79)
    }
    let reason =
      "Not made: IVW, random effects would be run anew without each variant, which is done for up to 31 variants."
    #expect(page.components(separatedBy: reason).count == 3)
    #expect(!page.contains("Without any one variant too few are left"))
  }

  @Test func aPrimaryMethodWithoutAnEstimateIsNamed() throws {
    let page = try page { pair in
      pair.leaveOneOut = []
      pair.estimates[pair.estimates.firstIndex { $0.method == .ivwRandomEffects }!] = MethodOutcome(
        method: .ivwRandomEffects,
        notEstimated: NotEstimated(reason: .notFinite)
      )
    }
    let reason =
      "There is no estimate to leave a variant out of. IVW, random effects: out of numerical range."
    #expect(page.components(separatedBy: reason).count == 3)
    #expect(page.contains("> Not tested: out of numerical range."))
  }

  @Test func crossingsAreCountedAndOnesNearTheNullSaidToSayLittle() throws {
    let page = try page { pair in
      let primary = pair.estimates.firstIndex { $0.method == .ivwRandomEffects }!
      pair.estimates[primary].result?.estimate.value = 0.01
      for row in 0..<3 {
        pair.leaveOneOut[row].moves = [.signChanged, .alarm]
        pair.leaveOneOut[row].shift = -0.4
      }
      pair.leaveOneOut[3].moves = [.significanceGained]
    }
    #expect(page.contains("⚠ **moves:** the estimate changes sign"))
    #expect(page.contains("79 rows; 3 are alarms. Leaving out one of them takes p below 0.05."))
    #expect(page.contains("lies within one standard error of the null"))
  }

  @Test func aShiftOfMoreThanAStandardErrorAcrossTheNullSaysSomething() throws {
    let page = try page { pair in
      let primary = pair.estimates.firstIndex { $0.method == .ivwRandomEffects }!
      pair.estimates[primary].result?.estimate.value = 0.01
      pair.leaveOneOut[0].moves = [.signChanged, .alarm]
      pair.leaveOneOut[0].shift = -2.5
    }
    #expect(!page.contains("lies within one standard error of the null"))
  }

  @Test func rowsThatTakePAcrossTheLevelAreCounted() throws {
    let site = try CommittedReleases.wholeSite.get()
    let page = try #require(CommittedReleases.text("immune-osteomyelitis/traits/MONO.md", of: site))
    #expect(page.contains("39 rows; none is an alarm. Leaving out any of 16 takes p below 0.05."))
  }

  @Test func theFlowOfAPairThatWasNotAnalysedEndsWithNoneUsed() throws {
    let site = try CommittedReleases.wholeSite.get()
    let page = try #require(CommittedReleases.text("immune-osteomyelitis/traits/MONO.md", of: site))
    #expect(page.contains("42 selected. Left out: 42 no look-up supplied for the outcome; 0 used."))
    #expect(page.contains("All for the same reason: no look-up supplied for the outcome."))
    let rows = page.components(separatedBy: "#### Reverse: 42 excluded")[1].split(separator: "\n")
    #expect(rows.filter { $0.hasPrefix("| rs") }.count == 42)
  }

  @Test func aSimulatedPrimaryEstimateCarriesItsError() throws {
    let changed = try CommittedReleases.changed("bmi-chd") { release in
      release.header.design.settings.primaryMethod = .weightedMedian
      for index in release.conclusions.families.indices {
        release.conclusions.families[index].method = .weightedMedian
      }
    }
    let page = try #require(
      CommittedReleases.text("bmi-chd/traits/BMI.md", of: CommittedReleases.site([changed]))
    )
    #expect(
      page.contains("The standard error is simulated (10,000 draws): another seed would move it by about")
    )
  }

  @Test func aVariantWithoutWhichThereIsNoEstimateIsNamed() throws {
    let page = try page {
      $0.leaveOneOutMissing = [
        MissingEstimate(variant: "rs1", notEstimated: NotEstimated(reason: .equalExposureEffects))
      ]
    }
    #expect(page.contains("Without rs1 there is no estimate: all effects on the exposure are equal."))
  }

  @Test func aDistortionThatIsMissingHasItsReason() throws {
    let page = try page {
      $0.presso.distortion = nil
      $0.presso.distortionNotEstimated = NotEstimated(reason: .tooFewVariants, needed: 2, available: 1)
    }
    #expect(page.contains("Distortion: needs 2 variants."))
  }

  /// A p of a comparison that cannot be made is not printed.
  @Test func whatSelectionAddsIsSaid() throws {
    let page = try page {
      $0.steiger.pair?.verdict = .cannotBeAssessed
      $0.steiger.pair?.exposureNoiseGivenSelection = 0.0123
    }
    let forward = page.components(separatedBy: "### Reverse: Steiger")[0]
    #expect(forward.contains("from noise alone, 1.2% in variants chosen by their p as these were)"))
    #expect(forward.contains("Cannot be assessed: noise alone would explain about as much"))
    #expect(!forward.contains("so large a difference"))
  }

  @Test func anUndecidedDirectionHasNoSensitivityRatio() throws {
    let page = try page { $0.steiger.pair?.verdict = .undecided }
    let parts = page.components(separatedBy: "### Reverse: Steiger")
    #expect(!parts[0].contains("Sensitivity ratio"))
    #expect(parts[1].contains("Sensitivity ratio"))
  }
}
