/// Words that pages and figures ask for by a name of their own, not by a code of the release. A book of words made of
/// templates has every one of them.
protocol Phrase: RawRepresentable<String>, CaseIterable, Sendable {
  /// The kind under which `assets/words.tsv` keeps them; the raw values are the codes.
  static var kind: String { get }
}

/// Lists and numbers of things.
enum CountPhrase: String, Phrase {
  static let kind = "count"

  case nextInList = "next"
  case lastInList = "last"
  case moreInList = "more"
  case part = "of"
  case range
  case oneTest = "test"
  case tests
  case oneVariant = "variant"
  case variants
  case people
  case casesAndControls = "cases_and_controls"
}

/// Directions within a sentence.
enum DirectionPhrase: String, Phrase {
  static let kind = "diff_direction"

  case forward, reverse
}

/// What an effect is a change of, and per what.
enum ScalePhrase: String, Phrase {
  static let kind = "scale"

  case ratio, unknown
  case perOdds = "per_odds"
  case perUnits = "per_units"
  case perUnknown = "per_unknown"
  case ratioOf = "ratio_of"
  case changeOf = "change_of"
  case unknownChangeOf = "unknown_change_of"
  case perOddsOf = "per_odds_of"
  case perUnitsOf = "per_units_of"
  case perUnknownOf = "per_unknown_of"
  case lowerOdds = "lower_odds"
  case lower
  case higherOdds = "higher_odds"
  case higher
  case logOdds = "log_odds"
  case logOddsRatio = "log_odds_ratio"
  case logOddsOfLiability = "log_odds_of_liability"
  case unitsUnknown = "units_unknown"
  case unitUnknown = "unit_unknown"
  case slope
  case perAllele = "per_allele"
  case whole
  case logScale = "log_scale"
  case ratioOfEach = "ratio_of_each"
  case estimateOfEach = "estimate_of_each"
  case own
  case ownShort = "own_short"
  case ownUnit = "own_unit"
  case estimate
  case estimateHead = "estimate_head"
  case byMethod = "by_method"
}

/// Titles of figures.
enum TitlePhrase: String, Phrase {
  static let kind = "figure_title"

  case flow, radial, methods, scatter, funnel, variants, design, grid, volcano, part, continued
}

/// Anchors of headings, or their beginnings, by which a page is laid out; several stand with spaces between them. Who
/// changes a heading of a template changes these with it.
enum SectionPhrase: String, Phrase {
  static let kind = "section"

  case pairs, filterable, checks, facts
  case frontColumns = "front_columns"
  case frontVerdicts = "front_verdicts"
  case traitColumns = "trait_columns"
  case traitVerdicts = "trait_verdicts"
  case changesColumns = "changes_columns"
  case changesSummary = "changes_summary"
  case changesFolded = "changes_folded"
}

/// Within the sentences of verdicts.
enum EvidencePhrase: String, Phrase {
  static let kind = "verdict_word"

  case lower, higher
  case adjustedP = "adjusted_p"
}

/// Along the axes of figures.
enum AxisPhrase: String, Phrase {
  static let kind = "axis"

  case precision
  case estimateInErrors = "estimate_in_errors"
  case effectOn = "effect_on"
  case eachAlone = "each_alone"
  case eachAloneShort = "each_alone_short"
  case allBut = "all_but"
  case allButShort = "all_but_short"
}

/// Words within drawings.
enum FigurePhrase: String, Phrase {
  static let kind = "figure"

  case trait, method, variant, variants, weight, adjusted, other
  case legendHigher = "legend_higher"
  case legendLower = "legend_lower"
  case legendFilled = "legend_filled"
  case legendSize = "legend_size"
  case legendMissing = "legend_missing"
  case legendZero = "legend_zero"
  case band
  case bandShort = "band_short"
  case familyLine = "family_line"
  case pooled
  case outlier
  case outlierRemoved = "outlier_removed"
  case outliersRemoved = "outliers_removed"
  case eggerIntercept = "egger_intercept"
  case without
  case crossesNull = "crosses_null"
  case losesLevel = "loses_level"
  case largestShift = "largest_shift"
  case noSuchPair = "no_such_pair"
  case notSupplied = "not_supplied"
  case notAnalysed = "not_analysed"
  case someNotAnalysed = "some_not_analysed"
  case otherSamples = "other_samples"
  case perTrait = "per_trait"
  case rangePerTrait = "range_per_trait"
  case peoplePerTrait = "people_per_trait"
  case binary, units
  case severalUnits = "several_units"
  case continuous, mixed
  case casesControls = "cases_controls"
  case sizeUnknown = "size_unknown"
}

/// What figures say to those who do not see them, and of what they leave out.
enum FigureSentence: String, Phrase {
  static let kind = "figure_sentence"

