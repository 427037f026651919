import java.util.List;

/** The platform calls what a module made for it: objects of its classes, lambdas and method references. */
final class CallbackCases {
  private CallbackCases() {}

  private static String[] rest(String[] use) { return java.util.Arrays.copyOfRange(use, 1, use.length); }

  static void addTo(List<LinkCase> cases) {
    interfaces(cases);
    classes(cases);
  }

  private static void interfaces(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public interface I { Object f(String s); }", "i.f(null);"},
      {"more", "public interface I { Object f(String s); void more(); }", "i.more();"},
      {"more-first", "public interface I { void a(); Object f(String s); }", "i.a();"},
      {"more-unused", "public interface I { Object f(String s); void more(); }", "i.f(null);"},
      {"more-default", "public interface I { Object f(String s); default void more() {} }", "i.more();"},
      {"more-static", "public interface I { Object f(String s); static void more() {} }", "I.more();"},
      {"more-above", "public interface I extends J { Object f(String s); } interface J { int more(long l); }", "i.more(1L);"},
      {"more-above-called", "public interface I extends J { Object f(String s); } interface J { int more(long l); }", "((J) i).more(1L);"},
      {"more-above-settled", "public interface I extends J { Object f(String s); default int more(long l) { return 1; } } interface J { int more(long l); }", "i.more(1L);"},
      {"more-above-reopened", "public interface I extends J { Object f(String s); int more(long l); } interface J { default int more(long l) { return 1; } }", "i.more(1L);"},
      {"more-two", "public interface I extends J, K { Object f(String s); } interface J { void more(); } interface K { default void more() {} }", "((J) i).more();", "9"},
      {"more-settled", "public interface I extends K { Object f(String s); } interface J { void more(); } interface K extends J { default void more() {} }", "((J) i).more();"},
      {"object-method", "public interface I { Object f(String s); boolean equals(Object o); String toString(); }", "i.equals(i);"},
      {"clone", "public interface I { Object f(String s); Object clone(); }", "i.clone();"},
      {"renamed", "public interface I { Object g(String s); }", "i.g(null);"},
      {"result", "public interface I { String f(String s); }", "i.f(null);"},
      {"parameter", "public interface I { Object f(Object s); }", "i.f(null);"},
      {"overload", "public interface I { Object f(String s); Object f(Object s); }", "i.f((Object) null);"},
      {"generic", "public interface I extends G<String> { } interface G<X> { Object f(X x); }", "i.f(null);"},
      {"moved-up", "public interface I extends J { } interface J { Object f(String s); }", "i.f(null);"},
      {"defaulted", "public interface I { default Object f(String s) { return null; } }", "i.f(null);"},
      {"package", "interface I { Object f(String s); }", "i.f(null);"},
      {"abstract-class", "public abstract class I { public abstract Object f(String s); }", "i.f(null);"},
      {"throws", "public interface I { Object f(String s) throws Exception; }", "try { i.f(null); } catch (Exception e) { }"},
    };
    String[][] uses = {
      {"own", "Call.go(new Own());"}, {"below", "Call.go(new Below());"}, {"anonymous", "Call.go(new I() {", "  public Object f(String s) { return s; } });"}, {"lambda", "Call.go(s -> s);"}, {"capturing", "Object o = 1;", "Call.go(s -> o);"},
      {"static-reference", "Call.go(String::valueOf);"}, {"reference", "Call.go(Client::own);"}, {"bound", "Call.go(\"a\"::concat);"}, {"unbound", "Call.go(String::trim);"}, {"constructor", "Call.go(StringBuilder::new);"},
      {"serializable", "Call.go((I & java.io.Serializable) s -> s);"}, {"marked", "Call.go((I & java.util.RandomAccess) s -> s);"}, {"enum", "Call.go(E.ONE);"}, {"protected", "Call.go(new Inherits());"},
      {"abstract", "Call.go(new Abstract() { });"}, {"held", "I i = s -> s;", "I j = i;", "Call.go(j);"}, {"narrowed", "Call.go((Narrow) s -> s);"}};
    String members = "  static class Own implements I {\n    public Object f(String s) { return s; }\n  }\n  static class Below extends Own { public String toString() { return null; } }\n"
        + "  static Object own(String s) { return s; }\n  enum E implements I { ONE; public Object f(String s) { return s; } }\n  static class Has { public Object f(String s) { return s; } protected void more() { } void a() { } }\n"
        + "  static class Inherits extends Has implements I { }\n  static abstract class Abstract implements I { public Object f(String s) { return s; } }\n  interface Narrow extends I { }\n";
    for (String[] change : changes) {
      for (String[] use : uses) {
        // Which bridges a lambda with several interfaces has is not read: its other methods of that name are not told of.
        if ("result parameter overload generic".contains(change[0]) && "serializable marked".contains(use[0])) continue;
        // Object has a clone, which is not public: what a lambda's class says to that is told of classes alone.
        if (change[0].equals("clone") && "lambda capturing static-reference reference bound unbound constructor serializable marked held narrowed".contains(use[0])) continue;
        LinkCase one = new LinkCase("callback/" + change[0] + "/" + use[0]);
        one.v1("I", changes[0][1]).v1("Call", "public class Call {\n  public static void go(I i) {\n  } }").v2("I", change[1]);
        one.v2("Call", "public class Call {\n  public static void go(I i) {\n    " + change[2] + "\n  } }");
        if (change.length > 3) {
          // javac wants the clash settled; the machine does not.
          one.v2("I", change[1].replace("{ Object f(String s); }", "{ Object f(String s); void more(); }"));
        }
        cases.add(one.run(members, rest(use)));
      }
    }
  }

  private static void classes(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public abstract class T { public T() {} public abstract void f(); }", "t.f();"},
      {"more", "public abstract class T { public T() {} public abstract void f(); public abstract int more(int i); }", "t.more(1);"},
      {"more-protected", "public abstract class T { public T() {} public abstract void f(); protected abstract void more(); }", "t.more();"},
      {"more-package", "public abstract class T { public T() {} public abstract void f(); abstract void more(); }", "t.more();"},
      {"more-above", "public abstract class T extends U { public T() {} public abstract void f(); } abstract class U { public abstract void more(); }", "t.more();"},
      {"more-interface", "public abstract class T implements J { public T() {} public abstract void f(); } interface J { void more(); }", "t.more();"},
      {"more-interface-called", "public abstract class T implements J { public T() {} public abstract void f(); } interface J { void more(); }", "((J) t).more();"},
      {"more-interface-default", "public abstract class T implements J { public T() {} public abstract void f(); } interface J { void more(); default void other() {} }", "t.more();"},
      {"called-by-own", "public abstract class T { public T() {} public abstract void f(); public abstract void more(); public void go() { more(); } }", "t.go();"},
      {"called-by-constructor", "public abstract class T { public T() {\n more(); } public abstract void f(); public abstract void more(); }", "t.f();"},
      {"renamed", "public abstract class T { public T() {} public abstract void g(); }", "t.g();"},
      {"result", "public abstract class T { public T() {} public abstract Object f(); }", "t.f();"},
      {"package", "public abstract class T { public T() {} abstract void f(); }", "t.f();"},
      {"protected", "public abstract class T { public T() {} protected abstract void f(); }", "t.f();"},
      {"concrete", "public class T { public T() {} public void f() {} }", "t.f();"},
      {"reabstracted", "public abstract class T { public T() {} public abstract void f(); public abstract String toString(); public abstract int hashCode(); }", "t.toString();"},
    };
    String[][] uses = {
      {"own", "Call.go(new Own());"}, {"below", "Call.go(new Below());"}, {"anonymous", "Call.go(new T() {", "  public void f() { } });"}, {"has", "Call.go(new Has());"}, {"loses", "Call.go(new Loses());"}};
    String members = "  static class Own extends T {\n    public void f() { }\n  }\n  static class Below extends Own { }\n"
        + "  static class Has extends T { public void f() { } public void more() { } int more(int i) { return i; } public void g() { } }\n  static class Loses extends T { public void f() { } private void more() { } static int more(int i) { return i; } }\n";
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("callback-class/" + change[0] + "/" + use[0]);
        one.v1("T", changes[0][1]).v1("Call", "public class Call {\n  public static void go(T t) {\n  } }").v2("T", change[1]);
        one.v2("Call", "public class Call {\n  public static void go(T t) {\n    " + change[2] + "\n  } }");
        cases.add(one.run(members, rest(use)));
      }
    }
  }
}
