/// Holds the keys that a template uses against what it is given: a key that is misspelt prints nothing, which
/// nobody would notice on the page.
package enum TemplateKeys {
  /// Every key that the template and its partials write down, with the sections around it: `["rows", "p"]` stands
  /// for `{{#rows}}{{p}}{{/rows}}`. Sorted, each once.
  package static func used(by name: String, of library: TemplateLibrary) throws(TemplateError) -> [[String]] {
    var used: Set<[String]> = []
    try collect(library.template(name).tags, inside: [], library, into: &used)
    return used.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// One line for each key that the value lacks where the template asks for it, and for each object or list that
  /// is printed as if it were text. A key whose value is `absent` counts as there. What is inside an empty list or
  /// an absent section cannot be checked: give a value that has everything.
  package static func missing(
    in value: TemplateValue,
    template name: String,
    of library: TemplateLibrary
  ) throws(TemplateError) -> [String] {
    var check = KeyCheck(library: library)
    try check.walk(name, stack: [value])
    return check.complaints
  }

  private static func collect(
    _ tags: [TemplateTag],
    inside sections: [String],
    _ library: TemplateLibrary,
    into used: inout Set<[String]>
  ) throws(TemplateError) {
    for tag in tags {
      switch tag {
      case .variable(let key): used.insert(sections + key.path)
      case .section(let key, let inner):
        used.insert(sections + key.path)
        try collect(inner, inside: sections + key.path, library, into: &used)
      case .inverted(let key, let inner):
        used.insert(sections + key.path)
        try collect(inner, inside: sections, library, into: &used)
      case .partial(let name, _):
        try collect(library.template(name).tags, inside: sections, library, into: &used)
      }
    }
    used.remove([])
  }
}

/// Walks a template beside a value as Mustache would, but into every section whose content can be known.
private struct KeyCheck {
  let library: TemplateLibrary
  var complaints: [String] = []

  mutating func walk(_ name: String, stack: [TemplateValue]) throws(TemplateError) {
    let (path, tags) = try library.template(name)
    try walk(tags, file: path, stack: stack)
  }

  private mutating func walk(_ tags: [TemplateTag], file: String, stack: [TemplateValue])
    throws(TemplateError)
  {
    for tag in tags {
      switch tag {
      case .variable(let key):
        guard let value = find(key, file: file, stack: stack), !key.isTransformed else { continue }
        switch value {
        case .text, .absent: break
        case .flag, .list, .object: complain(key, file, "is printed but is not a text")
        }
      case .section(let key, let inner):
        guard let value = find(key, file: file, stack: stack) else { continue }
        try enter(value, key, inner, file: file, stack: stack)
      case .inverted(let key, let inner):
        _ = find(key, file: file, stack: stack)
        try walk(inner, file: file, stack: stack)
      case .partial(let name, _): try walk(name, stack: stack)
      }
    }
  }

  private mutating func enter(
    _ value: TemplateValue,
    _ key: TemplateKey,
    _ inner: [TemplateTag],
    file: String,
    stack: [TemplateValue]
  ) throws(TemplateError) {
    if key.isTransformed { return try walk(inner, file: file, stack: stack) }
    switch value {
    case .absent: break
    case .flag: try walk(inner, file: file, stack: stack)
    case .text, .object: try walk(inner, file: file, stack: stack + [value])
    case .list(let elements):
      for element in elements { try walk(inner, file: file, stack: stack + [element]) }
    }
  }

  /// Nil, and a complaint, where the key is missing.
  private mutating func find(_ key: TemplateKey, file: String, stack: [TemplateValue]) -> TemplateValue? {
    guard let first = key.path.first else { return stack.last }
    var found: TemplateValue?
    for case .object(let members) in stack.reversed() {
      found = members[first]
      break
    }
    for name in key.path.dropFirst() {
      guard case .object(let members) = found else { break }
      found = members[name]
    }
    if found == nil { complain(key, file, "is not in the view model") }
    return found
  }

  private mutating func complain(_ key: TemplateKey, _ file: String, _ what: String) {
    let complaint = "\(file):\(key.line): {{\(key.path.joined(separator: "."))}} \(what)"
    if !complaints.contains(complaint) { complaints.append(complaint) }
  }
}
