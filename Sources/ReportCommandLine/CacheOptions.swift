import ArgumentParser

/// Whether genome-wide files that were read before are read again.
struct CacheOptions: ParsableArguments {
  @Flag(
    name: .customLong("no-cache"),
    help: "Read every genome-wide file anew, and keep nothing of what was found in it."
  )
  var isRefused = false

  var isUsed: Bool { !isRefused }
}
