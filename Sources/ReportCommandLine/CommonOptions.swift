import ArgumentParser

/// What every command understands.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Say nothing unless something is wrong.")
  var quiet = false

  /// A line for the person who waits; results that a program may read are printed by `Console.print`.
  func say(_ line: String) {
    if !quiet { Console.error(line) }
  }
}
