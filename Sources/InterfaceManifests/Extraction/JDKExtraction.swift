import Archives

extension Extraction {
  /// Makes a complete manifest of Java from a JDK: of its own release from the runtime image (`lib/modules`, for
  /// Java 8 `rt.jar`), of an older one from `lib/ct.sym`, which holds the exported API of the releases that `javac
  /// --release` knows.
  ///
  /// Classes of modules that no JVM resolves unless asked to, such as `jdk.incubator.vector`, are not there for an
  /// application on the class path: of them the manifest has the packages alone, as `unresolved`.
  ///
  /// - Parameter release: nil for the JDK's own.
  /// - Throws: `source` when the JDK has neither.
  public static func jdk(
    home: String,
    release: Int? = nil,
    options: ExtractionOptions = ExtractionOptions(keepsSignatures: false)
  ) throws(ManifestError) -> Extraction {
    let jdk = try JDKHome(home)
    if let release, release != jdk.feature {
      guard options.scope == .publicAPI else {
        throw .source(path: home, reason: "ct.sym has the public API of release \(release) only, not '--api all'")
      }
      return try symbols(jdk, release: release, options)
    }
    return try image(jdk, options)
  }

  private static func image(_ jdk: JDKHome, _ options: ExtractionOptions) throws(ManifestError) -> Extraction {
    var collector = ClassCollector(options)
    if FileBytes.kind(jdk.path + "/lib/modules") == .file {
      try RuntimeImage(path: jdk.path + "/lib/modules").collect(release: jdk.feature, into: &collector)
    } else {
      guard
        let archive = ["jre/lib/rt.jar", "lib/rt.jar"].map({ "\(jdk.path)/\($0)" }).first(
          where: { FileBytes.kind($0) == .file })
      else {
        throw .source(path: jdk.path, reason: "no JDK: neither lib/modules nor lib/rt.jar is there")
      }
      var reader = ClassPathReader(javaLevel: jdk.feature)
      try reader.read(archive, into: &collector)
    }
    return finish(
      &collector,
      release: jdk.feature,
      source: "runtime image of JDK \(jdk.runtimeVersion)",
      uncovered: [],
      options
    )
  }

  private static func symbols(
    _ jdk: JDKHome,
    release: Int,
    _ options: ExtractionOptions
  ) throws(ManifestError) -> Extraction {
    let path = jdk.path + "/lib/ct.sym"
    guard FileBytes.kind(path) == .file else {
      throw .source(
        path: jdk.path,
        reason: "a Java runtime of release \(jdk.feature) without lib/ct.sym, which alone knows release \(release); "
          + "give a whole JDK, or leave --release out"
      )
    }
    let symbols = try SymbolFile(path: path)
    var collector = ClassCollector(options)
    let known = symbols.releases
    guard known.contains(release) else {
      let list = known.sorted().map(String.init).joined(separator: ", ")
      throw .source(path: jdk.path, reason: "its ct.sym has no release \(release); it has \(list)")
    }
    try symbols.collect(release: release, into: &collector)
    return finish(
      &collector,
      release: release,
      source: "ct.sym of JDK \(jdk.runtimeVersion), release \(release)",
      uncovered: SymbolFile.uncovered,
      options
    )
  }

  private static func finish(
    _ collector: inout ClassCollector,
    release: Int,
    source: String,
    uncovered: [String],
    _ options: ExtractionOptions
  ) -> Extraction {
    var manifest = InterfaceManifest(
      platform: "java",
      version: PlatformVersion(components: [release]),
      javaLevel: release,
      coverage: .complete,
      scope: options.scope,
      sources: [source]
    )
    if !collector.unresolvedModules.isEmpty {
      let names = collector.unresolvedModules.sorted().joined(separator: ", ")
      manifest.sources.append("without the modules that no JVM resolves unless asked to: \(names)")
    }
    manifest.uncovered = uncovered
    manifest.classes = collector.classes()
    manifest.packages = collector.packages
    manifest.sort()
    return collector.extraction(manifest)
  }
}

/// A JDK's folder and what its `release` file says.
struct JDKHome: Sendable {
  let path: String
  /// The feature version: 8, 17, 21.
  let feature: Int
  /// The whole version as the vendor writes it: `17.0.15+6-Debian-1deb12u1`.
  let runtimeVersion: String

  init(_ path: String) throws(ManifestError) {
    guard FileBytes.kind(path + "/release") == .file else {
      throw .source(path: path, reason: "no JDK: the file 'release', which stands beside bin and lib, is not there")
    }
    var values: [String: String] = [:]
    for line in try FileBytes.read(path + "/release").split(separator: 0x0a) {
      let parts = String(decoding: line, as: UTF8.self).split(separator: "=", maxSplits: 1)
      if parts.count == 2 { values[String(parts[0])] = parts[1].filter { $0 != "\"" && $0 != "\r" } }
    }
    guard let version = values["JAVA_VERSION"] else {
      throw .source(path: path + "/release", reason: "it names no JAVA_VERSION, so this is no JDK")
    }
    let numbers = version.split(separator: ".").map { Int($0.prefix { $0.isNumber }) }
    guard let first = numbers.first ?? nil, let feature = first == 1 ? numbers.dropFirst().first ?? nil : first else {
      throw .source(path: path + "/release", reason: "'\(version)' is no Java version")
    }
    self.path = path
    self.feature = feature
    runtimeVersion = values["JAVA_RUNTIME_VERSION"] ?? version
  }
}
