import Reporting

/// The book of words that the program carries.
enum BuiltInWords {
  static let book: Wordbook = {
    do {
      return try Wordbook.of(.embedded())
    } catch {
      fatalError("the built-in templates have no book of words: \(error)")
    }
  }()
}
