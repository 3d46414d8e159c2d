/// Eigenvalues of symmetric matrices by Jacobi's cyclic rotations (Golub & Van Loan, Matrix Computations, 8.5).
package enum SymmetricEigenvalues {
  /// Sweeps after which a matrix of finite numbers has long settled: convergence is quadratic.
  private static let sweeps = 60

  /// In descending order; nil where the matrix is not square, not symmetric to rounding or not finite.
  package static func eigenvalues(_ matrix: [[Double]]) -> [Double]? {
    let size = matrix.count
    guard matrix.allSatisfy({ $0.count == size && $0.allSatisfy(\.isFinite) }) else { return nil }
    let scale = matrix.joined().map(abs).max() ?? 0
    for row in 0..<size {
      for column in 0..<row where abs(matrix[row][column] - matrix[column][row]) > 1e-9 * scale { return nil }
    }
    var rotated = matrix
    for _ in 0..<sweeps where offDiagonal(rotated) > 1e-30 * scale * scale { sweep(&rotated) }
    return (0..<size).map { rotated[$0][$0] }.sorted(by: >)
  }

  private static func offDiagonal(_ matrix: [[Double]]) -> Double {
    sum(matrix.count) { row in sum(row) { matrix[row][$0] * matrix[row][$0] } }
  }

  private static func sweep(_ matrix: inout [[Double]]) {
    for first in matrix.indices {
      for second in matrix.indices.dropFirst(first + 1) where matrix[first][second] != 0 {
        rotate(&matrix, first, second)
      }
    }
  }

  /// Makes the element at (first, second) 0.
  private static func rotate(_ matrix: inout [[Double]], _ first: Int, _ second: Int) {
    let theta = (matrix[second][second] - matrix[first][first]) / (2 * matrix[first][second])
    let root = (theta * theta + 1).squareRoot()
    let tangent = theta >= 0 ? 1 / (theta + root) : 1 / (theta - root)
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for index in matrix.indices {
      let (a, b) = (matrix[index][first], matrix[index][second])
      matrix[index][first] = cosine * a - sine * b
      matrix[index][second] = sine * a + cosine * b
    }
    for index in matrix.indices {
      let (a, b) = (matrix[first][index], matrix[second][index])
      matrix[first][index] = cosine * a - sine * b
      matrix[second][index] = sine * a + cosine * b
    }
  }
}
