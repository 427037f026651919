/// Which names may become files: names from a package are a stranger's.
enum SafeName {
  /// Why a relative path of an archive must not be written to disk; nil when it may.
  ///
  /// Strict for every system at once: a project folder is shared in git between Linux, macOS and Windows.
  static func refusal(path: String) -> String? {
    if path.isEmpty { return "it is empty" }
    if path.utf8.count > 1024 { return "it is longer than 1024 bytes" }
    if path.hasPrefix("/") { return "it is absolute" }
    let trimmed = path.hasSuffix("/") ? path.dropLast() : path[...]
    for part in trimmed.split(separator: "/", omittingEmptySubsequences: false) {
      if let refusal = refusal(component: part) { return refusal }
    }
    return nil
  }

  private static func refusal(component: Substring) -> String? {
    if component.isEmpty { return "it has an empty part" }
    if component == "." || component == ".." { return "it has the part \"\(component)\"" }
    if component.utf8.count > 200 { return "a part of it is longer than 200 bytes" }
    for scalar in component.unicodeScalars {
      switch scalar.value {
      case ..<0x20, 0x7F...0x9F: return "it has a control character"
      case 0x5C: return "it has a backslash"
      case 0x3A: return "it has a colon"
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        return "it has a character that turns the writing direction"
      default: continue
      }
    }
    return nil
  }

  /// Whether a resource's name can be its file's name as it is: one part, and nothing that a system refuses.
  static func isPlain(_ name: String) -> Bool {
    guard refusal(path: name) == nil, !name.contains("/"), name.first != ".", name.last != ".", name.last != " ",
      name.first != " "
    else { return false }
    if name.unicodeScalars.contains(where: { "<>\"|?*".unicodeScalars.contains($0) }) { return false }
    let stem = name.prefix { $0 != "." }.uppercased()
    return !reserved.contains(stem)
  }

  /// Device names of Windows, which are no files whatever their extension.
  private static let reserved: Set<String> = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2",
    "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
  ]
}
