import LinkageDisequilibrium
import MendelianRandomization
import StudyModel

/// Makes instruments of the candidates of one trait: filters, then clumps, then leaves out what the study names, at the
/// first threshold that leaves enough.
struct InstrumentSelector {
  let settings: SelectionSettings
  let trait: Trait
  let isPanelTrait: Bool
  /// Of the trait's file.
  let build: String?
  let panel: ReferencePanel?
  let panelBuild: String?
  /// By the name of the variant.
  let confounders: [String: ConfounderAssociation]

  /// - Parameters:
  ///   - rows: with a p below the largest threshold, in the order of the file.
  ///   - matches: the panel's variant of each, where it has it.
  func select(_ rows: [VariantAssociation], matches: [PanelVariant?]) -> SelectedInstruments {
    var thresholds = settings.thresholds(of: trait)
    var tried: [Double] = []
    var result = select(rows, matches, below: thresholds.removeFirst())
    for threshold in thresholds where result.instruments.count < settings.relaxation?.fewest ?? 0 {
      tried.append(result.selection.pThreshold)
      result = select(rows, matches, below: threshold)
    }
    result.selection.relaxedFrom = tried.isEmpty ? nil : tried
    return result
  }

  private func select(
    _ rows: [VariantAssociation],
    _ matches: [PanelVariant?],
    below threshold: Double
  ) -> SelectedInstruments {
    var steps = Steps(
      candidates: zip(rows, matches).filter { row, _ in
        row.effect?.pValue.map { $0 < PValue(threshold) } ?? false
      }.map { Candidate(row: $0, match: $1) }
    )
    let count = steps.candidates.count
    filter(&steps)
    leaveOutUnmatched(&steps)
    clump(&steps)
    leaveOutNamed(&steps)
    let reasons = Dictionary(grouping: steps.exclusions, by: \.reason).mapValues(\.count)
    let selection = TraitSelection(
      trait: trait.id,
      pThreshold: threshold,
      candidates: count,
      excluded: ExclusionReason.allCases.compactMap { reason in
        reasons[reason].map { ReasonCount(reason: reason, count: $0) }
      },
      frequencyUnknown: rows.count {
        $0.effect?.effectAlleleFrequency == nil && ($0.effect?.pValue.map { $0 < PValue(threshold) } ?? false)
      },
      independenceUnknown: steps.candidates.count { $0.row.flags.contains(.notInPanel) },
      instruments: steps.candidates.count
    )
    return SelectedInstruments(
      selection: selection,
      instruments: steps.candidates.map(\.row),
      exclusions: steps.exclusions
    )
  }

  /// A row with a p below the threshold, and the panel's variant of it.
  private struct Candidate {
    var row: VariantAssociation
    let match: PanelVariant?

    /// Whoever names the variant and its alleles in whichever order.
    var key: [String] {
      [row.variant.id] + [row.effectAllele, row.otherAllele].map { $0?.rawValue ?? "" }.sorted()
    }
  }

  /// What is left, and what was left out.
  private struct Steps {
    var candidates: [Candidate]
    var exclusions: [Exclusion] = []

    /// Keeps the candidates for which there is no reason.
    mutating func leaveOut(_ stage: Exclusion.Stage, _ reason: (Candidate) -> ExclusionReason?) {
      var kept: [Candidate] = []
      for candidate in candidates {
        if let reason = reason(candidate) {
          exclude(candidate, stage, reason)
        } else {
          kept.append(candidate)
        }
      }
      candidates = kept
    }

    mutating func exclude(
      _ candidate: Candidate,
      _ stage: Exclusion.Stage,
      _ reason: ExclusionReason,
      lead: ClumpLead? = nil,
      confounder: ConfounderAssociation? = nil
    ) {
      exclusions.append(
        Exclusion(
          variant: candidate.row.variant.placed(by: candidate.match),
          stage: stage,
          reason: reason,
          exposure: ExcludedRow(candidate.row),
          lead: lead,
          confounder: confounder
        )
      )
    }
  }

  // MARK: The steps

  private func filter(_ steps: inout Steps) {
    let filter = CandidateFilter(filters: settings.filters, trait: trait, isPanelTrait: isPanelTrait)
    var seen: Set<[String]> = []
    steps.leaveOut(.selection) { candidate in
      if let reason = filter.reason(against: candidate.row, places: places(of: candidate)) { return reason }
      return seen.insert(candidate.key).inserted ? nil : .duplicate
    }
  }

