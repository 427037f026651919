import Archives
import ArgumentParser
import ModulePackages
import ModuleRuntime
import Reporting

/// `sfm log FILE...`.
struct Log: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Filter module logs, of an appliance or of `sfm run`, and summarise their errors by cause.",
    discussion: discussion(
      "A file's name without its extension counts as the instance's name. Times are local, and a prefix will do.",
      examples: [
        "sfm log Modcall.log --level warn", "sfm log *.log --errors", "sfm log Modcall.log --from '2026-01-31 12'",
      ]
    )
  )

  @Argument(help: ArgumentHelp("Log files.", valueName: "file"))
  var files: [String]

  @Option(help: "This level and the more severe ones: error, warn, info, debug or trace.")
  var level: LogLevel?

  @Option(help: ArgumentHelp("Only this instance.", valueName: "name"))
  var instance: String?

  @Option(help: ArgumentHelp("Only entry points whose name has this in it.", valueName: "text"))
  var entryPoint: String?

  @Option(help: ArgumentHelp("From this local time on.", valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("Up to and with this local time.", valueName: "time"))
  var to: String?

  @Flag(help: "Errors by cause: how often, when first and last, where.")
  var errors = false

  @Option(help: "How to print it: text or json.")
  var format: DocumentFormat = .text

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let filter = LogReader.Filter(level: level, instance: instance, entryPoint: entryPoint, from: from, to: to)
    var lines: [LogReader.Line] = []
    for file in files {
      let bytes: [UInt8]
      do throws(ArchiveError) { bytes = try FileSystem.read(file) } catch { throw .unreadable(error.description) }
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      lines += LogReader.lines(of: String(decoding: bytes, as: UTF8.self), instance: stem).filter(filter.keeps)
    }
    let report = LogReport(lines: lines)
    switch (errors, format) {
    case (true, .text): context.print(report.causesText(context.outputStyle))
    case (true, .json): context.print(report.causesJSON.text)
    case (false, .text): context.print(report.text(context.outputStyle))
    case (false, .json): context.print(report.json.text)
    }
    return .clean
  }
}
