import Archives
import ClassFiles

/// A jar of stubs made from a manifest alone: javac compiles modules against it, the JVM runs them with it.
///
/// Every class has the manifest's flags, hierarchy, constants and annotations. Bodies ask one class, `sfm/stub/Hook`,
/// and return what it says; the hook in the jar says null, which becomes `null`, `0` or `false`. Whoever wants answers
/// puts another `sfm.stub.Hook` in front of the jar:
///
/// ```java
/// public static Object call(String owner, String name, String descriptor, Object self, Object[] arguments)
/// ```
///
/// An observed manifest knows the hierarchy in part. What is unknown is filled in so that real modules compile: see
/// `StubPlan`.
public struct StubJar: Sendable {
  /// The hook's internal name.
  public static let hookName = "sfm/stub/Hook"

  /// The classes by internal name, without the two of `sfm/stub`, sorted.
  public let classes: [(name: String, bytes: [UInt8])]

  /// Makes the stubs of a manifest.
  ///
  /// - Parameters:
  ///   - manifest: of an observed view better its `inferredManifest()`.
  ///   - java: the Java that compiles and runs them; its classes are not stubbed, and constructors of stubs call those
  ///     of its classes. Nil for a manifest of Java itself.
  /// - Throws: `source` for a fact that no class file can express.
  public init(_ manifest: InterfaceManifest, java: ManifestView?) throws(ManifestError) {
    let plan = StubPlan(manifest, java: java)
    var classes: [(name: String, bytes: [UInt8])] = []
    for fact in plan.classes {
      do throws(ClassFileError) {
        classes.append((fact.name, try StubClass(fact, plan: plan).build()))
      } catch {
        throw .source(path: fact.name, reason: "no stub can be made: \(error)")
      }
    }
    self.classes = classes
  }

  /// The stubs of a view, with the shipped Java of its level.
  public init(_ view: ManifestView) throws(ManifestError) {
    let java = view.line.name == "java" ? nil : try PlatformLine.java().javaView(level: view.javaLevel)
    try self.init(view.inferredManifest(), java: java)
  }

  /// The jar. The same stubs give the same bytes.
  ///
  /// - Parameters:
  ///   - includingHook: whether the default hook is part of it.
  ///   - others: classes to leave out.
  public func bytes(
    epoch: Int = 0,
    includingHook: Bool = true,
    without others: Set<String> = []
  ) throws(ManifestError) -> [UInt8] {
    do {
      var writer = ArchiveWriter(epoch: epoch)
      try writer.add("META-INF/MANIFEST.MF", Array("Manifest-Version: 1.0\r\nCreated-By: sfm\r\n\r\n".utf8))
      for (name, bytes) in classes where !others.contains(name) { try writer.add(name + ".class", bytes) }
      if includingHook { try writer.add(Self.hookName + ".class", try StubHook.hook()) }
      try writer.add(StubHook.conversions + ".class", try StubHook.conversionClass())
      return try writer.bytes()
    } catch {
      throw .source(path: "stubs", reason: "\(error)")
    }
  }
}
