import InterfaceManifests
import TestSupport
import Testing

/// Which modules an application on the class path has, judged by the boot layer of the JVM itself.
@Suite(.serialized) struct ModuleResolutionTests {
  /// The packages of all modules of the image, those of the boot layer apart from the others.
  @Test(arguments: [11, 17, 21, 25]) func imageAgainstBootLayer(_ feature: Int) throws {
    guard let home = InstalledJava.home(of: feature, with: "lib/modules") else {
      print("skipped: modules of a runtime image against the boot layer, no Java \(feature) here")
      return
    }
    let judge = try Self.bootLayer(home)
    let manifest = try Extraction.jdk(home: home, options: ExtractionOptions(scope: .all)).manifest
    #expect(Self.difference(manifest, .unresolved, judge.absent) == [])
    #expect(Self.difference(manifest, .exported, judge.exported) == [])
    #expect(judge.exported.count > 100 && !judge.absent.isEmpty)
    let unresolved = Set(judge.absent)
    #expect(manifest.classes.allSatisfy { !unresolved.contains($0.packageName) })
    let told = "without the modules that no JVM resolves unless asked to: jdk."
    #expect(manifest.sources.last?.hasPrefix(told) == true)
  }

  /// `ct.sym` has what is exported and documented, and the packages of superclasses.
  @Test func symbolsAgainstBootLayer() throws {
    guard let home = InstalledJDK.home(feature: 25), let older = InstalledJDK.home(feature: 17) else {
      print("skipped: modules of ct.sym against the boot layer, no JDK 25 or 17 here")
      return
    }
    let judge = try Self.bootLayer(older)
    let manifest = try Extraction.jdk(home: home, release: 17).manifest
    let unresolved = Set(manifest.packages.filter { $0.state == .unresolved }.map(\.name))
    #expect(unresolved.isSubset(of: judge.absent) && unresolved.isSuperset(of: judge.absentAPI))
    #expect(unresolved.contains("jdk/incubator/foreign"))
    let exported = Set(manifest.packages.filter { $0.state == .exported }.map(\.name))
    #expect(exported.isSubset(of: judge.exported) && exported.count > 200)
  }

  /// Java EE's modules were there in Java 9 and 10 for those who asked (JEP 320); that of smart cards is no part of Java
  /// SE, and taken for the provider in it.
  @Test func deprecatedModules() throws {
    guard let home = InstalledJDK.home(feature: 17) else {
      print("skipped: modules of Java 9 and 10, no JDK 17 here")
      return
    }
    func states(_ release: Int) throws -> [PackageState?] {
      let packages = try Extraction.jdk(home: home, release: release).manifest.packages
      return ["javax/xml/bind", "javax/smartcardio", "java/sql"].map { name in
        packages.first { $0.name == name }?.state
      }
    }
    #expect(try states(8) == [.exported, nil, .exported])
    for release in [9, 10] { #expect(try states(release) == [.unresolved, .exported, .exported]) }
    #expect(try states(11) == [nil, .exported, .exported])
  }

  /// What is left out of a complete manifest is absent, below a prefix that is not covered as well.
  @Test func unresolvedIsAbsent() throws {
    let java = try PlatformLine.java()
    for version in [17, 21] {
      let view = try #require(java.views.first { $0.version.components == [version] })
      for name in ["jdk/incubator/vector/IntVector", "jdk/incubator/vector/Nothing"] {
        guard case .absent(packageIsKnown: true) = view.findClass(name) else {
          Issue.record("\(name) of \(version): \(view.findClass(name))")
          continue
        }
      }
      #expect(Array("jdk/incubator/vector".utf8).withUnsafeBytes { view.packageState($0) } == .unresolved)
    }
  }

  private struct BootLayer {
    var exported: [String] = []
    var absent: [String] = []
    /// Of `absent` what is exported to everyone.
    var absentAPI: [String] = []
  }

  private static func difference(_ manifest: InterfaceManifest, _ state: PackageState, _ names: [String]) -> [String] {
    let mine = Set(manifest.packages.filter { $0.state == state }.map(\.name))
    return mine.symmetricDifference(names).sorted()
  }

  private static func bootLayer(_ home: String) throws -> BootLayer {
    let folder = try TemporaryFolder()
    // A runtime has no compiler: one judge is compiled for all.
    guard let compiler = InstalledJava.home else { return BootLayer() }
    try Array(driver.utf8).write(to: folder.path("Judge.java"))
    let made = try Command.run(
      compiler + "/bin/javac",
      ["--release", "11", "-d", folder.path(""), folder.path("Judge.java")]
    )
    #expect(made.status == 0, "\(made.output)")
    let result = try Command.run(home + "/bin/java", ["-cp", folder.path(""), "Judge"])
    #expect(result.status == 0, "\(result.output)")
    var layer = BootLayer()
    for line in result.output.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "exported": layer.exported.append(words[1])
      case "absent": layer.absent.append(words[1])
      default: layer.absentAPI.append(words[1])
      }
    }
    return layer
  }

  static let driver = """
    import java.lang.module.*; import java.util.*; import java.util.stream.*;
    public class Judge {
      public static void main(String[] a) throws Exception {
        for (ModuleReference m : ModuleFinder.ofSystem().findAll()) {
          boolean there = ModuleLayer.boot().findModule(m.descriptor().name()).isPresent();
          Set<String> exported = m.descriptor().exports().stream().filter(e -> !e.isQualified())
            .map(e -> e.source().replace('.', '/')).collect(Collectors.toSet());
          Set<String> packages = new TreeSet<>();
          try (ModuleReader r = m.open(); Stream<String> names = r.list()) {
            names.filter(n -> n.endsWith(".class") && n.indexOf('/') > 0 && !n.endsWith("package-info.class"))
              .forEach(n -> packages.add(n.substring(0, n.lastIndexOf('/'))));
          }
          for (String p : packages) {
            if (there && exported.contains(p)) System.out.println("exported " + p);
            if (!there) System.out.println("absent " + p);
            if (!there && exported.contains(p)) System.out.println("api " + p);
          }
        }
      }
    }
    """
}
