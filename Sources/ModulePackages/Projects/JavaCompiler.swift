import Archives
import ClassFiles
import Glibc
import InterfaceManifests
import Subprocess
import SystemPackage

/// Runs `javac` against the stub classes of a platform.
struct JavaCompiler {
  /// The path of the compiler.
  let javac: String
  /// The platform that the classes are for.
  let platform: PlatformLevel

  /// Compiles sources of a project folder.
  ///
  /// - Throws: `ProjectError` of kind `compiler` with the compiler's own errors, each with its file and line.
  func compile(
    _ sources: [String],
    in folder: String,
    beside companions: JavaCompanions
  ) async throws(ProjectError) -> [CompiledClass] {
    let scratch: TemporaryDirectory
    do throws(ArchiveError) {
      scratch = try TemporaryDirectory(prefix: P_tmpdir + "/sfm-javac")
      try FileSystem.makeFolder(scratch.path + "/classes")
      try FileSystem.create(scratch.path + "/platform.jar", try stubs())
      try layOut(companions.classes, below: scratch.path + "/beside")
    } catch {
      throw ProjectError(error, file: folder)
    }
    let path = ["\(scratch.path)/platform.jar", "\(scratch.path)/beside"] + companions.libraries
    let arguments =
      [
        "-J-Duser.language=en", "-J-Dfile.encoding=UTF-8", "--release", String(platform.javaLevel), "-encoding",
        "UTF-8", "-proc:none", "-implicit:none", "-g", "-nowarn", "-Xlint:-options", "-Xmaxerrs", "50", "-d",
        "\(scratch.path)/classes", "-classpath", path.joined(separator: ":"),
      ] + sources
    let (succeeded, output) = try await run(arguments, in: folder)
    guard succeeded else { throw failure(output, sources) }
    return try collect(scratch.path + "/classes", sources: sources)
  }

  /// Writes classes where `javac` looks for them: a package keeps them by their simple names.
  private func layOut(_ classes: [CompiledClass], below folder: String) throws(ArchiveError) {
    try FileSystem.makeFolder(folder)
    for compiled in classes {
      // A class whose name leads elsewhere is one that no source can name.
      guard let name = try? compiled.file.name, SafeName.refusal(path: name) == nil else { continue }
      let path = folder + "/" + name + ".class"
      if FileSystem.kindOfEntry(path) != .nothing { continue }
      if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
      try FileSystem.create(path, compiled.bytes)
    }
  }

  /// The stub jar of the version, or of the newest known one that is not newer.
  private func stubs() throws(ArchiveError) -> [UInt8] {
    do throws(ManifestError) {
      let line = try PlatformLine.starface()
      let known = line.views.filter { view in
        PlatformLevel(version: view.version.description).map { $0 <= platform } ?? false
      }
      guard let view = known.last ?? line.views.first else {
        throw .source(path: "starface.line", reason: "it knows no version")
      }
      return try StubJar(view).bytes(includingHook: false)
    } catch {
      throw .file(path: "the stub classes of \(platform)", operation: "make them", reason: "\(error)")
    }
  }

  private func run(_ arguments: [String], in folder: String) async throws(ProjectError) -> (Bool, String) {
    do {
      let result = try await Subprocess.run(
        .path(FilePath(javac)),
        arguments: Arguments(arguments),
        workingDirectory: FilePath(folder),
        output: .discarded,
        error: .string(limit: 4 << 20)
      )
      return (result.terminationStatus.isSuccess, result.standardError)
    } catch {
      throw ProjectError(.compiler, file: javac, "cannot be run: \(error)")
    }
  }

  // MARK: what it says

  /// The compiler's messages: `file:line: error: text`, followed by the source line and by `symbol:` and `location:`.
  private func failure(_ output: String, _ sources: [String]) -> ProjectError {
    var problems: [ProjectProblem] = []
    for line in output.split(separator: "\n", omittingEmptySubsequences: true) {
      if let problem = message(line, sources) {
        problems.append(problem)
      } else if let last = problems.indices.last {
        let detail = line.trimmingPrefix { $0 == " " }
        if detail.hasPrefix("symbol:") || detail.hasPrefix("location:") {
          let words = detail.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
          problems[last].hint = [problems[last].hint, words].compactMap(\.self).joined(separator: ", ")
        }
      }
    }
    if problems.isEmpty {
      problems = [ProjectProblem(file: ProjectLayout.javaSources, message: general(output))]
    }
    return ProjectError(.compiler, problems)
  }

  private func message(_ line: Substring, _ sources: [String]) -> ProjectProblem? {
    guard let source = sources.first(where: { line.hasPrefix($0 + ":") }) else { return nil }
    let parts = line.dropFirst(source.count + 1).split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let number = Int(parts[0]), parts[1].hasSuffix("error") else { return nil }
    return ProjectProblem(file: source, line: number, message: String(parts[2].drop { $0 == " " }))
  }

  private func general(_ output: String) -> String {
    let first = output.split(separator: "\n").first.map(String.init) ?? "it says nothing"
    if output.contains("release version") {
      return "\(javac) cannot compile for Java \(platform.javaLevel), which STARFACE \(platform) needs: \(first)"
    }
    return "\(javac) failed: \(first)"
  }

  private func collect(_ folder: String, sources: [String]) throws(ProjectError) -> [CompiledClass] {
    var classes: [CompiledClass] = []
    do throws(ArchiveError) {
      for file in try FileSystem.files(below: folder) where file.path.hasSuffix(".class") {
        let bytes = try FileSystem.read(folder + "/" + file.path)
        do throws(ClassFileError) {
          classes.append(try CompiledClass(bytes, source: origin(of: file.path, sources)))
        } catch {
          throw ArchiveError.file(path: file.path, operation: "read what javac wrote", reason: "\(error)")
        }
      }
    } catch {
      throw ProjectError(error, file: folder)
    }
    return classes
  }

  /// The source that a class most likely comes from: `a/B$C.class` from `…/a/B.java`.
  private func origin(of path: String, _ sources: [String]) -> String {
    let stem = path.dropLast(".class".count).prefix { $0 != "$" }
    return sources.first { $0.hasSuffix("/\(stem).java") } ?? "\(ProjectLayout.javaSources)/\(stem).java"
  }
}
