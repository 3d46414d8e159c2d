import Statistics
import Testing

/// Lines without a point against lines fitted anew, on random data of every awkward kind.
@Suite struct LeaveOneOutRegressionTests {
  struct Points: Sendable {
    var x: [Double]
    var y: [Double]
    var w: [Double]
  }

  enum Kind: CaseIterable, Sendable {
    case ordinary, oneWeightDominates, oneXDominates, oneOutlier, nearlyOnALine, equalX, allNull, mixedSigns
  }

  private func points(_ kind: Kind, _ count: Int, seed: UInt64) -> Points {
    var stream = RandomStream(StreamKey(seed: seed, names: ["points"]), simulation: 0)
    let ziggurat = Ziggurat.shared
    var points = Points(x: [], y: [], w: [])
    for _ in 0..<count {
      let x = 0.02 + 0.1 * stream.nextUniform()
      points.x.append(x)
      points.y.append(0.4 * x + 0.02 * ziggurat.normal(&stream))
      points.w.append(1000 + 4000 * stream.nextUniform())
    }
    let place = count / 2
    switch kind {
    case .ordinary: break
    case .oneWeightDominates: points.w[place] = 1e18
    case .oneXDominates: points.x[place] = 1e6
    case .oneOutlier: points.y[place] = 1e7
    case .nearlyOnALine: points.y = points.x.map { 0.4 * $0 * (1 + 1e-9 * ziggurat.normal(&stream)) }
    case .equalX: points.x = points.x.map { _ in 0.1 }
    case .allNull: points.y = points.y.map { _ in 0 }
    case .mixedSigns: for index in stride(from: 0, to: count, by: 2) { points.x[index] *= -1 }
    }
    return points
  }

  private func without(_ index: Int, _ points: Points) -> Points {
    var rest = points
    rest.x.remove(at: index)
    rest.y.remove(at: index)
    rest.w.remove(at: index)
    return rest
  }

  /// To a share of the reference, or to the rounding of the sum it is a difference of.
  private func agree(_ value: Double, _ reference: Double, floor: Double) -> Bool {
    abs(value - reference) <= 1e-10 * abs(reference) + 1e-14 * floor
  }

  @Test(arguments: Kind.allCases, [3, 4, 12, 300])
  func throughTheOrigin(_ kind: Kind, _ count: Int) {
    for seed in UInt64(1)...5 {
      let points = points(kind, count, seed: seed)
      let lines = LeaveOneOutThroughOrigin(x: points.x, y: points.y, weights: points.w)
      for index in 0..<count {
        let rest = without(index, points)
        let anew = RegressionThroughOrigin(x: rest.x, y: rest.y, weights: rest.w)
        let line = lines.without(index)
        let size = sum(rest.x.count) { rest.w[$0] * rest.y[$0] * rest.y[$0] }
        let slopeSize =
          sum(rest.x.count) { abs(rest.w[$0] * rest.x[$0] * rest.y[$0]) }
          / sum(rest.x.count) { rest.w[$0] * rest.x[$0] * rest.x[$0] }
        #expect(agree(line.slope, anew.slope, floor: slopeSize))
        #expect(agree(line.slopeStandardError, anew.slopeStandardError, floor: 0))
        #expect(agree(line.residualSumOfSquares, anew.residualSumOfSquares, floor: size))
        #expect(line.degreesOfFreedom == count - 2)
      }
    }
  }

  @Test(arguments: Kind.allCases, [4, 12, 300])
  func withAnIntercept(_ kind: Kind, _ count: Int) {
    var refused = 0
    for seed in UInt64(1)...5 {
      let points = points(kind, count, seed: seed)
      let lines = LeaveOneOutWithIntercept(x: points.x, y: points.y, weights: points.w)
      for index in 0..<count {
        guard let line = lines.without(index) else {
          refused += 1
          continue
        }
        let rest = without(index, points)
        let anew = RegressionWithIntercept(x: rest.x, y: rest.y, weights: rest.w)
        let size = sum(rest.x.count) { rest.w[$0] * rest.y[$0] * rest.y[$0] }
        #expect(agree(line.slope, anew.slope, floor: 10))
        #expect(agree(line.intercept, anew.intercept, floor: 10))
        #expect(agree(line.slopeStandardError, anew.slopeStandardError, floor: 0))
        #expect(agree(line.interceptStandardError, anew.interceptStandardError, floor: 0))
        #expect(agree(line.residualSumOfSquares, anew.residualSumOfSquares, floor: size))
        #expect(line.degreesOfFreedom == count - 3)
      }
    }
    // No slope can be told from the intercept; of other data a handful of points has to be fitted anew.
    if kind == .equalX { #expect(refused == 5 * count) } else { #expect(refused <= 5 * 6) }
  }

  @Test func aPointThatHoldsNearlyEverythingLeavesTheOthersTheirDigits() {
    // 1e20 + 3: subtracting the first point would leave nothing of the others.
    let lines = LeaveOneOutThroughOrigin(x: [1e10, 1, 1, 1], y: [1e10, 2, 3, 4], weights: [1, 1, 1, 1])
    let line = lines.without(0)
    #expect(line.slope == 3)
    #expect(line.residualSumOfSquares == 2)
    #expect(abs(lines.without(1).slope - 1) < 1e-15)
  }
}
