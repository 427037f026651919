import Foundation
import InterfaceManifests
import TestSupport
import Testing

/// Extraction from a JDK, judged by what Java itself says: reflection for the runtime image, `javac --release` for
/// `ct.sym`.
@Suite(.serialized) struct JDKExtractionTests {
  /// Every class of java.base: flags, hierarchy, and all members but those that reflection hides.
  @Test func imageAgainstReflection() throws {
    guard let home = InstalledJDK.home(feature: 17) else {
      print("skipped: runtime image against reflection, no JDK 17 here")
      return
    }
    let extraction = try Extraction.jdk(
      home: home,
      options: ExtractionOptions(scope: .all, keepsSignatures: false)
    )
    #expect(extraction.problems == [])
    #expect(extraction.manifest.classes.count > 24_000)
    let truth = try Self.java(home, Self.reflectionDriver, [])
    var facts: [String: ClassFact] = [:]
    for fact in extraction.manifest.classes { facts[fact.name] = fact }
    var compared = 0
    var hidden = 0
    var rewritten = 0
    for block in truth.split(separator: "\n\n") {
      let lines = block.split(separator: "\n").map(String.init)
      let name = lines[0]
      let fact = try #require(facts[name], "\(name)")
      if fact.superclass == "jdk/internal/event/Event" {
        // The JVM rewrites the flight recorder's events while it loads them.
        rewritten += 1
        continue
      }
      var mine = Self.describe(fact)
      var theirs = Array(lines.dropFirst())
      if mine != theirs, Self.filteredByReflection.contains(name) {
        // Reflection.fieldFilterMap hides fields of these.
        hidden += 1
        mine.removeAll { $0.hasPrefix("f ") }
        theirs.removeAll { $0.hasPrefix("f ") }
      }
      #expect(mine == theirs, "\(name)")
      compared += 1
    }
    #expect(compared > 6000)
    #expect(rewritten < 20)
    #expect(hidden <= Self.filteredByReflection.count)
  }

  static let filteredByReflection: Set<String> = [
    "jdk/internal/reflect/Reflection", "java/lang/reflect/AccessibleObject", "java/lang/Class", "java/lang/ClassLoader",
    "java/lang/reflect/Constructor", "java/lang/reflect/Field", "java/lang/reflect/Method", "java/lang/Module",
    "java/lang/System", "jdk/internal/reflect/ConstantPool", "jdk/internal/reflect/UnsafeStaticFieldAccessorImpl",
    "java/lang/invoke/MethodHandles$Lookup",
  ]

