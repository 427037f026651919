import Archives
import ClassFiles

/// A class that a build puts into a package.
struct CompiledClass {
  let file: ClassFile
  /// The file of the project it comes from.
  let source: String

  /// Reads a class.
  init(_ bytes: [UInt8], source: String) throws(ClassFileError) {
    file = try ClassFile(bytes)
    self.source = source
    let name = try file.name
    simpleName = name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// The name of its entry, without the extension.
  let simpleName: String
  /// Its bytes.
  var bytes: [UInt8] { file.bytes }
}

/// The Java sources of a project.
struct JavaSources {
  /// The sources, relative to the project folder, in byte order.
  let files: [String]
  private let folder: String

  /// Finds the sources in `src/`.
  init(_ collector: EntryCollector) throws(ProjectError) {
    folder = collector.folder
    files = try collector.files(of: ProjectLayout.javaSources).filter { $0.hasSuffix(".java") }
      .map { ProjectLayout.javaSources + "/" + $0 }
  }

  var isEmpty: Bool { files.isEmpty }

  /// Compiles all sources for a platform; nothing when there are none.
  func compile(
    for platform: PlatformLevel,
    options: BuildOptions,
    beside companions: JavaCompanions
  ) async throws(ProjectError) -> [CompiledClass] {
    guard !isEmpty else { return [] }
    guard let javac = options.javac else {
      throw ProjectError(
        .compiler,
        file: ProjectLayout.javaSources,
        "holds \(files.count) Java sources, but there is no Java compiler here",
        hint: "install a JDK of Java \(platform.javaLevel) or newer, or put compiled classes into classes/"
      )
    }
    return try await JavaCompiler(javac: javac, platform: platform).compile(files, in: folder, beside: companions)
  }
}

/// What the sources of a project may use besides the platform.
struct JavaCompanions {
  /// The bundled jars, relative to the project folder.
  let libraries: [String]
  /// The classes that are compiled already.
  let classes: [CompiledClass]
}

extension EntryCollector {
  /// The bundled jars and those classes.
  func companions(_ classes: [CompiledClass]) throws(ProjectError) -> JavaCompanions {
    let jars = try files(of: ProjectLayout.libraries).filter { $0.hasSuffix(".jar") }
    return JavaCompanions(libraries: jars.map { ProjectLayout.libraries + "/" + $0 }, classes: classes)
  }
}

extension [CompiledClass] {
  /// The functions among the classes, in the order of their names; `others` may hold enums that their fields have.
  func functions(beside others: [CompiledClass] = []) throws(ProjectError) -> [JavaFunctionSignature] {
    let bySimpleName = Dictionary(
      (self + others).map { ($0.simpleName, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var functions: [JavaFunctionSignature] = []
    for candidate in self {
      let signature: JavaFunctionSignature
      do throws(ClassFileError) {
        signature = try JavaFunctionSignature(candidate.file) { name in
          let simpleName = name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
          return (try? bySimpleName[simpleName]?.file.superName) == "java/lang/Enum"
        }
      } catch {
        throw ProjectError(.source, file: candidate.source, "is no sound class file: \(error)")
      }
      guard signature.isAnnotated else { continue }
      // A descriptor without the rest would not be what the class says.
      guard signature.unreadFields == 0 else {
        let most = JavaFunctionSignature.mostParameters
        let count = most + signature.unreadFields
        throw ProjectError(
          .source,
          file: candidate.source,
          "has \(count) annotated fields, and a function may have \(most) parameters; pass a list or a map instead"
        )
      }
      functions.append(signature)
    }
    return functions.sorted { $0.simpleName.utf8.lexicographicallyPrecedes($1.simpleName.utf8) }
  }
}
