import Foundation
import StudyModel

/// Why an adjusted p-value crossed the level: by its own p, by the tests around it, or by what was asked for.
///
/// The same is found the other way round: the tests around it are the only cause where its own new p would not have crossed
/// among the old tests, and its old p would have among the new ones; and so with what was asked for.
struct CrossingCause {
  private let old: ConclusionFacts
  private let new: ConclusionFacts
  /// By their ids.
  private let oldFamilies: [String: FamilyCounterfactual]
  private let newFamilies: [String: FamilyCounterfactual]

  init(old: ConclusionFacts, new: ConclusionFacts) {
    self.old = old
    self.new = new
    oldFamilies = Self.counterfactuals(old.conclusions)
    newFamilies = Self.counterfactuals(new.conclusions)
  }

  /// - Parameters:
  ///   - family: that holds the test in both releases.
  ///   - adjustments: by which the p is adjusted in each.
  func kind(
    family: String,
    oldPair: PairID,
    newPair: PairID,
    adjustments: (old: AppraisalSettings.Adjustment, new: AppraisalSettings.Adjustment)
  ) -> Change.Kind {
    guard let before = old.tests(of: oldPair).first(where: { $0.family.id == family }),
      let after = new.tests(of: newPair).first(where: { $0.family.id == family }),
      let oldFamily = oldFamilies[family], let newFamily = newFamilies[family]
    else { return .crossed }
    // What was asked for: each release's own tests under the other's adjustment and level.
    if let newAsOld = passes(after.test, adjustments.old, before.family),
      let oldAsNew = passes(before.test, adjustments.new, after.family),
      let oldPassed = passes(before.test, adjustments.old, before.family),
      newAsOld == oldPassed, oldAsNew != oldPassed
    {
      return .crossedBySettings
    }
    // The company: each release's p among the other's tests.
    let (oldP, newP) = (before.test.pValue.negativeLog10, after.test.pValue.negativeLog10)
    let newAmongOld = oldFamily.adjusted(newP, inPlaceOf: oldP, by: adjustments.old)
    let oldAmongNew = newFamily.adjusted(oldP, inPlaceOf: newP, by: adjustments.new)
    let passedBefore = passes(before.test, adjustments.old, before.family)
    let stays = (newAmongOld > -log10(before.family.significanceLevel)) == passedBefore
    let wouldCross = (oldAmongNew > -log10(after.family.significanceLevel)) != passedBefore
    return stays && wouldCross ? .crossedByFamily : .crossed
  }

  /// Whether the test passes by that adjustment at the level of that family; nil where it has no such adjustment.
  private func passes(
    _ test: AdjustedTest,
    _ adjustment: AppraisalSettings.Adjustment,
    _ family: TestFamily
  ) -> Bool? {
    test.adjusted(adjustment).map { $0.value < family.significanceLevel }
  }

  private static func counterfactuals(_ conclusions: Conclusions) -> [String: FamilyCounterfactual] {
    Dictionary(conclusions.families.map { ($0.id, FamilyCounterfactual($0)) }) { first, _ in first }
  }
}
