/// The words of a plain command line: paths, and such options as a command takes out of them by itself.
///
/// ArgumentParser learns a command's options by reflection, for which the Swift runtime searches the thousands of
/// conformances in the binary some forty times over: that takes longer than validating a package. So the commands that
/// are called most take plain words themselves. Whatever is less plain, and everything that is wrong, is the parser's:
/// it alone explains, completes and refuses.
struct PlainWords {
  /// A word that only the parser can judge.
  struct NotPlain: Error {}

  private var left: [String]

  init(_ words: some Sequence<String>) { left = Array(words) }

  /// Takes a flag by one of its names; false when it is not there.
  mutating func flag(_ names: String...) throws(NotPlain) -> Bool {
    guard let place = try place(names) else { return false }
    left.remove(at: place)
    return true
  }

  /// Takes an option by one of its names, together with its value; nil when it is not there.
  mutating func value(_ names: String...) throws(NotPlain) -> String? {
    guard let place = try place(names) else { return nil }
    guard place + 1 < left.count, !left[place + 1].hasPrefix("-") else { throw NotPlain() }
    defer { left.removeSubrange(place...place + 1) }
    return left[place + 1]
  }

  /// Takes what is left, of which nothing may look like an option.
  mutating func paths() throws(NotPlain) -> [String] {
    guard !left.isEmpty, !left.contains(where: { $0.hasPrefix("-") }) else { throw NotPlain() }
    defer { left = [] }
    return left
  }

  private func place(_ names: [String]) throws(NotPlain) -> Int? {
    guard let first = left.firstIndex(where: names.contains) else { return nil }
    if left[(first + 1)...].contains(where: names.contains) { throw NotPlain() }
    return first
  }
}

/// Arguments that can be taken out of plain words as well as parsed. The two ways give the same; a test compares them.
protocol PlainArguments {
  /// Takes what belongs here out of the words; paths are taken last.
  ///
  /// Not an initializer: in one, assigning a property would make its wrapper anew, with a default instead of a value.
  static func plain(_ words: inout PlainWords) throws(PlainWords.NotPlain) -> Self
}

extension PlainArguments {
  /// The arguments, when all the words are plain.
  static func plain(_ words: some Sequence<String>) -> Self? {
    var words = PlainWords(words)
    do throws(PlainWords.NotPlain) { return try plain(&words) } catch { return nil }
  }
}
