import java.util.List;

/** Hierarchy changes that only the verifier or a cast notices: a value is no longer what a signature wants. */
final class VerifierCases {
  private VerifierCases() {}

  static void addTo(List<LinkCase> cases) {
    types(cases);
    inferred(cases);
  }

  private static void types(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public class D extends C { public D() {} public static D make() { return new D(); } }", "public class C { public C() {} public void c() {} public int f; public static void take(C c) {} }"},
      {"no-super", "public class D { public D() {} public static D make() { return new D(); } }", "public class C { public C() {} public void c() {} public int f; public static void take(C c) {} }"},
      {"super-interface", "public class D implements C { public D() {} public static D make() { return new D(); } }", "public interface C { default void c() {} int f = 1; static void take(C c) {} }"},
      {"super-interface-not", "public class D { public D() {} public static D make() { return new D(); } }", "public interface C { default void c() {} int f = 1; static void take(C c) {} }"},
      {"through", "public class D extends X { public D() {} public static D make() { return new D(); } } class X extends C { }", "public class C { public C() {} public void c() {} public int f; public static void take(C c) {} }"},
      {"super-gone", "public class D { public D() {} public static D make() { return new D(); } }", ""},
      {"sub-gone", "", "public class C { public C() {} public void c() {} public int f; public static void take(C c) {} }"},
      {"sub-interface", "public interface D { static D make() { return null; } }", "public class C { public C() {} public void c() {} public int f; public static void take(C c) {} }"},
      {"both-gone", "", ""},
      {"package-super", "public class D extends C { public D() {} public static D make() { return new D(); } }", "class C { public C() {} public void c() {} public int f; public static void take(C c) {} }"},
    };
    String[][] uses = {
      {"argument", "take(D.make());"}, {"lib-argument", "C.take(new D());"}, {"return", "give();"}, {"receiver", "new D().c();"}, {"receiver-super", "C c = new D();", "c.c();"},
      {"field", "Box b = new Box();", "b.c = D.make();"}, {"static-field", "Box.s = new D();"}, {"array", "C[] a = new C[1];", "a[0] = new D();"}, {"array-cast", "C[] a = new D[1];", "takeAll(a);"},
      {"loop", "C c = new D();", "for (int i = 0; i < 2; i++) c = i == 0 ? new D() : c;", "take(c);"},
      {"lambda", "java.util.function.Supplier<C> s = D::new;", "s.get();"}, {"reference", "java.util.function.Supplier<C> s = D::make;", "s.get().c();"}, {"constructor", "new Box(new D());"},
      {"cast", "Object o = D.make();", "C c = (C) o;", "c.c();"}, {"instanceof", "D d = D.make();", "boolean b = d instanceof C;"}, {"field-of", "int f = new D().f;"}, {"unused", "Other.never();"},
      {"merge", "D d = D.make();", "C c;", "if (d == null) c = d; else c = new D();", "take(c);"}, {"generic", "java.util.List<C> l = new java.util.ArrayList<>();", "l.add(new D());", "take(l.get(0));"},
      {"guarded", "try { Other.go(); } catch (VerifyError | NoClassDefFoundError e) { }"}, {"other", "Other.go();"}, {"sub-this", "new Mine().go();"}, 
      {"finally", "try { take(new D()); } finally { new Object(); }"}, {"array-store", "Object[] a = new C[] { new D() };"}, {"super-arg", "new Mine2();"}, {"varargs", "vary(new D(), new D());"},
    };
    String members = "  static void take(C c) { }\n  static void takeAll(C[] c) { }\n  static void vary(C... c) { }\n";
    String give = "  static C give() {\n    return D.make();\n  }\n";
    String box = "  static class Box { C c; static C s; Box() { } Box(C c) { this.c = c; } }\n";
    String other = "  static class Other { static void never() { }\n    static void go() {\n      take(new D());\n    }\n    static void hidden() {\n      take(D.make());\n    }\n  }\n";
    String mine = "  static class Mine extends D { void go() {\n    take(this);\n  } }\n";
    String mine2 = "  static class Mine2 extends Box { Mine2() {\n    super(new D());\n  } }\n";
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("verify/" + change[0] + "/" + use[0]).v1("D", changes[0][1]).v1("C", changes[0][2]);
        if (!change[1].isEmpty()) one.v2("D", change[1]);
        if (!change[2].isEmpty()) one.v2("C", change[2]);
        one.both("Z", "public class Z { }");
        String all = members + (use[0].equals("return") ? give : "") + (use[0].contains("field") || use[0].equals("constructor") || use[0].equals("super-arg") ? box : "")
            + (use[0].equals("unused") || use[0].equals("guarded") || use[0].equals("other") ? other : "") + (use[0].equals("sub-this") ? mine : "") + (use[0].equals("super-arg") ? mine2 : "");
        cases.add(one.run(all, java.util.Arrays.copyOfRange(use, 1, use.length)));
      }
    }
    // Interfaces are not checked by the verifier: the call itself fails.
    String[][] faces = {
      {"same", "public class D implements I { public D() {} public void m() {} }"}, {"not", "public class D { public D() {} public void m() {} }"}, {"not-at-all", "public class D { public D() {} }"},
      {"private", "public class D { public D() {} private void m() {} }"}, {"package", "public class D { public D() {} void m() {} }"}, {"static", "public class D { public D() {} public static void m() {} }"},
      {"through", "public class D extends X { public D() {} } class X implements I { public void m() {} }"}, {"sub", "public class D implements J { public D() {} public void m() {} } interface J extends I { }"},
    };
    for (String[] face : faces) {
      for (String[] use : new String[][] {
          {"call", "I i = new D();", "i.m();"}, {"argument", "take(new D());"}, {"bound", "Runnable r = ((I) new D())::m;", "r.run();"}, {"cast", "Object o = new D();", "((I) o).m();"},
          {"sub", "new Sub().m();"}, {"sub-face", "I i = new Sub();", "i.m();"}, {"own", "I i = new Both();", "i.m();"}, {"own-default", "K k = new Down();", "k.k();"}}) {
        LinkCase one = new LinkCase("verify-interface/" + face[0] + "/" + use[0]).both("I", "public interface I { void m(); }").v1("D", faces[0][1]).v2("D", face[1]);
        one.both("Lib", "public class Lib { public static void call(I i) { i.m(); } }");
        cases.add(one.run("  static I at;\n  static void take(I i) {\n    i.m();\n  }\n  static class Sub extends D { }\n  static class Both extends D implements I { }\n  interface K { default void k() {\n    ((I) this).m();\n  } }\n  static class Down extends D implements K { }\n",
            java.util.Arrays.copyOfRange(use, 1, use.length)));
      }
    }
  }

  /** Class files so old that types are inferred (49), or that are given a second chance that way (50). */
  private static void inferred(List<LinkCase> cases) {
    String base = "public class C { public C() {} public void c() {} public static void take(C c) {} }";
    String[][] changes = {
      {"same", "public class D extends C { public D() {} public static D make() { return new D(); } }", "public class E extends RuntimeException { }"},
      {"no-super", "public class D { public D() {} public static D make() { return new D(); } }", "public class E { }"},
      {"gone", "", ""},
      {"final", "public final class D { public D() {} public static D make() { return new D(); } }", "public class E extends Exception { }"},
    };
    String[][] uses = {
      {"straight", "take(new D());"}, {"behind-throw", "if (on) throw new RuntimeException();", "take(new D());"}, {"behind-else", "if (on) { Object o = 1; } else { return; }", "take(D.make());"},
      {"behind-loop", "while (on) { on = false; }", "take(new D());"}, {"behind-switch", "switch (on ? 1 : 2) { case 1: break; default: return; }", "take(new D());"},
      {"merge-first", "take(on ? new D() : new C());"}, {"merge-second", "take(on ? new C() : new D());"}, {"merge-interface", "run(on ? new F() : new G());"}, {"merge-local", "C c = new C();", "if (on) c = new D();", "take(c);"},
      {"handler", "try { take(null); } catch (RuntimeException e) { take(new D()); }"}, {"in-handler", "C c = new D();", "try { Integer.parseInt(\"x\"); } catch (NumberFormatException e) { take(c); }"},
      {"finally", "try { take(null); } finally { take(new D()); }"}, {"throw", "throw new E();"}, {"throw-behind", "if (!on) return;", "throw new E();"}, {"throw-in-else", "if (!on) { take(null); } else { throw new E(); }"},
      {"catch", "try { take(null); } catch (E e) { }"}, {"return", "give();"}, {"field", "if (!on) return;", "field = new D();"}, {"receiver", "if (!on) return;", "D.make().c();"}, {"not-met", "if (!on) take(new D());"}};
    String members = "  static boolean on = true;\n  static C field;\n  static void take(C c) { }\n"
        + "  static class F implements Runnable { public void run() { } }\n  static class G implements Runnable { public void run() { } }\n  static void run(Runnable r) { r.run(); }\n";
    String give = "  static C give() {\n    if (!on) return null;\n    return new D();\n  }\n";
    for (String[] change : changes) {
      for (String[] use : uses) {
        for (String major : List.of("49", "50")) {
          LinkCase one = new LinkCase("inferred/" + major + "/" + change[0] + "/" + use[0]).v1("D", changes[0][1]).v1("E", changes[0][2]).both("C", base);
          if (!change[1].isEmpty()) one.v2("D", change[1]).v2("E", change[2]);
          cases.add(one.run(members + (use[0].equals("return") ? give : ""), java.util.Arrays.copyOfRange(use, 1, use.length)).patch("major", "app", "app.Client", major));
        }
      }
    }
  }
}
