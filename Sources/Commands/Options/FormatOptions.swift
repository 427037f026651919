public import ArgumentParser
public import Findings
public import Reporting

extension FindingsFormat: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

/// A report beside the one on standard output: `--output sarif=report.sarif`.
struct OutputFile: ExpressibleByArgument, Hashable {
  /// The format.
  var format: FindingsFormat
  /// Where it goes.
  var path: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), let format = FindingsFormat(rawValue: String(argument[..<equals]))
    else { return nil }
    self.format = format
    path = String(argument[argument.index(after: equals)...])
    if path.isEmpty { return nil }
  }

  var defaultValueDescription: String { "\(format.rawValue)=\(path)" }
}

/// How findings are told, and which of them count.
struct FormatOptions: ParsableArguments, PlainArguments {
  @Option(help: "What standard output gets.")
  var format: FindingsFormat = .text

  @Option(
    help: ArgumentHelp(
      "A further report, such as sarif=report.sarif; may be repeated.",
      valueName: "format=file"
    )
  )
  var output: [OutputFile] = []

  @Option(help: "The severity from which findings give exit code 1: notice, warning or error (default: error).")
  var failOn: Severity?

  @Flag(name: .shortAndLong, help: "No progress and no summary on standard error.")
  var quiet = false

  @Option(help: ArgumentHelp("Hide the findings that this file accepts.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Write the present findings to the --baseline file, and end with 0.")
  var updateBaseline = false

  @Option(help: ArgumentHelp("A configuration file, instead of the nearest .sfm.yml.", valueName: "file"))
  var config: String?

  @Flag(help: "Print the configuration that holds for the first input, and end.")
  var printConfig = false

  mutating func validate() throws {
    if updateBaseline, baseline == nil { throw ValidationError("--update-baseline needs --baseline FILE.") }
  }
}

extension FormatOptions {
  static func plain(_ words: inout PlainWords) throws(PlainWords.NotPlain) -> FormatOptions {
    var options = FormatOptions()
    options.format = .text
    options.output = []
    options.failOn = nil
    options.quiet = try words.flag("--quiet", "-q")
    options.baseline = nil
    options.updateBaseline = false
    options.config = nil
    options.printConfig = false
    return options
  }
}
