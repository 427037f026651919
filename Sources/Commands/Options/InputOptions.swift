import ArgumentParser

/// What to look at.
struct InputOptions: ParsableArguments, PlainArguments {
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

extension InputOptions {
  static func plain(_ words: inout PlainWords) throws(PlainWords.NotPlain) -> InputOptions {
    var options = InputOptions()
    options.recursive = try words.flag("--recursive", "-r")
    options.jobs = try words.value("--jobs", "-j").map { (text) throws(PlainWords.NotPlain) in
      guard let jobs = Int(text), jobs > 0 else { throw PlainWords.NotPlain() }
      return jobs
    }
    options.paths = try words.paths()
    return options
  }
}
