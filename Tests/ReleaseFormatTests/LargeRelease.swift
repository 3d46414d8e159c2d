import ReleaseFormat
import StudyModel
import Testing

extension TestFamily {
  /// With Bonferroni's and Benjamini–Hochberg's adjustments alone, as releases of schema version 2 have it.
  var withFirstAdjustmentsOnly: TestFamily {
    var family = self
    (family.passingHolm, family.passingBenjaminiYekutieli, family.passingStorey) = (nil, nil, nil)
    (family.storeyPi0, family.effectiveTests) = (nil, nil)
    for index in family.tests.indices {
      family.tests[index].holm = nil
      family.tests[index].benjaminiYekutieli = nil
      family.tests[index].storey = nil
      family.tests[index].effective = nil
    }
    return family
  }
}

/// Releases of as many pairs as a test asks for.
enum LargeRelease {
  /// One trait T0, T1, … with one forward pair and one IVW estimate for each p-value, all in the family `all`; `adjust`
  /// sets the adjusted p-values of the test at that place.
  static func release(_ values: [PValue], adjust: (Int, inout AdjustedTest) -> Void) throws -> Release {
    var release = try #require(PopulatedRelease.release)
    let template = release.pairs[0]
    let trait = release.header.design.panel.traits[0]
    let ids = try values.indices.map { try #require(TraitID(rawValue: "T\($0)")) }
    release.header.design.panel.traits = ids.map { id in
      var trait = trait
      trait.id = id
      return trait
    }
    let disease = release.header.design.disease.id
    release.header.design.pairs = ids.map { PairDesign(trait: $0, direction: .forward, disease: disease) }
    release.pairs = zip(release.header.design.pairs, values).map { design, value in
      pair(template, design, value)
    }
    release.conclusions.families = [family(release, values, adjust)]
    release.conclusions.appraisals = nil
    return release
  }

  private static func pair(_ template: PairResult, _ design: PairDesign, _ value: PValue) -> PairResult {
    var pair = template
    pair.id = design.id
    pair.trait = design.trait
    pair.exposure = design.exposure
    pair.outcome = design.outcome
    pair.estimates[0].result?.estimate.pValue = value
    return pair
  }

  private static func family(
    _ release: Release,
    _ values: [PValue],
    _ adjust: (Int, inout AdjustedTest) -> Void
  ) -> TestFamily {
    var family = release.conclusions.families[0].withFirstAdjustmentsOnly
    family.tests = release.pairs.indices.map { index in
      var test = family.tests[0]
      test.pair = release.pairs[index].id
      test.pValue = values[index]
      adjust(index, &test)
      return test
    }
    family.untested = []
    family.tested = values.count
    family.declared = values.count
    family.nominalExpected = 0.05 * Double(values.count)
    family.nominal = family.tests.count { $0.pValue.value < 0.05 }
    family.passingBonferroni = family.tests.count { $0.bonferroni.value < 0.05 }
    family.passingBenjaminiHochberg = family.tests.count { $0.benjaminiHochberg.value < 0.05 }
    return family
  }
}
