/// What a template may be given, gathered from many values: every key with the kinds of what it held.
package struct TemplateShape: Hashable, Sendable {
  /// Empty where every value was absent: what is inside cannot be known.
  package var kinds: Set<Kind> = []
  /// Of an object, or of the elements of a list.
  package var members: [String: TemplateShape] = [:]

  package enum Kind: String, CaseIterable, Comparable, Sendable {
    case text, flag, object, list

    package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  package init() {}

  /// Takes one more value in.
  package mutating func add(_ value: TemplateValue) {
    switch value {
    case .absent: break
    case .text: kinds.insert(.text)
    case .flag: kinds.insert(.flag)
    case .object(let members):
      kinds.insert(.object)
      add(members)
    case .list(let elements):
      kinds.insert(.list)
      for case .object(let members) in elements { add(members) }
    }
  }

  private mutating func add(_ values: [String: TemplateValue]) {
    for (name, value) in values { members[name, default: TemplateShape()].add(value) }
  }

  /// Whether nothing was ever seen of it, or only lists without elements.
  var isUnknownInside: Bool { kinds.isEmpty || (holdsKeys && members.isEmpty) }

  /// Whether keys of its own are looked up in it.
  var holdsKeys: Bool { kinds.contains(.object) || kinds.contains(.list) }
}

/// The keys of every template, as they stand in `keys.tsv`: template, key, kinds.
///
/// A key below another is joined by a point; `directions.estimate.p` is what `{{#directions}}{{#estimate}}{{p}}…`
/// prints. The file is made from the view models of many studies by a test, which fails where the two differ.
package struct TemplateKeyList: Sendable {
  package private(set) var shapes: [String: TemplateShape] = [:]

  package init() {}

  /// Takes in what a template was given.
  package mutating func add(_ value: TemplateValue, to template: String) {
    shapes[template, default: TemplateShape()].add(value)
  }

  private static let header = "template\tkey\tholds"

  /// Sorted by template and key.
  package var text: String {
    var lines = [Self.header]
    for (template, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      Self.collect(shape, prefix: "", template: template, into: &lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func collect(
    _ shape: TemplateShape,
    prefix: String,
    template: String,
    into lines: inout [String]
  ) {
    for (name, member) in shape.members.sorted(by: { $0.key < $1.key }) {
      let kinds = member.kinds.sorted().map(\.rawValue).joined(separator: " or ")
      lines.append("\(template)\t\(prefix)\(name)\t\(kinds.isEmpty ? "nothing here" : kinds)")
      collect(member, prefix: "\(prefix)\(name).", template: template, into: &lines)
    }
  }

  /// Reads what `text` wrote; lines that it did not write are passed over.
  package init(text: String) {
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      let kinds = fields[2].split(separator: " ").compactMap { TemplateShape.Kind(rawValue: String($0)) }
      let path = fields[1].split(separator: ".").map(String.init)
      shapes[String(fields[0]), default: TemplateShape()].insert(kinds, at: path[...])
    }
    for template in shapes.keys { shapes[template]?.kinds = [.object] }
  }
}

extension TemplateShape {
  fileprivate mutating func insert(_ kinds: [Kind], at path: ArraySlice<String>) {
    guard let first = path.first else {
      self.kinds.formUnion(kinds)
      return
    }
    members[first, default: TemplateShape()].insert(kinds, at: path.dropFirst())
  }
}
