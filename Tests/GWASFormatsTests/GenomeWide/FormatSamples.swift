import GWASFormats
import StudyModel
import Testing

/// The same three invented associations in every layout: rs101 with the effect allele A (frequency 0.3, β 0.2, σ 0.02),
/// rs102, an insertion, and rs103 with β −0.05 and σ 0.04.
struct FormatSample: CustomTestStringConvertible, Sendable {
  var format: GWASFormat
  var name: String
  var text: String
  var testDescription: String { "\(format.rawValue) \(name)" }

  init(_ format: GWASFormat, _ name: String = "", _ text: String) {
    self.format = format
    self.name = name
    self.text = text
  }

  static let all: [FormatSample] = [
    FormatSample(
      .finnGen,
      "R5",
      """
      #chrom\tpos\tref\talt\trsids\tnearest_genes\tpval\tbeta\tsebeta\taf_alt\taf_alt_cases\taf_alt_controls
      1\t1000\tG\tA\trs101,rs9101\tGENE\t1.52397e-23\t0.2\t0.02\t0.3\t0.3\t0.3
      6\t2000\tC\tCAT\trs102\t\t6.3e-5\t-0.08\t0.02\t0.1\t0.1\t0.1
      23\t3000\tT\tC\trs103\t\t0.2113\t-0.05\t0.04\t0.45\t0.4\t0.4
      """
    ),
    FormatSample(
      .finnGen,
      "R12",
      """
      #chrom\tpos\tref\talt\trsids\tnearest_genes\tpval\tmlogp\tbeta\tsebeta\taf_alt\taf_alt_cases\taf_alt_controls
      1\t1000\tG\tA\trs101\tGENE\t0\t22.817\t0.2\t0.02\t0.3\t0.3\t0.3
      6\t2000\tC\tCAT\trs102\t\t6.3e-5\t4.2\t-0.08\t0.02\t0.1\t0.1\t0.1
      23\t3000\tT\tC\trs103\t\t0.2113\t0.675\t-0.05\t0.04\t0.45\t0.4\t0.4
      """
    ),
    FormatSample(
      .metal,
      "Bristol",
      """
      MarkerName\tAllele1\tAllele2\tFreq1\tFreqSE\tMinFreq\tMaxFreq\tEffect\tStdErr\tP-value\tDirection\tHetISq\tHetChiSq\tHetDf\tHetPVal\tTotal_N
      rs101\ta\tg\t0.3\t0.01\t0.2\t0.4\t0.2\t0.02\t1.52e-23\t++\t0\t0.1\t1\t0.7\t5000
      rs102\tcat\tc\t0.1\t0.01\t0.1\t0.1\t-0.08\t0.02\t6.3e-05\t--\t0\t0.1\t1\t0.7\t5000
      rs103\tc\tt\t0.45\t0.01\t0.4\t0.5\t-0.05\t0.04\t0.2113\t-+\t0\t0.1\t1\t0.7\t4800
      """
    ),
    FormatSample(
      .gwasSSF,
      "beta",
      """
      chromosome\tbase_pair_location\teffect_allele\tother_allele\tbeta\tstandard_error\teffect_allele_frequency\tp_value\trsid\tn
      1\t1000\tA\tG\t0.2\t0.02\t0.3\t1.52e-23\trs101\t5000
      6\t2000\tCAT\tC\t-0.08\t0.02\t0.1\t6.3e-05\trs102\t5000
      23\t3000\tC\tT\t-0.05\t0.04\t0.45\t0.2113\trs103\t5000
      """
    ),
    FormatSample(
      .gwasSSF,
      "odds ratio and −log10 p",
      """
      chromosome\tbase_pair_location\teffect_allele\tother_allele\todds_ratio\tstandard_error\teffect_allele_frequency\tneg_log_10_p_value\tvariant_id\trsid
      1\t1000\tA\tG\t1.2214027581601699\t0.02\t0.3\t22.817\t1_1000_G_A\trs101
      6\t2000\tCAT\tC\t0.9231163463866358\t0.02\t0.1\t4.2\t6_2000_C_CAT\trs102
      23\t3000\tC\tT\t0.951229424500714\t0.04\t0.45\t0.675\tX_3000_T_C\trs103
      """
    ),
    FormatSample(
      .gwasCatalogHarmonised,
      "ratio without standard error",
      """
      hm_variant_id\thm_rsid\thm_chrom\thm_pos\thm_other_allele\thm_effect_allele\thm_beta\thm_odds_ratio\thm_ci_lower\thm_ci_upper\thm_effect_allele_frequency\thm_code\tp_value\tstandard_error
      1_1000_G_A\trs101\t1\t1000\tG\tA\tNA\t1.2214027581601699\t1.1744501577618443\t1.2702324432698764\t0.3\t10\t1.52e-23\tNA
      6_2000_C_CAT\trs102\t6\t2000\tC\tCAT\t-0.08\tNA\tNA\tNA\t0.1\t10\t6.3e-05\t0.02
      X_3000_T_C\trs103\tX\t3000\tT\tC\t-0.05\tNA\tNA\tNA\t0.45\t10\t0.2113\t0.04
      """
    ),
    FormatSample(
      .regenie,
      "",
      """
      CHROM GENPOS ID ALLELE0 ALLELE1 A1FREQ INFO N TEST BETA SE CHISQ LOG10P EXTRA
      1 1000 rs101 G A 0.3 1 5000 ADD 0.2 0.02 100 22.817 NA
      1 1000 rs101 G A 0.3 1 5000 DOM 0.9 0.2 20 5 NA
      6 2000 rs102 C CAT 0.1 0.97 5000 ADD -0.08 0.02 16 4.2 NA
      23 3000 rs103 T C 0.45 1 5000 ADD -0.05 0.04 1.56 0.675 NA
      """
    ),
    FormatSample(
      .plink2,
      "linear",
      """
      #CHROM\tPOS\tID\tREF\tALT\tA1\tA1_FREQ\tTEST\tOBS_CT\tBETA\tSE\tT_STAT\tP\tERRCODE
      1\t1000\trs101\tG\tA\tA\t0.3\tADD\t5000\t0.2\t0.02\t10\t1.52e-23\t.
      6\t2000\trs102\tCAT\tC\tCAT\t0.1\tADD\t5000\t-0.08\t0.02\t-4\t6.3e-05\t.
      X\t3000\trs103\tT\tC\tC\t0.45\tADD\t5000\t-0.05\t0.04\t-1.25\t0.2113\t.
      """
    ),
    FormatSample(
      .plink2,
      "logistic",
      """
      #CHROM\tPOS\tID\tREF\tALT\tOMITTED\tA1\tA1_FREQ\tTEST\tOBS_CT\tOR\tLOG(OR)_SE\tZ_STAT\tP
      1\t1000\trs101\tG\tA\tG\tA\t0.3\tADD\t5000\t1.2214027581601699\t0.02\t10\t1.52e-23
      1\t1000\trs101\tG\tA\tG\tA\t0.3\tSEX\t5000\t3\t0.5\t10\t1e-10
      6\t2000\trs102\tC\tCAT\tC\tCAT\t0.1\tADD\t5000\t0.9231163463866358\t0.02\t-4\t6.3e-05
      X\t3000\trs103\tT\tC\tT\tC\t0.45\tADD\t5000\t0.951229424500714\t0.04\t-1.25\t0.2113
      """
    ),
    FormatSample(
      .saige,
      "",
      """
      CHR POS MarkerID Allele1 Allele2 AC_Allele2 AF_Allele2 MissingRate BETA SE Tstat var p.value p.value.NA Is.SPA AF_case AF_ctrl N_case N_ctrl
      1 1000 rs101 G A 3000 0.3 0 0.2 0.02 1 1 1.52e-23 1e-23 false 0.3 0.3 1000 4000
      6 2000 rs102 C CAT 1000 0.1 0 -0.08 0.02 1 1 6.3e-05 6e-5 false 0.1 0.1 1000 4000
      X 3000 rs103 T C 4500 0.45 0 -0.05 0.04 1 1 0.2113 0.2 false 0.4 0.4 1000 4000
      """
    ),
    FormatSample(
      .boltLMM,
      "",
      """
      SNP\tCHR\tBP\tGENPOS\tALLELE1\tALLELE0\tA1FREQ\tINFO\tCHISQ_LINREG\tP_LINREG\tBETA\tSE\tCHISQ_BOLT_LMM_INF\tP_BOLT_LMM_INF\tCHISQ_BOLT_LMM\tP_BOLT_LMM
      rs101\t1\t1000\t0.01\tA\tG\t0.3\t1\t90\t1e-21\t0.2\t0.02\t100\t1.6E-23\t100\t1.52E-23
      rs102\t6\t2000\t0.02\tCAT\tC\t0.1\t0.98\t16\t6e-5\t-0.08\t0.02\t16\t6.3E-05\t16\t6.3E-05
      rs103\t23\t3000\t0.03\tC\tT\t0.45\t1\t1.5\t0.2\t-0.05\t0.04\t1.56\t2.1E-01\t1.56\t2.113E-01
      """
    ),
    FormatSample(
      .fastGWA,
      "",
      """
      CHR\tSNP\tPOS\tA1\tA2\tN\tAF1\tBETA\tSE\tP
      1\trs101\t1000\tA\tG\t5000\t0.3\t0.2\t0.02\t1.52e-23
      6\trs102\t2000\tCAT\tC\t5000\t0.1\t-0.08\t0.02\t6.3e-05
      23\trs103\t3000\tC\tT\t5000\t0.45\t-0.05\t0.04\t0.2113
      """
    ),
    FormatSample(
      .twoSampleMR,
      "CSV with quotes",
      """
      "SNP","chr.exposure","pos.exposure","effect_allele.exposure","other_allele.exposure","beta.exposure","se.exposure","pval.exposure","eaf.exposure","samplesize.exposure"
      "rs101","1",1e+03,"A","G",0.2,0.02,1.52e-23,0.3,5000
      "rs102","6",2e+03,"CAT","C",-0.08,0.02,6.3e-05,0.1,5000
      "rs103","X",3000,"C","T",-0.05,0.04,0.2113,0.45,NA
      """
    ),
    FormatSample(
      .gwasVCF,
      "with SS",
      vcf(
        "ES:SE:LP:AF:SS:ID",
        ["0.2:0.02:22.817:0.3:5000:rs101", "-0.08:0.02:4.2:0.1:5000:rs102", "-0.05:0.04:0.675:0.45:.:rs103"]
      )
    ),
    FormatSample(
      .gwasVCF,
      "without SS and AF",
      vcf("ES:SE:LP", ["0.2:0.02:22.817", "-0.08:0.02:4.2", "-0.05:0.04:0.675"])
    ),
    FormatSample(
      .generic,
      "chr prefixes",
      """
      snp,chr,bp,ea,nea,eaf,b,se,pval
      rs101,chr1,1000,a,g,0.3,0.2,0.02,1.52e-23
      rs102,chr6,2000,cat,c,0.1,-0.08,0.02,6.3e-05
      rs103,chrX,3000,c,t,0.45,-0.05,0.04,0.2113
      """
    ),
  ]

  private static func vcf(_ keys: String, _ values: [String]) -> String {
    let rows = zip(["1\t1000\trs101\tG\tA", "6\t2000\trs102\tC\tCAT", "X\t3000\trs103\tT\tC"], values)
      .enumerated()
    return """
      ##fileformat=VCFv4.2
      ##INFO=<ID=AF,Number=A,Type=Float,Description="Allele Frequency">
      ##FORMAT=<ID=ES,Number=A,Type=Float,Description="Effect size">
      ##SAMPLE=<ID=s,TotalCases=1000,TotalControls=4000,StudyType=CaseControl>
      ##contig=<ID=1,length=249250621,assembly=GRCh37>
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\ts

      """
        + rows.map { index, row in
          "\(row.0)\t.\tPASS\tAF=\([0.3, 0.1, 0.45][index])\t\(keys)\t\(row.1)"
        }.joined(separator: "\n")
  }
}
