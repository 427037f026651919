import java.util.List;

/** Methods and fields at each level of a chain of ancestors: which one is found, which one runs, who may use it. */
final class ChainCases {
  private ChainCases() {}

  static void addTo(List<LinkCase> cases) {
    methods(cases);
    fields(cases);
    neighbours(cases);
  }

  private static String[] rest(String[] use) { return java.util.Arrays.copyOfRange(use, 1, use.length); }

  private static String method(String kind) {
    return switch (kind) {
      case "none" -> "";
      case "package" -> "void m() {}";
      case "abstract" -> "public abstract void m();";
      case "package-abstract" -> "abstract void m();";
      case "static", "final" -> "public " + kind + " void m() {}";
      default -> kind + " void m() {}";
    };
  }

  /** Whether javac lets a method of one kind stand below one of another, all in one package. */
  private static boolean overrides(String below, String above) {
    if (below.equals("none") || above.equals("none") || above.equals("private")) return true;
    if (above.equals("final") || below.equals("static") != above.equals("static")) return false;
    List<String> access = List.of("private", "package", "protected", "public");
    return access.indexOf(access(below)) >= access.indexOf(access(above));
  }

  private static String access(String kind) {
    return switch (kind) {
      case "abstract", "static", "final" -> "public";
      case "package-abstract" -> "package";
      default -> kind;
    };
  }

  private static void methods(List<LinkCase> cases) {
    String[] highs = {"none", "public", "protected", "package", "private", "static", "abstract", "package-abstract", "final"};
    String[] mids = {"none", "public", "package", "private", "static", "abstract"};
    String[] lows = {"none", "public", "private", "abstract", "final"};
    String[][] uses = {
      {"sub", "Sub s = new Sub();", "s.m();"}, {"low", "Low l = new Sub();", "l.m();"}, {"high", "High h = new Sub();", "h.m();"},
      {"super", "new Up().up();"}, {"super-reference", "new Up().lambda();"}, {"overridden", "High h = new Over();", "h.m();"},
      {"unbound", "java.util.function.Consumer<Low> c = Low::m;", "c.accept(new Sub());"}};
    for (String high : highs) {
      for (String mid : mids) {
        for (String low : lows) {
          if (!overrides(mid, high) || !overrides(low, mid) || !overrides(low, high)) continue;
          for (String[] use : uses) {
            LinkCase one = new LinkCase("chain/" + high + "-" + mid + "-" + low + "/" + use[0]);
            one.v1("High", type("High", "", "public")).v1("Mid", type("Mid", "High", "none")).v1("Low", type("Low", "Mid", "none"));
            one.v2("High", type("High", "", high)).v2("Mid", type("Mid", "High", mid)).v2("Low", type("Low", "Mid", low));
            String members = use[0].equals("overridden") ? "  static class Over extends Low {\n    public void m() { }\n  }\n"
                : use[0].startsWith("super") ? "  static class Up extends Low {\n    void up() {\n      super.m();\n    }\n    void lambda() {\n      Runnable r = super::m;\n      r.run();\n    }\n  }\n"
                : "  static class Sub extends Low { }\n";
            cases.add(one.run(members, rest(use)));
          }
        }
      }
    }
  }

  /** Abstract as soon as anything in the chain is. */
  private static String type(String name, String parent, String kind) {
    return "public abstract class " + name + (parent.isEmpty() ? "" : " extends " + parent) + " { public " + name + "() {} " + method(kind) + " }";
  }

