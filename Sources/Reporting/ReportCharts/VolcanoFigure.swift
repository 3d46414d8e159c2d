import Charts
import StudyModel

/// How unusual is the most unusual result? Every trait of one direction, its estimate against its p-value.
package struct VolcanoFigure: Sendable {
  package var id: String
  package var title: String
  /// What was found, in a sentence with its numbers: opens the alternative text.
  package var summary: String
  package var axis: EffectAxis
  /// Along the foot ("Odds ratio per SD, log scale").
  package var xTitle: String
  /// The significance level, 0 to 1 ("0.05" as printed).
  package var level: Double
  package var levelText: String
  /// The tests in the family, which the level is divided by for the upper line; 1 or fewer for no such line.
  package var tests: Int
  package var points: [Trait]
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Trait: Sendable {
    package var name: String
    /// The page of the trait, relative; nil for none.
    package var link: String?
    /// The unit of the point where points differ; nil for that of the axis.
    package var unit: String?
    /// On the shown scale (an odds ratio, not its logarithm).
    package var estimate: Double
    /// −log₁₀ p, so that a p below the least double keeps its place.
    package var negativeLog10P: Double
    /// As printed: "0.50 (0.28–0.91)", "0.023".
    package var estimateText: String
    package var pText: String
    /// For the data.
    package var p: PValue
    package var evidence: PanelForestFigure.Evidence

    package init(
      name: String,
      link: String?,
      unit: String? = nil,
      estimate: Double,
      negativeLog10P: Double,
      estimateText: String,
      pText: String,
      p: PValue,
      evidence: PanelForestFigure.Evidence
    ) {
      (self.name, self.link, self.unit, self.estimate) = (name, link, unit, estimate)
      (self.negativeLog10P, self.estimateText) = (negativeLog10P, estimateText)
      (self.pText, self.p, self.evidence) = (pText, p, evidence)
    }
  }

  /// Traits without a finite estimate (positive, for a ratio) or without a p are left out.
  package init(
    id: String,
    title: String,
    summary: String,
    axis: EffectAxis,
    xTitle: String,
    level: Double,
    levelText: String,
    tests: Int,
    points: [Trait],
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.summary) = (id, title, summary)
    (self.axis, self.xTitle) = (axis, xTitle)
    (self.level, self.levelText, self.tests) = (level, levelText, tests)
    self.points = points.filter { point in
      point.estimate.isFinite && !point.negativeLog10P.isNaN && point.negativeLog10P >= 0
        && (!axis.isRatio || point.estimate > 0)
    }
  }

  /// The points that are drawn one by one at most; beyond, those without evidence are one path, without
  /// links.
  package static let pointLimit = 500

  /// The names that are set at most, those of the smallest p.
  package static let nameLimit = 30

  /// The figure, 544 px and 358 px wide; nil without points.
  package func figure() -> ReportFigure? {
    guard !points.isEmpty else { return nil }
    let wide = VolcanoPainter(self, isNarrow: false).paint()
    let narrow = VolcanoPainter(self, isNarrow: true).paint()
    let unnamed = evident.count - min(wide.named, narrow.named)
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: wide.drawing,
      narrow: narrow.drawing,
      data: data,
      note: unnamed > 0
        ? words(FigureSentence.unnamed, ["level": levelText]) : "",
      features: features
    )
  }
}

extension VolcanoFigure {
  /// The points with p below the level, smallest p first.
  var evident: [Trait] {
    points.filter { $0.evidence != .neither }.sorted {
      ($0.negativeLog10P, $1.name) > ($1.negativeLog10P, $0.name)
    }
  }

  private var features: Set<FigureFeature> {
    var features: Set<FigureFeature> = lines.count > 1 ? [.familyLine] : []
    if points.contains(where: { $0.evidence == .adjusted }) { features.insert(.passing) }
    if points.contains(where: { $0.evidence == .nominal }) { features.insert(.nominal) }
    if VolcanoPainter(self, isNarrow: false).hasArrows { features.insert(.arrows) }
    return features
  }

  private var description: String {
    let opening = words(
      points.count == 1 ? FigureSentence.volcanoOfOne : .volcano,
      ["count": NumberStyle.count(points.count), "x": xTitle]
    )
    let names = evident.prefix(Self.nameLimit).map {
      words(
        FigureSentence.evident,
        [
          "name": $0.name, "estimate": $0.estimateText, "p": $0.pText, "evidence": $0.evidence.text(words),
        ]
      )
    }
    let more = evident.count - names.count
    let phrase: FigureSentence =
      names.isEmpty ? .volcanoNone : more > 0 ? .moreVolcanoTraits : .volcanoTraits
    let list = words(
      phrase,
      [
        "level": levelText, "traits": names.joined(separator: "; "), "count": NumberStyle.count(more),
      ]
    )
    return [summary, opening, list].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: [
      "trait", "scale", "estimate", "p", "minus_log10_p", "evidence",
    ])
    for point in points {
      table.add([
        .words(point.name), .words(point.unit ?? axis.unit), .number(point.estimate), .p(point.p),
        .number(point.negativeLog10P), .words(point.evidence.rawValue),
      ])
    }
    return table
  }
}