  private static func describe(_ fact: ClassFact) -> [String] {
    let flags = fact.nesting?.flags ?? fact.flags
    var lines = [
      "c \(flags.subtracting(.synthetic).rawValue) \(fact.superclass ?? "null") \(fact.interfaces.joined(separator: ","))"
    ]
    for member in fact.members {
      let kind = member.isMethod ? "m" : "f"
      lines.append(
        "\(kind) \(member.name) \(member.descriptor) \(member.flags.subtracting(.polymorphic).rawValue) \(member.exceptions.joined(separator: ","))"
      )
    }
    return [lines[0]] + lines.dropFirst().sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What `javac --release N` sees of every exported package, against what we read of `ct.sym`.
  @Test(arguments: [8, 11])
  func symbolsAgainstJavac(_ release: Int) throws {
    guard let home = InstalledJDK.home(feature: 17) else {
      print("skipped: ct.sym against javac --release \(release), no JDK 17 here")
      return
    }
    let manifest = try Extraction.jdk(home: home, release: release).manifest
    let exported = Set(manifest.packages.filter { $0.state == .exported }.map(\.name))
    let packages = exported.sorted().joined(separator: "\n")
    let folder = try TemporaryFolder()
    try Array(packages.utf8).write(to: folder.path("packages"))
    let truth = try Self.java(home, Self.javacDriver, [folder.path("packages"), "\(release)"])
    let mine = manifest.classes.filter { exported.contains($0.packageName) && $0.flags.contains(.public) }.flatMap(
      Self.lines
    )
    let theirs = Set(truth.split(separator: "\n").map(String.init))
    #expect(theirs.count > 40_000)
    // javac hides what compilers make; a nested class that is public in the class file may be protected in the source.
    let known = Set(mine)
    #expect(theirs.subtracting(known).sorted().prefix(10) == [])
    #expect(known.subtracting(theirs).sorted().prefix(10) == [])
  }

  private static func lines(_ fact: ClassFact) -> [String] {
    var lines = ["\(fact.name)"]
    for member in fact.members where !member.flags.contains(.synthetic) {
      let access = member.flags.contains(.public) ? "public" : "protected"
      let isStatic = member.flags.contains(.static) ? " static" : ""
      let constant = member.constant == nil ? "" : " constant"
      lines.append("\(fact.name) \(member.name) \(member.descriptor) \(access)\(isStatic)\(constant)")
    }
    return lines
  }

  @Test func unknownReleaseAndNoJDK() throws {
    guard let home = InstalledJDK.home(feature: 17) else {
      print("skipped: no JDK 17 here")
      return
    }
    #expect(
      throws: ManifestError.source(
        path: home,
        reason: "its ct.sym has no release 21; it has 7, 8, 9, 10, 11, 12, 13, 14, 15, 16"
      )
    ) { try Extraction.jdk(home: home, release: 21) }
    let reason = "no JDK: the file 'release', which stands beside bin and lib, is not there"
    #expect(throws: ManifestError.source(path: "/usr", reason: reason)) { try Extraction.jdk(home: "/usr") }
  }

  private static func java(_ home: String, _ source: String, _ arguments: [String]) throws -> String {
    let folder = try TemporaryFolder()
    try Array(source.utf8).write(to: folder.path("Judge.java"))
    let result = try Command.run(home + "/bin/java", ["-Xmx1g", folder.path("Judge.java")] + arguments)
    #expect(result.status == 0, "\(result.output.suffix(2000))")
    return result.output
  }

  static let reflectionDriver = """
    import java.lang.reflect.*; import java.net.URI; import java.nio.file.*; import java.util.*;
    import java.util.stream.*;
    public class Judge {
      static String d(Class<?> c) { return c.descriptorString(); }
      static String n(Class<?> c) { return c == null ? "null" : c.getName().replace('.', '/'); }
      static String x(Class<?>[] cs) { return Arrays.stream(cs).map(Judge::n).collect(Collectors.joining(",")); }
      static String p(Class<?>[] cs) { return Arrays.stream(cs).map(Judge::d).collect(Collectors.joining()); }
      public static void main(String[] a) throws Exception {
        StringBuilder out = new StringBuilder();
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        List<Path> files = Files.walk(root).filter(f -> f.toString().endsWith(".class")).collect(Collectors.toList());
        for (Path f : files) {
          String name = root.relativize(f).toString().replace(".class", "");
          if (name.endsWith("-info")) continue;
          Class<?> c = Class.forName(name.replace('/', '.'), false, null);
          out.append(name).append('\\n');
          out.append("c " + (c.getModifiers() & 0x661F) + " " + n(c.getSuperclass() == null && c.isInterface()
            ? Object.class : c.getSuperclass()) + " " + x(c.getInterfaces())).append('\\n');
          List<String> lines = new ArrayList<>();
          for (Field m : c.getDeclaredFields())
            lines.add("f " + m.getName() + " " + d(m.getType()) + " " + (m.getModifiers() & 0x50DF) + " ");
          for (Method m : c.getDeclaredMethods())
            lines.add("m " + m.getName() + " (" + p(m.getParameterTypes()) + ")" + d(m.getReturnType()) + " "
              + (m.getModifiers() & 0x14DF) + " " + x(m.getExceptionTypes()));
          for (Constructor<?> m : c.getDeclaredConstructors())
            lines.add("m <init> (" + p(m.getParameterTypes()) + ")V " + (m.getModifiers() & 0x14DF) + " "
              + x(m.getExceptionTypes()));
          Collections.sort(lines);
          for (String l : lines) out.append(l).append('\\n');
          out.append('\\n');
        }
        System.out.print(out);
      }
    }
    """

