import java.util.List;

/** Changes to classes and interfaces that a client extends, implements, makes or names. */
final class HierarchyCases {
  private HierarchyCases() {}

  private static String[] lines(String... lines) { return lines; }

  static void addTo(List<LinkCase> cases) {
    supers(cases);
    twoParents(cases);
    overrides(cases);
    unimplemented(cases);
    cycles(cases);
    sealedTypes(cases);
    files(cases);
  }

  private static final String[][] TYPES = {
    // label, v1 of lib type, way of extending
    {"class", "public class T { public T() {} public void m() {} }", "extends T"},
    {"abstract", "public abstract class T { public T() {} public void m() {} }", "extends T"},
    {"interface", "public interface T { default void m() {} }", "implements T"},
  };

  private static void supers(List<LinkCase> cases) {
    String[][] changes = {
      {"same-class", "public class T { public T() {} public void m() {} }"},
      {"final", "public final class T { public T() {} public void m() {} }"},
      {"abstract", "public abstract class T { public T() {} public void m() {} }"},
      {"interface", "public interface T { default void m() {} }"},
      {"package-class", "class T { public T() {} public void m() {} }"},
      {"package-abstract", "abstract class T { public T() {} public void m() {} }"},
      {"package-interface", "interface T { default void m() {} }"},
      {"package-constructor", "public class T { T() {} public void m() {} }"},
      {"private-constructor", "public class T { private T() {} public void m() {} }"},
      {"protected-constructor", "public class T { protected T() {} public void m() {} }"},
      {"gone", ""},
      {"enum", "public enum T { X; public void m() {} }"},
      {"annotation", "public @interface T { }"},
      {"final-method", "public class T { public T() {} public final void m() {} }"},
      {"static-method", "public class T { public T() {} public static void m() {} }"},
      {"private-method", "public class T { public T() {} private void m() {} }"},
      {"package-method", "public class T { public T() {} void m() {} }"},
      {"protected-method", "public class T { public T() {} protected void m() {} }"},
      {"interface-abstract", "public interface T { void m(); }"},
      {"interface-static", "public interface T { static void m() {} }"},
      {"abstract-method", "public abstract class T { public T() {} public abstract void m(); }"},
      {"super-added", "public class T extends Base { public T() {} } class Base { public void m() {} }"},
      {"super-final", "public class T extends Base { public T() {} } class Base { public final void m() {} }"},
      {"interface-added", "public class T implements Face { public T() {} } interface Face { default void m() {} }"},
    };
    String[][] uses = {
      {"make", "new Sub();"},
      {"call", "Sub s = new Sub();", "s.m();"},
      {"call-super", "T t = new Sub();", "t.m();"},
      {"anonymous", "T t = new T() { };", "t.m();"},
      {"static-member", "Sub.s();"},
      {"literal", "Object o = Sub.class;"},
      {"instanceof", "Object o = \"\";", "boolean b = o instanceof Sub;"},
      {"array", "Object o = new Sub[1];"},
      {"cast", "Object o = null;", "Sub s = (Sub) o;", "o = \"\";"},
      {"lambda", "Runnable r = () -> new Sub();", "r.run();"},
      {"enclosed", "new Holder().sub = null;"},
      {"guarded", "try { new Sub(); } catch (LinkageError expected) { }"},
      {"nested-sub", "SubSub x = new SubSub();", "x.m();"},
      {"throws", "Throwing.t(null);"},
    };
    for (String[] type : TYPES) {
      for (String[] change : changes) {
        for (String[] use : uses) {
          for (String override : List.of("", "    public void m() {}\n")) {
            LinkCase one = new LinkCase("super/" + type[0] + "/" + change[0] + "/" + use[0] + (override.isEmpty() ? "" : "/overridden"));
            one.v1("T", type[1]).v2(change[0].equals("gone") ? "Gone" : "T", change[0].equals("gone") ? "class Gone { }" : change[1]);
            String members = "  static class Sub " + type[2] + " {\n    static void s() {}\n" + override + "  }\n"
                + "  static class SubSub extends Sub { }\n"
                + "  static class Holder { Sub sub; Sub[] all; Sub make(Sub p) { return p; } }\n"
                + "  static class Throwing { static void t(Sub s) { } }\n";
            cases.add(one.run(members, java.util.Arrays.copyOfRange(use, 1, use.length)));
          }
        }
      }
    }
  }

