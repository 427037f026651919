import Archives
import CJavaHost
import ModulePackages
import Subprocess
import Synchronization
import SystemPackage

/// The host's classes: compiled from the sources in this program at first use, then kept in a cache folder.
struct HostJar {
  /// The sources by file name.
  private static var sources: [(name: String, bytes: [UInt8])] {
    (0..<sfm_java_source_count()).map { index in
      let source = sfm_java_source_at(index)
      return (String(cString: source.name), [UInt8](UnsafeRawBufferPointer(start: source.bytes, count: source.size)))
    }
  }

  /// The path of the jar for a Java, which may have been compiled by another one of `installations`.
  static func path(
    for java: JavaInstallation,
    among installations: [JavaInstallation],
    cache: String
  ) async throws(JavaHostingError) -> String {
    guard
      let (compiler, javac) = ([java] + installations).lazy.compactMap({ candidate in
        candidate.javac.map { (candidate, $0) }
      }).first
    else { throw .noCompiler(java: java.home) }
    var key = Fingerprint()
    let sources = sources
    for source in sources { key.add(source.bytes) }
    key.add(Array(compiler.version.utf8))
    let path = "\(cache)/java-host-\(key.text)-\(compiler.feature).jar"
    if FileSystem.kind(path) == .file { return path }
    // Hosts that are set up at once wait for one compilation.
    let work = compilations.withLock { running in
      if let known = running[path] { return known }
      let task = Task { await compile(sources, javac, cache: cache, into: path) }
      running[path] = task
      return task
    }
    let result = await work.value
    compilations.withLock { $0[path] = nil }
    return try result.get()
  }

  private static let compilations = Mutex<[String: Task<Result<String, JavaHostingError>, Never>]>([:])

  private static func compile(
    _ sources: [(name: String, bytes: [UInt8])],
    _ javac: String,
    cache: String,
    into path: String
  ) async -> Result<String, JavaHostingError> {
    do {
      try FileSystem.makeFolder(cache)
      let scratch = try ScratchFolder()
      try FileSystem.makeFolder(scratch.path + "/classes")
      for source in sources { try FileSystem.create(scratch.path + "/" + source.name, source.bytes) }
      let arguments =
        [
          "-J-Duser.language=en", "-J-XX:TieredStopAtLevel=1", "-encoding", "UTF-8", "-source", "8", "-target", "8",
          "-proc:none", "-nowarn", "-Xlint:none", "-XDignore.symbol.file", "-g:none", "-d", "classes",
        ] + sources.map(\.name)
      let result = try await Subprocess.run(
        .path(FilePath(javac)),
        arguments: Arguments(arguments),
        workingDirectory: FilePath(scratch.path),
        output: .discarded,
        error: .string(limit: 1 << 20)
      )
      guard result.terminationStatus.isSuccess else {
        return .failure(.compilation(javac: javac, output: result.standardError))
      }
      var writer = ArchiveWriter(epoch: 0)
      for file in try FileSystem.files(below: scratch.path + "/classes") {
        try writer.add(file.path, try FileSystem.read(scratch.path + "/classes/" + file.path))
      }
      try writer.write(to: path)
      return .success(path)
    } catch {
      return .failure(.compilation(javac: javac, output: "\(error)"))
    }
  }
}

/// A number for bytes that names files in a cache: 64 bits of FNV-1a.
struct Fingerprint {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
