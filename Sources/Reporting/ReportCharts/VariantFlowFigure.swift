import Charts

/// From the candidates to the instruments: a box a step, and beneath the arrow into each what was left out there.
package struct VariantFlowFigure: Sendable {
  package var id: String
  package var title: String
  /// In the order in which variants pass them; the last one's variants are used.
  package var steps: [Step]
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Step: Sendable {
    package var count: Int
    /// Beneath the count ("found in the outcome").
    package var label: String
    /// What was left out on the way here, each with its reason.
    package var losses: [Loss]

    package init(count: Int, label: String, losses: [Loss] = []) {
      (self.count, self.label, self.losses) = (count, label, losses)
    }
  }

  package struct Loss: Sendable {
    package var count: Int
    package var reason: String

    package init(count: Int, reason: String) { (self.count, self.reason) = (count, reason) }
  }

  package init(id: String, title: String, steps: [Step], words: Wordbook) {
    (self.id, self.title, self.steps, self.words) = (id, title, steps, words)
  }

  /// The figure, 1120 px, 358 px and, for print, 760 px wide; nil without a step.
  package func figure() -> ReportFigure? {
    guard !steps.isEmpty else { return nil }
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: VariantFlowPainter(self).row(width: 1120),
      narrow: VariantFlowPainter(self).column(width: ReportFigure.narrowWidth),
      print: [VariantFlowPainter(self).row(width: ReportFigure.printWidth)],
      data: data
    )
  }

  private var description: String {
    steps.map { step in
      let losses = step.losses.map { "\(NumberStyle.count($0.count)) \($0.reason)" }.joined(separator: "; ")
      return words(
        losses.isEmpty ? FigureSentence.flowStep : .flowLoss,
        ["losses": losses, "count": NumberStyle.count(step.count), "step": step.label]
      )
    }.joined(separator: " ")
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: ["step", "item", "count"])
    for step in steps {
      for loss in step.losses {
        table.add([
          .words(step.label), .words(words(FigureSentence.leftOut, ["reason": loss.reason])),
          .count(loss.count),
        ])
      }
      table.add([.words(step.label), .words("left"), .count(step.count)])
    }
    return table
  }
}
