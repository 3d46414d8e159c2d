import StudyModel

/// The figures of beta nerve growth factor and diabetic foot ulcer, by TwoSampleMR.
let suppliedGrowthFactor = SuppliedResults(
  estimates: [
    suppliedEstimate(.mrEgger, 4, -3.551346499, 3.40320004, 0.4062555452),
    suppliedEstimate(.weightedMedian, 4, 0.3727685575, 0.7137073171, 0.6014622244),
    suppliedEstimate(.ivwRandomEffects, 4, 0.1473928081, 0.6042131575, 0.8072759427),
    suppliedEstimate(.simpleMode, 4, 0.6973176973, 1.047104437, 0.5530748668),
    SuppliedEstimate(
      method: .mrRAPS,
      variantCount: 0,
      value: nil,
      standardError: nil,
      pValue: nil,
      line: 6
    ),
  ],
  heterogeneity: [
    SuppliedHeterogeneity(
      method: .mrEgger,
      q: 2.613736657,
      degreesOfFreedom: 2,
      pValue: PValue(0.270666369),
      line: 2
    ),
    SuppliedHeterogeneity(
      method: .ivwRandomEffects,
      q: 4.204193428,
      degreesOfFreedom: 3,
      pValue: PValue(0.240242379),
      line: 3
    ),
  ],
  pleiotropy: SuppliedPleiotropy(
    intercept: 0.538677408,
    standardError: 0.488296649,
    pValue: PValue(0.384937017),
    line: 2
  )
)

/// A row of an estimates table.
func suppliedEstimate(
  _ method: MethodID,
  _ count: Int,
  _ value: Double,
  _ error: Double,
  _ p: Double,
  line: Int = 2
) -> SuppliedEstimate {
  SuppliedEstimate(
    method: method,
    variantCount: count,
    value: value,
    standardError: error,
    pValue: PValue(p),
    line: line
  )
}
