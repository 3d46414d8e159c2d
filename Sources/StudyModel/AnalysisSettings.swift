/// The choices of an analysis that study.yaml may change.
package struct AnalysisSettings: Codable, Hashable, Sendable {
  /// Instruments must have an exposure p below this; nil takes the instruments as they were supplied.
  package var pThreshold: Double?
  package var harmonisation: HarmonisationSettings
  /// The methods to run, in the order in which they are shown.
  package var methods: [MethodID]
  /// The method whose p enters the families of tests.
  package var primaryMethod: MethodID
  /// Draws of every parametric bootstrap.
  package var bootstrapDraws: Int
  /// The multiple φ of the mode's default bandwidth.
  package var modeBandwidth: Double
  package var mrPresso: MRPressoSettings
  /// Two-sided; 0.05 unless the study says otherwise.
  package var significanceLevel: Double
  package var families: [FamilyDesign]
  /// What is known of overlap between the panel's samples and the disease's, where a trait says nothing of its own.
  package var sampleOverlap: SampleOverlap?

  package init(
    pThreshold: Double? = nil,
    harmonisation: HarmonisationSettings = HarmonisationSettings(),
    methods: [MethodID] = MethodID.computed,
    primaryMethod: MethodID = .ivwRandomEffects,
    bootstrapDraws: Int = 1000,
    modeBandwidth: Double = 1,
    mrPresso: MRPressoSettings = MRPressoSettings(),
    significanceLevel: Double = 0.05,
    families: [FamilyDesign] = [],
    sampleOverlap: SampleOverlap? = nil
  ) {
    self.pThreshold = pThreshold
    self.harmonisation = harmonisation
    self.methods = methods
    self.primaryMethod = primaryMethod
    self.bootstrapDraws = bootstrapDraws
    self.modeBandwidth = modeBandwidth
    self.mrPresso = mrPresso
    self.significanceLevel = significanceLevel
    self.families = families
    self.sampleOverlap = sampleOverlap
  }
}

/// How MR-PRESSO is run.
package struct MRPressoSettings: Codable, Hashable, Sendable {
  /// Of the global test and of the distortion's bootstrap.
  package var simulations: Int
  /// Whether the distortion p of the R package is computed beside our interval.
  package var rDistortionP: Bool

  package init(simulations: Int = 10_000, rDistortionP: Bool = false) {
    self.simulations = simulations
    self.rDistortionP = rDistortionP
  }
}

/// How the outcome's alleles are brought to the exposure's.
package struct HarmonisationSettings: Codable, Hashable, Sendable {
  package var policy: HarmonisationPolicy
  /// A frequency strictly between `0.5 − window` and `0.5 + window` cannot tell a palindromic variant's strands.
  package var ambiguityWindow: Double
  /// A kept, non-palindromic variant whose two frequencies differ by more than this is flagged.
  package var frequencyClash: Double

  package init(
    policy: HarmonisationPolicy = .infer,
    ambiguityWindow: Double = 0.08,
    frequencyClash: Double = 0.2
  ) {
    self.policy = policy
    self.ambiguityWindow = ambiguityWindow
    self.frequencyClash = frequencyClash
  }
}

/// What to do with variants whose strand the alleles alone cannot tell (TwoSampleMR's action 2, 3 and 1).
package enum HarmonisationPolicy: String, CaseIterable, Codable, Hashable, Sendable {
  /// Palindromic variants are aligned by frequency where it is informative and dropped elsewhere.
  case infer
  /// Every palindromic variant is dropped.
  case exclude
  /// Both files are taken to be on the forward strand.
  case assumeForward = "assume_forward"
}

/// A set of tests that one multiplicity adjustment covers.
package struct FamilyDesign: Codable, Hashable, Sendable {
  /// Names the family in the release and on the page ("forward").
  package var id: String
  package var directions: [Direction]
  package var method: MethodID
  /// Only traits of these groups; nil takes every group.
  package var groups: [String]?

  package init(id: String, directions: [Direction], method: MethodID, groups: [String]? = nil) {
    self.id = id
    self.directions = directions
    self.method = method
    self.groups = groups
  }
}
