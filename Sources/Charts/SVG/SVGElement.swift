/// One element of a drawing. Attribute order is kept, so the bytes are the same each time.
package struct SVGElement: Hashable, Sendable {
  package var name: String
  package var attributes: [Attribute]
  package var text: String
  package var children: [SVGElement]

  package struct Attribute: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  /// - Parameters:
  ///   - text: character data before the children; escaped when written.
  package init(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    text: String = "",
    children: [SVGElement] = []
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    self.text = text
    self.children = children
  }

  /// An element placed by numbers; nil if any of them is not finite, so that no such number is ever drawn.
  package static func shape(
    _ name: String,
    _ numbers: KeyValuePairs<String, Double>,
    classes: String,
    _ others: KeyValuePairs<String, String> = [:]
  ) -> SVGElement? {
    guard numbers.allSatisfy({ $0.value.isFinite }) else { return nil }
    var element = SVGElement(name)
    element.attributes = numbers.map { Attribute(name: $0.key, value: SVGNumber.text($0.value)) }
    element.attributes.append(Attribute(name: "class", value: classes))
    element.attributes += others.map { Attribute(name: $0.key, value: $0.value) }
    return element
  }

  /// The same drawing with lines that follow one another and are drawn alike as one path: grids, ticks and error bars
  /// are a good part of a page.
  static func joined(_ elements: [SVGElement]) -> [SVGElement] {
    elements.reduce(into: []) { joined, element in
      if let last = joined.indices.last, let path = joined[last].lineData, let more = element.lineData,
        joined[last].attributes.dropFirst() == element.attributes.dropFirst()
      {
        joined[last].attributes[0].value = path + more
      } else {
        joined.append(element)
      }
    }
  }

  /// The data of a path that is nothing but level and upright lines, and stands first among the attributes.
  private var lineData: String? {
    guard name == "path", let first = attributes.first, first.name == "d",
      first.value.allSatisfy({ $0.isNumber || "MHV .-".contains($0) })
    else { return nil }
    return first.value
  }

  /// The element with every link in it turned into a plain group.
  package var withoutLinks: SVGElement {
    var plain = self
    if name == "a" { (plain.name, plain.attributes) = ("g", []) }
    plain.children = children.map(\.withoutLinks)
    return plain
  }

  /// The classes of the element and of all in it.
  var classNames: Set<String> {
    let own = attributes.filter { $0.name == "class" }.flatMap {
      $0.value.split(separator: " ").map(String.init)
    }
    return children.reduce(into: Set(own)) { $0.formUnion($1.classNames) }
  }

  /// Whether a link is in the element.
  package var hasLinks: Bool { name == "a" || children.contains(where: \.hasLinks) }

  /// The element as XML on as few lines as it needs: children of containers each on their own line.
  package var serialised: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to output: inout String) {
    output += "<"
    output += name
    for attribute in attributes {
      output += " "
      output += attribute.name
      output += "=\""
      output += XMLText.attribute(attribute.value)
      output += "\""
    }
    guard !text.isEmpty || !children.isEmpty else {
      output += "/>"
      return
    }
    output += ">"
    output += XMLText.content(text)
    let isContainer = name == "svg" || name == "g" || name == "a"
    for child in children {
      if isContainer { output += "\n" }
      child.write(to: &output)
    }
    if isContainer, !children.isEmpty { output += "\n" }
    output += "</"
    output += name
    output += ">"
  }
}