  /// Drops what the panel does not have, or marks it; drops what lies nowhere where the study asks for places.
  private func leaveOutUnmatched(_ steps: inout Steps) {
    let filter = CandidateFilter(filters: settings.filters, trait: trait, isPanelTrait: isPanelTrait)
    let dropsAbsent = panel != nil && settings.absentFromPanel == .drop
    var seen: Set<Int> = []
    steps.leaveOut(.clumping) { candidate in
      if dropsAbsent, candidate.match == nil { return .notInPanel }
      if filter.lacksPlace(places(of: candidate)) { return .placeUnknown }
      if panel == nil, candidate.row.variant.chromosome == nil || candidate.row.variant.position == nil {
        return .placeUnknown
      }
      // Two names of one variant.
      if let match = candidate.match { return seen.insert(match.index).inserted ? nil : .duplicate }
      return nil
    }
    guard panel != nil else { return }
    for index in steps.candidates.indices where steps.candidates[index].match == nil {
      steps.candidates[index].row.flags.append(.notInPanel)
    }
  }

  private func clump(_ steps: inout Steps) {
    let outcomes = panel.map { clumped(steps.candidates, in: $0) } ?? pruned(steps.candidates)
    var kept: [Candidate] = []
    for (candidate, lead) in zip(steps.candidates, outcomes) {
      if let lead {
        steps.exclude(candidate, .clumping, panel == nil ? .nearLead : .clumped, lead: lead)
      } else {
        kept.append(candidate)
      }
    }
    steps.candidates = kept
  }

  /// The lead of each candidate; nil of a lead, and of one that the panel does not have.
  private func clumped(_ candidates: [Candidate], in panel: ReferencePanel) -> [ClumpLead?] {
    let matched = candidates.indices.compactMap { index in
      candidates[index].match.map { (index, $0) }
    }
    let outcomes = Clumping(rSquared: settings.clumpingRSquared, kilobases: settings.clumpingKilobases).clump(
      matched.map { index, variant in
        Clumping.Candidate(variant: variant, pValue: candidates[index].row.effect?.pValue ?? PValue(1))
      },
      in: panel
    )
    var leads: [ClumpLead?] = Array(repeating: nil, count: candidates.count)
    for ((index, _), outcome) in zip(matched, outcomes) {
      guard case .clumped(let lead, let rSquared) = outcome else { continue }
      leads[index] = ClumpLead(variant: candidates[matched[lead].0].row.variant.id, rSquared: rSquared)
    }
    return leads
  }

  private func pruned(_ candidates: [Candidate]) -> [ClumpLead?] {
    let leads = DistancePruning(kilobases: settings.clumpingKilobases).leads(
      of: candidates.map { candidate in
        DistancePruning.Candidate(
          chromosome: candidate.row.variant.chromosome ?? "",
          position: candidate.row.variant.position ?? 0,
          pValue: candidate.row.effect?.pValue ?? PValue(1)
        )
      }
    )
    return leads.map { lead in lead.map { ClumpLead(variant: candidates[$0].row.variant.id) } }
  }

  /// After the clumping: with a variant that is left out by name goes the signal that it stands for.
  private func leaveOutNamed(_ steps: inout Steps) {
    let names = Set(settings.filters.variants)
    var kept: [Candidate] = []
    for candidate in steps.candidates {
      let own = [candidate.row.variant.id] + candidate.row.aliases
      if own.contains(where: names.contains) {
        steps.exclude(candidate, .selection, .namedByStudy)
      } else if let confounder = own.compactMap({ confounders[$0] }).first {
        steps.exclude(candidate, .selection, .associatedWithConfounder, confounder: confounder)
      } else {
        kept.append(candidate)
      }
    }
    steps.candidates = kept
  }

  private func places(of candidate: Candidate) -> [CandidateFilter.Place] {
    var places: [CandidateFilter.Place] = []
    let variant = candidate.row.variant
    if let chromosome = variant.chromosome, let position = variant.position {
      places.append(.init(chromosome: chromosome, position: position, build: build))
    }
    if let match = candidate.match {
      places.append(.init(chromosome: match.chromosome, position: match.position, build: panelBuild))
    }
    return places
  }
}

extension GeneticVariant {
  /// With the panel's place where the file gives none: for the reader, never for a look-up, for the panel may be of another
  /// build than the file is said to be.
  func placed(by match: PanelVariant?) -> GeneticVariant {
    guard position == nil, let match else { return self }
    return GeneticVariant(id: id, chromosome: match.chromosome, position: match.position)
  }
}
