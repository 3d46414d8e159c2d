/// Everything the analysis says of one exposure, one outcome, one direction: a function of its own inputs alone.
package struct PairResult: Codable, Hashable, Sendable {
  package var id: PairID
  package var trait: TraitID
  package var direction: Direction
  package var exposure: TraitID
  package var outcome: TraitID
  package var scale: EffectScale
  /// What the numbers were computed from.
  package var basis: PairBasis
  package var status: PairStatus
  package var flow: VariantFlow
  /// The instruments in the order of the file they were read from.
  package var variants: [HarmonisedVariant]
  package var exclusions: [Exclusion]
  package var strength: InstrumentStrength?
  /// One entry for every method the study asked for, in its order.
  package var estimates: [MethodOutcome]
  package var heterogeneity: Heterogeneity
  package var eggerIntercept: EggerIntercept
  package var singleVariant: [SingleVariantEstimate]
  package var leaveOneOut: [LeaveOneOutEstimate]
  /// The variants without which the primary method gives no estimate, with the reason; nil where there are none.
  package var leaveOneOutMissing: [MissingEstimate]?
  /// Why there is no leave-one-out analysis of a pair that has the variants for it.
  package var leaveOneOutNotEstimated: NotEstimated?
  package var presso: MRPresso
  package var steiger: Steiger
  /// Nil in releases made before schema version 3, and of pairs without variants.
  package var further: FurtherSensitivity?
  /// The inputs this pair was read from, by their place in the release's list (`InputFile.id`).
  package var inputs: [String]

  package init(
    id: PairID,
    trait: TraitID,
    direction: Direction,
    exposure: TraitID,
    outcome: TraitID,
    scale: EffectScale,
    basis: PairBasis = .variants,
    status: PairStatus,
    flow: VariantFlow = VariantFlow(),
    variants: [HarmonisedVariant] = [],
    exclusions: [Exclusion] = [],
    strength: InstrumentStrength? = nil,
    estimates: [MethodOutcome] = [],
    heterogeneity: Heterogeneity = Heterogeneity(),
    eggerIntercept: EggerIntercept = EggerIntercept(),
    singleVariant: [SingleVariantEstimate] = [],
    leaveOneOut: [LeaveOneOutEstimate] = [],
    leaveOneOutMissing: [MissingEstimate]? = nil,
    leaveOneOutNotEstimated: NotEstimated? = nil,
    presso: MRPresso = MRPresso(),
    steiger: Steiger = Steiger(),
    further: FurtherSensitivity? = nil,
    inputs: [String] = []
  ) {
    self.id = id
    self.trait = trait
    self.direction = direction
    self.exposure = exposure
    self.outcome = outcome
    self.scale = scale
    self.basis = basis
    self.status = status
    self.flow = flow
    self.variants = variants
    self.exclusions = exclusions
    self.strength = strength
    self.estimates = estimates
    self.heterogeneity = heterogeneity
    self.eggerIntercept = eggerIntercept
    self.singleVariant = singleVariant
    self.leaveOneOut = leaveOneOut
    self.leaveOneOutMissing = leaveOneOutMissing
    self.leaveOneOutNotEstimated = leaveOneOutNotEstimated
    self.presso = presso
    self.steiger = steiger
    self.further = further
    self.inputs = inputs
  }

  /// The estimate of that method, where there is one.
  package func estimate(_ method: MethodID) -> CausalEstimate? {
    estimates.first { $0.method == method }?.result
  }

  /// The estimate that stands for the pair: the primary method's, or the Wald ratio where one variant is all there is.
  package func primaryEstimate(_ primary: MethodID) -> CausalEstimate? {
    estimate(primary) ?? estimate(.waldRatio) ?? loneRatio
  }

  /// The one instrument's ratio, for a study that does not list the Wald ratio among its methods.
  private var loneRatio: CausalEstimate? {
    guard variants.count == 1, let only = singleVariant.first else { return nil }
    return CausalEstimate(method: .waldRatio, variantCount: 1, estimate: only.estimate)
  }
}

/// What an estimate's numbers mean.
package struct EffectScale: Codable, Hashable, Sendable {
  package var exposureType: TraitType
  package var exposureUnits: String?
  package var outcomeType: TraitType
  package var outcomeUnits: String?

  package init(
    exposureType: TraitType,
    exposureUnits: String? = nil,
    outcomeType: TraitType,
    outcomeUnits: String? = nil
  ) {
    self.exposureType = exposureType
    self.exposureUnits = exposureUnits
    self.outcomeType = outcomeType
    self.outcomeUnits = outcomeUnits
  }
}

/// What a pair's numbers were computed from.
package enum PairBasis: String, CaseIterable, Codable, Hashable, Sendable {
  /// Variants with their effects on exposure and outcome.
  case variants
  /// Another tool's result tables: estimates and tests are as supplied, and nothing that needs variants is there.
  case suppliedResults = "supplied_results"
}

/// Whether a pair could be analysed.
package enum PairStatus: String, CaseIterable, Codable, Hashable, Sendable {
  /// At least one instrument carries an estimate.
  case analysed
  /// The study supplies no instruments of the exposure.
  case instrumentsNotSupplied = "instruments_not_supplied"
  /// The study supplies instruments but no look-up of them in the outcome.
  case lookupNotSupplied = "lookup_not_supplied"
  /// Candidates were supplied and none was left to use; the exclusions say why.
  case noInstrumentLeft = "no_instrument_left"
  /// The study supplies result tables for this direction, and they hold no estimate of this pair.
  case resultsNotSupplied = "results_not_supplied"
}

/// How many variants passed each step. Each number counts rows of candidates, repeated rows included, until
/// `harmonised`.
package struct VariantFlow: Codable, Hashable, Sendable {
  /// Rows read as candidates.
  package var candidates: Int
  /// Left after the p threshold and repeated rows.
  package var selected: Int
  /// Of those, the leads of their clumps; nil where nothing was clumped here.
  package var independent: Int?
  /// Of those, found in the outcome with an effect.
  package var found: Int
  /// Of those, brought to the same allele.
  package var harmonised: Int
  /// Of those, used by the estimators.
  package var used: Int

  package init(
    candidates: Int = 0,
    selected: Int = 0,
    independent: Int? = nil,
    found: Int = 0,
    harmonised: Int = 0,
    used: Int = 0
  ) {
    self.candidates = candidates
    self.selected = selected
    self.independent = independent
    self.found = found
    self.harmonised = harmonised
    self.used = used
  }
}
