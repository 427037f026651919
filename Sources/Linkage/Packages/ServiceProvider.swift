import ModulePackages

/// A line of a `META-INF/services` file (java.util.ServiceLoader).
public struct ServiceProvider: Hashable, Sendable {
  /// The file, as findings name it.
  public var entry: String
  /// The line in the file, from 1.
  public var line: Int
  /// The service's class, with dots.
  public var service: String
  /// The class that provides it, with dots; the line as it is where that is no class name.
  public var provider: String
  /// What `ServiceLoader` holds against the line itself.
  public var defect: Defect?

  /// Why a line cannot be read.
  public enum Defect: Hashable, Sendable {
    /// More than one word.
    case syntax
    /// No name that Java allows for a class.
    case name
    /// It is one more than are looked at.
    case limit
  }

  /// So many providers of one package are looked at; the few jars that have most of them have a hundred.
  static let most = 10_000

  /// The providers that a set of classes and its bundled jars name.
  static func all(of own: [MetadataFile], _ libraries: [PackageLibrary]) -> [ServiceProvider] {
    var found: [ServiceProvider] = []
    for file in own where !gather(from: file, inside: "", &found) { return found }
    for library in libraries {
      for file in library.metadata where !gather(from: file, inside: library.path + "!/", &found) { return found }
    }
    return found
  }

  /// Adds what a file names; false when that is too much.
  private static func gather(from file: MetadataFile, inside prefix: String, _ found: inout [ServiceProvider]) -> Bool {
    let folder = MetadataFile.folder + "services/"
    guard file.path.hasPrefix(folder) else { return true }
    let service = String(file.path.dropFirst(folder.count))
    guard !service.isEmpty, !service.contains("/"), let bytes = file.content else { return true }
    var number = 0
    for text in String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false,
      whereSeparator: \.isNewline
    ) {
      number += 1
      let words = text.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else { continue }
      let provider = words.joined(separator: " ")
      var defect: Defect? = words.count > 1 ? .syntax : isClassName(provider) ? nil : .name
      if found.count >= most { defect = .limit }
      found.append(
        ServiceProvider(
          entry: prefix + file.path,
          line: number,
          service: service,
          provider: provider,
          defect: defect
        )
      )
      if defect == .limit { return false }
    }
    return true
  }

  /// A letter, `_` or `$`, then those, digits and dots.
  private static func isClassName(_ text: String) -> Bool {
    func begins(_ one: Unicode.Scalar) -> Bool {
      one.properties.isIDStart || one == "_" || one.properties.generalCategory == .currencySymbol
        || one.properties.generalCategory == .connectorPunctuation
    }
    guard let first = text.unicodeScalars.first, begins(first) else { return false }
    return text.unicodeScalars.allSatisfy { begins($0) || $0.properties.isIDContinue || $0 == "." }
  }
}
