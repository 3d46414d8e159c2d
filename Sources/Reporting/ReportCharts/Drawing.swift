import Charts

/// Marks on a sheet of known size.
struct Drawing {
  var width: Double
  var height: Double
  var marks: [any Mark] = []

  func document(id: String, title: String, description: String) -> SVGDocument {
    SVGDocument(
      id: id,
      title: title,
      description: description,
      width: width,
      height: height.rounded(.up),
      marks: marks
    )
  }
}
