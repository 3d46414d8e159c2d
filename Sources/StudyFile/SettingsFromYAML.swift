import StrictYAML
import StudyModel

extension AnalysisSettings {
  /// From the top level of study.yaml; what it leaves out stays as it is by default.
  init(_ root: CheckedMapping) {
    self.init()
    pThreshold = root.mapping("selection")?.number("p_threshold")
    harmonisation = root.mapping("harmonisation").map(HarmonisationSettings.init) ?? harmonisation
    let chosen = root.list("methods").compactMap { $0.text.flatMap(MethodID.init) }
    methods = chosen.isEmpty ? methods : chosen
    primaryMethod = root.text("primary_method").flatMap(MethodID.init) ?? primaryMethod
    bootstrapDraws = root.integer("bootstrap_draws") ?? bootstrapDraws
    modeBandwidth = root.number("mode_bandwidth") ?? modeBandwidth
    mrPresso = root.mapping("mr_presso").map(MRPressoSettings.init) ?? mrPresso
    significanceLevel = root.number("significance_level") ?? significanceLevel
    let declared = root.list("families").compactMap(\.mapping)
    families =
      declared.isEmpty
      ? Direction.allCases.map { FamilyDesign(id: $0.rawValue, directions: [$0], method: primaryMethod) }
      : declared.compactMap { FamilyDesign($0, primaryMethod: primaryMethod) }
    sampleOverlap = root.mapping("sample_overlap").map(SampleOverlap.init)
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
