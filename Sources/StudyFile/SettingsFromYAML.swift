import StrictYAML
import StudyModel

extension AnalysisSettings {
  /// From the top level of study.yaml; what it leaves out stays as it is by default.
  init(_ root: CheckedMapping) {
    self.init()
    pThreshold = root.mapping("selection")?.number("p_threshold")
    harmonisation = root.mapping("harmonisation").map(HarmonisationSettings.init) ?? harmonisation
    methods = Self.methods(root.list("methods").compactMap(\.text)) ?? methods
    primaryMethod = root.text("primary_method").flatMap(MethodID.init) ?? primaryMethod
    bootstrapDraws = root.integer("bootstrap_draws") ?? bootstrapDraws
    modeBandwidth = root.number("mode_bandwidth") ?? modeBandwidth
    mrPresso = root.mapping("mr_presso").map(MRPressoSettings.init) ?? mrPresso
    significanceLevel = root.number("significance_level") ?? significanceLevel
    let declared = root.list("families").compactMap(\.mapping)
    families = declared.compactMap { FamilyDesign($0, primaryMethod: primaryMethod) }
    sampleOverlap = root.mapping("sample_overlap").map(SampleOverlap.init)
    instrumentSource = root.mapping("selection").flatMap(InstrumentSource.init)
    cml = CMLSettings(perturbations: root.mapping("cml")?.integer("perturbations"))
    power = root.mapping("power").map(PowerSettings.init) ?? power
    appraisal = root.mapping("appraisal").map(AppraisalSettings.init) ?? appraisal
    selection = SelectionSettings(root)
    if root.entries["leave_one_out"] != nil {
      leaveOneOutMethods = root.list("leave_one_out").compactMap { $0.text.flatMap(MethodID.init) }
    }
  }

  /// Stands for every method in `methods` of study.yaml.
  static let everyMethod = "all"

  /// In the order of the list; `all` adds those that do not stand in it. Nil for an empty list.
  private static func methods(_ names: [String]) -> [MethodID]? {
    let named = names.compactMap(MethodID.init)
    let rest = names.contains(everyMethod) ? MethodID.computed.filter { !named.contains($0) } : []
    return named.isEmpty && rest.isEmpty ? nil : named + rest
  }
}

extension InstrumentSource {
  /// Nil where the mapping says nothing of it.
  init?(_ mapping: CheckedMapping) {
    self.init(
      sample: mapping.text("sample").flatMap(Sample.init),
      clumpingRSquared: mapping.number("clump_r2"),
      clumpingKilobases: mapping.number("clump_kb"),
      clumpingPanel: mapping.integer("clump_panel")
    )
    guard self != InstrumentSource() else { return nil }
  }
}

extension SelectionSettings {
  /// Nil where no trait has a genome-wide file.
  init?(_ root: CheckedMapping) {
    guard GenomeWideFile.isNamed(in: root) else { return nil }
    let mapping = root.mapping("selection") ?? CheckedMapping(position: root.position)
    self.init(
      filters: InstrumentFilters(mapping, isImmune: root.mapping("disease")?.boolean("immune") == true)
    )
    pThreshold = mapping.number("p_threshold") ?? pThreshold
    clumpingRSquared = mapping.number("clump_r2") ?? clumpingRSquared
    clumpingKilobases = mapping.number("clump_kb") ?? clumpingKilobases
    withoutPanel = mapping.text("without_panel").flatMap(WithoutPanel.init)
    absentFromPanel = mapping.text("absent_from_panel").flatMap(AbsentFromPanel.init) ?? absentFromPanel
    unusableShare = mapping.number("unusable_rows") ?? unusableShare
    if let relax = mapping.mapping("relax") {
      relaxation = ThresholdRelaxation(
        thresholds: relax.list("thresholds").compactMap(\.number),
        fewest: relax.integer("fewest") ?? 3
      )
    }
    if let proxies = mapping.mapping("proxies") {
      self.proxies = ProxySettings()
      self.proxies?.rSquared = proxies.number("r2") ?? ProxySettings().rSquared
      self.proxies?.kilobases = proxies.number("kb") ?? ProxySettings().kilobases
    }
  }
}

