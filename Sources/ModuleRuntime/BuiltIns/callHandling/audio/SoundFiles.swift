/// Which of several spoken files is played.
enum SoundFiles {
  /// The alternative in the language (`de_welcome.wav`), else the default.
  static func chosen(_ standard: Value, among alternatives: Value, _ language: String) -> String {
    if case .list(let list) = alternatives {
      let prefix = language.lowercased() + "_"
      if let file = list.elements.map(\.text).first(where: { name(of: $0).lowercased().hasPrefix(prefix) }) {
        return file
      }
    }
    return standard.text
  }

  private static func name(of path: String) -> Substring { path.split(separator: "/").last ?? path[...] }
}