  case found, passing, boxes, arrow, lines, curves, outliers
  case moreOutliers = "more_outliers"
  case funnel
  case funnelOfOne = "funnel_of_one"
  case scatter
  case scatterOfOne = "scatter_of_one"
  case manyPoints = "many_points"
  case radial
  case outsideBand = "outside_band"
  case methods
  case methodEstimate = "method_estimate"
  case grid
  case gridRow = "grid_row"
  case gridRowWithMissing = "grid_row_with_missing"
  case forest
  case noneBelow = "none_below"
  case below
  case evident
  case passes
  case nominalOnly = "nominal_only"
  case neither
  case flowStep = "flow_step"
  case flowLoss = "flow_loss"
  case leftOut = "left_out"
  case variants
  case variantsOfOne = "variants_of_one"
  case oneExcludes = "one_excludes"
  case exclude
  case note
  case moreNotes = "more_notes"
  case drawn
  case drawnMarked = "drawn_marked"
  case drawnBoth = "drawn_both"
  case drawnHeaviest = "drawn_heaviest"
  case volcano
  case volcanoOfOne = "volcano_of_one"
  case volcanoNone = "volcano_none"
  case volcanoTraits = "volcano_traits"
  case moreVolcanoTraits = "more_volcano_traits"
  case unnamed
  case pointUnits = "point_units"
  case lineUnits = "line_units"
}

/// Sentences above and beneath figures.
enum CaptionPhrase: String, Phrase {
  static let kind = "caption"

  case flow, checks, radial
  case radialBand = "radial_band"
  case arrows
  case arrowsOfVariants = "arrows_of_variants"
  case arrowsOfPoints = "arrows_of_points"
  case arrowsOfTraits = "arrows_of_traits"
  case rings, supplied, simulated
  case simulatedAtMost = "simulated_at_most"
  case scatter, funnel
  case funnelBand = "funnel_band"
  case named
  case namedWithOutliers = "named_with_outliers"
  case farthestFromLine = "farthest_from_line"
  case farthestFromPrimary = "farthest_from_primary"
  case mostOfQ = "most_of_q"
  case excludesNull = "excludes_null"
  case excludesNullAtLeft = "excludes_null_at_left"
  case marked
  case markedAtRight = "marked_at_right"
  case markedOutliers = "marked_outliers"
  case markedCrossing = "marked_crossing"
  case markedLosing = "marked_losing"
  case markedLargest = "marked_largest"
  case weights
  case leaveOneOutRatio = "leave_one_out_ratio"
  case leaveOneOut = "leave_one_out"
  case sorted
  case sortedWithLinks = "sorted_with_links"
  case smallest
  case survivesNone = "survives_none"
  case survivesOne = "survives_one"
  case survives
  case filled
  case filledNone = "filled_none"
  case halfFilled = "half_filled"
  case halfFilledNone = "half_filled_none"
  case open
  case openGrey = "open_grey"
  case familyOfOne = "family_of_one"
  case family
  case waldRatio = "wald_ratio"
  case waldRatios = "wald_ratios"
  case gridLede = "grid_lede"
  case grid
  case gridOrdered = "grid_ordered"
  case crossesNone = "crosses_none"
  case crossesOne = "crosses_one"
  case crosses
  case volcano
  case volcanoHeading = "volcano_heading"
  case dotted
  case dottedWithFamily = "dotted_with_family"
  case severalFamilies = "several_families"
}

/// Labels of the facts and settings on the provenance page.
enum FactPhrase: String, Phrase {
  static let kind = "fact"

  case study, title, authors, date, tool
  case schemaVersion = "schema_version"
  case seed, command
  case primaryMethod = "primary_method"
  case significanceLevel = "significance_level"
  case pThreshold = "p_threshold"
  case harmonising
  case ambiguityWindow = "ambiguity_window"
  case frequencyClash = "frequency_clash"
  case methods
  case bootstrapDraws = "bootstrap_draws"
  case modeBandwidth = "mode_bandwidth"
  case pressoSimulations = "presso_simulations"
}

/// What stands within the sentences of checks and methods.
enum CheckPhrase: String, Phrase {
  static let kind = "check_value"

  case study
  case cases, people, ratio, difference
  case perOdds = "per_odds"
  case perSD = "per_sd"
  case onlyTest = "only_test"
  case oneOutlier = "one_outlier"
  case outliers
  case oneAlarm = "one_alarm"
  case alarms
  case statedRatio = "stated_ratio"
  case statedDifference = "stated_difference"
  case between, above, below
  case betweenAndCut = "between_and_cut"
  case everything
  case either
}

/// How sources are cited.
enum SourcePhrase: String, Phrase {
  static let kind = "source"

  case pmid, doi, licence, release
  case citeThis = "cite_this"
  case abstract
  case abstractWithLicence = "abstract_with_licence"
}