  static let javacDriver = """
    import com.sun.source.util.JavacTask; import java.nio.file.*; import java.util.*; import javax.lang.model.element.*;
    import javax.lang.model.type.*; import javax.lang.model.util.*; import javax.tools.*;
    public class Judge {
      static Elements e; static Types t; static StringBuilder out = new StringBuilder();
      static String d(TypeMirror m) {
        switch (m.getKind()) {
          case BOOLEAN: return "Z"; case BYTE: return "B"; case SHORT: return "S"; case INT: return "I";
          case LONG: return "J"; case CHAR: return "C"; case FLOAT: return "F"; case DOUBLE: return "D";
          case VOID: return "V"; case ARRAY: return "[" + d(((ArrayType) m).getComponentType());
          case DECLARED: case ERROR: return "L" + b(((TypeElement) ((DeclaredType) m).asElement())) + ";";
          default: return d(t.erasure(m));
        }
      }
      static String b(TypeElement x) { return e.getBinaryName(x).toString().replace('.', '/'); }
      static void type(TypeElement x) {
        for (Element y : x.getEnclosedElements())
          if (y instanceof TypeElement) type((TypeElement) y);
        Set<Modifier> am = x.getModifiers();
        if (!am.contains(Modifier.PUBLIC) && !am.contains(Modifier.PROTECTED)) return;
        String name = b(x);
        out.append(name).append('\\n');
        for (Element y : x.getEnclosedElements()) {
          Set<Modifier> m = y.getModifiers();
          if (y instanceof TypeElement || y.getKind() == ElementKind.STATIC_INIT) continue;
          if (!m.contains(Modifier.PUBLIC) && !m.contains(Modifier.PROTECTED)) continue;
          String desc, con = "";
          if (y instanceof ExecutableElement) {
            ExecutableElement z = (ExecutableElement) y;
            StringBuilder s = new StringBuilder("(");
            // javac hides the outer instance of an inner class's constructor.
            if (y.getKind() == ElementKind.CONSTRUCTOR && x.getNestingKind() == NestingKind.MEMBER
              && !am.contains(Modifier.STATIC)) s.append("L" + b((TypeElement) x.getEnclosingElement()) + ";");
            for (VariableElement v : z.getParameters()) s.append(d(t.erasure(v.asType())));
            desc = s + ")" + d(t.erasure(z.getReturnType()));
          } else {
            desc = d(t.erasure(y.asType()));
            if (((VariableElement) y).getConstantValue() != null) con = " constant";
          }
          out.append(name + " " + y.getSimpleName() + " " + desc + (m.contains(Modifier.PUBLIC) ? " public"
            : " protected") + (m.contains(Modifier.STATIC) ? " static" : "") + con).append('\\n');
        }
      }
      public static void main(String[] a) throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>(List.of("--release", a[1], "-proc:none"));
        if (!a[1].equals("8")) options.addAll(List.of("--add-modules", "ALL-SYSTEM"));
        JavaFileObject none = new SimpleJavaFileObject(java.net.URI.create("mem:///X.java"), JavaFileObject.Kind.SOURCE) {
          public CharSequence getCharContent(boolean b) { return "class X {}"; }
        };
        JavacTask task = (JavacTask) javac.getTask(null, null, null, options, null, List.of(none));
        task.analyze();
        e = task.getElements(); t = task.getTypes();
        for (String p : Files.readAllLines(Path.of(a[0])))
          for (PackageElement x : e.getAllPackageElements(p.replace('/', '.')))
            for (Element y : x.getEnclosedElements()) type((TypeElement) y);
        System.out.print(out);
      }
    }
    """
}
