import MendelianRandomization
import StudyModel
import Testing

@Suite struct MethodTableTests {
  @Test(arguments: MethodID.allCases)
  func everyMethodIsDescribedUnderItsOwnName(_ method: MethodID) {
    let description = MethodTable.estimator(method).description
    #expect(description.id == method)
    #expect(description.minimumVariants >= 1)
    #expect(description.doi?.hasPrefix("10.") == true)
    #expect(description.citation.hasSuffix("."))
    #expect(description.assumptions.allSatisfy { $0.hasSuffix(".") })
  }

  @Test func namesAreUnique() {
    let names = MethodID.allCases.map { MethodTable.estimator($0).description.name }
    #expect(Set(names).count == names.count)
  }
}
