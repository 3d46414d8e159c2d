/// What a figure shows that its caption has to explain. A caption explains only what is drawn.
package enum FigureFeature: Hashable, Sendable {
  /// An interval or a point past the axis, cut with an arrowhead.
  case arrows
  /// Bars of weight, in every drawing but the narrow one.
  case weights
  /// A variant whose own interval excludes the null.
  case excludesNull
  /// The plot without one variant each.
  case leftOut
  /// The two curves of a funnel.
  case curves
  /// Names for some points only: the outliers, the heaviest, the most extreme.
  case chosenNames
  /// A ring round an outlier.
  case rings
  /// A filled mark.
  case passing
  /// A half-filled mark.
  case nominal
  /// Columns of checks, in every drawing but the narrow one.
  case checks
  /// A second line of a volcano, for the tests of its one family.
  case familyLine
}
