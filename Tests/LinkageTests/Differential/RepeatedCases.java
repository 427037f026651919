import java.util.List;

/** What fails, fails again: methods called twice, classes whose initialization or verification failed and that are used once more. */
final class RepeatedCases {
  private RepeatedCases() {}

  static void addTo(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public class A { public static void s() {} public static int f; public void m() {} public A() {} }"},
      {"gone", ""},
      {"no-member", "public class A { }"},
      {"hidden", "class A { public static void s() {} public static int f; public void m() {} public A() {} }"},
      {"private", "public class A { private static void s() {} private static int f; private void m() {} private A() {} }"},
      {"instance", "public class A { public void s() {} public int f; public static void m() {} public A() {} }"},
    };
    String[][] actions = {
      {"static", "A.s();"}, {"field", "A.f = 1;"}, {"new", "new A();"}, {"virtual", "new A().m();"}, {"lambda", "Runnable r = A::s;"}};
    String[][] uses = {
      {"call", "try { act(); } catch (LinkageError e) { }", "act();"},
      {"thrice", "for (int i = 0; i < 2; i++) try { act(); } catch (LinkageError e) { }", "deep();"},
      {"init", "try { new Holder(); } catch (LinkageError e) { }", "new Holder();"},
      {"init-static", "try { Holder.go(); } catch (LinkageError e) { }", "Holder.go();"},
      {"init-field", "try { Holder.f = 1; } catch (LinkageError e) { }", "Holder.f = 1;"},
      {"init-sub", "try { new Sub(); } catch (LinkageError e) { }", "new Sub();"},
      {"init-super", "try { new Sub(); } catch (LinkageError e) { }", "new Holder();"},
      {"init-super-first", "try { new Holder(); } catch (LinkageError e) { }", "new Sub();"},
      {"init-guarded", "try { new Holder(); } catch (LinkageError e) { }", "try { Holder.go(); } catch (NoClassDefFoundError e) { }"},
      {"once", "act();"}, {"init-once", "Holder.go();"}, {"literal", "Object o = Holder.class;"},
    };
    String members = "  static void act() {\n    %1$s\n  }\n  static void deep() {\n    act();\n  }\n"
        + "  static class Holder { static int f; static void go() { }\n    static {\n      %1$s\n    }\n  }\n  static class Sub extends Holder { }\n";
    for (String[] change : changes) {
      for (String[] action : actions) {
        for (String[] use : uses) {
          LinkCase one = new LinkCase("again/" + change[0] + "/" + action[0] + "/" + use[0]).both("V", "public class V { }").v1("A", changes[0][1]);
          if (!change[1].isEmpty()) one.v2("A", change[1]);
          cases.add(one.run(String.format(members, action[1]), java.util.Arrays.copyOfRange(use, 1, use.length)));
        }
      }
    }
    // What the verifier refuses, it refuses again.
    for (String[] use : new String[][] {
        {"twice", "try { new Bad(); } catch (LinkageError e) { }", "new Bad();"}, {"static", "try { Bad.go(); } catch (LinkageError e) { }", "Bad.go();"},
        {"sub", "try { new Worse(); } catch (LinkageError e) { }", "new Worse();"}, {"super", "try { new Worse(); } catch (LinkageError e) { }", "Bad.go();"}}) {
      LinkCase one = new LinkCase("again/verify/" + use[0]).v1("D", "public class D extends C { }").v1("C", "public class C { }");
      one.v2("D", "public class D { }").v2("C", "public class C { }");
      cases.add(one.run("  static class Bad { static void go() { }\n    static C c() {\n      return new D();\n    }\n  }\n  static class Worse extends Bad { }\n",
          java.util.Arrays.copyOfRange(use, 1, use.length)));
    }
  }
}
