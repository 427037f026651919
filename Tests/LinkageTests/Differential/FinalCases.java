import java.util.List;

/** Final fields that their own class writes elsewhere than in their initializers: javac never does, other compilers and obfuscators do. */
final class FinalCases {
  private FinalCases() {}

  static void addTo(List<LinkCase> cases) {
    String type = "public class A {\n  int f; static int g; long l; static Object o;\n  A() {\n    f = 1;\n  }\n  static {\n    g = 1;\n  }\n"
        + "  A(int i) {\n    helper();\n  }\n  A(long i) {\n    statics();\n  }\n  A(Object i) { this((A) null); }\n  A(A other) {\n    other.f = 2;\n  }\n"
        + "  void helper() {\n    f = 2;\n  }\n  static void statics() {\n    g = 2;\n  }\n  void add() {\n    f += 2;\n  }\n  static void increment() {\n    g++;\n  }\n"
        + "  void lambda() {\n    Runnable r = () -> {\n      f = 3; };\n    r.run();\n  }\n  void wide() {\n    l = 3;\n  }\n  static void object() {\n    o = null;\n  }\n"
        + "  void both() {\n    helper();\n    statics();\n  }\n  void guarded() {\n    try { f = 2; } catch (IllegalAccessError e) { }\n  }\n"
        + "  static void other(A a) {\n    a.f = 2;\n  }\n  static void sub(Sub a) {\n    ((A) a).f = 2;\n  }\n  static void through(Sub a) {\n    a.f = 2;\n  }\n"
        + "  int read() {\n    return f + g;\n  }\n  static class Sub extends A {\n    void up() {\n      f = 2;\n    }\n  }\n"
        + "  static class Own {\n    int f;\n    void set() {\n      f = 2;\n    }\n    static void foreign(A a) {\n      a.f = 2;\n    }\n  }\n"
        + "  static class Early {\n    static int g;\n    int f;\n    static {\n      new Early().f = 1;\n    }\n    static void go() { }\n  }\n"
        + "  static class Late {\n    static int g;\n    Late() {\n      g = 1;\n    }\n  }\n}";
    String[][] uses = {
      {"constructor", "new A();"}, {"helper", "new A(1);"}, {"static-helper", "new A(1L);"}, {"other-object", "new A(new A());"}, {"method", "new A().helper();"}, {"static-method", "A.statics();"},
      {"add", "new A().add();"}, {"increment", "A.increment();"}, {"lambda", "new A().lambda();"}, {"wide", "new A().wide();"}, {"object", "A.object();"}, {"both", "new A().both();"}, {"guarded", "new A().guarded();"},
      {"static-other", "A.other(new A());"}, {"sub", "A.sub(new A.Sub());"}, {"through", "A.through(new A.Sub());"}, {"read", "new A().read();"}, {"super", "new A.Sub().up();"}, {"own", "new A.Own().set();"},
      {"foreign", "A.Own.foreign(new A());"}, {"early", "A.Early.go();"}, {"late", "new A.Late();"}, {"reference", "Runnable r = A::statics;", "r.run();"}, {"again", "try { A.statics(); } catch (IllegalAccessError e) { }", "A.statics();"}};
    for (String kind : List.of("final", "private-final", "not", "old", "oldest-new")) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("own-final/" + kind + "/" + use[0]).both("V", "public class V { }").client("A", type);
        String hex = kind.equals("private-final") ? "12" : "10";
        if (!kind.equals("not")) {
          one.patch("flags", "app", "app.A", "f=00" + hex).patch("flags", "app", "app.A", "l=00" + hex).patch("flags", "app", "app.A", "g=00" + hex.replace('2', 'A').replace('0', '8')).patch("flags", "app", "app.A", "o=0018");
          for (String inner : List.of("Early", "Late")) one.patch("flags", "app", "app.A$" + inner, "g=0018");
          one.patch("flags", "app", "app.A$Early", "f=0010");
        }
        // Nests came with version 55, whose attributes an older class file has to no avail.
        String major = kind.equals("old") ? "52" : kind.equals("oldest-new") ? "53" : "";
        if (!major.isEmpty()) for (String part : List.of("A", "A$Early", "A$Late", "A$Own", "A$Sub")) one.patch("major", "app", "app." + part, major);
        cases.add(one.run("", java.util.Arrays.copyOfRange(use, 1, use.length)));
      }
    }
  }
}
