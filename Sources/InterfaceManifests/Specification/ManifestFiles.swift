/// The manifest files of one specification.
struct ManifestFiles {
  private let paths: [String]
  private var opened: [String: [ManifestView]] = [:]

  init(_ paths: [String]) {
    self.paths = paths
  }

  func views(of path: String) -> [ManifestView] { opened[path] ?? [] }

  /// Opens them all: a compiled line stands for all its versions, a text manifest for its own.
  mutating func open() throws(ManifestError) {
    var texts: [String: [(path: String, manifest: InterfaceManifest)]] = [:]
    for path in paths where opened[path] == nil {
      let bytes = try FileBytes.read(path)
      if bytes.starts(with: LineLayout.magic) {
        opened[path] = try PlatformLine.open(bytes: bytes, file: path).concreteViews
      } else {
        let manifest = try InterfaceManifest(parsing: bytes, file: path)
        texts[manifest.platform, default: []].append((path, manifest))
        opened[path] = []
      }
    }
    for group in texts.values {
      let compiled = try LineCompiler.compile(group.map(\.manifest))
      let line = try PlatformLine.open(bytes: compiled, file: group.map(\.path).joined(separator: ", "))
      for (path, manifest) in group { opened[path] = line.view(manifest.version).map { [$0] } ?? [] }
    }
  }
}

extension InterfaceManifest {
  /// Reads the text form from a file.
  public init(path: String) throws(ManifestError) {
    try self.init(parsing: try FileBytes.read(path), file: path)
  }
}