  /** A superclass and an interface that are both no longer what they were: which of the two the error names. */
  private static void twoParents(List<LinkCase> cases) {
    String[][] supers = {
      {"same", "public class T { public T() {} }"}, {"gone", ""}, {"final", "public final class T { public T() {} }"},
      {"interface", "public interface T { }"}, {"package", "class T { public T() {} }"},
      {"final-method", "public class T { public T() {} public final void m() {} }"},
      {"broken", "public class T extends Base { public T() {} }"},
    };
    String[][] faces = {
      {"same", "public interface I { }"}, {"gone", ""}, {"class", "public class I { }"}, {"package", "interface I { }"},
      {"broken", "public interface I extends Super { }"},
    };
    for (String[] parent : supers) {
      for (String[] face : faces) {
        for (boolean isSecond : new boolean[] {false, true}) {
          LinkCase one = new LinkCase("two-parents/" + parent[0] + "/" + face[0] + (isSecond ? "/second" : ""));
          one.v1("T", supers[0][1]).v1("I", faces[0][1]).both("J", "public interface J { }");
          one.v2("Other", "class Other { }");
          if (!parent[1].isEmpty()) {
            if (parent[0].equals("broken")) {
              one.v2("T", "public class T extends Base { public T() {} }").v2("Base", "class Base { }");
              one.late("Base", "final class Base { }");
            } else {
              one.v2("T", parent[1]);
            }
          }
          if (face[0].equals("broken")) {
            one.v2("I", face[1]).v2("Super", "interface Super { }").late("Super", "class Super { }");
          } else if (!face[1].isEmpty()) {
            one.v2("I", face[1]);
          }
          String members = "  static class Sub extends T implements " + (isSecond ? "J, I" : "I, J") + " { public void m() {} }\n";
          cases.add(one.run(members, lines("new Sub();")));
        }
      }
    }
  }

  private static void overrides(List<LinkCase> cases) {
    for (String access : List.of("public ", "protected ", "", "private ")) {
      for (String kind : List.of("", "final ", "static ", "static final ", "synchronized ")) {
        for (String mine : List.of("public ", "protected ", "", "private ")) {
          for (String myKind : List.of("", "static ", "final ")) {
            LinkCase one = new LinkCase("override-access/" + access + kind + "/" + mine + myKind);
            one.v1("T", "public class T { public T() {} }");
            one.v2("T", "public class T { public T() {} " + access + kind + "void m() {} public void go() { this.m(); } }");
            cases.add(one.run("  static class Sub extends T {\n    " + mine + myKind + "void m() {}\n  }\n", lines("Sub s = new Sub();", "s.m();")));
          }
        }
      }
    }
  }

