import StudyModel

extension SuppliedResults {
  /// Of how many variants the pair's results are, by its MR-Egger row, any other estimate, or the degrees of freedom
  /// of a Q; nil where no row tells.
  var variantCount: Int? {
    let counts = estimates.filter { $0.variantCount > 0 }
    let row = counts.first { $0.method == .mrEgger } ?? counts.first
    return row?.variantCount ?? heterogeneity.first.map { $0.degreesOfFreedom + $0.method.lostToQ }
  }

  /// The first row with numbers: the others must be of as many variants, for every method is given the same ones.
  var firstCount: SuppliedEstimate? { estimates.first { $0.value != nil } }
}

extension MethodID {
  /// The degrees of freedom that fitting the method takes from its Q.
  var lostToQ: Int { self == .mrEgger ? 2 : 1 }
}
