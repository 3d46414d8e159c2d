import Testing

/// Figures are compared with those on file; `make gallery` shows the files, and the browser measures their labels.
@Suite struct GalleryTests {
  @Test(arguments: Gallery.samples.indices)
  func figuresAreAsOnFile(index: Int) throws {
    let sample = Gallery.samples[index]
    guard let figure = sample.figure else { return }
    try FigureSnapshot.expect(figure.wide.inline(), is: "\(sample.stem)-wide.svg")
    try FigureSnapshot.expect(figure.narrow.inline(), is: "\(sample.stem)-narrow.svg")
    guard sample.isWhole else { return }
    for (sheet, drawing) in figure.print.enumerated() {
      try FigureSnapshot.expect(drawing.inline(), is: "\(sample.stem)-print-\(sheet + 1).svg")
    }
    try FigureSnapshot.expect(figure.data, is: "\(sample.stem).tsv")
  }

  @Test(arguments: Gallery.samples.indices)
  func textsNeitherOverlapNorAreCut(index: Int) {
    if let figure = Gallery.samples[index].figure { Layout.expectSound(figure) }
  }

  /// What the gallery's pages are made from.
  @Test func theListIsAsOnFile() throws {
    let lines = Gallery.samples.map { sample in
      let title = sample.figure?.title ?? ""
      return
        "\(sample.stem)\t\(sample.data)\t\(title)\t\(sample.figure == nil ? "nothing to draw" : "drawn")\n"
    }
    try FigureSnapshot.expect("stem\tdata\ttitle\tfigure\n" + lines.joined(), is: "gallery.tsv")
  }

  @Test func everySampleHasFilesOfItsOwn() {
    #expect(Set(Gallery.samples.map(\.stem)).count == Gallery.samples.count)
  }

  /// Only what has no rows has no figure; a line needs two points.
  @Test func nothingToShowIsNoFigure() {
    let empty = Set(Gallery.samples.filter { $0.figure == nil }.map(\.stem))
    #expect(empty == Set(Gallery.samples.filter { $0.data == "0 rows" }.map(\.stem)).union(["radial-1"]))
  }
}
