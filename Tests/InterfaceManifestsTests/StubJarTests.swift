import Foundation
import InterfaceManifests
import TestSupport
import Testing

@Suite struct StubJarTests {
  /// A Java function as package-format.md section 5 has it compiles against the stubs of every known STARFACE version
  /// with that version's Java level, every class of the stubs passes the JVM's verifier, and the function runs.
  @Test(arguments: [17, 25])
  func javaFunctionOnEveryStarface(jdk: Int) throws {
    let levels = jdk == 17 ? [7, 8, 17] : [21]
    let views = try PlatformLine.starface().concreteViews.filter { levels.contains($0.javaLevel) }
    #expect(views.count == (jdk == 17 ? 18 : 1))
    guard let home = InstalledJDK.home(feature: jdk) else {
      print("skipped: stubs of \(views.map(\.version)), no JDK \(jdk) here")
      return
    }
    let folder = try TemporaryFolder()
    let root = folder.url.path
    try Self.function.write(toFile: root + "/Probe.java", atomically: true, encoding: .utf8)
    try Self.driver.write(toFile: root + "/Driver.java", atomically: true, encoding: .utf8)
    var arguments = [root + "/Driver.java", root]
    for view in views {
      let jar = "\(root)/\(view.version).jar"
      try Data(StubJar(view).bytes()).write(to: URL(filePath: jar))
      arguments += [jar, "\(view.javaLevel)"]
    }
    let result = try Command.run(home + "/bin/java", arguments)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.split(separator: "\n").filter { $0.hasSuffix("fine") }.count == views.count)
  }

  /// A hook in front of the jar answers for every kind of result, and sees owner, name, descriptor and arguments.
  @Test func replacedHook() throws {
    guard let home = InstalledJDK.any else {
      print("skipped: no JDK here")
      return
    }
    let folder = try TemporaryFolder()
    let root = folder.url.path
    var manifest = InterfaceManifest(
      platform: "demo",
      version: PlatformVersion(components: [1]),
      javaLevel: 8,
      coverage: .complete,
      scope: .publicAPI,
      sources: ["a test"]
    )
    var type = ClassFact(name: "demo/Answers", flags: .public, superclass: "java/util/Timer")
    let results = ["Z", "B", "C", "S", "I", "J", "F", "D", "Ljava/lang/String;", "[I", "[[Ljava/lang/String;", "V"]
    type.members = results.enumerated().map { index, result in
      MemberFact(name: "m\(index)", descriptor: "(IJLjava/lang/String;DZ)\(result)", flags: [.public])
    }
    type.members.append(MemberFact(name: "<init>", descriptor: "(JI)V", flags: [.public]))
    type.members.append(MemberFact(name: "s", descriptor: "(F)I", flags: [.public, .static]))
    manifest.classes = [type]
    let jar = try StubJar(manifest, java: PlatformLine.java().javaView(level: 8))
    try Data(jar.bytes()).write(to: URL(filePath: root + "/stubs.jar"))
    try FileManager.default.createDirectory(atPath: root + "/sfm/stub", withIntermediateDirectories: true)
    try Self.hook.write(toFile: root + "/sfm/stub/Hook.java", atomically: true, encoding: .utf8)
    try Self.hookClient.write(toFile: root + "/Client.java", atomically: true, encoding: .utf8)
    let compiled = try Command.run(
      home + "/bin/javac",
      ["-Xlint:-options", "--release", "8", "-cp", "stubs.jar", "-d", ".", "sfm/stub/Hook.java", "Client.java"],
      in: root
    )
    #expect(compiled.status == 0, "\(compiled.output)")
    let ran = try Command.run(home + "/bin/java", ["-cp", ".:stubs.jar", "Client"], in: root)
    #expect(ran.output == Self.hookOutput)
  }

  static let function = """
    import de.vertico.starface.module.core.model.*;
    import de.vertico.starface.module.core.runtime.*;
    import de.vertico.starface.module.core.runtime.annotations.*;

    @Function(visibility = Visibility.Private, rookieFunction = false, description = "d", name = "n")
    public class Probe implements IBaseExecutable {
      @InputVar(label = "l", description = "d", type = VariableType.STRING, possibleValues = {"a", "b"},
        valueByReferenceAllowed = true, valueByValueAllowed = false) public String in;
      @InputVar public Integer number;
      @OutputVar(label = "o", description = "d", type = VariableType.NUMBER) public int out;
      public void execute(IRuntimeEnvironment context) throws Exception {
        Object log = context.getLog();
        switch (VariableType.valueOf("NUMBER")) {
          case STRING: out = 1; break;
          case NUMBER: out = 2; break;
          default: out = 3;
        }
      }
      public static class Call implements IAGIJavaExecutable {
        public void execute(IAGIRuntimeEnvironment context) throws Exception {
          IRuntimeEnvironment wider = context;
          new Probe().execute(wider);
        }
      }
    }
    """

  static let driver = """
    import java.io.*; import java.lang.annotation.*; import java.lang.reflect.*; import java.net.*;
    import java.nio.file.*; import java.util.*; import java.util.jar.*; import javax.tools.*;
    public class Driver {
      public static void main(String[] a) throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        for (int i = 1; i < a.length; i += 2) {
          File out = new File(a[0], "out" + i); out.mkdirs();
          ByteArrayOutputStream err = new ByteArrayOutputStream();
          int rc = javac.run(null, null, err, "-Xlint:-options", "--release", a[i + 1], "-cp", a[i], "-d",
            out.getPath(), a[0] + "/Probe.java");
          if (rc != 0) { System.out.println(a[i] + ": " + err); System.exit(1); }
          URLClassLoader loader = new URLClassLoader(
            new URL[] { out.toURI().toURL(), new File(a[i]).toURI().toURL() }, ClassLoader.getPlatformClassLoader());
          int count = 0;
          try (JarFile jar = new JarFile(a[i])) {
            for (JarEntry e : Collections.list(jar.entries())) {
              if (!e.getName().endsWith(".class")) continue;
              Class<?> c = Class.forName(e.getName().replace('/', '.').replace(".class", ""), true, loader);
              c.getDeclaredMethods(); c.getDeclaredFields(); c.getDeclaredConstructors(); c.getDeclaredClasses();
              count++;
            }
          }
          Class<?> probe = loader.loadClass("Probe");
          String text = Arrays.toString(probe.getAnnotations()) + Arrays.toString(probe.getField("number").getAnnotations());
          if (!text.contains("UNDEFINED") || !text.contains("visibility=Private")) throw new Error(text);
          Class<?> env = loader.loadClass("de.vertico.starface.module.core.runtime.IRuntimeEnvironment");
          Object instance = probe.getConstructor().newInstance();
          Object proxy = java.lang.reflect.Proxy.newProxyInstance(loader, new Class<?>[] { env }, (p, m, x) -> null);
          probe.getMethod("execute", env).invoke(instance, proxy);
          if (probe.getField("out").getInt(instance) != 2) throw new Error("out");
          System.out.println(a[i] + " " + count + " fine");
        }
      }
    }
    """

  static let hook = """
    package sfm.stub;
    public class Hook {
      public static Object call(String owner, String name, String descriptor, Object self, Object[] arguments) {
        System.out.println(owner + "." + name + " " + descriptor.length() + " " + (self == null) + " "
          + java.util.Arrays.toString(arguments));
        switch (name) {
          case "m0": return true;
          case "m1": return 7; case "m2": return 'c'; case "m3": return 9L; case "m4": return 10;
          case "m5": return 11; case "m6": return 1.5; case "m7": return 2;
          case "m8": return "text"; case "m9": return new int[] {1};
        }
        return null;
      }
    }
    """

  static let hookClient = """
    public class Client {
      public static void main(String[] a) {
        demo.Answers x = new demo.Answers(5L, 6);
        System.out.println(x.m0(1, 2, "x", 3, true) + " " + x.m1(1, 2, "x", 3, true) + " " + x.m2(1, 2, "x", 3, true)
          + " " + x.m3(1, 2, "x", 3, true) + " " + x.m4(1, 2, "x", 3, true) + " " + x.m5(1, 2, "x", 3, true) + " "
          + x.m6(1, 2, "x", 3, true) + " " + x.m7(1, 2, "x", 3, true) + " " + x.m8(1, 2, "x", 3, true) + " "
          + x.m9(1, 2, "x", 3, true).length + " " + x.m10(1, 2, "x", 3, true));
        x.m11(1, 2, "x", 3, true);
        System.out.println(demo.Answers.s(1f));
        x.cancel();
      }
    }
    """

  static let hookOutput =
    """
    demo/Answers.<init> 5 false [5, 6]
    demo/Answers.m0 25 false [1, 2, x, 3.0, true]
    demo/Answers.m1 25 false [1, 2, x, 3.0, true]
    demo/Answers.m2 25 false [1, 2, x, 3.0, true]
    demo/Answers.m3 25 false [1, 2, x, 3.0, true]
    demo/Answers.m4 25 false [1, 2, x, 3.0, true]
    demo/Answers.m5 25 false [1, 2, x, 3.0, true]
    demo/Answers.m6 25 false [1, 2, x, 3.0, true]
    demo/Answers.m7 25 false [1, 2, x, 3.0, true]
    demo/Answers.m8 42 false [1, 2, x, 3.0, true]
    demo/Answers.m9 26 false [1, 2, x, 3.0, true]
    demo/Answers.m10 44 false [1, 2, x, 3.0, true]
    true 7 c 9 10 11 1.5 2.0 text 1 null
    demo/Answers.m11 25 false [1, 2, x, 3.0, true]
    demo/Answers.s 4 true [1.0]
    0

    """
}
