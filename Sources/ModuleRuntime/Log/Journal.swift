/// Keeps the logs of all instances, and the system's error log, and shows every entry to an observer.
///
/// `@unchecked Sendable`: only the runtime's actor touches it; its logs hold it in their sinks.
final class Journal: @unchecked Sendable {
  private let kept: Int
  private let observer: (@Sendable (LogEntry) -> Void)?
  private var entries: [String: [LogEntry]] = [:]
  private(set) var errors: [LogEntry] = []
  private let folder: String?
  private let zone: ZoneRules
  private var files: [String: RotatingLogFile] = [:]
  /// The file of each instance, by the instance's name.
  private var stems: [String: String] = [:]
  /// Why log files could not be written, the first time for each file.
  private(set) var problems: [RotatingLogFile.Problem] = []

  init(kept: Int, folder: String?, zone: ZoneRules, observer: (@Sendable (LogEntry) -> Void)?) {
    self.kept = max(1, kept)
    self.folder = folder
    self.zone = zone
    self.observer = observer
  }

  /// Takes an entry; of each log the newest stay, at most twice what is kept at any time.
  func add(_ entry: LogEntry) {
    entries[entry.instanceID, default: []].append(entry)
    if let count = entries[entry.instanceID]?.count, count >= 2 * kept {
      entries[entry.instanceID]?.removeFirst(count - kept)
    }
    if entry.level == .error {
      errors.append(entry)
      if errors.count >= 2 * kept { errors.removeFirst(errors.count - kept) }
    }
    if folder != nil { write(entry) }
    observer?(entry)
  }

  /// The log of an instance, oldest first.
  func entries(of instance: String) -> [LogEntry] { entries[instance] ?? [] }

  // MARK: Files

  private func write(_ entry: LogEntry) {
    let text = entry.text(zone: zone)
    append(text, to: stem(of: entry.instanceName))
    if entry.level == .error { append("\(entry.instanceName): \(text)", to: Self.systemStem) }
  }

  /// A file name for each instance: two names that a folder cannot tell apart get two.
  private func stem(of instance: String) -> String {
    if let known = stems[instance] { return known }
    let base = Self.fileName(instance)
    let taken = Set(stems.values.map { $0.lowercased() } + [Self.systemStem])
    var stem = base
    var number = 2
    while taken.contains(stem.lowercased()) {
      stem = "\(base)-\(number)"
      number += 1
    }
    stems[instance] = stem
    return stem
  }

  /// The file of all errors.
  private static let systemStem = "system-error"

  private func append(_ text: String, to name: String) {
    guard let folder else { return }
    let path = "\(folder)/\(name).log"
    do throws(RotatingLogFile.Problem) {
      let file: RotatingLogFile
      if let known = files[path] {
        file = known
      } else {
        file = try RotatingLogFile(path: path)
        files[path] = file
      }
      try file.append(text)
    } catch {
      if !problems.contains(where: { $0.path == error.path }) { problems.append(error) }
    }
  }

  /// An instance's name as a file name: what a folder does not take becomes `_`.
  static func fileName(_ instance: String) -> String {
    let name = String(
      String.UnicodeScalarView(
        instance.unicodeScalars.map { $0.value < 0x20 || "/\\:*?\"<>|".unicodeScalars.contains($0) ? "_" : $0 }
      )
    )
    return name.isEmpty || name.hasPrefix(".") ? "_" + name : name
  }
}
