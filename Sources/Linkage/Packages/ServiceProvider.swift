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
  }

  /// The providers that a set of classes and its bundled jars name.
  static func all(of own: [MetadataFile], _ libraries: [PackageLibrary]) -> [ServiceProvider] {
    own.flatMap { all(of: $0, inside: "") }
      + libraries.flatMap { library in library.metadata.flatMap { all(of: $0, inside: library.path + "!/") } }
  }

  private static func all(of file: MetadataFile, inside prefix: String) -> [ServiceProvider] {
    let folder = MetadataFile.folder + "services/"
    guard file.path.hasPrefix(folder) else { return [] }
    let service = String(file.path.dropFirst(folder.count))
    guard !service.isEmpty, !service.contains("/"), let bytes = file.content else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
    return lines.enumerated().compactMap { number, text in
      let words = text.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else { return nil }
      let provider = words.joined(separator: " ")
      return ServiceProvider(
        entry: prefix + file.path,
        line: number + 1,
        service: service,
        provider: provider,
        defect: words.count > 1 ? .syntax : isClassName(provider) ? nil : .name
      )
    }
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
