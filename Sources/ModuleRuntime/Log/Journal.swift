/// Keeps the logs of all instances, and the system's error log, and shows every entry to an observer.
///
/// `@unchecked Sendable`: only the runtime's actor touches it; its logs hold it in their sinks.
final class Journal: @unchecked Sendable {
  private let kept: Int
  private let observer: (@Sendable (LogEntry) -> Void)?
  private var entries: [String: [LogEntry]] = [:]
  private(set) var errors: [LogEntry] = []

  init(kept: Int, observer: (@Sendable (LogEntry) -> Void)?) {
    self.kept = max(1, kept)
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
    observer?(entry)
  }

  /// The log of an instance, oldest first.
  func entries(of instance: String) -> [LogEntry] { entries[instance] ?? [] }
}
