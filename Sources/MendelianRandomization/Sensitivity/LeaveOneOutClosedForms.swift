import Statistics
import StudyModel

/// What can be said of a pair without each variant by subtracting it from sums: IVW, MR-Egger and Cochran's
/// Q, each linear in the number of variants.
struct LeaveOneOutClosedForms {
  private let origin: LeaveOneOutThroughOrigin
  private let egger: LeaveOneOutWithIntercept?
  private let method: MethodID

  /// - Parameter variants: three or more.
  init(_ variants: [HarmonisedVariant], method: MethodID) {
    let effects = SummaryEffects(variants)
    let weights = effects.weights
    self.method = method
    origin = LeaveOneOutThroughOrigin(x: effects.x, y: effects.y, weights: weights)
    let oriented = effects.orientedToPositiveExposure
    egger =
      method == .mrEgger && variants.count > MREgger().description.minimumVariants
      ? LeaveOneOutWithIntercept(x: oriented.x, y: oriented.y, weights: weights) : nil
  }

  /// The method's estimate without that variant; nil where it has no closed form, or where the variant weighs
  /// so much that the method has to be run anew.
  func estimate(without index: Int) -> Estimate? {
    switch method {
    case .ivwRandomEffects:
      InverseVarianceWeighted.estimate(origin.without(index), model: .randomEffects).estimate
    case .ivwFixedEffect:
      InverseVarianceWeighted.estimate(origin.without(index), model: .fixedEffect).estimate
    case .mrEgger:
      egger?.without(index).flatMap { try? MREgger().fit($0).slope }
    default: nil
    }
  }

  /// Cochran's Q of the others; nil where it is no number.
  func cochran(without index: Int) -> HeterogeneityTest? { try? CochransQ.test(origin.without(index)) }
}