  private static void unimplemented(List<LinkCase> cases) {
    // Methods that become abstract or lose their implementation, called by the client through every kind of type.
    String[][] changes = {
      {"interface-gains", "public interface T { default void m() {} }", "public interface T { void m(); }", "implements T"},
      {"interface-super-gains", "public interface T { default void m() {} }", "public interface T extends U { } interface U { void m(); }", "implements T"},
      {"interface-reabstracts", "public interface T { default void m() {} }", "public interface T extends U { void m(); } interface U { default void m() {} }", "implements T"},
      {"class-gains", "public abstract class T { public void m() {} }", "public abstract class T { public abstract void m(); }", "extends T"},
      {"class-interface-gains", "public abstract class T { public void m() {} }", "public abstract class T implements U { } interface U { void m(); }", "extends T"},
      {"class-package-abstract", "public abstract class T { public void m() {} }", "public abstract class T { abstract void m(); }", "extends T"},
      {"class-protected-abstract", "public abstract class T { public void m() {} }", "public abstract class T { protected abstract void m(); }", "extends T"},
      {"class-super-shadow", "public abstract class T { public void m() {} }", "public abstract class T extends V { public abstract void m(); } class V { public void m() {} }", "extends T"},
      {"private-in-class", "public abstract class T { public void m() {} }", "public abstract class T implements U { } interface U { void m(); default void n() {} }", "extends T"},
    };
    String[][] uses = {
      {"sub", "Sub s = new Sub();", "s.m();"}, {"super", "T t = new Sub();", "t.m();"},
      {"lambda", "T t = new Sub();", "Runnable r = t::m;", "r.run();"}, {"sub-lambda", "Sub t = new Sub();", "Runnable r = t::m;", "r.run();"},
      {"inner", "new Sub().call();"}, {"super-call", "new Sub().up();"}, {"anonymous", "T t = new T() { };", "t.m();"},
      {"guarded", "try { new Sub().m(); } catch (AbstractMethodError expected) { }"},
      {"wrong-guard", "try { new Sub().m(); } catch (NoSuchMethodError expected) { }"},
    };
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("unimplemented/" + change[0] + "/" + use[0]).v1("T", change[1]).v2("T", change[2]);
        String up = change[3].startsWith("implements") ? "T.super.m();" : "super.m();";
        cases.add(one.run("  static class Sub " + change[3] + " {\n    void call() {\n      m();\n    }\n    void up() {\n      " + up + "\n    }\n  }\n",
            java.util.Arrays.copyOfRange(use, 1, use.length)));
      }
    }
    // Two defaults that collide, or that one type settles.
    String[][] clashes = {
      {"clash", "public interface P { default void m() {} }", "public interface Q { default void m() {} }"},
      {"abstract-too", "public interface P { default void m() {} }", "public interface Q { void m(); }"},
      {"settled", "public interface P { default void m() {} }", "public interface Q extends P { default void m() {} }"},
      {"settled-abstract", "public interface P { default void m() {} }", "public interface Q extends P { void m(); }"},
      {"diamond", "public interface P extends R { } interface R { default void m() {} }", "public interface Q extends R { }"},
      {"static", "public interface P { default void m() {} }", "public interface Q { static void m() {} }"},
      {"descriptor", "public interface P { default void m() {} }", "public interface Q { default int m() { return 1; } }"},
    };
    for (String[] clash : clashes) {
      for (String[] use : new String[][] {
          {"p", "P p = new Sub();", "p.m();"}, {"sub", "Sub s = new Sub();", "s.m();"}, {"reference", "P p = new Sub();", "Runnable r = p::m;", "r.run();"},
          {"override", "new Mine().m();"}, {"super", "new Mine().up();"}, {"inherited", "new Down().m();"}, {"make", "new Sub();"}}) {
        LinkCase one = new LinkCase("defaults/" + clash[0] + "/" + use[0]);
        one.v1("P", "public interface P { default void m() {} }").v1("Q", "public interface Q { }").v2("P", clash[1]).v2("Q", clash[2]);
        cases.add(one.run("  static class Sub implements P, Q { }\n  static class Down extends Sub { }\n"
            + "  static class Mine implements P, Q {\n    public void m() {}\n    void up() {\n      P.super.m();\n    }\n  }\n",
            java.util.Arrays.copyOfRange(use, 1, use.length)));
      }
    }
  }

  private static void cycles(List<LinkCase> cases) {
    String[][] uses = {
      {"new", "new A();"}, {"static", "A.s();"}, {"sub", "new Sub();"}, {"literal", "Object o = A.class;"}, {"guarded", "try { new A(); } catch (ClassCircularityError expected) { }"}};
    for (String[] use : uses) {
      LinkCase one = new LinkCase("cycle/class/" + use[0]);
      one.v1("A", "public class A { public static void s() {} }").v1("B", "public class B { }");
      one.v2("A", "public class A extends B { public static void s() {} }").v2("B", "public class B { }").late("B", "public class B extends C { }").late("C", "public class C { }");
      one.patch("drop", "lib", "lib.C", "");
      cases.add(one.run("  static class Sub extends A { }\n", java.util.Arrays.copyOfRange(use, 1, use.length)));
    }
    // A true cycle: version 2's B is compiled against another A, then A's own version 2 is restored by "stale".
    for (String[] use : uses) {
      LinkCase one = new LinkCase("cycle/true/" + use[0]);
      one.v1("B", "public class B { public B() {} }").v1("A", "public class A extends B { public A() {} public static void s() {} }");
      one.v2("A", "public class A { public A() {} public static void s() {} }").v2("B", "public class B extends A { public B() {} }");
      one.stale("lib.A");
      cases.add(one.run("  static class Sub extends A { }\n", java.util.Arrays.copyOfRange(use, 1, use.length)));
    }
    for (String[] use : uses) {
      LinkCase one = new LinkCase("cycle/interface/" + use[0]);
      one.v1("B", "public interface B { }").v1("A", "public interface A extends B { static void s() {} }");
      one.v2("A", "public interface A { static void s() {} }").v2("B", "public interface B extends A { }");
      one.stale("lib.A");
      String[] lines = java.util.Arrays.copyOfRange(use, 1, use.length);
      lines[0] = lines[0].replace("new A()", "new Sub()");
      cases.add(one.run("  static class Sub implements A { }\n", lines));
    }
  }

  private static void sealedTypes(List<LinkCase> cases) {
    String[][] changes = {
      {"sealed-class", "class", "public sealed class T permits Known { public T() {} } final class Known extends T { }"},
      {"sealed-abstract", "class", "public abstract sealed class T permits Known { public T() {} } final class Known extends T { }"},
      {"sealed-interface", "interface", "public sealed interface T permits Known { } final class Known implements T { }"},
      {"open-class", "class", "public non-sealed class T extends Top { public T() {} } abstract sealed class Top permits T { }"},
      {"open-interface", "interface", "public non-sealed interface T extends Top { } sealed interface Top permits T { }"},
      {"record", "class", "public record T() { }"},
    };
    String[][] uses = {
      {"new", "new Sub();"}, {"anonymous", "new T() { };"}, {"literal", "Object o = Sub.class;"}, {"static", "Sub.s();"},
      {"record", "new Rec();"}, {"enum", "Object o = En.X;"}, {"lambda", "T t = Client::none;"}, {"interface", "Object o = Face.class;"},
      {"guarded", "try { new Sub(); } catch (IncompatibleClassChangeError expected) { }"}};
    for (String[] change : changes) {
      boolean isClass = change[1].equals("class");
      for (String[] use : uses) {
        if (isClass && List.of("record", "enum", "lambda", "interface").contains(use[0])) continue;
        LinkCase one = new LinkCase("sealed/" + change[0] + "/" + use[0], 17);
        one.v1("T", isClass ? "public class T { public T() {} }" : "public interface T { void f(); }".replace("void f();", use[0].equals("lambda") ? "void f();" : ""));
        one.v2("T", use[0].equals("lambda") ? change[2].replace("interface T permits Known { }", "interface T permits Known { void f(); }").replace("implements T { }", "implements T { public void f() {} }")
            .replace("extends Top { }", "extends Top { void f(); }") : change[2]);
        String members = "  static class Sub " + (isClass ? "extends" : "implements") + " T { static void s() {} " + (use[0].equals("lambda") ? "public void f() {} " : "") + "}\n  static void none() {}\n";
        if (!isClass && !use[0].equals("lambda")) members += "  record Rec() implements T { }\n  enum En implements T { X }\n  interface Face extends T { }\n";
        cases.add(one.run(members, java.util.Arrays.copyOfRange(use, 1, use.length)));
      }
    }
    // Sealed inside the client: permitted subclasses are the client's own, in one package or two.
    LinkCase own = new LinkCase("sealed/own/kept", 17);
    own.both("V", "public class V { }");
    cases.add(own.run("  sealed interface S permits X, Y { }\n  record X() implements S { }\n  record Y() implements S { }\n", lines("S s = new X();", "s = new Y();")));
  }

  private static void files(List<LinkCase> cases) {
    String lib = "public class A { public A() {} public static void s() {} public static int f; public static class In { public In() {} } }";
    String[][] uses = {
      {"new", "new A();"}, {"static", "A.s();"}, {"field", "A.f = 1;"}, {"literal", "Object o = A.class;"}, {"array", "Object o = new A[2];"},
      {"array2", "Object o = new A[2][3];"}, {"cast", "Object o = \"\";", "o = (A) Make.any();"}, {"instanceof", "Object o = \"\";", "boolean b = o instanceof A;"},
      {"nested", "new A.In();"}, {"lambda", "Runnable r = A::s;", "r.run();"}, {"array-literal", "Object o = A[].class;"},
      {"guarded", "try { new A(); } catch (NoClassDefFoundError | ClassFormatError expected) { }"},
      {"signature", "Holder.m(null);"}, {"sub", "new Sub();"}, {"array-reference", "java.util.function.IntFunction<Object> f = A[]::new;", "f.apply(1);"},
      {"clone", "Object o = new A[0].clone();"}, {"supplier", "java.util.function.Supplier<A> f = A::new;", "f.get();"}, {"null-cast", "A a = (A) (Object) null;", "new Object();"}};
    String[][] patches = {
      {"gone", "drop", ""}, {"wrong-name", "rename", ""}, {"newer", "major", "90"}, {"preview", "minor", "65535"}, {"minor", "minor", "1"}, {"truncated", "truncate", "5"}, {"empty", "keep", "0"}, {"half", "keep", "200"}, {"text", "magic", "68656c6c"}, {"same", "", ""}, {"moved-to-client", "move", "app"}};
    for (String[] patch : patches) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("file/" + patch[0] + "/" + use[0]).both("A", lib).both("Make", "public class Make { public static Object any() { return new Object(); } }");
        if (patch[0].equals("wrong-name")) {
          one.v2("Z", lib.replace("class A", "class Z").replace("A()", "Z()"));
          one.patch("drop", "lib", "lib.A", "").patch("rename", "lib", "lib.Z", "lib.A");
        } else if (!patch[1].isEmpty()) {
          one.patch(patch[1], "lib", "lib.A", patch[2]);
        }
        cases.add(one.run("  static class Holder { static A m(A p) { return p; } }\n  static class Sub extends A { }\n", java.util.Arrays.copyOfRange(use, 1, use.length)));
      }
    }
  }
}
