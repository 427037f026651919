public import Findings

/// Why an archive, or one entry of it, could not be read or written.
public enum ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The system refused an operation on a file: which file, what was tried, the system's reason.
  case file(path: String, operation: String, reason: String)
  /// A defect of the archive stands in the way of what was asked; the finding says which and where.
  case defect(Finding)
  /// What was asked to be written cannot be expressed in a ZIP: a name too long, more than 4 GiB.
  case unwritable(entry: String, reason: String)

  /// One sentence for people.
  public var description: String {
    guard case .file(let path, _, _) = self else { return reason }
    return "\(path): \(reason)"
  }

  /// The sentence without the file's path, for a place that has named it already.
  public var reason: String {
    switch self {
    case .file(_, let operation, let reason): "cannot \(operation): \(reason)"
    case .defect(let finding): finding.message
    case .unwritable(let entry, let reason): "cannot write entry \"\(entry)\": \(reason)"
    }
  }
}
