import ArgumentParser
import MendelianRandomization
import StudyModel

struct MethodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "methods",
    abstract: "List the methods that study.yaml may ask for, or tell about some of them.",
    discussion: """
      Without a name: the id, the fewest variants and the name of every method, one a line; a star marks those that a \
      study runs which asks for none. With names: what each assumes, how it is run here, and its paper.
      """
  )

  @Argument(help: ArgumentHelp("The ids of methods to tell about.", valueName: "method"))
  var methods: [MethodID] = []

  func run() {
    Console.print(methods.isEmpty ? Self.list() : methods.map(Self.details).joined(separator: "\n\n"))
  }

  /// One line a method that is computed here.
  static func list() -> String {
    let descriptions = MethodID.computed.map(MethodTable.description)
    let width = descriptions.map(\.id.rawValue.count).max() ?? 0
    return descriptions.map { description in
      let id = description.id.rawValue
      let mark = MethodID.standard.contains(description.id) ? "*" : " "
      let padding = String(repeating: " ", count: width - id.count)
      let count = "\(description.minimumVariants)"
      return "\(mark) \(id)\(padding)  n ≥ \(count)  \(description.name)"
    }.joined(separator: "\n")
  }

  /// Name, paper, fewest variants, assumptions and defaults of one method.
  static func details(_ method: MethodID) -> String {
    let description = MethodTable.description(method)
    let paper = description.citation + (description.doi.map { " https://doi.org/\($0)" } ?? "")
    let assumptions = description.assumptions.map { "  - \($0)" }
    let defaults = (description.defaults ?? []).map { "  - \($0)" }
    return
      ([
        "\(method.rawValue): \(description.name)", "  \(paper)",
        method.isComputed
          ? "  Needs \(description.minimumVariants) or more variants."
          : "  Not computed here; result tables may hold it.",
        "  Assumes:",
      ] + assumptions + (defaults.isEmpty ? [] : ["  As it is run here:"] + defaults)).joined(separator: "\n")
  }
}

extension MethodID: ExpressibleByArgument {}
