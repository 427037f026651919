import Archives
import ModulePackages

/// A line of a `META-INF/services` file (java.util.ServiceLoader).
public struct ServiceProvider: Hashable, Sendable {
  /// The file, as findings name it.
  public var entry: String
  /// The line in the file, from 1.
  public var line: Int
  /// The service's class, with dots.
  public var service: String
  /// The class that provides it, with dots.
  public var provider: String

  /// The providers that a package and its bundled jars name.
  static func all(of archive: Archive?, _ libraries: [PackageLibrary]) -> [ServiceProvider] {
    var found = archive.map { of($0, inside: "") } ?? []
    for library in libraries {
      if let jar = try? library.opened.get().archive { found += of(jar, inside: library.path + "!/") }
    }
    return found
  }

  private static func of(_ archive: Archive, inside prefix: String) -> [ServiceProvider] {
    let folder = "META-INF/services/"
    return archive.entries.filter { $0.name.hasPrefix(folder) }.flatMap { entry -> [ServiceProvider] in
      let service = String(entry.name.dropFirst(folder.count))
      guard !service.isEmpty, !service.contains("/"), let bytes = try? archive.content(of: entry) else { return [] }
      let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
      return lines.enumerated().compactMap { number, text in
        let words = text.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, let provider = words.first else { return nil }
        return ServiceProvider(
          entry: prefix + entry.name,
          line: number + 1,
          service: service,
          provider: String(provider)
        )
      }
    }
  }
}
