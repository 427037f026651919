/// Why a manifest, a compiled line, or a source of interfaces could not be used.
public enum ManifestError: Error, Equatable, Sendable {
  /// The file could not be read; the text is the system's.
  case unreadable(path: String, reason: String)
  /// A compiled line that is none, or is damaged. `reason` says what was expected at which offset.
  case notALine(file: String, reason: String)
  /// A compiled line or text manifest of another format version.
  case otherFormat(file: String, found: String, supported: String)
  /// A text manifest that cannot be parsed.
  case syntax(file: String, line: Int, message: String)
  /// A class file, archive or JDK that cannot be read.
  case source(path: String, reason: String)
  /// A specification such as `7.9` that names nothing known.
  case unknownVersion(spec: String, platform: String, known: [PlatformVersion], nearest: PlatformVersion?)
  /// A specification that has no meaning.
  case badSpecification(spec: String, reason: String)
  /// More than a line can hold: 64 versions, or a table beyond its index width.
  case tooLarge(reason: String)
  /// Manifests that cannot share a line: two of one version, or of two platforms.
  case conflict(reason: String)
}

extension ManifestError: CustomStringConvertible {
  /// One sentence for people: which file, where, what was expected.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      return "\(path): cannot be read: \(reason)"
    case .notALine(let file, let reason):
      return "\(file): not a usable compiled platform line: \(reason)"
    case .otherFormat(let file, let found, let supported):
      return "\(file): manifest format \(found), but this tool reads \(supported); make it again with this version"
    case .syntax(let file, let line, let message):
      return "\(file):\(line): \(message)"
    case .source(let path, let reason):
      return "\(path): \(reason)"
    case .unknownVersion(let spec, let platform, let known, let nearest):
      let list = known.map(\.description).joined(separator: ", ")
      let hint = nearest.map { "; the nearest is \($0)" } ?? ""
      return "no version \(spec) of \(platform) is known; known are \(list)\(hint)"
    case .badSpecification(let spec, let reason):
      return "'\(spec)' is no platform specification: \(reason)"
    case .tooLarge(let reason), .conflict(let reason):
      return reason
    }
  }
}
