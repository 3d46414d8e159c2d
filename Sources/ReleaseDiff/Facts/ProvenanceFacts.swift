import ReleaseFormat
import StudyModel

/// What release.json says of the files, the settings and the study, told in the newer release's ids.
struct ProvenanceFacts {
  let header: ReleaseHeader
  let writtenVersion: Int
  /// From the older release's trait ids to the newer one's; empty for the newer one.
  let traitNames: [TraitID: TraitID]

  /// - Throws: where the header cannot be written as JSON.
  func facts() throws(InputError) -> [Fact] {
    let token = try ModelCoding.encode(header, file: "release.json")
    let design = token["design"] ?? .null
    return [
      Fact(.toolVersion, code: "\(header.tool) \(header.toolVersion)"),
      Fact(.schemaVersion, code: "\(writtenVersion)"),
      Fact(.seed, code: "\(header.design.seed)"),
    ] + leaves(.setting, design["settings"] ?? .null)
      + leaves(.study, Self.without(design, ["settings", "panel", "pairs", "disease", "seed", "id"]))
      + leaves(.study, Self.without(design["panel"] ?? .null, ["traits"]), prefix: "panel.")
      + traits(design) + pairs(design) + methods(token)
      + leaves(.selection, rows(token["selections"], by: "trait", rename: true))
      + leaves(.panel, token["panel"] ?? .null) + whole(.truth, token["truth"])
      + whole(.published, token["published"])
  }

  // MARK: The study

  private func traits(_ design: JSONToken) -> [Fact] {
    let disease = design["disease"].map { [$0] } ?? []
    return (disease + Self.elements(design["panel"]?["traits"])).flatMap { trait -> [Fact] in
      guard let id = trait["id"]?.text else { return [] }
      let name = renamed(id)
      return [Fact(.trait, name, code: trait["name"]?.text)]
        + leaves(.traitProperty, Self.without(trait, ["id", "name"]), prefix: name + " ")
    }
  }

  private func pairs(_ design: JSONToken) -> [Fact] {
    Self.elements(design["pairs"]).flatMap { pair -> [Fact] in
      guard let trait = pair["trait"]?.text, let direction = pair["direction"]?.text else { return [] }
      let name = "\(renamed(trait)).\(direction)"
      let rest = Self.without(pair, ["id", "trait", "direction", "exposure", "outcome"])
      return [Fact(.pair, name)] + leaves(.pairProperty, rest, prefix: name + " ")
    }
  }

  private func methods(_ token: JSONToken) -> [Fact] {
    Self.elements(token["methods"]).flatMap { method -> [Fact] in
      guard let id = method["id"]?.text else { return [] }
      return [Fact(.method, id)] + leaves(.method, Self.without(method, ["id"]), prefix: id + " ")
    }
  }

  private func renamed(_ id: String) -> String {
    TraitID(rawValue: id).flatMap { traitNames[$0]?.rawValue } ?? id
  }

  // MARK: JSON

  /// One fact for each text, number or list of such below the token, by its path.
  private func leaves(_ aspect: Aspect, _ token: JSONToken, prefix: String = "") -> [Fact] {
    var facts: [Fact] = []
    collect(aspect, token, prefix, &facts)
    return facts
  }

  private func collect(_ aspect: Aspect, _ token: JSONToken, _ path: String, _ facts: inout [Fact]) {
    switch token {
    case .object(let members):
      let stem = path.isEmpty || path.hasSuffix(" ") || path.hasSuffix(".") ? path : path + "."
      for member in members.sorted(by: { $0.key < $1.key }) {
        collect(aspect, member.value, stem + member.key, &facts)
      }
    case .null: return
    default:
      let text = Self.text(token)
      facts.append(Fact(aspect, path, code: text))
    }
  }

  private func whole(_ aspect: Aspect, _ token: JSONToken?) -> [Fact] {
    guard let token else { return [] }
    return [Fact(aspect, code: ContentDigest.sha256(JSONLayout.line(token)))]
  }

  /// An object with the array's elements by one of their members.
  private func rows(_ token: JSONToken?, by key: String, rename: Bool) -> JSONToken {
    .object(
      Self.elements(token).compactMap { row in
        row[key]?.text.map { JSONMember(key: rename ? renamed($0) : $0, value: Self.without(row, [key])) }
      }
    )
  }

  private static func elements(_ token: JSONToken?) -> [JSONToken] {
    if case .array(let elements)? = token { elements } else { [] }
  }

  private static func without(_ token: JSONToken, _ keys: Set<String>) -> JSONToken {
    guard case .object(let members) = token else { return token }
    return .object(members.filter { !keys.contains($0.key) })
  }

  /// A text as it is, anything else as JSON.
  private static func text(_ token: JSONToken) -> String {
    token.text ?? String(decoding: JSONLayout.line(token).dropLast(), as: UTF8.self)
  }
}
