import java.util.List;

/** Ways of naming, making and reaching library types, against changes of the type itself. */
final class UseCases {
  private UseCases() {}

  static void addTo(List<LinkCase> cases) {
    types(cases);
    generics(cases);
    exceptions(cases);
    nests(cases);
    protectedMembers(cases);
  }

  private static String[] rest(String[] use) { return java.util.Arrays.copyOfRange(use, 1, use.length); }

  private static void types(List<LinkCase> cases) {
    String members = "public static void s() {} public void m() {} public int f; public static int g; public static class In { public In() {} public static void n() {} }";
    String[][] changes = {
      {"same", "public class A { public A() {} " + members + " }"},
      {"package", "class A { public A() {} " + members + " }"},
      {"abstract", "public abstract class A { public A() {} " + members + " }"},
      {"interface", "public interface A { static void s() {} default void m() {} int f = 0; int g = 0; class In { public In() {} public static void n() {} } }"},
      {"final", "public final class A { public A() {} " + members + " }"},
      {"enum", "public enum A { X; " + members + " }"},
      {"nested-private", "public class A { public A() {} " + members.replace("public static class In", "private static class In") + " }"},
      {"nested-protected", "public class A { public A() {} " + members.replace("public static class In", "protected static class In") + " }"},
      {"nested-package", "public class A { public A() {} " + members.replace("public static class In", "static class In") + " }"},
      {"nested-inner", "public class A { public A() {} " + members.replace("public static class In", "public class In").replace("public static void n() {}", "public void n() {}") + " }"},
      {"nested-interface", "public class A { public A() {} " + members.replaceAll("public static class In.*", "public interface In { static void n() {} }") + " }"},
      {"nested-abstract", "public class A { public A() {} " + members.replace("public static class In", "public static abstract class In") + " }"},
      {"nested-gone", "public class A { public A() {} " + members.replaceAll("public static class In.*", "") + " }"},
      {"gone", "class B { }"},
    };
    String[][] uses = {
      {"new", "new A();"}, {"static", "A.s();"}, {"virtual", "new A().m();"}, {"field", "int x = new A().f;"}, {"static-field", "int x = A.g;"},
      {"write", "A.g = 2;"}, {"literal", "Class<?> c = A.class;"}, {"array", "Object o = new A[1];"}, {"arrays", "Object o = new A[1][];"}, {"arrays2", "Object o = new A[1][1];"},
      {"array-literal", "Class<?> c = A[][].class;"}, {"instanceof", "Object o = 1;", "boolean b = o instanceof A;"}, {"instanceof-array", "Object o = 1;", "boolean b = o instanceof A[];"},
      {"cast", "Object o = Any.any();", "A a = (A) o;"}, {"cast-null", "Object o = null;", "A a = (A) o;", "o = a;"}, {"cast-array", "Object o = Any.some();", "A[] a = (A[]) o;"},
      {"nested-new", "new A.In();"}, {"nested-static", "A.In.n();"}, {"nested-literal", "Class<?> c = A.In.class;"}, {"nested-array", "Object o = new A.In[0];"},
      {"lambda-type", "java.util.function.Consumer<A> c = a -> { };", "c.accept(null);"}, {"lambda-own", "F f = a -> a;", "f.f(null);"},
      {"reference", "java.util.function.Consumer<A> c = A::m;", "Object o = c;"}, {"static-reference", "Runnable r = A::s;", "r.run();"}, {"constructor-reference", "java.util.function.Supplier<A> s = A::new;", "Object o = s.get();"},
      {"array-reference", "java.util.function.IntFunction<A[]> s = A[]::new;", "Object o = s.apply(1);"}, {"clone", "A[] a = (A[]) Any.some();", "Object o = a.clone();"},
      {"length", "int n = new A[0].length;"}, {"enhanced-for", "for (A a : new A[1]) {", "  Object o = a;", "}"}, {"parameter", "own(null);"},
      {"field-type", "Object o = Holder.a;"}, {"method-type", "Holder.give();"}, {"synchronized", "synchronized (A.class) { Object o = 1; }"},
      {"conditional", "Object o = Any.any() != null ? new A() : \"\";"}, {"ternary", "A a = Any.any() != null ? new A() : null;", "a.m();"},
      {"switch-string", "switch (\"a\") { case \"a\": A.s(); break; default: }"}, {"varargs", "vary(new A());"}, {"string", "String s = \"\" + new A();"},
      {"guarded", "try { A.s(); } catch (Throwable expected) { }"}, {"guarded-exact", "try { new A(); } catch (InstantiationError | IllegalAccessError | NoClassDefFoundError expected) { }"},
      {"guarded-finally", "try { new A(); } finally { Object o = 1; }"}, {"guarded-other", "try { new A(); } catch (RuntimeException expected) { }"},
      {"guarded-outside", "try {", "  deep();", "} catch (LinkageError expected) { }"}, {"deep", "deep();"}, {"initializer", "Object o = Init.o;"},
      {"annotated", "Marked.m();"}, {"inner-class", "new Client().new Inner().go();"}, {"local", "class Local { void go() {", "  A.s(); } }", "new Local().go();"},
      {"throwing", "throwing();"}, {"generic", "java.util.List<A> l = new java.util.ArrayList<>();", "l.add(new A());", "A a = l.get(0);"},
    };
    String own = "  interface F { A f(A a); }\n  static void own(A a) { }\n  static void vary(A... a) { }\n  static void deep() {\n    A.s();\n  }\n"
        + "  static class Holder { static A a; static A give() { return null; } }\n  static class Init { static Object o = new A(); }\n"
        + "  static class Marked { A field; static void m() { } }\n  class Inner { void go() { new A(); } }\n"
        + "  static void throwing() { for (int i = 0; i < 2; i++) {\n    A.s();\n  } }\n";
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("type/" + change[0] + "/" + use[0]).v1("A", changes[0][1]);
        one.v2(change[0].equals("gone") ? "B" : "A", change[1]);
        one.both("Any", "public class Any { public static Object any() { return new Object(); } public static Object[] some() { return new Object[0]; } }");
        cases.add(one.run(own, rest(use)));
      }
    }
  }

  private static void generics(List<LinkCase> cases) {
    String[][] versions = {
      {"unbounded", "public class G<X> { public G() {} public X get() { return null; } public void put(X x) {} public <Y> Y as() { return null; } }"},
      {"bounded", "public class G<X extends Number> { public G() {} public X get() { return null; } public void put(X x) {} public <Y extends Number> Y as() { return null; } }"},
      {"comparable", "public class G<X extends Comparable<X>> { public G() {} public X get() { return null; } public void put(X x) {} public <Y extends Comparable<Y>> Y as() { return null; } }"},
      {"erased", "public class G { public G() {} public Object get() { return null; } public void put(Object x) {} public Object as() { return null; } }"},
      {"integer", "public class G { public G() {} public Integer get() { return null; } public void put(Integer x) {} public Integer as() { return null; } }"},
      {"two", "public class G<X, Z> { public G() {} public X get() { return null; } public void put(X x) {} public <Y> Y as() { return null; } }"},
      {"both", "public class G<X extends Number & Comparable<X>> { public G() {} public X get() { return null; } public void put(X x) {} public <Y extends Object & Comparable<Y>> Y as() { return null; } }"},
    };
    String[][] uses = {
      {"get", "Integer i = new G<Integer>().get();"}, {"put", "new G<Integer>().put(null);"}, {"as", "Integer i = new G<Integer>().<Integer>as();"},
      {"reference", "java.util.function.Supplier<Integer> s = new G<Integer>()::get;", "s.get();"}, {"sub-put", "new Sub().put(null);"}, {"sub-bridge", "G<Integer> g = new Sub();", "g.put(1);"},
      {"sub-get", "new Sub().get();"}, {"consumer", "java.util.function.Consumer<Integer> s = new G<Integer>()::put;", "s.accept(null);"}};
    for (String[] before : versions) {
      if (before[0].equals("erased") || before[0].equals("integer") || before[0].equals("two")) continue;
      for (String[] after : versions) {
        for (String[] use : uses) {
          LinkCase one = new LinkCase("generic/" + before[0] + "-" + after[0] + "/" + use[0]).v1("G", before[1]).v2("G", after[1]);
          cases.add(one.run(use[0].startsWith("sub") ? "  static class Sub extends G<Integer> {\n    @Override public void put(Integer x) { }\n  }\n" : "", rest(use)));
        }
      }
    }
    // Bridges and covariant results.
    String[][] results = {{"Object", "Object"}, {"Number", "Number"}, {"Integer", "Integer"}, {"void", "void"}, {"T", "T"}};
    for (String[] before : results) {
      for (String[] after : results) {
        String one1 = before[0].equals("void") ? "{ }" : "{ return null; }";
        String two = after[0].equals("void") ? "{ }" : "{ return null; }";
        for (String use : List.of("new T().m();", "new Sub().m();", "new Sub().up();", "T t = new Sub(); t.m();")) {
          LinkCase one = new LinkCase("covariant/" + before[0] + "-" + after[0] + "/" + use);
          one.v1("T", "public class T { public T() {} public " + before[0] + " m() " + one1 + " }");
          one.v2("T", "public class T { public T() {} public " + after[0] + " m() " + two + " }");
          cases.add(one.run("  static class Sub extends T {\n    @Override public " + before[0] + " m() " + one1 + "\n    void up() {\n      super.m();\n    }\n  }\n", new String[] {use}));
        }
      }
    }
  }

  private static void exceptions(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public class E extends Exception { public E() {} }"}, {"runtime", "public class E extends RuntimeException { public E() {} }"},
      {"error", "public class E extends Error { public E() {} }"}, {"plain", "public class E { public E() {} }"}, {"interface", "public interface E { }"},
      {"package", "class E extends Exception { public E() {} }"}, {"abstract", "public abstract class E extends Exception { public E() {} }"},
      {"private-constructor", "public class E extends Exception { private E() {} }"}, {"gone", "class Z { }"}, {"final", "public final class E extends Exception { public E() {} }"},
    };
    String[][] uses = {
      {"throw", "throw new E();", ""}, {"catch", "try { may(); } catch (E e) { }"}, {"throws", "may();"}, {"rethrow", "try { may(); } catch (E e) { throw e; }"},
      {"catch-deep", "deep();"}, {"sub", "try { throw new Sub(); } catch (Sub e) { }"}, {"sub-caught", "try { throw new Sub(); } catch (E e) { }"}, {"make", "Object o = new E();"},
      {"multi", "try { may(); } catch (E | IllegalStateException e) { e.getMessage(); }"}, {"message", "try { may(); } catch (E e) { e.getMessage(); }"},
      {"pass", "pass(null);"}, {"resource", "try (R r = new R()) { }"}, {"cast", "Throwable t = null;", "E e = (E) t;", "pass(e);"}, {"return", "Throwable t = give(null);"},
      {"lambda", "try { F f = Client::may; f.f(); } catch (E e) { }"}, {"assign", "Throwable t = new E();", "t.getMessage();"}, {"array", "Throwable[] t = new E[1];", "Object o = t[0];"},
    };
    String deep = "  static void deep() {\n    try { may(); } catch (E e) { }\n  }\n";
    String plain = "  static void may() throws E { }\n  static void pass(Throwable t) { }\n"
        + "  interface F { void f() throws E; }\n  static class Sub extends E { }\n  static class R implements AutoCloseable { public void close() throws E { } }\n"
        + "  static Throwable give(E e) {\n    return e;\n  }\n";
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("exception/" + change[0] + "/" + use[0]).v1("E", changes[0][1]).v2(change[0].equals("gone") ? "Z" : "E", change[1]);
        boolean needsGive = use[0].equals("return");
        // Of two faults of one class the verifier meets that of the method first that the machine happens to keep first.
        String members = use[0].equals("catch-deep") ? deep + plain : plain;
        cases.add(one.run(needsGive ? members : members.replaceAll("(?s)  static Throwable give.*", ""), java.util.Arrays.stream(rest(use)).filter(l -> !l.isEmpty()).toArray(String[]::new)));
      }
    }
  }

  private static void nests(List<LinkCase> cases) {
    String outer = "public class O { private int x = 1; private static int y; private void m() {} private O(int p) {} public O() {} private static void s() {}"
        + " public static class In { private int z; private In() {} public static In make() { return new In(); } private void n() {} private static void t() {}"
        + " public static void readX(O o) { int a = o.x; } public static void writeX(O o) { o.x = 2; } public static void callM(O o) { o.m(); } public static void callS() { s(); } public static void makeO() { new O(1); } }"
        + " public static void readZ() { int a = In.make().z; } public static void callN() { In.make().n(); } public static void callT() { In.t(); } public static void makeIn() { new In(); } }";
    String[][] changes = {
      {"same", outer},
      {"no-x", outer.replace("private int x = 1;", "").replace("int a = o.x;", "").replace("o.x = 2;", "")},
      {"public", outer.replace("private ", "public ")},
      {"package", outer.replace("private ", "")},
      {"static-m", outer.replace("private void m()", "private static void m()")},
      {"not-nested", "public class O { private int x = 1; private void m() {} private O(int p) {} public O() {} private static void s() {} public static void readZ() {} public static void callN() {} public static void callT() {} public static void makeIn() {} }"},
      {"final-x", outer.replace("private int x = 1;", "private final int x = 1;").replace("o.x = 2;", "")},
      {"inner-private", outer.replace("public static class In", "private static class In")},
    };
    String[] calls = {"O.In.readX(new O());", "O.In.writeX(new O());", "O.In.callM(new O());", "O.In.callS();", "O.In.makeO();", "O.readZ();", "O.callN();", "O.callT();", "O.makeIn();"};
    // The client plays the stale half: its own copy of one of the two nest mates moves to the module's layer.
    for (String[] change : changes) {
      for (String call : calls) {
        // The half whose code runs is the client's, as it was compiled; the other half is version 2 of the library.
        for (String stale : List.of(call.startsWith("O.In.") ? "lib.O$In" : "lib.O", "none")) {
          if (stale.equals("lib.O$In") && change[0].equals("not-nested")) continue;
          LinkCase one = new LinkCase("nest/" + change[0] + "/" + call + "/" + stale, 11).v1("O", outer).v2("O", change[1]);
          if (!stale.equals("none")) one.stale(stale).patch("move", "lib", stale, "app");
          cases.add(one.run(call));
        }
      }
    }
    // Nest mates of the client itself, in every direction.
    LinkCase own = new LinkCase("nest/own", 11).both("V", "public class V { }");
    cases.add(own.run("  private int a; private static void s() { }\n  static class P { private int b; private void m() { new Client().a = 1; s(); } }\n", new String[] {"P p = new P();", "p.b = 2;", "p.m();"}));
    for (String drop : List.of("P", "Q")) {
      LinkCase gone = new LinkCase("nest/dropped/" + drop, 11).both("V", "public class V { }").patch("drop", "app", "app.Client$" + drop, "");
      cases.add(gone.run("  private static int a;\n  static class P { private static int b; static void m() {\n    Client.a = 1;\n    b = Q.c;\n  } }\n  static class Q { private static int c; }\n", new String[] {"P.m();", "P.b = 2;", "Q.c = 1;"}));
    }
  }

  private static void protectedMembers(List<LinkCase> cases) {
    for (String access : List.of("public", "protected", "", "private")) {
      for (String kind : List.of("", "static ")) {
        String[][] uses = {
          {"this", "void go() {", "  m();", "}"}, {"other-base", "void go() {", "  other().m();", "}"}, {"other-sub", "void go() {", "  new Sub().m();", "}"},
          {"field-this", "void go() {", "  int x = f;", "}"}, {"field-base", "void go() {", "  int x = other().f;", "}"}, {"field-sub", "void go() {", "  int x = new Sub().f;", "}"},
          {"write-base", "void go() {", "  other().f = 1;", "}"}, {"super", "void go() {", "  super.m();", "}"}, {"new-base", "void go() {", "  new B(1);", "}"},
          {"lambda-this", "void go() {", "  Runnable r = () -> m();", "  r.run();", "}"}, {"lambda-super", "void go() {", "  Runnable r = super::m;", "  r.run();", "}"},
          {"lambda-base", "void go() {", "  B b = other();", "  Runnable r = () -> b.m();", "  r.run();", "}"}, {"bound-base", "void go() {", "  Runnable r = other()::m;", "  r.run();", "}"},
          {"inner", "void go() {", "  new Deep().go();", "}", "class Deep { void go() {", "  m(); } }"}, {"inner-field", "void go() {", "  new Deep().go();", "}", "class Deep { void go() {", "  int x = f; } }"},
          {"param", "void go() {", "  take(this);", "}", "void take(B b) {", "  b.m();", "}"}, {"nested-type", "void go() {", "  new N();", "}"},
          {"guarded", "void go() {", "  try { m(); } catch (IllegalAccessError e) { }", "}"},
        };
        for (String[] use : uses) {
          if (!kind.isEmpty() && (use[0].contains("lambda-super") || use[0].equals("bound-base"))) continue;
          String before = "public class B { public B() {} public B(int p) {} public " + kind + "void m() {} public " + kind + "int f; public static class N { public N() {} } }";
          String after = "public class B { public B() {} " + access + " B(int p) {} " + access + " " + kind + "void m() {} " + access + " " + kind + "int f; " + access + " static class N { " + access + " N() {} } }";
          LinkCase one = new LinkCase("protected/" + (access.isEmpty() ? "package" : access) + "/" + kind + use[0]).v1("B", before).v2("B", after);
          one.client("Sub", "public class Sub extends B {\n  static B other() { return new B(); }\n  " + String.join("\n  ", rest(use)) + "\n}");
          cases.add(one.run("new Sub().go();"));
        }
      }
    }
  }
}
