import StudyModel

/// What is to be simulated: a panel of people, a list of traits, a disease, and the truth between them.
package struct SimulationDesign: Hashable, Sendable {
  /// In a word ("planted").
  package var name: String
  package var seed: UInt64
  package var panel: PanelDesign
  package var traits: [TraitDesign]
  package var disease: DiseaseDesign
  /// Causal effects; every pair that is not here has none.
  package var effects: [SimulationTruth.Effect]
  /// Of the noise of any two traits, for they were measured in the same people; 0 to below 1.
  package var noiseCorrelation: Double
  /// Of the noise of any trait with the disease's, for some people are in both samples.
  package var overlapCorrelation: Double
  package var pleiotropy: PleiotropyDesign
  /// Chance hits have a p below it.
  package var pThreshold: Double
  /// Rows that every file is filled up to with variants outside the panel that are associated with nothing; 0 adds none.
  package var rows: Int

  package init(
    name: String,
    seed: UInt64,
    panel: PanelDesign = PanelDesign(),
    traits: [TraitDesign],
    disease: DiseaseDesign,
    effects: [SimulationTruth.Effect] = [],
    noiseCorrelation: Double = 0,
    overlapCorrelation: Double = 0,
    pleiotropy: PleiotropyDesign = PleiotropyDesign(),
    pThreshold: Double = 5e-6,
    rows: Int = 0
  ) {
    self.name = name
    self.seed = seed
    self.panel = panel
    self.traits = traits
    self.disease = disease
    self.effects = effects
    self.noiseCorrelation = noiseCorrelation
    self.overlapCorrelation = overlapCorrelation
    self.pleiotropy = pleiotropy
    self.pThreshold = pThreshold
    self.rows = rows
  }
}

/// The people whose genotypes carry the linkage disequilibrium, where no panel is given.
package struct PanelDesign: Hashable, Sendable {
  package var seed: UInt64
  package var people: Int
  /// Stretches of the autosomes, more than 10 Mb apart.
  package var windows: Int
  package var variantsPerWindow: Int
  package var windowKilobases: Double
  /// Whether summary statistics are drawn with one half of the people, and the other half is written as the panel.
  package var isSplit: Bool

  package init(
    seed: UInt64 = 1,
    people: Int = 2000,
    windows: Int = 200,
    variantsPerWindow: Int = 75,
    windowKilobases: Double = 500,
    isSplit: Bool = true
  ) {
    self.seed = seed
    self.people = people
    self.windows = windows
    self.variantsPerWindow = variantsPerWindow
    self.windowKilobases = windowKilobases
    self.isSplit = isSplit
  }
}

/// One continuous trait.
package struct TraitDesign: Hashable, Sendable {
  package var id: TraitID
  package var people: Int
  /// Of its file of summary statistics, as the real one is named.
  package var file: String
  package var loci: LocusDesign

  package init(id: TraitID, people: Int, file: String, loci: LocusDesign) {
    self.id = id
    self.people = people
    self.file = file
    self.loci = loci
  }
}

/// The disease.
package struct DiseaseDesign: Hashable, Sendable {
  package var id: TraitID
  package var cases: Int
  package var controls: Int
  package var file: String
  package var loci: LocusDesign
  /// A later release of the same study, with all its people and more.
  package var later: LaterRelease?

  package init(
    id: TraitID,
    cases: Int,
    controls: Int,
    file: String,
    loci: LocusDesign,
    later: LaterRelease? = nil
  ) {
    self.id = id
    self.cases = cases
    self.controls = controls
    self.file = file
    self.loci = loci
    self.later = later
  }

  /// 1/√(2f(1−f)·n) is the standard error of a log odds ratio with this n: cases × controls over all people.
  package var effectivePeople: Double { Self.effectivePeople(cases, controls) }

  fileprivate static func effectivePeople(_ cases: Int, _ controls: Int) -> Double {
    Double(cases) * Double(controls) / Double(cases + controls)
  }
}

/// The disease in a data release that holds the people of the one before.
package struct LaterRelease: Hashable, Sendable {
  /// In all, those of the earlier release included.
  package var cases: Int
  package var controls: Int
  package var file: String

  package init(cases: Int, controls: Int, file: String) {
    self.cases = cases
    self.controls = controls
    self.file = file
  }

  package var effectivePeople: Double { DiseaseDesign.effectivePeople(cases, controls) }
}

/// What a trait's associations stand on.
package struct LocusDesign: Hashable, Sendable {
  /// Variants that act on the trait.
  package var real: Int
  /// Variants whose noise passes the threshold.
  package var chance: Int
  /// Expected |z| of a real locus, drawn evenly between the two.
  package var lambda: ClosedRange<Double>
  /// Rarer variants are no loci.
  package var minorAlleleFrequency: Double

  package init(
    real: Int,
    chance: Int,
    lambda: ClosedRange<Double> = 6...9,
    minorAlleleFrequency: Double = 0.05
  ) {
    self.real = real
    self.chance = chance
    self.lambda = lambda
    self.minorAlleleFrequency = minorAlleleFrequency
  }
}

/// Real loci of the traits that act on the disease by another way as well.
package struct PleiotropyDesign: Hashable, Sendable {
  /// Of each trait's real loci.
  package var share: Double
  /// Expected z that such a locus adds to the disease's, of either sign.
  package var size: Double

  package init(share: Double = 0, size: Double = 2) {
    self.share = share
    self.size = size
  }
}
