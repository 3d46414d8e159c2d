/// Draws the marks of checks and the steps of the certainty meter, which the words of the templates write as characters.
enum CheckIcons {
  /// The characters, all of three bytes in UTF-8 and all of them beginning with the same, and what is drawn for each.
  private static let icons: [[UInt8]: [UInt8]] = {
    func icon(_ name: String, _ path: String) -> String {
      "<svg class=\"check \(name)\" viewBox=\"0 0 14 14\" aria-hidden=\"true\">\(path)</svg>"
    }
    let drawn = [
      "✔": icon("holds", "<circle cx=\"7\" cy=\"7\" r=\"6\"/><path d=\"M4 7.2 6.2 9.4 10 4.8\"/>"),
      "▲": icon("caution", "<path d=\"M7 1 13.5 13H0.5Z\"/><path d=\"M7 5V9M7 10.4V11.6\"/>"),
      "✖": icon(
        "fails",
        "<rect x=\"1\" y=\"1\" width=\"12\" height=\"12\" rx=\"1.5\"/><path d=\"M4.5 4.5 9.5 9.5M9.5 4.5 4.5 9.5\"/>"
      ),
      "↗": icon("up", "<path d=\"M7 2 13 12H1Z\"/>"), "↘": icon("down", "<path d=\"M7 12 13 2H1Z\"/>"),
      "▰": "<span class=\"step full\" aria-hidden=\"true\"></span>",
      "▱": "<span class=\"step\" aria-hidden=\"true\"></span>",
    ]
    return Dictionary(uniqueKeysWithValues: drawn.map { (Array($0.key.utf8), Array($0.value.utf8)) })
  }()

  private static let lead: UInt8 = 0xE2

  static func drawn(in html: String) -> String {
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 4096)
    var place = 0
    while place < bytes.count {
      if bytes[place] == lead, place + 2 < bytes.count, let icon = icons[Array(bytes[place...place + 2])] {
        result += icon
        place += 3
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
