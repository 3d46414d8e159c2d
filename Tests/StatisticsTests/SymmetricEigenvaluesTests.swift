import Statistics
import Testing

@Suite struct SymmetricEigenvaluesTests {
  @Test func oneByOneAndDiagonal() {
    #expect(SymmetricEigenvalues.eigenvalues([[3]]) == [3])
    #expect(SymmetricEigenvalues.eigenvalues([[1, 0], [0, 5]]) == [5, 1])
    #expect(SymmetricEigenvalues.eigenvalues([]) == [])
  }

  /// The second-difference matrix has the eigenvalues 2 − 2cos(kπ/(n + 1)).
  @Test func secondDifferences() throws {
    let size = 41
    let matrix = (0..<size).map { row in
      (0..<size).map { column in row == column ? 2.0 : abs(row - column) == 1 ? -1 : 0 }
    }
    let found = try #require(SymmetricEigenvalues.eigenvalues(matrix))
    for (place, value) in found.reversed().enumerated() {
      let exact = 2 - 2 * cosine(Double(place + 1) * Double.pi / Double(size + 1))
      #expect(isClose(value, exact, relative: 1e-11))
    }
  }

  /// Trace and sum of squares stay.
  @Test func invariants() throws {
    let matrix: [[Double]] = [[1, 0.5, -0.2], [0.5, 1, 0.9], [-0.2, 0.9, 1]]
    let found = try #require(SymmetricEigenvalues.eigenvalues(matrix))
    #expect(isClose(found.reduce(0, +), 3))
    #expect(isClose(found.map { $0 * $0 }.reduce(0, +), 3 + 2 * (0.25 + 0.04 + 0.81)))
  }

  @Test func whatIsNoSymmetricMatrixHasNone() {
    #expect(SymmetricEigenvalues.eigenvalues([[1, 2], [3, 1]]) == nil)
    #expect(SymmetricEigenvalues.eigenvalues([[1, 2]]) == nil)
    #expect(SymmetricEigenvalues.eigenvalues([[.nan]]) == nil)
  }
}

/// By its series, so that the test needs no Foundation.
private func cosine(_ x: Double) -> Double {
  var (term, total) = (1.0, 1.0)
  for k in 1..<30 {
    term *= -x * x / Double((2 * k - 1) * (2 * k))
    total += term
  }
  return total
}
