/// The reckoned extent of texts: no font is opened, so the same figure has the same bytes on every machine.
package enum TextMetrics {
  /// The width of a text on one line, in px.
  package static func width(_ text: String, _ style: TextStyle) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + AdvanceWidths.width($1, bold: style.isBold) }
    return Double(thousandths) / 1000 * style.size.pixels
  }

  /// The width of spans set one after the other, in px.
  package static func width(_ spans: [TextSpan]) -> Double {
    spans.reduce(0) { $0 + width($1.text, $1.style) }
  }

  /// Breaks spans into lines of at most `limit` px: between words where it can, inside a word that is longer
  /// than a line where it must. Nothing is left out; there is always at least one line.
  package static func lines(_ spans: [TextSpan], limit: Double) -> [[TextSpan]] {
    var breaker = LineBreaker(limit: max(limit, 20))
    for span in spans {
      for word in words(span.text) { breaker.add(TextSpan(word, span.style, span.ink)) }
    }
    return breaker.finish()
  }

  /// The width of the longest word, which `lines` would have to break if it had less.
  package static func widestWord(_ spans: [TextSpan]) -> Double {
    spans.flatMap { span in words(span.text).map { width(String($0.drop { $0 == " " }), span.style) } }.max()
      ?? 0
  }

  /// Words with the spaces before them.
  private static func words(_ text: String) -> [String] {
    var result: [String] = []
    for character in text {
      if character == " ", result.last?.contains(where: { $0 != " " }) ?? true {
        result.append(" ")
      } else if result.isEmpty {
        result.append(String(character))
      } else {
        result[result.count - 1].append(character)
      }
    }
    return result
  }
}

/// Fills lines greedily.
private struct LineBreaker {
  let limit: Double
  private var lines: [[TextSpan]] = []
  private var current: [TextSpan] = []
  private var used = 0.0

  init(limit: Double) { self.limit = limit }

  mutating func add(_ word: TextSpan) {
    let width = TextMetrics.width(word.text, word.style)
    if used + width <= limit { return append(word, width) }
    if !current.isEmpty { endLine() }
    let bare = TextSpan(String(word.text.drop { $0 == " " }), word.style, word.ink)
    guard !bare.text.isEmpty else { return }
    let bareWidth = TextMetrics.width(bare.text, bare.style)
    if bareWidth <= limit { return append(bare, bareWidth) }
    for piece in Self.pieces(bare.text) {
      let part = TextSpan(piece, bare.style, bare.ink)
      let width = TextMetrics.width(part.text, part.style)
      if width > limit, piece.count > 1 {
        for character in piece { fill(TextSpan(String(character), bare.style, bare.ink)) }
      } else {
        fill(part)
      }
    }
  }

  private mutating func fill(_ part: TextSpan) {
    let width = TextMetrics.width(part.text, part.style)
    if used + width > limit, !current.isEmpty { endLine() }
    append(part, width)
  }

  /// A word that is too long, in pieces: a number with its sign and brackets is one, any other character is one.
  private static func pieces(_ word: String) -> [String] {
    var pieces: [String] = []
    var isNumber = false
    for character in word {
      let isDigit = character.isNumber || ".,−-×%".contains(character)
      if let last = pieces.last, character == ")" || (isDigit && (isNumber || last == "(")) {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      isNumber = isDigit
    }
    return pieces
  }

  mutating func finish() -> [[TextSpan]] {
    if !current.isEmpty { endLine() }
    return lines.isEmpty ? [[]] : lines
  }

  private mutating func append(_ word: TextSpan, _ width: Double) {
    used += width
    if let last = current.last, last.style == word.style, last.ink == word.ink {
      current[current.count - 1].text += word.text
    } else {
      current.append(word)
    }
  }

  private mutating func endLine() {
    lines.append(current)
    current = []
    used = 0
  }
}