extension InstrumentFilters {
  init(_ mapping: CheckedMapping, isImmune: Bool) {
    self.init()
    minorAlleleFrequency = mapping.number("min_maf") ?? minorAlleleFrequency
    minorAllelesInCases = mapping.number("min_minor_alleles_in_cases") ?? minorAllelesInCases
    fStatistic = mapping.number("min_f")
    imputationQuality = mapping.number("min_imputation_quality")
    excludesHla = mapping.text("hla").map { $0 == "exclude" } ?? isImmune
    excludesHlaByDefault = excludesHla && mapping.text("hla") == nil
    location = mapping.text("location").flatMap(Location.init) ?? location
    regions = mapping.list("exclude_regions").compactMap(\.mapping).compactMap { GenomeRegion($0) }
    variants = mapping.list("exclude_variants").compactMap(\.text)
    steiger = mapping.boolean("steiger_filter") ?? steiger
    if let table = mapping.mapping("confounders"), let file = table.text("file") {
      confounders = ConfounderTable(file: file)
      confounders?.pThreshold = table.number("p_threshold") ?? ConfounderTable(file: file).pThreshold
    }
  }
}

extension PowerSettings {
  init(_ mapping: CheckedMapping) {
    self.init()
    target = mapping.number("target") ?? target
    let (ratios, sizes) = (mapping.list("odds_ratios"), mapping.list("effects"))
    oddsRatios = mapping.entries["odds_ratios"] == nil ? oddsRatios : ratios.compactMap(\.number)
    effects = mapping.entries["effects"] == nil ? effects : sizes.compactMap(\.number)
  }
}

extension AppraisalSettings {
  init(_ mapping: CheckedMapping) {
    self.init()
    instruments = mapping.integer("instruments") ?? instruments
    fewInstruments = mapping.integer("few_instruments") ?? fewInstruments
    strongF = mapping.number("strong_f") ?? strongF
    selectionP = mapping.number("selection_p") ?? selectionP
    correlatedRSquared = mapping.number("correlated_r2") ?? correlatedRSquared
    moderateISquared = mapping.number("moderate_i2") ?? moderateISquared
    highISquared = mapping.number("high_i2") ?? highISquared
    iSquaredGx = mapping.number("i2_gx") ?? iSquaredGx
    lowISquaredGx = mapping.number("low_i2_gx") ?? lowISquaredGx
    detectableOddsRatio = mapping.number("detectable_odds_ratio") ?? detectableOddsRatio
    detectableEffect = mapping.number("detectable_effect") ?? detectableEffect
    harmlessOverlapBias = mapping.number("harmless_overlap_bias") ?? harmlessOverlapBias
    adjustment = mapping.text("adjustment").flatMap(Adjustment.init) ?? adjustment
    let methods = mapping.list("agreement_methods").compactMap { $0.text.flatMap(MethodID.init) }
    agreementMethods = methods.isEmpty ? nil : methods
  }
}

extension HarmonisationSettings {
  init(_ mapping: CheckedMapping) {
    self.init()
    policy = mapping.text("policy").flatMap(HarmonisationPolicy.init) ?? policy
    ambiguityWindow = mapping.number("ambiguity_window") ?? ambiguityWindow
    frequencyClash = mapping.number("frequency_clash") ?? frequencyClash
  }
}

extension MRPressoSettings {
  init(_ mapping: CheckedMapping) {
    self.init()
    simulations = mapping.integer("simulations") ?? simulations
    rDistortionP = mapping.boolean("r_distortion_p") ?? rDistortionP
  }
}

extension FamilyDesign {
  /// Nil where the id is missing, which the key table reports.
  init?(_ mapping: CheckedMapping, primaryMethod: MethodID) {
    guard let id = mapping.text("id") else { return nil }
    let groups = mapping.list("groups").compactMap(\.text)
    self.init(
      id: id,
      directions: mapping.list("directions").compactMap { $0.text.flatMap(Direction.init) },
      method: mapping.text("method").flatMap(MethodID.init) ?? primaryMethod,
      groups: groups.isEmpty ? nil : groups
    )
  }
}
