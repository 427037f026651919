import ClassFiles
import Findings
import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// How sure a problem is, from where it is reached, and what would fit: each grade with a case that earns it and one that
/// does not.
@Suite struct CertaintyTests {
  /// Members of the client's class, and what is said of `Lib.gone()`; nil when nothing.
  struct Case: Sendable {
    var name: String
    var members: String
    var certainty: Certainty?
    /// The Java methods on the way, without the class of the client.
    var chain: [String] = ["execute"]
    /// More classes, on a line of their own.
    var others = ""
  }

  /// Java that runs an object at another time than now.
  private static let start = "java.util.concurrent.Executors.newCachedThreadPool().submit"

  static let cases = [
    Case(name: "called", members: "void execute() { Lib.gone(); }", certainty: .certain),
    Case(name: "not used", members: "void execute() { Lib.kept(); }"),
    Case(
      name: "deeper",
      members: "void execute() { a(); } static void a() { b(1); } static void b(int i) { Lib.gone(); }",
      certainty: .certain,
      chain: ["execute", "a", "b"]
    ),
    Case(
      name: "the shortest way",
      members:
        "void execute() { a(); c(); } static void a() { b(); } static void b() { c(); } static void c() { Lib.gone(); }",
      certainty: .certain,
      chain: ["execute", "c"]
    ),
    Case(
      name: "handler for the error",
      members: "void execute() { try { Lib.gone(); } catch (NoSuchMethodError e) { } }",
      certainty: .guarded
    ),
    Case(
      name: "handler for a supertype",
      members: "void execute() { try { Lib.gone(); } catch (LinkageError e) { } }",
      certainty: .guarded
    ),
    Case(
      name: "handler for everything",
      members: "void execute() { try { Lib.gone(); } catch (Throwable e) { } }",
      certainty: .guarded
    ),
    Case(
      name: "handler for another error",
      members: "void execute() { try { Lib.gone(); } catch (NoClassDefFoundError e) { } }",
      certainty: .certain
    ),
    Case(
      name: "handler for exceptions",
      members: "void execute() { try { Lib.gone(); } catch (Exception e) { } }",
      certainty: .certain
    ),
    Case(
      name: "finally",
      members: "void execute() { try { Lib.gone(); } finally { Lib.kept(); } }",
      certainty: .certain
    ),
    Case(
      name: "resource",
      members:
        "void execute() throws Exception { try (java.io.StringReader r = new java.io.StringReader(\"\")) { Lib.gone(); } }",
      certainty: .certain
    ),
    Case(
      name: "handler of the caller",
      members: "void execute() { try { a(); } catch (LinkageError e) { } } static void a() { Lib.gone(); }",
      certainty: .guarded,
      chain: ["execute", "a"]
    ),
    Case(
      name: "one site guarded, one not",
      members: "void execute() { try { Lib.gone(); } catch (LinkageError e) { } Lib.gone(); }",
      certainty: .certain
    ),
    Case(name: "method never called", members: "void execute() { } void a() { Lib.gone(); }", certainty: .unreachable),
    Case(
      name: "class never used",
      members: "void execute() { }",
      certainty: .unreachable,
      others: "class Other { static void a() { Lib.gone(); } }"
    ),
    Case(
      name: "static initializer",
      members: "void execute() { Other.a(); }",
      certainty: .certain,
      chain: ["execute", "Other.<clinit>"],
      others: "class Other { static { Lib.gone(); } static void a() { } }"
    ),
    Case(
      name: "virtual dispatch",
      members: "void execute() { Base b = make(); b.a(); } static Base make() { return new Sub(); }",
      certainty: .certain,
      chain: ["execute", "Sub.a"],
      others: "class Base { void a() { } } class Sub extends Base { void a() { Lib.gone(); } }"
    ),
    Case(
      name: "virtual dispatch to a class that nobody makes",
      members: "void execute() { Base b = make(); b.a(); } static Base make() { return new Base(); }",
      certainty: .unreachable,
      others: "class Base { void a() { } } class Sub extends Base { void a() { Lib.gone(); } }"
    ),
    Case(
      name: "interface dispatch, made later",
      members: "void execute() { b.a(); b = new Sub(); } Base b;",
      certainty: .certain,
      chain: ["execute", "Sub.a"],
      others: "interface Base { void a(); } class Sub implements Base { public void a() { Lib.gone(); } }"
    ),
    Case(
      name: "default method",
      members: "void execute() { Base b = new Sub(); b.a(); }",
      certainty: .certain,
      chain: ["execute", "Base.a"],
      others: "interface Base { default void a() { Lib.gone(); } } class Sub implements Base { }"
    ),
    Case(
      name: "called back by Java",
      members: "void execute() { new Thread(new Task()).start(); }",
      certainty: .certain,
      chain: ["execute", "Task.run"],
      others: "class Task implements Runnable { public void run() { Lib.gone(); } }"
    ),
    Case(
      name: "lambda",
      members: "void execute() { Runnable r = () -> Lib.gone(); r.run(); }",
      certainty: .certain,
      chain: ["execute", "lambda$execute$0"]
    ),
    Case(
      name: "method reference",
      members: "void execute() { Runnable r = Main::a; r.run(); } static void a() { Lib.gone(); }",
      certainty: .certain,
      chain: ["execute", "a"]
    ),
    Case(
      name: "reflection by a constant name",
      members: "void execute() throws Exception { Class.forName(\"app.Plug\").newInstance(); }",
      certainty: .possible,
      chain: ["execute", "Plug.a"],
      others: "class Plug { public void a() { Lib.gone(); } }"
    ),
    Case(
      name: "loadClass by a constant name",
      members: "void execute() throws Exception { Main.class.getClassLoader().loadClass(\"app.Plug\"); }",
      certainty: .possible,
      chain: ["execute", "Plug.a"],
      others: "class Plug { public void a() { Lib.gone(); } }"
    ),
    Case(
      name: "reflection, guarded",
      members: "void execute() { try { Class.forName(\"app.Plug\").newInstance(); } catch (Throwable e) { } }",
      certainty: .guarded,
      chain: ["execute", "Plug.a"],
      others: "class Plug { public void a() { Lib.gone(); } }"
    ),
    Case(
      name: "one caller's handler, and a longer way without",
      members: """
        void execute() { try { a(); } catch (LinkageError e) { } b(); } static void b() { c(); } static void c() { a(); } \
        static void a() { Lib.gone(); }
        """,
      certainty: .certain,
      chain: ["execute", "b", "c", "a"]
    ),
    Case(
      name: "handlers of all callers",
      members: """
        void execute() { try { a(); } catch (LinkageError e) { } b(); } \
        static void b() { try { a(); } catch (Throwable e) { } } static void a() { Lib.gone(); }
        """,
      certainty: .guarded,
      chain: ["execute", "a"]
    ),
    Case(
      name: "one caller's handler for this error, another's for another one",
      members: """
        void execute() { try { a(); } catch (LinkageError e) { } b(); } \
        static void b() { try { a(); } catch (NoSuchFieldError e) { } } static void a() { Lib.gone(); }
        """,
      certainty: .certain,
      chain: ["execute", "b", "a"]
    ),
    Case(
      name: "a shorter way under a handler for another error, a longer one for a third",
      members: """
        void execute() { try { a(); } catch (NoSuchMethodError e) { } b(); } \
        static void b() { try { a(); } catch (NoSuchFieldError e) { } d(); } \
        static void d() { try { a(); } catch (AbstractMethodError e) { } } static void a() { Lib.gone(); }
        """,
      certainty: .certain,
      chain: ["execute", "b", "a"]
    ),
    Case(
      name: "handlers for several errors, this one on each way",
      members: """
        void execute() { try { a(); } catch (NoSuchMethodError e) { } \
        try { b(); } catch (NoSuchFieldError e) { } try { b(); } catch (AbstractMethodError e) { } } \
        static void b() { try { a(); } catch (IncompatibleClassChangeError e) { } } static void a() { Lib.gone(); }
        """,
      certainty: .guarded,
      chain: ["execute", "a"]
    ),
    Case(
      name: "a handler of the first of three hundred callers, the others' for another error",
      members: "void execute() { try { a0(); } catch (NoSuchMethodError e) { } }"
        + (0..<300).map { " static void a\($0)() { try { a\($0 + 1)(); } catch (NoSuchFieldError e) { } }" }.joined()
        + " static void a300() { Lib.gone(); }",
      certainty: .guarded,
      chain: ["… 252 more …"] + (251...300).map { "a\($0)" }
    ),
    Case(
      name: "a class that is made by reflection under a handler, and started",
      members: """
        void execute() { try { \(start)((java.util.concurrent.Callable) Class.forName("app.Task").newInstance()); } \
        catch (Throwable e) { } }
        """,
      certainty: .possible,
      chain: ["execute", "Task.call"],
      others:
        "class Task implements java.util.concurrent.Callable<Object> { public Object call() { Lib.gone(); return null; } }"
    ),
    Case(
      name: "a thread that is started under a handler",
      members:
        "void execute() { try { \(start)(new Task()); } catch (Throwable e) { } }",
      certainty: .possible,
      chain: ["execute", "Task.call"],
      others:
        "class Task implements java.util.concurrent.Callable<Object> { public Object call() { Lib.gone(); return null; } }"
    ),
    Case(
      name: "a thread that is started under a handler for another error",
      members:
        "void execute() { try { \(start)(new Task()); } catch (NoSuchFieldError e) { } }",
      certainty: .certain,
      chain: ["execute", "Task.call"],
      others:
        "class Task implements java.util.concurrent.Callable<Object> { public Object call() { Lib.gone(); return null; } }"
    ),
    Case(
      name: "a thread that has its own handler",
      members:
        "void execute() { try { \(start)(new Task()); } catch (Throwable e) { } }",
      certainty: .guarded,
      chain: ["execute", "Task.call", "Task.a"],
      others: """
        class Task implements java.util.concurrent.Callable<Object> { static void a() { Lib.gone(); } \
        public Object call() { try { a(); } catch (LinkageError e) { } return null; } }
        """
    ),
    Case(
      name: "a thread that calls back under the handler that it was started under",
      members: """
        void execute() { try { a(); } catch (Throwable e) { } } static void a() { Lib.gone(); \
        \(start)(new Task()); }
        """,
      certainty: .possible,
      chain: ["execute", "a", "Task.call", "a"],
      others:
        "class Task implements java.util.concurrent.Callable<Object> { public Object call() { Main.a(); return null; } }"
    ),
    Case(
      name: "a lambda that is handed out under a handler",
      members: "void execute() { try { new Thread(() -> Lib.gone()).start(); } catch (Throwable e) { } }",
      certainty: .possible,
      chain: ["execute", "lambda$execute$0"]
    ),
    Case(
      name: "called back by Java, inherited from a class that does not know of it",
      members: "void execute() { new Thread(new Task()).start(); }",
      certainty: .certain,
      chain: ["execute", "Base.run"],
      others: "class Base { public void run() { Lib.gone(); } } class Task extends Base implements Runnable { }"
    ),
    Case(
      name: "a superclass's default method",
      members: "void execute() { Base b = make(); b.a(); } static Base make() { return new Sub(); }",
      certainty: .certain,
      chain: ["execute", "Base.a"],
      others: """
        interface Base { default void a() { Lib.gone(); } } class Middle implements Base { } \
        class Sub extends Middle { }
        """
    ),
    Case(
      name: "a method that the class which is made overrides",
      members: "void execute() { Base b = new Sub(); b.a(); }",
      certainty: .unreachable,
      others: """
        interface Base { void a(); } class Middle implements Base { public void a() { Lib.gone(); } } \
        class Sub extends Middle { public void a() { } }
        """
    ),
    Case(
      name: "a class that reflection makes, and code, too",
      members: "void execute() throws Exception { Class.forName(\"app.Plug\"); new Plug().a(); }",
      certainty: .certain,
      chain: ["execute", "Plug.a"],
      others: "class Plug { public void a() { Lib.gone(); } }"
    ),
    Case(
      name: "reflection by a name that is no constant",
      members: "void execute() throws Exception { Class.forName(System.getProperty(\"x\")); }",
      certainty: .unreachable,
      others: "class Plug { public void a() { Lib.gone(); } }"
    ),
  ]

