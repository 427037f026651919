import ArgumentParser

/// What to look at.
struct InputOptions: ParsableArguments {
  @Argument(help: "Packages (.sfm) or project folders.")
  var paths: [String]

  @Flag(name: .shortAndLong, help: "Search folders for *.sfm.")
  var recursive = false

  @Option(name: .shortAndLong, help: "How many inputs to work on at once (default: one for each core).")
  var jobs: Int?

  mutating func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }
}
