/// A layout of genome-wide summary statistics that is recognised by its header; the raw value stands in study.yaml and in
/// releases.
package enum GWASFormat: String, CaseIterable, Codable, Hashable, Sendable {
  case finnGen = "finngen"
  case gwasCatalogHarmonised = "gwas_catalog_harmonised"
  case gwasSSF = "gwas_ssf"
  case gwasVCF = "gwas_vcf"
  case regenie
  case plink2
  case saige
  case boltLMM = "bolt_lmm"
  case fastGWA = "fastgwa"
  /// METAL's output, which the University of Bristol's deposit of 41 cytokines has as well.
  case metal
  case twoSampleMR = "twosamplemr"
  /// Usual names of columns, or those that study.yaml names.
  case generic

  /// As a sentence names it.
  package var title: String {
    switch self {
    case .finnGen: "FinnGen"
    case .gwasCatalogHarmonised: "GWAS Catalog, harmonised"
    case .gwasSSF: "GWAS-SSF (GWAS Catalog)"
    case .gwasVCF: "GWAS-VCF"
    case .regenie: "REGENIE"
    case .plink2: "PLINK 2 --glm"
    case .saige: "SAIGE"
    case .boltLMM: "BOLT-LMM"
    case .fastGWA: "fastGWA (GCTA)"
    case .metal: "METAL"
    case .twoSampleMR: "TwoSampleMR data frame"
    case .generic: "table with usual column names"
    }
  }

  /// The build that all files of the format have; nil where it depends.
  package var genomeBuild: String? {
    switch self {
    // FinnGen's releases from R2 on; the Catalog lifts harmonised files over.
    case .finnGen, .gwasCatalogHarmonised: "GRCh38"
    default: nil
    }
  }
}