  /// Compiles clients against the first version of a library and links them with the second; each client is the class
  /// `Main` of its package.
  private func problems(_ clients: [String: String], hasRoots: Bool = true) async throws -> [LinkageProblem]? {
    guard let javac = DifferentialHarness.tool("javac") else {
      print("skipped: no JDK")
      return nil
    }
    let folder = try TemporaryFolder()
    func compile(_ sources: [String: String], to name: String, with classPath: String) throws {
      var files: [String] = []
      for (type, text) in sources.sorted(by: { $0.key < $1.key }) {
        let package = type.split(separator: "/").dropLast().joined(separator: "/")
        let path = folder.path("\(name).src/\(type).java")
        try FileManager.default.createDirectory(
          atPath: folder.path("\(name).src/\(package)"),
          withIntermediateDirectories: true
        )
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        files.append(path)
      }
      let options = ["--release", "8", "-nowarn", "-cp", folder.path(classPath), "-d", folder.path(name)]
      _ = try DifferentialHarness.output(javac, options + files)
    }
    let versions = [
      ("one", "public static void gone() { } public static void kept() { }", "A, B, C"),
      ("two", "public static void kept() { } public static void gome() { }", "A, C"),
    ]
    for (name, methods, kinds) in versions {
      try compile(
        [
          "lib/Lib": "package lib; public class Lib { \(methods) }",
          "lib/Kind": "package lib; public enum Kind { \(kinds) }",
        ],
        to: name,
        with: "none"
      )
    }
    try compile(
      Dictionary(uniqueKeysWithValues: clients.map { ("\($0.key)/Main", $0.value) }),
      to: "clients",
      with: "one"
    )
    let inputs = LinkInput.all(of: try ClassSet.read(path: folder.path("clients")))
    #expect(!inputs.isEmpty, "the clients compile")
    let roots = clients.keys.sorted().map {
      LinkRoot(className: "\($0)/Main", entryPoint: "InstanceChanged", chain: ["Poll", "Work"])
    }
    let java = try PlatformLine.java().javaView(level: 8)
    var check = LinkageCheck(
      inputs: inputs,
      platforms: [LinkPlatform(version: nil, view: nil, java: java, javaLevel: 8)],
      roots: hasRoots ? roots : nil
    )
    check.platformInputs = LinkInput.all(of: try ClassSet.read(path: folder.path("two")))
    return try #require(await check.run().first).problems
  }

