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
  /// How the instruments were chosen, where a trait says nothing of its own.
  package var instrumentSource: InstrumentSource?
  /// Nil in releases made before schema version 3, as are the three below.
  package var cml: CMLSettings?
  package var power: PowerSettings?
  package var appraisal: AppraisalSettings?
  /// Methods whose leave-one-out analysis stands beside the primary method's.
  package var leaveOneOutMethods: [MethodID]?
  /// How instruments are chosen from genome-wide files; nil where the study has none.
  package var selection: SelectionSettings?

  package init(
    pThreshold: Double? = nil,
    harmonisation: HarmonisationSettings = HarmonisationSettings(),
    methods: [MethodID] = MethodID.standard,
    primaryMethod: MethodID = .ivwRandomEffects,
    bootstrapDraws: Int = 10_000,
    modeBandwidth: Double = 1,
    mrPresso: MRPressoSettings = MRPressoSettings(),
    significanceLevel: Double = 0.05,
    families: [FamilyDesign] = [],
    sampleOverlap: SampleOverlap? = nil,
    instrumentSource: InstrumentSource? = nil,
    cml: CMLSettings? = CMLSettings(),
    power: PowerSettings? = PowerSettings(),
    appraisal: AppraisalSettings? = AppraisalSettings(),
    leaveOneOutMethods: [MethodID]? = [.mrEgger, .weightedMedian],
    selection: SelectionSettings? = nil
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
    self.instrumentSource = instrumentSource
    self.cml = cml
    self.power = power
    self.appraisal = appraisal
    self.leaveOneOutMethods = leaveOneOutMethods
    self.selection = selection
  }
}

/// How constrained maximum likelihood is run.
package struct CMLSettings: Codable, Hashable, Sendable {
  /// Perturbed copies of the data whose estimates are averaged; nil estimates from the data as they are.
  package var perturbations: Int?

  package init(perturbations: Int? = nil) { self.perturbations = perturbations }
}

/// What the power analysis asks.
package struct PowerSettings: Codable, Hashable, Sendable {
  /// Of the smallest detectable effect.
  package var target: Double
  /// Odds ratios (binary outcome) per SD of the exposure, whose power is stated.
  package var oddsRatios: [Double]
  /// Effects in SD (continuous outcome) per SD of the exposure, whose power is stated.
  package var effects: [Double]

  package init(
    target: Double = 0.8,
    oddsRatios: [Double] = [1.2, 1.5, 2],
    effects: [Double] = [0.05, 0.1, 0.2]
  ) {
    self.target = target
    self.oddsRatios = oddsRatios
    self.effects = effects
  }
}

/// The thresholds of the appraisal's checks.
package struct AppraisalSettings: Codable, Hashable, Sendable {
  /// So many instruments or more hold; so many or more are a caution.
  package var instruments: Int
  package var fewInstruments: Int
  /// Corrected mean F below it is weak (Staiger & Stock 1997).
  package var strongF: Double
  /// Selection in the same sample by a larger p is a caution: genome-wide significance (Pe'er et al. 2008).
  package var selectionP: Double
  /// Declared clumping at a larger r² leaves instruments correlated, which no method here models.
  package var correlatedRSquared: Double
  /// I² from where on it is moderate, and high (Higgins et al., BMJ 2003;327:557–560).
  package var moderateISquared: Double
  package var highISquared: Double
  /// I²GX from where on MR-Egger stands, and from where on its dilution is a caution (Bowden et al. 2016).
  package var iSquaredGx: Double
  package var lowISquaredGx: Double
  /// The largest smallest-detectable odds ratio (binary outcome) and effect in SD (continuous outcome) of a study whose
  /// null result informs.
  package var detectableOddsRatio: Double
  package var detectableEffect: Double
  /// Declared overlap whose weak-instrument bias is a smaller share of the observational bias is harmless (Staiger & Stock
  /// 1997; Burgess, Davies & Thompson 2016).
  package var harmlessOverlapBias: Double
  /// The family adjustment that the multiplicity check rests on.
  package var adjustment: Adjustment
  /// Methods whose agreement is checked; nil takes every method of the study.
  package var agreementMethods: [MethodID]?

  package init(
    instruments: Int = 10,
    fewInstruments: Int = 4,
    strongF: Double = 10,
    selectionP: Double = 5e-8,
    correlatedRSquared: Double = 0.1,
    moderateISquared: Double = 0.5,
    highISquared: Double = 0.75,
    iSquaredGx: Double = 0.9,
    lowISquaredGx: Double = 0.6,
    detectableOddsRatio: Double = 2,
    detectableEffect: Double = 0.2,
    harmlessOverlapBias: Double = 0.1,
    adjustment: Adjustment = .benjaminiHochberg,
    agreementMethods: [MethodID]? = nil
  ) {
    self.instruments = instruments
    self.fewInstruments = fewInstruments
    self.strongF = strongF
    self.selectionP = selectionP
    self.correlatedRSquared = correlatedRSquared
    self.moderateISquared = moderateISquared
    self.highISquared = highISquared
    self.iSquaredGx = iSquaredGx
    self.lowISquaredGx = lowISquaredGx
    self.detectableOddsRatio = detectableOddsRatio
    self.detectableEffect = detectableEffect
    self.harmlessOverlapBias = harmlessOverlapBias
    self.adjustment = adjustment
    self.agreementMethods = agreementMethods
  }

  /// How a family's p-values are adjusted.
  package enum Adjustment: String, CaseIterable, Codable, Hashable, Sendable {
    case bonferroni
    case holm
    case benjaminiHochberg = "benjamini_hochberg"
    case benjaminiYekutieli = "benjamini_yekutieli"
    case storey
    case effective
  }
}

/// How and where instruments were chosen.
package struct InstrumentSource: Codable, Hashable, Sendable {
  /// Whether the sample that chose them is the one that measured their effects on the exposure.
  package var sample: Sample?
  /// The r² that no two of them exceed, as the study declares.
  package var clumpingRSquared: Double?
  package var clumpingKilobases: Double?
  /// People of the panel that told the r².
  package var clumpingPanel: Int?

  package init(
    sample: Sample? = nil,
    clumpingRSquared: Double? = nil,
    clumpingKilobases: Double? = nil,
    clumpingPanel: Int? = nil
  ) {
    self.sample = sample
    self.clumpingRSquared = clumpingRSquared
    self.clumpingKilobases = clumpingKilobases
    self.clumpingPanel = clumpingPanel
  }

  package enum Sample: String, CaseIterable, Codable, Hashable, Sendable {
    case same
    case other
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
