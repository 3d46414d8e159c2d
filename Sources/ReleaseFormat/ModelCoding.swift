import Foundation
import StudyModel

/// Turns values of the model into tokens and back; every error names the file and the place in it.
package enum ModelCoding {
  /// Throws where a number is not finite, which is a fault of the analysis: JSON has no word for it.
  package static func encode(_ value: some Encodable, file: String) throws(InputError) -> JSONToken {
    do {
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = JSONKeys.encodingStrategy()
      encoder.outputFormatting = .withoutEscapingSlashes
      return try JSONParser.parse(Array(encoder.encode(value)))
    } catch EncodingError.invalidValue(let value, let context) {
      throw internalError(file, "\(place(context.codingPath)) is \(value), which is not a finite number")
    } catch {
      throw internalError(file, "\(error)")
    }
  }

  /// `line` is where the token stands in a file of lines.
  package static func decode<Value: Decodable>(
    _ type: Value.Type,
    from token: JSONToken,
    file: String,
    line: Int? = nil
  ) throws(InputError) -> Value {
    try decode(type, from: JSONLayout.line(token), file: file, line: line)
  }

  /// Of the bytes of a file of the current schema version whose checksum was right: whoever made it, it is JSON.
  static func decode<Value: Decodable>(
    _ type: Value.Type,
    from bytes: [UInt8],
    file: String,
    line: Int? = nil
  ) throws(InputError) -> Value {
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = JSONKeys.decodingStrategy()
      return try decoder.decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw InputError(.damaged(file, line: line, summary(error)))
    } catch {
      throw InputError(.damaged(file, line: line, "\(error)"))
    }
  }

  private static func internalError(_ file: String, _ what: String) -> InputError {
    InputError(
      InputProblem(
        file: file,
        summary: "the analysis made a result that cannot be written: \(what)",
        remedy: "this is a fault of mrreport, not of the study: please report it"
      )
    )
  }

  private static func summary(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "\(place(context.codingPath)) lacks \"\(JSONKeys.snakeCase(key.stringValue))\""
    case .typeMismatch(let type, let context): "\(place(context.codingPath)) is not of the type \(type)"
    case .valueNotFound(_, let context): "\(place(context.codingPath)) is null"
    case .dataCorrupted(let context):
      "\(place(context.codingPath)) cannot be used: \(lowercasedStart(context.debugDescription))"
    @unknown default: "\(error)"
    }
  }

  /// `estimates[1].estimate.value`
  private static func place(_ path: [any CodingKey]) -> String {
    let text = path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + JSONKeys.snakeCase(key.stringValue)
      }
    }
    return text.isEmpty ? "the outermost object" : text
  }

  private static func lowercasedStart(_ sentence: String) -> String {
    let trimmed = sentence.hasSuffix(".") ? sentence.dropLast() : Substring(sentence)
    return trimmed.prefix(1).lowercased() + trimmed.dropFirst()
  }
}

extension InputProblem {
  /// A file of a release that is not as `analyse` left it.
  static func damaged(_ file: String, line: Int? = nil, _ summary: String) -> InputProblem {
    InputProblem(file: file, line: line, summary: summary, remedy: "analyse again")
  }

  static func changedSinceWritten(_ file: String) -> InputProblem {
    .damaged(
      file,
      "does not have the checksum that pairs.jsonl gives; the release was changed after it was written"
    )
  }
}
