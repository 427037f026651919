import java.util.List;

/** Enums, records, annotations, natives, strings and other language features across versions. */
final class FeatureCases {
  private FeatureCases() {}

  private static String[] rest(String[] use) { return java.util.Arrays.copyOfRange(use, 1, use.length); }

  static void addTo(List<LinkCase> cases) {
    enums(cases);
    records(cases);
    annotations(cases);
    others(cases);
  }

  private static void enums(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public enum N { A, B, C; public int v() { return 1; } }"}, {"removed", "public enum N { A, C; public int v() { return 1; } }"},
      {"reordered", "public enum N { C, B, A; public int v() { return 1; } }"}, {"added", "public enum N { A, B, C, D; public int v() { return 1; } }"},
      {"class", "public class N { public static final N A = new N(), B = new N(), C = new N(); public int v() { return 1; } }"},
      {"interface", "public interface N { int A = 0, B = 1, C = 2; }"}, {"package", "enum N { A, B, C; public int v() { return 1; } }"}, {"gone", "class Z { }"},
      {"bodies", "public enum N { A { }, B { public int v() { return 2; } }, C; public int v() { return 1; } }"}, {"no-method", "public enum N { A, B, C }"},
      {"private-method", "public enum N { A, B, C; private int v() { return 1; } }"}, {"field-type", "public class N { public static final Object A = null, B = null, C = null; public int v() { return 1; } }"},
    };
    String[][] uses = {
      {"constant", "Object o = N.A;", "o = N.B;"}, {"valueOf", "N n = N.valueOf(\"A\");", "n.v();"}, {"values", "N[] n = N.values();", "Object o = n[0];"},
      {"switch", "switch (N.A) {", "  case A: new Object(); break;", "  case B: new Object(); break;", "  default: }"}, {"switch-removed", "N n = N.A;", "switch (n) {", "  case B: new Object(); break;", "  default: }"},
      {"name", "String s = N.C.name();"}, {"ordinal", "int i = N.C.ordinal();"}, {"method", "N.A.v();"}, {"compare", "boolean b = N.A == N.B;"}, {"compareTo", "int b = N.A.compareTo(N.C);"},
      {"map", "java.util.EnumMap<N, String> m = new java.util.EnumMap<>(N.class);", "m.put(N.A, \"\");"}, {"set", "Object o = java.util.EnumSet.of(N.A, N.C);"}, {"string", "String s = \"\" + N.A;"},
      {"guarded", "try { Object o = N.B; } catch (NoSuchFieldError e) { }"}, {"annotation", "Tagged.m();"}, {"static-init", "Object o = Holder.N_;"}, {"pass", "take(N.C);"}, {"pass-enum", "takeEnum(N.C);"},
      {"lambda", "java.util.function.Function<N, Integer> f = N::v;", "f.apply(N.A);"},
    };
    String members = "  static class Tagged { static void m() { } }\n  static class Holder {\n    static N N_ = N.B;\n  }\n  static void take(N n) { }\n  static void takeEnum(Enum<?> n) { }\n";
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("enum/" + change[0] + "/" + use[0]).v1("N", changes[0][1]).v2(change[0].equals("gone") ? "Z" : "N", change[1]);
        cases.add(one.run(members, rest(use)));
      }
    }
  }

  private static void records(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public record R(int a, String b) { public R { } public static R of() { return new R(1, \"\"); } }"},
      {"component-type", "public record R(long a, String b) { public static R of() { return new R(1, \"\"); } }"},
      {"component-added", "public record R(int a, String b, int c) { public static R of() { return new R(1, \"\", 2); } }"},
      {"component-removed", "public record R(int a) { public static R of() { return new R(1); } }"},
      {"component-renamed", "public record R(int a, String c) { public static R of() { return new R(1, \"\"); } }"},
      {"swapped", "public record R(String b, int a) { public static R of() { return new R(\"\", 1); } }"},
      {"class", "public class R { public R(int a, String b) { } public int a() { return 1; } public String b() { return null; } public static R of() { return new R(1, \"\"); } }"},
      {"interface", "public interface R { int a(); String b(); static R of() { return null; } }"},
      {"abstract", "public abstract class R { public R(int a, String b) { } public abstract int a(); public String b() { return null; } public static R of() { return null; } }"},
      {"constructor-added", "public record R(int a, String b, int c) { public R(int a, String b) { this(a, b, 0); } public static R of() { return new R(1, \"\"); } }"},
      {"package", "record R(int a, String b) { public static R of() { return new R(1, \"\"); } }"}, {"gone", "class Z { }"},
    };
    String[][] uses = {
      {"new", "new R(1, \"\");"}, {"first", "int a = R.of().a();"}, {"second", "String s = R.of().b();"}, {"string", "String s = R.of().toString();"}, {"concat", "String s = \"x\" + R.of();"},
      {"equals", "boolean b = R.of().equals(R.of());"}, {"reference", "java.util.function.Function<R, String> f = R::b;", "f.apply(R.of());"}, {"constructor", "F f = R::new;", "f.f(1, \"\");"},
      {"own", "Object o = new Mine(1, R.of()).toString();"}, {"own-equals", "boolean b = new Mine(1, null).equals(new Mine(1, null));"}, {"own-hash", "int h = new Mine(1, null).hashCode();"},
      {"instanceof", "Object o = R.of();", "if (o instanceof R r) r.a();"}, {"guarded", "try { R.of().a(); } catch (LinkageError e) { }"},
    };
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("record/" + change[0] + "/" + use[0], 17).v1("R", changes[0][1]).v2(change[0].equals("gone") ? "Z" : "R", change[1]);
        cases.add(one.run("  interface F { R f(int a, String b); }\n  record Mine(int x, R r) { }\n", rest(use)));
      }
    }
    String[][] patterns = {
      {"record-pattern", "Object o = R.of();", "if (o instanceof R(int a, String b)) new Object();"}, {"switch", "Object o = R.of();", "switch (o) { case R r -> r.a(); default -> { } }"},
      {"switch-record", "Object o = R.of();", "switch (o) { case R(int a, String b) -> new Object(); default -> { } }"}, {"switch-guard", "Object o = R.of();", "switch (o) { case R r when r.a() > 0 -> new Object(); default -> { } }"},
      {"switch-string", "Object o = R.of();", "switch (o) { case String s -> new Object(); case R r -> r.b(); default -> { } }"}};
    for (String[] change : changes) {
      for (String[] use : patterns) {
        LinkCase one = new LinkCase("record21/" + change[0] + "/" + use[0], 21).v1("R", changes[0][1]).v2(change[0].equals("gone") ? "Z" : "R", change[1]);
        cases.add(one.run("", rest(use)));
      }
    }
  }

  private static void annotations(List<LinkCase> cases) {
    String head = "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public ";
    String[][] changes = {
      {"same", head + "@interface M { int value() default 1; String name() default \"\"; Class<?> type() default Object.class; int[] list() default {}; }"},
      {"element-removed", head + "@interface M { int value() default 1; Class<?> type() default Object.class; int[] list() default {}; }"},
      {"element-type", head + "@interface M { int value() default 1; int name() default 2; Class<?> type() default Object.class; int[] list() default {}; }"},
      {"element-added", head + "@interface M { int value() default 1; String name() default \"\"; Class<?> type() default Object.class; int[] list() default {}; int extra(); }"},
      {"interface", "public interface M { int value(); String name(); Class<?> type(); int[] list(); }"}, {"class", "public class M { }"}, {"gone", "class Z { }"},
      {"package", head.replace("public ", "") + "@interface M { int value() default 1; String name() default \"\"; Class<?> type() default Object.class; int[] list() default {}; }"},
    };
    String[][] uses = {
      {"marked", "Marked.m();"}, {"new-marked", "new Marked();"}, {"read", "M m = Marked.class.getAnnotation(M.class);", "String s = m.name();"},
      {"call", "M m = null;", "call(new Own());"}, {"literal", "Object o = M.class;"}, {"own", "new Own();"}, {"field", "Object o = Marked.f;"}};
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("annotation/" + change[0] + "/" + use[0]).v1("M", changes[0][1]).v2(change[0].equals("gone") ? "Z" : "M", change[1]);
        String own = use[0].equals("own") || use[0].equals("call") ? "  static class Own implements M {\n    public int value() { return 1; } public String name() { return null; } public Class<?> type() { return null; } public int[] list() { return null; }\n"
            + "    public Class<? extends java.lang.annotation.Annotation> annotationType() { return null; }\n  }\n  static void call(M m) {\n    m.name();\n  }\n" : "";
        cases.add(one.run("  @M(value = 2, name = \"n\") static class Marked { @M static int f; @M static void m() { } }\n" + own, rest(use)));
      }
    }
  }

  private static void others(List<LinkCase> cases) {
    for (String signature : List.of("void n()", "int n(int a, long b)", "String n(String[] a, V v)", "V[] n(double d)", "boolean n(char c, byte b, short s, float f)")) {
      String args = signature.replaceAll(".*\\((.*)\\)", "$1").replaceAll("\\w+ (\\w)(, |$)", "x$2");
      String call = signature.contains("void") ? "n();" : signature.startsWith("int") ? "n(1, 2L);" : signature.startsWith("String") ? "n(null, null);" : signature.startsWith("V[]") ? "n(1.0);" : "n('c', (byte) 1, (short) 2, 1f);";
      for (String kind : List.of("static ", "")) {
        LinkCase one = new LinkCase("native/" + kind + signature).both("V", "public class V { }");
        cases.add(one.run("  " + kind + "native " + signature + ";\n", new String[] {kind.isEmpty() ? "new Client()." + call : call}));
        LinkCase guarded = new LinkCase("native/guarded/" + kind + signature).both("V", "public class V { }");
        cases.add(guarded.run("  " + kind + "native " + signature + ";\n", new String[] {"try { " + (kind.isEmpty() ? "new Client()." + call : call) + " } catch (UnsatisfiedLinkError e) { }"}));
      }
    }
    // Signature-polymorphic calls, string concatenation and arrays link whatever the descriptor.
    String[][] fine = {
      {"polymorphic", "java.lang.invoke.MethodHandle h = java.lang.invoke.MethodHandles.identity(int.class);", "int i = (int) h.invokeExact(1);", "Object o = h.invoke((Integer) 2);"},
      {"concat", "String s = \"\";", "s = s + 1 + 'c' + 2L + null + 1.5 + new Object[0].length;"}, {"arrays", "int[][] a = new int[1][2];", "Object o = a.clone();", "o.hashCode();", "a[0].clone();"},
      {"strings", "switch (\"a\") { case \"a\": case \"b\": break; default: }"}, {"streams", "java.util.stream.Stream.of(1, 2).map(x -> x + 1).forEach(x -> { });"},
      {"object-on-interface", "CharSequence c = \"x\";", "c.hashCode();", "c.getClass();", "c.toString();"}, {"assert", "assert Client.class != null;"},
    };
    for (String[] one : fine) {
      cases.add(new LinkCase("fine/" + one[0]).both("V", "public class V { }").run(rest(one)));
      if (one[0].equals("polymorphic") || one[0].equals("concat")) cases.add(new LinkCase("fine/" + one[0] + "/9", 9).both("V", "public class V { }").run(rest(one)));
    }
    // Package-private members across loaders: the same package name is not the same run-time package.
    String[][] neighbours = {
      {"method", "public class A { public A() {} %s static void s() {} %s void m() {} %s int f; }"}};
    for (String access : List.of("public", "protected", "", "private")) {
      for (String use : List.of("A.s();", "new A().m();", "int x = new A().f;", "new A().f = 2;", "Runnable r = A::s; r.run();")) {
        String body = "public class A { public A() {} %s static void s() {} %s void m() {} %s int f; }";
        LinkCase one = new LinkCase("neighbour/" + access + "/" + use);
        one.v1("A", body.replace("%s", "public")).v2("A", body.replace("%s", access));
        one.neighbour("Near", "public class Near {\n  public static void go() {\n    " + use + "\n  }\n}");
        cases.add(one.run("Near.go();"));
        LinkCase two = new LinkCase("neighbour-class/" + access + "/" + use);
        if (access.equals("public")) {
          two.v1("A", body.replace("%s", "public")).v2("A", body.replace("%s", "public").replace("public class", "class"));
          two.neighbour("Near", "public class Near {\n  public static void go() {\n    " + use + "\n  }\n}");
          cases.add(two.run("Near.go();"));
        }
      }
      LinkCase sub = new LinkCase("neighbour-override/" + access);
      sub.v1("A", "public class A { public A() {} }").v2("A", "public class A { public A() {} " + access + " final void m() {} }");
      sub.neighbour("Near", "public class Near extends A {\n  public void m() { }\n  public static void go() {\n    new Near().m();\n  }\n}");
      cases.add(sub.run("Near.go();"));
    }
  }
}
