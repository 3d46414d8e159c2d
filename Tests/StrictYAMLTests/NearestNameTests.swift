import StrictYAML
import Testing

struct NearestNameTests {
  private let names = ["p_threshold", "id", "policy", "sample_size"]

  @Test func findsSlips() {
    #expect(NearestName.of("p_treshold", among: names) == "p_threshold")
    #expect(NearestName.of("P-Threshold", among: names) == "p_threshold")
    #expect(NearestName.of("polciy", among: names) == "policy")
    #expect(NearestName.of("samplesize", among: names) == "sample_size")
  }

  @Test func leavesStrangersAlone() {
    #expect(NearestName.of("title", among: names) == nil)
    #expect(NearestName.of("x", among: names) == nil)
    #expect(NearestName.of("", among: names) == nil)
    #expect(NearestName.of("policy", among: []) == nil)
    #expect(NearestName.of(String(repeating: "policy", count: 1_000), among: names) == nil)
  }
}
