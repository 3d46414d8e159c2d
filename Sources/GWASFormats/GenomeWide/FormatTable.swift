import StudyModel

/// How each format names its columns: the one place to look when a tool's output changes.
struct FormatDescription {
  let format: GWASFormat
  /// Columns, as written, that a header of the format has.
  let signature: [String]
  /// For each role the columns, as written, that may hold it; the first that a row fills counts.
  let columns: [ColumnRole: [String]]

  /// In the order in which they are tried: formats with more telling signatures first.
  static let all: [FormatDescription] = [
    // https://finngen.gitbook.io/documentation/data-description; mlogp from R5 on. The effect is alt's.
    FormatDescription(
      format: .finnGen,
      signature: ["#chrom", "pos", "ref", "alt", "rsids", "pval", "beta", "sebeta"],
      columns: [
        .variant: ["rsids"], .chromosome: ["#chrom"], .position: ["pos"], .effectAllele: ["alt"],
        .otherAllele: ["ref"], .pValue: ["pval"], .negativeLog10P: ["mlogp"], .beta: ["beta"],
        .standardError: ["sebeta"], .effectAlleleFrequency: ["af_alt"], .imputationQuality: ["info"],
      ]
    ),
    // Files named *.h.tsv.gz before 2023; the source's own columns stand beside the harmonised ones.
    FormatDescription(
      format: .gwasCatalogHarmonised,
      signature: ["hm_rsid", "hm_chrom", "hm_pos", "hm_effect_allele", "hm_other_allele", "p_value"],
      columns: [
        .variant: ["hm_rsid", "hm_variant_id"], .chromosome: ["hm_chrom"], .position: ["hm_pos"],
        .effectAllele: ["hm_effect_allele"], .otherAllele: ["hm_other_allele"], .beta: ["hm_beta"],
        .ratio: ["hm_odds_ratio"], .intervalLower: ["hm_ci_lower"], .intervalUpper: ["hm_ci_upper"],
        .standardError: ["standard_error"], .effectAlleleFrequency: ["hm_effect_allele_frequency"],
        .pValue: ["p_value"], .sampleSize: ["n", "sample_size"], .imputationQuality: ["info"],
      ]
    ),
    // Hayhurst et al., bioRxiv 2022.07.15.500230; also the Catalog's harmonised files since 2023.
    FormatDescription(
      format: .gwasSSF,
      signature: ["chromosome", "base_pair_location", "effect_allele", "other_allele", "standard_error"],
      columns: [
        .variant: ["rsid", "rs_id", "variant_id"], .chromosome: ["chromosome"],
        .position: ["base_pair_location"], .effectAllele: ["effect_allele"], .otherAllele: ["other_allele"],
        .beta: ["beta"], .ratio: ["odds_ratio", "hazard_ratio"], .standardError: ["standard_error"],
        .intervalLower: ["ci_lower"], .intervalUpper: ["ci_upper"], .z: ["z_score"],
        .effectAlleleFrequency: ["effect_allele_frequency"], .pValue: ["p_value"],
        .negativeLog10P: ["neg_log_10_p_value"], .sampleSize: ["n"], .imputationQuality: ["info"],
      ]
    ),
    // https://rgcgithub.github.io/regenie/options/#output; A1FREQ and BETA are ALLELE1's.
    FormatDescription(
      format: .regenie,
      signature: ["CHROM", "GENPOS", "ID", "ALLELE0", "ALLELE1", "BETA", "SE", "LOG10P"],
      columns: [
        .variant: ["ID"], .chromosome: ["CHROM"], .position: ["GENPOS"], .effectAllele: ["ALLELE1"],
        .otherAllele: ["ALLELE0"], .beta: ["BETA"], .standardError: ["SE"], .negativeLog10P: ["LOG10P"],
        .effectAlleleFrequency: ["A1FREQ"], .sampleSize: ["N"], .imputationQuality: ["INFO"],
      ]
    ),
    // https://www.cog-genomics.org/plink/2.0/formats#glm_linear; the effect is A1's, whichever of REF and ALT it is.
    FormatDescription(
      format: .plink2,
      signature: ["#CHROM", "POS", "ID", "REF", "ALT", "A1", "TEST", "OBS_CT"],
      columns: [
        .variant: ["ID"], .chromosome: ["#CHROM"], .position: ["POS"], .effectAllele: ["A1"],
        .otherAllele: ["OMITTED", "AX"], .beta: ["BETA"], .ratio: ["OR"],
        .standardError: ["SE", "LOG(OR)_SE"], .intervalLower: ["L95"], .intervalUpper: ["U95"],
        .z: ["Z_STAT"], .pValue: ["P"], .negativeLog10P: ["LOG10_P", "NEG_LOG10_P"],
        .effectAlleleFrequency: ["A1_FREQ"], .sampleSize: ["OBS_CT"], .imputationQuality: ["MACH_R2"],
      ]
    ),
    // https://saigegit.github.io/SAIGE-doc: the effect is Allele2's.
    FormatDescription(
      format: .saige,
      signature: ["CHR", "POS", "Allele1", "Allele2", "AF_Allele2", "BETA", "SE", "p.value"],
      columns: [
        .variant: ["rsid", "MarkerID", "SNPID"], .chromosome: ["CHR"], .position: ["POS"],
        .effectAllele: ["Allele2"], .otherAllele: ["Allele1"], .beta: ["BETA"], .standardError: ["SE"],
        .pValue: ["p.value"], .effectAlleleFrequency: ["AF_Allele2"], .sampleSize: ["N"],
        .cases: ["N_case"], .controls: ["N_ctrl"], .imputationQuality: ["imputationInfo"],
      ]
    ),
    // BOLT-LMM manual, section 8; GENPOS is in Morgans. The mixture model's p where there is one.
    FormatDescription(
      format: .boltLMM,
      signature: ["SNP", "CHR", "BP", "GENPOS", "ALLELE1", "ALLELE0", "A1FREQ", "BETA", "SE"],
      columns: [
        .variant: ["SNP"], .chromosome: ["CHR"], .position: ["BP"], .effectAllele: ["ALLELE1"],
        .otherAllele: ["ALLELE0"], .beta: ["BETA"], .standardError: ["SE"],
        .pValue: ["P_BOLT_LMM", "P_BOLT_LMM_INF", "P_LINREG"], .effectAlleleFrequency: ["A1FREQ"],
        .imputationQuality: ["INFO"],
      ]
    ),
    // https://yanglab.westlake.edu.cn/software/gcta/#fastGWA; AF1 and BETA are A1's.
    FormatDescription(
      format: .fastGWA,
      signature: ["CHR", "SNP", "POS", "A1", "A2", "N", "AF1", "BETA", "SE", "P"],
      columns: [
        .variant: ["SNP"], .chromosome: ["CHR"], .position: ["POS"], .effectAllele: ["A1"],
        .otherAllele: ["A2"], .beta: ["BETA"], .standardError: ["SE"], .pValue: ["P"],
        .effectAlleleFrequency: ["AF1"], .sampleSize: ["N"], .imputationQuality: ["INFO"],
      ]
    ),
    // https://genome.sph.umich.edu/wiki/METAL_Documentation; the effect is Allele1's, alleles in lower case.
    FormatDescription(
      format: .metal,
      signature: ["MarkerName", "Allele1", "Allele2", "Direction"],
      columns: [
        .variant: ["rsID", "rsid", "MarkerName"], .chromosome: ["Chr", "CHR", "Chromosome"],
        .position: ["BP", "Pos", "POS", "Position"], .effectAllele: ["Allele1"], .otherAllele: ["Allele2"],
        .effectAlleleFrequency: ["Freq1"], .beta: ["Effect"], .standardError: ["StdErr"],
        .z: ["Zscore"], .pValue: ["P-value", "P.value", "Pvalue", "P-val"],
        .sampleSize: ["Total_N", "TotalSampleSize", "N", "n_total", "Weight"],
      ]
    ),
    side("exposure"), side("outcome"),
  ]

  /// One side of a pair, as TwoSampleMR writes its data frames.
  private static func side(_ side: String) -> FormatDescription {
    FormatDescription(
      format: .twoSampleMR,
      signature: ["SNP", "beta.\(side)", "se.\(side)", "effect_allele.\(side)"],
      columns: [
        .variant: ["SNP"], .chromosome: ["chr.\(side)"], .position: ["pos.\(side)"],
        .effectAllele: ["effect_allele.\(side)"], .otherAllele: ["other_allele.\(side)"],
        .beta: ["beta.\(side)"], .standardError: ["se.\(side)"], .pValue: ["pval.\(side)"],
        .effectAlleleFrequency: ["eaf.\(side)"], .sampleSize: ["samplesize.\(side)"],
        .cases: ["ncase.\(side)"], .controls: ["ncontrol.\(side)"],
      ]
    )
  }

  /// The first whose signature the header holds; nil for a header that only its columns' usual names can tell.
  static func recognise(_ header: TableHeader) -> FormatDescription? {
    let names = Set(header.names)
    let isBothSides = names.contains("beta.exposure") && names.contains("beta.outcome")
    return all.first {
      names.isSuperset(of: $0.signature) && !($0.format == .twoSampleMR && isBothSides)
    }
  }
}
