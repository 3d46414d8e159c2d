import StudyModel

/// The usual names of columns, most telling first, in the spelling of `normalised`.
enum ColumnNames {
  static let usual: [ColumnRole: [String]] = [
    .variant: [
      "rsid", "rs_id", "rsids", "snp", "snpid", "snp_id", "variant", "variant_id", "markername", "marker",
      "rs",
    ],
    .chromosome: ["chromosome", "chr", "chrom", "hm_chrom", "chr_name"],
    .position: ["position", "pos", "bp", "base_pair_location", "genpos", "chr_position", "chrom_start"],
    .effectAllele: ["effect_allele", "ea", "a1", "allele1", "alt", "tested_allele", "coded_allele"],
    .otherAllele: [
      "other_allele", "oa", "nea", "non_effect_allele", "noneffect_allele", "a2", "allele2", "allele0", "a0",
      "ref",
      "reference_allele", "noncoded_allele",
    ],
    .effectAlleleFrequency: [
      "effect_allele_frequency", "eaf", "effect_allele_freq", "a1freq", "af1", "freq1", "freq_a1", "af_alt",
      "alt_freq", "eaf_hapmap", "freq", "frq", "af",
    ],
    .beta: ["beta", "b", "effect", "effect_size", "log_odds", "estimate"],
    .standardError: ["standard_error", "se", "sebeta", "stderr", "std_err", "std_error", "beta_se"],
    .pValue: [
      "p_value", "pvalue", "pval", "p", "p_val", "p_bolt_lmm", "p_bolt_lmm_inf", "p_wald",
    ],
    .sampleSize: [
      "sample_size", "samplesize", "n", "n_total", "total_n", "n_samples", "totalsamplesize", "neff", "n_eff",
    ],
    .ratio: ["odds_ratio", "or", "hazard_ratio", "hr"],
    .intervalLower: ["ci_lower", "lower_ci", "or_95l", "l95", "ci95_lower"],
    .intervalUpper: ["ci_upper", "upper_ci", "or_95u", "u95", "ci95_upper"],
    .z: ["z", "zscore", "z_score", "z_stat"],
    .negativeLog10P: ["minus_log10_p", "neg_log_10_p_value", "mlogp", "mlog10p", "log10p", "lp"],
    .cases: ["cases", "n_cases", "ncase", "n_case"],
    .controls: ["controls", "n_controls", "ncontrol", "n_ctrl"],
    .imputationQuality: ["imputation_quality", "info", "info_score", "imputationinfo", "rsq"],
  ]

  /// Names a variant only where no `usual` name does, and never with a trait behind it.
  static let plainIdentifier = "id"

  /// Lower case, a leading `#` dropped, dots, dashes and blanks as `_`.
  static func normalised(_ name: String) -> String {
    let lower = name.lowercased().drop { $0 == "#" }
    return String(lower.map { ".- ".contains($0) ? "_" : $0 })
  }

  /// As a sentence speaks of the column.
  static func title(_ role: ColumnRole) -> String {
    role.rawValue.split(separator: "_").joined(separator: " ")
  }
}
