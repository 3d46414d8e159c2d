import GWASFormats
import StudyModel

/// Result tables as R writes them.
enum ResultFixture {
  static let estimatesHeader = "exposure\toutcome\tmethod\tnsnp\tb\tse\tpval\n"

  /// `mr()` with `write.csv`: row names, data set ids, the outcome before the exposure, quotes.
  static let csv = """
    "","id.exposure","id.outcome","outcome","exposure","method","nsnp","b","se","pval"
    "1","ieu-a-2","ieu-a-7","Heart disease, all || id:ieu-a-7","BMI || id:ieu-a-2","MR Egger",79,0.502,0.144,0.000801
    "2","ieu-a-2","ieu-a-7","Heart disease, all || id:ieu-a-7","BMI || id:ieu-a-2","Inverse variance weighted",79,0.446,0.059,4.03e-14

    """

  /// The same with the columns of `generate_odds_ratios()` and a row-name column that was read once by R.
  static let oddsRatios = """
    X,outcome,exposure,method,nsnp,b,se,pval,lo_ci,up_ci,or,or_lci95,or_uci95
    1,D,A,Inverse variance weighted,79,0.446,0.059,4.03e-14,0.33036,0.56164,1.56205,1.39147,1.75355
    2,D,A,Weighted mode,79,-0.30,0.2,0.1377,-0.69,0.09,0.74,0.50,1.10
    3,D,A,MR Egger,79,NA,NA,NA,NA,NA,NA,NA,NA
    4,D,A,Simple mode,79,0.5,500,0.999204631,-979.5,980.5,1.64872127070013,0,Inf

    """

  static let heterogeneity = """
    id.exposure,id.outcome,outcome,exposure,method,Q,Q_df,Q_pval
    a,d,D,A,MR Egger,2.613736657,2,0.270666369
    a,d,D,A,Inverse variance weighted,4.204193428,3,0.240242379
    b,d,D,B,MR Egger,NA,NA,NA

    """

  static let pleiotropy = """
    id.exposure,id.outcome,outcome,exposure,egger_intercept,se,pval
    a,d,D,A,0.538677408,0.488296649,0.384937017
    b,d,D,B,NA,NA,NA

    """
}
