import MendelianRandomization
import StudyModel
import Testing

@Suite struct MethodTableTests {
  @Test(arguments: MethodID.allCases)
  func everyMethodIsDescribedUnderItsOwnName(_ method: MethodID) {
    let description = MethodTable.description(method)
    #expect(description.id == method)
    #expect(description.minimumVariants >= 1)
    #expect(description.doi?.hasPrefix("10.") == true)
    #expect(description.citation.hasSuffix("."))
    #expect(!description.assumptions.isEmpty)
    #expect(description.assumptions.allSatisfy { $0.hasSuffix(".") })
  }

  @Test func namesAreUnique() {
    let descriptions = MethodID.allCases.map { MethodTable.description($0) }
    #expect(Set(descriptions.map(\.name)).count == descriptions.count)
    #expect(Set(descriptions.map(\.shortName)).count == descriptions.count)
  }

  @Test(arguments: MethodID.allCases)
  func exactlyTheComputedMethodsHaveAnEstimator(_ method: MethodID) {
    #expect((MethodTable.estimator(method) != nil) == method.isComputed)
  }

  @Test(arguments: MethodID.allCases.filter { !$0.isComputed })
  func anotherToolsMethodIsNotEstimated(_ method: MethodID) throws {
    let outcome = MethodTable.outcome(method, try ReferenceTables.variants("bmi_chd"), context: context())
    #expect(outcome.method == method)
    #expect(outcome.result == nil)
    #expect(outcome.notEstimated?.reason == .notInResults)
  }
}
