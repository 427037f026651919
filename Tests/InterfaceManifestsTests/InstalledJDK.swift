import TestSupport

/// The JDKs of this machine that say what older releases had.
enum InstalledJDK {
  /// The folder of a JDK with this feature version and a `ct.sym`; nil when there is none.
  static func home(feature: Int) -> String? { InstalledJava.home(of: feature, with: "lib/ct.sym") }

  /// Some JDK, the oldest of those that the tests know.
  static var any: String? {
    [17, 21, 25].lazy.compactMap { home(feature: $0) }.first
  }
}
