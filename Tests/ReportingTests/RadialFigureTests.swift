import Foundation
import Reporting
import Testing

@Suite struct RadialFigureTests {
  static func sample(_ count: Int, name: (Int) -> String = { "rs100\($0)" }) -> RadialFigure {
    RadialFigure(
      id: "radial",
      title: "Radial plot: BMI → CHD",
      summary: "IVW: odds ratio 1.56.",
      xTitle: "Precision (1 / SE)",
      yTitle: "Estimate from each variant, in its standard errors",
      points: (0..<count).map { index in
        let precision = 1.5 + Double(index * 7 % 11) * 0.6
        let noise = Double(index * 13 % 17) / 17 * 4 - 2
        return .init(
          name: name(index),
          precision: precision,
          z: index == 3 ? -4.2 : 0.445 * precision + noise,
          isRinged: index == 3
        )
      },
      line: .init(label: "IVW", slope: 0.445),
      words: BuiltInWords.book
    )
  }

  @Test(arguments: [2, 3, 21, 300, 3000])
  func anyNumberOfVariantsFits(count: Int) throws {
    let figure = try #require(Self.sample(count).figure())
    Layout.expectSound(figure)
    #expect(figure.data.split(separator: "\n").count == count + 2)
  }

  @Test func longNamesFit() throws {
    let figure = Self.sample(9) { "variant-\($0)-" + String(repeating: "long", count: 18) }
    Layout.expectSound(try #require(figure.figure()))
  }

  @Test func oneVariantOrNoneIsNoPlot() {
    #expect(Self.sample(0).figure() == nil)
    #expect(Self.sample(1).figure() == nil)
  }

  /// The contributions of all variants add up to Cochran's Q, by its own definition.
  @Test func contributionsAreThoseOfCochransQ() throws {
    let ratios = [0.3, 0.5, 0.9], errors = [0.1, 0.2, 0.25]
    let weights = errors.map { 1 / ($0 * $0) }
    let pooled = zip(ratios, weights).map(*).reduce(0, +) / weights.reduce(0, +)
    let q = zip(ratios, errors).map { pow(($0 - pooled) / $1, 2) }.reduce(0, +)
    var figure = Self.sample(0)
    figure.line = .init(label: "IVW", slope: pooled)
    let points = zip(ratios, errors).map { RadialFigure.Variant(name: "rs1", precision: 1 / $1, z: $0 / $1) }
    let sum = points.compactMap(figure.contribution).reduce(0, +)
    #expect(abs(sum - q) < 1e-12)
  }

  @Test func allTheSameAndHugeValuesAreDrawn() throws {
    var same = Self.sample(5)
    same.points = same.points.map { .init(name: $0.name, precision: 2, z: 1) }
    Layout.expectSound(try #require(same.figure()))
    var huge = Self.sample(5)
    huge.points[0].z = 1e12
    huge.line?.slope = 1e9
    Layout.expectSound(try #require(huge.figure()))
  }

  @Test func withoutALineThereIsNoBand() throws {
    var figure = Self.sample(8)
    figure.line = nil
    #expect(try #require(figure.figure()).features.contains(.curves) == false)
  }
}