  private static void fields(List<LinkCase> cases) {
    String[] kinds = {"none", "public static int f;", "public int f;", "private static int f;", "private int f;", "static int f;", "int f;", "protected int f;", "protected static int f;", "public static long f;"};
    for (boolean isStatic : new boolean[] {true, false}) {
      String at = isStatic ? "T.f" : "t.f";
      String[][] uses = {
        {"read", "T t = new T();", "int x = " + at + ";"}, {"write", "T t = new T();", at + " = 1;"}, {"sub", "Sub t = new Sub();", "int x = " + at.replace("T", "Sub") + ";"},
        {"inside", "new Sub().go();"}, {"inside-write", "new Sub().put();"}};
      String members = "  static class Sub extends T {\n    void go() {\n      int x = f;\n    }\n    void put() {\n      f = 1;\n    }\n  }\n";
      for (String own : new String[] {"none", "private int f;", "public static long f;"}) {
        for (String upper : kinds) {
          // Which of the direct, the inherited and the superclass's interface has a constant of that name.
          for (int faces = 0; faces < 8; faces++) {
            if (faces > 0 && !own.equals("none")) continue;
            for (String[] use : uses) {
              LinkCase one = new LinkCase("field-chain/" + isStatic + "/" + own + "/" + upper + "/" + faces + "/" + use[0]);
              one.v1("T", "public class T extends U implements I { public T() {} public " + (isStatic ? "static " : "") + "int f; }").v1("U", "public class U { }").v1("I", "public interface I { }");
              one.v2("T", "public class T extends U implements I { public T() {} " + (own.equals("none") ? "" : own) + " }");
              one.v2("U", "public class U implements K { " + (upper.equals("none") ? "" : upper) + " }");
              one.v2("I", "public interface I extends J { " + constant(faces & 1) + " }").v2("J", "public interface J { " + constant(faces & 2) + " }").v2("K", "public interface K { " + constant(faces & 4) + " }");
              cases.add(one.run(members, rest(use)));
            }
          }
        }
      }
    }
  }

  private static String constant(int isThere) { return isThere == 0 ? "" : "int f = new Object().hashCode();"; }

  /** A module's class in the platform's package: the name is the same, the run-time package is not (JVMS 5.3). */
  private static void neighbours(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public class A { public A() {} public void m() {} public static void s() {} public static class In { public In() {} } public interface Face { default void m() {} } }"},
      {"package", "public class A { A() {} void m() {} static void s() {} static class In { In() {} } interface Face { default void m() {} } }"},
      {"protected", "public class A { protected A() {} protected void m() {} protected static void s() {} protected static class In { protected In() {} } protected interface Face { default void m() {} } }"},
      {"private", "public class A { private A() {} private void m() {} private static void s() {} private static class In { private In() {} } private interface Face { default void m() {} } }"},
      {"package-class", "class A { public A() {} public void m() {} public static void s() {} public static class In { public In() {} } public interface Face { default void m() {} } }"},
      {"abstract", "public abstract class A { public A() {} abstract void m(); public static void s() {} public static class In { public In() {} } public interface Face { void m(); } }"},
      {"final", "public class A { public A() {} final void m() {} public static void s() {} public static final class In { public In() {} } public interface Face { default void m() {} } }"},
    };
    String[][] uses = {
      {"new", "new A() { }.hashCode();"}, {"sub", "new Near().m();"}, {"upcast", "A a = new Near();", "a.m();"}, {"static", "Near.s();"}, {"inner", "new A.In();"}, {"sub-inner", "new NearIn();"},
      {"face", "A.Face f = new NearFace();", "f.m();"}, {"face-class", "new NearFace().m();"}, {"over", "A a = new Over();", "a.m();"}, {"over-own", "new Over().m();"}, {"super", "new Over().up();"},
      {"lambda", "Runnable r = A::s;", "r.run();"}, {"new-lambda", "java.util.function.Supplier<A.In> s = A.In::new;", "s.get();"}, {"array", "Object o = new A.In[1];"}, {"literal", "Object o = A.Face.class;"}};
    String members = "  static class NearIn extends A.In { }\n  static class NearFace implements A.Face { }\n  static class Near extends A { }\n"
        + "  static class Over extends A {\n    public void m() { }\n    void up() {\n      super.m();\n    }\n  }\n";
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("neighbours/" + change[0] + "/" + use[0]).v1("A", changes[0][1]).v2("A", change[1]);
        one.neighbour("Other", "public class Other {\n  public static void go() {\n    " + String.join("\n    ", rest(use)) + "\n  }\n" + members + "}");
        cases.add(one.run("Other.go();"));
      }
    }
  }
}
