/// A piece of JSON with its numbers as they are written, so that no number is ever read and printed again.
package enum JSONToken: Hashable, Sendable {
  case object([JSONMember])
  case array([JSONToken])
  case string(String)
  /// The digits exactly as they stand in the file.
  case number(String)
  case boolean(Bool)
  case null
}

/// One key of an object with its value.
package struct JSONMember: Hashable, Sendable {
  package var key: String
  package var value: JSONToken

  package init(key: String, value: JSONToken) {
    self.key = key
    self.value = value
  }
}

extension JSONToken {
  /// The member of that name; nil also where this is no object, and setting changes nothing then. A new member comes
  /// last; setting nil removes one.
  package subscript(_ key: String) -> JSONToken? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key == key }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(JSONMember(key: key, value: value))
      case (nil, nil): return
      }
      self = .object(members)
    }
  }

  /// The text of a string; nil for anything else.
  package var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// A whole number that an `Int` holds; nil for anything else.
  package var integer: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits)
  }

  var isObject: Bool {
    guard case .object = self else { return false }
    return true
  }

  /// Whether an array of objects stands anywhere within.
  var holdsTable: Bool {
    switch self {
    case .object(let members): members.contains { $0.value.holdsTable }
    case .array(let elements): elements.contains { $0.isObject || $0.holdsTable }
    default: false
    }
  }
}
