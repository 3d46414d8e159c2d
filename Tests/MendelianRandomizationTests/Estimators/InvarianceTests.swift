import MendelianRandomization
import StudyModel
import Testing

/// What must not matter: which allele a row speaks of, in which units, and in which order.
@Suite struct InvarianceTests {
  /// Of many variants; MR-PRESSO's outliers and the SIMEX extrapolation hang on simulations.
  private static let methods = MethodID.computed.filter {
    ![.waldRatio, .waldRatioSecondOrder, .mrPresso, .mrEggerSIMEX].contains($0)
  }

  /// The value and, for methods without a bootstrap, the standard error.
  private func numbers(_ method: MethodID, _ variants: [HarmonisedVariant]) throws -> [Double] {
    let result = try #require(MethodTable.outcome(method, variants, context: context()).result)
    let estimate = result.estimate
    return result.monteCarlo == nil ? [estimate.value, estimate.standardError] : [estimate.value]
  }

  private func expectEqual(_ left: [Double], _ right: [Double], factor: Double = 1) {
    for (one, other) in zip(left, right) { #expect(isClose(one, other * factor, relative: 1e-10)) }
  }

  @Test(arguments: methods)
  func theAlleleThatARowSpeaksOf(_ method: MethodID) throws {
    let variants = try ReferenceTables.variants("tc_chd")
    let turned = variants.enumerated().map { $0.offset.isMultiple(of: 3) ? flipped($0.element) : $0.element }
    expectEqual(try numbers(method, turned), try numbers(method, variants))
  }

  @Test(arguments: methods)
  func theOrderOfTheRows(_ method: MethodID) throws {
    let variants = try ReferenceTables.variants("tc_chd")
    expectEqual(try numbers(method, variants.reversed()), try numbers(method, variants))
  }

  @Test(arguments: methods)
  func unitsOfTheExposureDivideTheEffect(_ method: MethodID) throws {
    let variants = try ReferenceTables.variants("bmi_eduyears")
    let inOtherUnits = variants.map { rescaled($0, exposure: 4.77) }
    expectEqual(try numbers(method, inOtherUnits), try numbers(method, variants), factor: 1 / 4.77)
  }

  @Test(arguments: methods)
  func unitsOfTheOutcomeMultiplyTheEffect(_ method: MethodID) throws {
    let variants = try ReferenceTables.variants("bmi_eduyears")
    let inOtherUnits = variants.map { rescaled($0, outcome: -0.3) }.map { variant in
      var variant = variant
      variant.outcome.standardError = abs(variant.outcome.standardError)
      return variant
    }
    let ours = try numbers(method, inOtherUnits)
    let reference = try numbers(method, variants)
    #expect(isClose(ours[0], -0.3 * reference[0], relative: 1e-10))
    expectEqual(Array(ours.dropFirst()), Array(reference.dropFirst()), factor: 0.3)
  }
}