  @Test func everyGrade() async throws {
    var clients: [String: String] = [:]
    for (number, one) in Self.cases.enumerated() {
      let text = "import lib.*; public class Main { public \(one.members) }\n\(one.others)"
      clients["c\(number)"] = "package c\(number); \(text.replacing("\"app.", with: "\"c\(number)."))"
    }
    guard let all = try await problems(clients) else { return }
    for (number, one) in Self.cases.enumerated() {
      let problems = all.filter { $0.owner.hasPrefix("c\(number)/") }
      #expect(problems.count == (one.certainty == nil ? 0 : 1), "\(one.name)")
      guard let problem = problems.first, let certainty = one.certainty else { continue }
      #expect(problem.certainty == certainty, "\(one.name)")
      #expect(problem.symbol == "lib/Lib.gone()V")
      #expect(problem.message == "lib.Lib.gone()V")
      let isMet = certainty == .certain || certainty == .possible
      #expect(problem.severity == (isMet ? .error : .notice), "\(one.name)")
      guard certainty != .unreachable else {
        #expect(problem.reachedFrom == nil, "\(one.name)")
        continue
      }
      let methods = one.chain.map { step in
        if step.hasPrefix("…") { return step }
        return step.contains(".") ? "c\(number).\(step)" : "c\(number).Main.\(step)"
      }
      #expect(problem.reachedFrom?.entryPoint == "InstanceChanged")
      #expect(problem.reachedFrom?.chain == ["Poll", "Work"] + methods, "\(one.name)")
      #expect(problem.location.function == methods.last)
      #expect(problem.location.line == (methods.last?.contains(".Main.") == true ? 1 : 2))
    }
    #expect(Set(Self.cases.compactMap(\.certainty)).count == 4)
  }

  /// javac's switch map swallows the error of a constant that is gone; a direct use does not.
  @Test func enumSwitchMap() async throws {
    let client = """
      package app; import lib.*; public class Main {
        public void execute() { switch (Kind.A) { case A: break; case B: break; default: } }
        public void direct() { Object o = Kind.B; }
      }
      """
    guard let problems = try await problems(["app": client]) else { return }
    #expect(problems.map(\.symbol) == ["lib/Kind.B:Llib/Kind;", "lib/Kind.B:Llib/Kind;"])
    let map = problems.first { $0.owner == "app/Main$1" }
    #expect(map?.certainty == .guarded)
    #expect(map?.error == "java.lang.NoSuchFieldError")
    #expect(problems.first { $0.owner == "app/Main" }?.certainty == .unreachable)
  }

  /// Without entry points all code counts as reached, handlers still count.
  @Test func withoutEntryPoints() async throws {
    let client = """
      package app; import lib.*; public class Main {
        static void a() { Lib.gone(); }
      }
      class Safe { static void a() { try { Lib.gone(); } catch (NoSuchMethodError e) { } } }
      """
    guard let problems = try await problems(["app": client], hasRoots: false) else { return }
    #expect(problems.map(\.owner) == ["app/Main", "app/Safe"])
    #expect(problems.map(\.certainty) == [.certain, .guarded])
    #expect(problems.allSatisfy { $0.hint == "there is gome with these parameters" })
  }

  // MARK: Hints and observed lines

  /// The problems of a class whose `execute(Object)` has a body.
  private func problems(
    on platform: LinkPlatform,
    _ body: @escaping (inout CodeBuilder) -> Void
  ) async throws -> [LinkageProblem] {
    var builder = ClassBuilder("app/Task")
    builder.addMethod("execute", "(Ljava/lang/Object;)V", [.public, .static]) { code in
      body(&code)
      code.emit(.return)
    }
    let bytes = try builder.build()
    let input = LinkInput(entry: "app/Task.class", expectedName: "app/Task") {
      do throws(ClassFileError) { return .success(try ClassFile(bytes)) } catch {
        return .failure(LinkInputError(error, name: "app/Task"))
      }
    }
    return try #require(await LinkageCheck(inputs: [input], platforms: [platform]).run().first).problems
  }

  private func java(_ level: Int, _ view: ManifestView? = nil) throws -> LinkPlatform {
    LinkPlatform(version: nil, view: view, java: try PlatformLine.java().javaView(level: level), javaLevel: level)
  }

  /// Where a member or class was before, or came later.
  @Test func versionsInHints() async throws {
    func isBlank(_ code: inout CodeBuilder) {
      code.push(string: "")
      code.invoke(.invokevirtual, "java/lang/String", "isBlank", "()Z")
      code.emit(.pop)
    }
    #expect(try await problems(on: java(8), isBlank).map(\.hint) == ["first seen in Java 11"])
    #expect(try await problems(on: java(11), isBlank).isEmpty)
    func bind(_ code: inout CodeBuilder) {
      code.push(string: "")
      code.invoke(
        .invokestatic,
        "javax/xml/bind/JAXBContext",
        "newInstance",
        "(Ljava/lang/String;)Ljavax/xml/bind/JAXBContext;"
      )
      code.emit(.pop)
    }
    let gone = try await problems(on: java(17), bind)
    #expect(gone.map(\.message) == ["javax/xml/bind/JAXBContext"])
    #expect(gone.map(\.hint) == ["last seen in Java 8"])
    #expect(try await problems(on: java(8), bind).isEmpty)
    func vector(_ code: inout CodeBuilder) {
      code.push(class: "jdk/incubator/vector/IntVector")
      code.emit(.pop)
    }
    for level in [17, 21] {
      let incubating = try await problems(on: java(level), vector)
      #expect(incubating.map(\.error) == ["java.lang.NoClassDefFoundError"])
      #expect(incubating.map(\.hint) == ["Java takes the module that has it only when asked to: --add-modules"])
    }
  }

  /// What is there in place of what is not.
  @Test func nearestMembers() async throws {
    func hints(_ name: String, _ descriptor: String) async throws -> [String?] {
      try await problems(on: java(17)) { code in
        if descriptor.hasPrefix("(I") { code.push(int: 1) } else { code.push(string: "1") }
        code.invoke(.invokestatic, "java/lang/Integer", name, descriptor)
        code.emit(.pop)
      }.map(\.hint)
    }
    #expect(try await hints("parseInt", "(Ljava/lang/String;)I").isEmpty)
    #expect(
      try await hints("parseInt", "(Ljava/lang/String;)Ljava/lang/Object;") == ["its result type is now int"]
    )
    #expect(try await hints("bitCount", "(Ljava/lang/String;)I") == ["there is int java.lang.Integer.bitCount(int)"])
    #expect(try await hints("parsInt", "(Ljava/lang/String;)I") == ["there is parseInt with these parameters"])
    #expect(try await hints("entirelyOther", "(Ljava/lang/String;)I") == [nil])
  }

  /// A class that went to another package of the platform.
  @Test func movedClass() async throws {
    var manifest = InterfaceManifest(
      platform: "demo",
      version: PlatformVersion(components: [1]),
      javaLevel: 17,
      coverage: .complete,
      scope: .publicAPI,
      sources: ["a test"]
    )
    manifest.classes = [ClassFact(name: "fresh/Thing", flags: .public, superclass: "java/lang/Object")]
    let view = try #require(try PlatformLine.open(bytes: try LineCompiler.compile([manifest])).views.first)
    func call(_ owner: String) async throws -> [LinkageProblem] {
      try await problems(on: java(17, view)) { code in
        code.type(.new, owner)
        code.emit(.pop)
      }
    }
    #expect(try await call("stale/Thing").map(\.hint) == ["there is fresh.Thing"])
    #expect(try await call("stale/Other").map(\.hint) == [nil])
    #expect(try await call("fresh/Thing").isEmpty)
  }

  /// What an observed line contradicts is possible, what it does not know is counted.
  @Test func observedContradiction() async throws {
    func platform(_ version: String) throws -> LinkPlatform { try CorpusLinkTests.platform(version) }
    let environment = "de/vertico/starface/module/core/runtime/IRuntimeEnvironment"
    func log(_ name: String) -> (inout CodeBuilder) -> Void {
      { code in
        code.emit(.aload_0)
        code.type(.checkcast, environment)
        code.invoke(.invokeinterface, environment, name, "()Lorg/apache/commons/logging/Log;")
        code.emit(.pop)
      }
    }
    let broken = try await problems(on: platform("7.3"), log("getLog"))
    #expect(broken.map(\.certainty) == [.possible])
    #expect(broken.map(\.severity) == [.error])
    #expect(broken.map(\.error) == ["java.lang.NoSuchMethodError"])
    #expect(
      broken.map(\.message) == ["\(environment.replacing("/", with: ".")).getLog()Lorg/apache/commons/logging/Log;"]
    )
    #expect(
      broken.first?.hint?.hasPrefix("its result type is now org.apache.logging.log4j.Logger; last seen in 7.2") == true
    )
    #expect(try await problems(on: platform("7.2"), log("getLog")).isEmpty)
    #expect(try await problems(on: platform("7.3"), log("neverHeardOf")).isEmpty)
  }
}
