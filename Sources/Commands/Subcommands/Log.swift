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
      """
      A file's name without its extension counts as the instance's name; in the system error log each entry has its own. \
      Several files are told in the order of time, each entry behind its instance's name. Times are local, and the \
      beginning of one will do.
      """,
      examples: [
        "sfm log Modcall.log --level warn", "sfm log *.log --errors", "sfm log Modcall.log --from '2026-01-31 12'",
        "sfm log Modcall.log --follow --entry-point timer",
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

  @Flag(name: .shortAndLong, help: "Go on with what is written, through rotation and truncation, until interrupted.")
  var follow = false

  @Option(help: "How to print it: text or json.")
  var format: DocumentFormat = .text

  mutating func validate() throws {
    if follow, errors || format != .text { throw ValidationError("--follow prints lines: no --errors, no JSON.") }
    for (name, time) in [("--from", from), ("--to", to)] where !LogReader.isTimePrefix(time ?? "") {
      throw ValidationError(
        "\(name) wants the beginning of a local time: 2026-01-31, '2026-01-31 12:30', 2026-01-31T12."
      )
    }
  }

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    func local(_ time: String?) -> String? { time?.replacing("T", with: " ") }
    let filter = LogReader.Filter(
      level: level,
      instance: instance,
      entryPoint: entryPoint,
      from: local(from),
      to: local(to)
    )
    if follow { return try await follow(filter, in: context) }
    var lines: [LogReader.Line] = []
    for file in files {
      let bytes: [UInt8]
      do throws(ArchiveError) { bytes = try FileSystem.read(file) } catch { throw .unreadable(error.description) }
      lines += LogReader.lines(of: String(decoding: bytes, as: UTF8.self), instance: Self.stem(file)).filter(
        filter.keeps
      )
    }
    // Older files first, and instances side by side; what one moment has stays in its order.
    if files.count > 1 {
      lines = lines.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
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

  /// A file's name without `.log` and the number of an older file.
  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let whole = name.last?.isNumber == true ? name.lastIndex(of: ".").map { name[..<$0] } ?? name[...] : name[...]
    return whole.lastIndex(of: ".").map { String(whole[..<$0]) } ?? String(whole)
  }

  private func follow(_ filter: LogReader.Filter, in context: CommandContext) async throws(CommandError) -> ExitStatus {
    var tails: [LogTail] = []
    for file in files {
      do throws(RotatingLogFile.Problem) {
        tails.append(try LogTail(path: file, instance: Self.stem(file)))
      } catch {
        throw .unreadable("\(error.path): \(error.reason)")
      }
    }
    while !Task.isCancelled, !context.output.sink.isClosed {
      let lines = tails.flatMap { $0.poll().filter(filter.keeps) }
      let report = LogReport(lines: lines, isShared: files.count > 1 ? true : nil)
      if !lines.isEmpty { context.print(report.text(context.outputStyle)) }
      try? await Task.sleep(for: .milliseconds(200))
    }
    return .clean
  }
}
