import java.util.List;

/** Every change to one method, constructor or field, met by every way of using it. */
final class MemberCases {
  private MemberCases() {}

  /** A Java type as a member's parameter or result: its name, an argument, and another type to change it to. */
  private record Type(String label, String name, String value, String other, String otherValue) {}

  private static final List<Type> TYPES = List.of(
      new Type("int", "int", "1", "long", "1L"),
      new Type("long", "long", "2L", "int", "2"),
      new Type("double", "double", "2.5", "float", "2.5f"),
      new Type("boolean", "boolean", "true", "Boolean", "Boolean.TRUE"),
      new Type("String", "String", "\"s\"", "CharSequence", "\"s\""),
      new Type("Object", "Object", "null", "String", "null"),
      new Type("array", "int[]", "new int[0]", "Integer[]", "new Integer[0]"),
      new Type("value", "Value", "new Value()", "Other", "new Other()"),
      new Type("values", "Value[][]", "new Value[0][0]", "Other[]", "new Other[0]"),
      new Type("list", "java.util.List<Value>", "null", "java.util.Collection<Value>", "null"));

  static void addTo(List<LinkCase> cases) {
    for (Type type : TYPES) {
      staticMethods(cases, type);
      instanceMethods(cases, type);
      interfaceMethods(cases, type);
      constructors(cases, type);
      fields(cases, type);
    }
  }

  private static LinkCase library(String name) {
    return new LinkCase(name)
        .both("Value", "public class Value { public Value() {} }")
        .both("Other", "public class Other { public Other() {} }");
  }

  private static String replaceClass(String extras, String members, String head) {
    return head + " {\n  public A() {}\n" + members + "\n}\n" + extras;
  }

  // Changes to a method, as {label, members of A in version 2, head of A in version 2, further types of that file}.
  private static String[][] methodChanges(Type t, boolean isStatic) {
    String s = isStatic ? "static " : "";
    String flip = isStatic ? "" : "static ";
    String result = " { return " + t.value + "; }";
    String head = "public class A";
    String same = "public " + s + t.name + " m(" + t.name + " p)" + result;
    return new String[][] {
      {"same", same, head, ""},
      {"removed", "", head, ""},
      {"renamed", "public " + s + t.name + " m2(" + t.name + " p)" + result, head, ""},
      {"result", "public " + s + t.other + " m(" + t.name + " p) { return " + t.otherValue + "; }", head, ""},
      {"result-void", "public " + s + "void m(" + t.name + " p) {}", head, ""},
      {"parameter", "public " + s + t.name + " m(" + t.other + " p)" + result, head, ""},
      {"parameter-added", "public " + s + t.name + " m(" + t.name + " p, int q)" + result, head, ""},
      {"parameter-dropped", "public " + s + t.name + " m()" + result, head, ""},
      {"varargs", "public " + s + t.name + " m(" + t.name + "... p)" + result, head, ""},
      {"overload", same + "\n  public " + s + t.name + " m(Value[] v, " + t.other + " p)" + result, head, ""},
      {"private", "private " + s + t.name + " m(" + t.name + " p)" + result, head, ""},
      {"package", s + t.name + " m(" + t.name + " p)" + result, head, ""},
      {"protected", "protected " + s + t.name + " m(" + t.name + " p)" + result, head, ""},
      {"kind", "public " + flip + t.name + " m(" + t.name + " p)" + result, head, ""},
      {"kind-private", "private " + flip + t.name + " m(" + t.name + " p)" + result, head, ""},
      {"final", "public final " + s + t.name + " m(" + t.name + " p)" + result, head, ""},
      {"synchronized", "public synchronized " + s + t.name + " m(" + t.name + " p)" + result, head, ""},
      {"throws", "public " + s + t.name + " m(" + t.name + " p) throws Exception" + result, head, ""},
      {"generic", "public " + s + "<X> " + t.name + " m(" + t.name + " p)" + result, head, ""},
      {"super", "", "public class A extends Base", "class Base { " + same + " }"},
      {"super-private", "", "public class A extends Base", "class Base { " + same.replace("public ", "private ") + " }"},
      {"super-package", "", "public class A extends Base", "class Base { " + same.replace("public ", "") + " }"},
      {"super-protected", "", "public class A extends Base", "class Base { " + same.replace("public ", "protected ") + " }"},
      {"super-interface-static", "", "public class A implements Face", "interface Face { static " + t.name + " m(" + t.name + " p)" + result + " }"},
      {"super-interface-default", "", "public class A implements Face", "interface Face { default " + t.name + " m(" + t.name + " p)" + result + " }"},
      {"elsewhere", "", head, "class Home { " + same + " }"},
      {"nested", "", head + " { public static class In { " + same + " } public A() {} }\nclass Void", ""},
      {"class-package", same, "class A", ""},
      {"class-final", same, "public final class A", ""},
      {"class-abstract", same, "public abstract class A", ""},
      {"class-generic", same, "public class A<X>", ""},
    };
  }

  private static void methodVersion2(LinkCase one, String[] change) {
    String head = change[2];
    if (head.contains("Void")) one.v2("A", head + " {}");
    else one.v2("A", replaceClass(change[3], "  " + change[1], head));
  }

  private static void staticMethods(List<LinkCase> cases, Type t) {
    String decl = "public class A { public A() {} public static " + t.name + " m(" + t.name + " p) { return " + t.value + "; } }";
    String[][] uses = {
      {"call", "Object o = null;", "A.m(" + t.value + ");"},
      {"result", t.name + " r = A.m(" + t.value + ");", "Object o = r;"},
      {"lambda", "F f = () -> A.m(" + t.value + ");", "f.f();"},
      {"reference", "G g = A::m;", "g.g(" + t.value + ");"},
      {"concat", "String s = \"a\"", "  + A.m(" + t.value + ");"},
      {"nested", "new In();"},
      {"initializer", "Object o = Init.r;"},
      {"guarded", "try {", "  A.m(" + t.value + ");", "} catch (LinkageError expected) {", "}"},
      {"finally", "try {", "  A.m(" + t.value + ");", "} finally {", "  new Object();", "}"},
    };
    for (String[] change : methodChanges(t, true)) {
      for (String[] use : uses) {
        if (change[0].equals("class-final") && use[0].equals("subclass")) continue;
        LinkCase one = library("static/" + t.label + "/" + change[0] + "/" + use[0]).v1("A", decl);
        methodVersion2(one, change);
        cases.add(one.run(clientMembers(t, "A.m(" + t.value + ")"), use[0].equals("call") ? new String[] {use[1], use[2]} : tail(use)));
      }
    }
  }

  private static String[] tail(String[] use) { return java.util.Arrays.copyOfRange(use, 1, use.length); }

  private static String clientMembers(Type t, String call) {
    return "  interface F { " + t.name + " f() throws Exception; }\n"
        + "  interface G { " + t.name + " g(" + t.name + " p) throws Exception; }\n"
        + "  static class In { In() throws Exception {\n    Object o = " + call + ";\n  } }\n"
        + "  static class Init {\n    static Object r = " + call + ";\n  }\n";
  }

  private static void instanceMethods(List<LinkCase> cases, Type t) {
    String decl = "public class A { public A() {} public " + t.name + " m(" + t.name + " p) { return " + t.value + "; } }";
    String v = t.value;
    String[][] uses = {
      {"call", "A a = new A();", "a.m(" + v + ");"},
      {"lambda", "A a = new A();", "F f = () -> a.m(" + v + ");", "f.f();"},
      {"bound", "A a = new A();", "G g = a::m;", "g.g(" + v + ");"},
      {"unbound", "H h = A::m;", "h.h(new A(), " + v + ");"},
      {"subclass", "Sub s = new Sub();", "s.m(" + v + ");"},
      {"this", "new Sub().viaThis();"},
      {"super", "new Sub().viaSuper();"},
      {"super-lambda", "new Sub().viaLambda();"},
      {"guarded", "A a = new A();", "try {", "  a.m(" + v + ");", "} catch (IncompatibleClassChangeError expected) {", "}"},
    };
    String members = "  interface F { " + t.name + " f() throws Exception; }\n"
        + "  interface G { " + t.name + " g(" + t.name + " p) throws Exception; }\n"
        + "  interface H { " + t.name + " h(A a, " + t.name + " p) throws Exception; }\n"
        + "  static class Sub extends A {\n    void viaThis() throws Exception {\n      m(" + v + ");\n    }\n"
        + "    void viaSuper() throws Exception {\n      super.m(" + v + ");\n    }\n"
        + "    void viaLambda() throws Exception {\n      G g = super::m;\n      g.g(" + v + ");\n    }\n  }\n";
    for (String[] change : methodChanges(t, false)) {
      for (String[] use : uses) {
        LinkCase one = library("instance/" + t.label + "/" + change[0] + "/" + use[0]).v1("A", decl);
        methodVersion2(one, change);
        String used = use[0].contains("su") || use[0].equals("this") ? members : members.replaceAll("(?s)  static class Sub.*", "");
        cases.add(one.run(used, tail(use)));
      }
    }
    // An override in the client against every change of the overridden method.
    String override = "  static class Sub extends A {\n    @Override public " + t.name + " m(" + t.name + " p) {\n      return " + v + ";\n    }\n  }\n";
    for (String[] change : methodChanges(t, false)) {
      for (String[] use : new String[][] {
          {"own", "Sub s = new Sub();", "s.m(" + v + ");"}, {"virtual", "A a = new Sub();", "a.m(" + v + ");"}}) {
        LinkCase one = library("override/" + t.label + "/" + change[0] + "/" + use[0]).v1("A", decl);
        methodVersion2(one, change);
        cases.add(one.run(override, tail(use)));
      }
    }
  }

  private static void interfaceMethods(List<LinkCase> cases, Type t) {
    String v = t.value;
    String sig = t.name + " m(" + t.name + " p)";
    String body = " { return " + v + "; }";
    String[][] changes = {
      {"same", "public interface I { " + sig + "; }"},
      {"default", "public interface I { default " + sig + body + " }"},
      {"static", "public interface I { static " + sig + body + " }"},
      {"removed", "public interface I { }"},
      {"result", "public interface I { " + t.other + " m(" + t.name + " p); }"},
      {"parameter", "public interface I { " + t.name + " m(" + t.other + " p); }"},
      {"super", "public interface I extends J {} interface J { " + sig + "; }"},
      {"super-default", "public interface I extends J {} interface J { default " + sig + body + " }"},
      {"super-static", "public interface I extends J {} interface J { static " + sig + body + " }"},
      {"class", "public class I { public " + sig + body + " }"},
      {"abstract-class", "public abstract class I { public abstract " + sig + "; }"},
      {"package", "interface I { " + sig + "; }"},
      {"added-abstract", "public interface I { " + sig + "; void more(); }"},
      {"added-default", "public interface I { " + sig + "; default void more() {} }"},
      {"generic", "public interface I<X> { " + sig + "; }"},
      {"throws", "public interface I { " + sig + " throws Exception; }"},
    };
    String own = "  static class Own implements I {\n    public " + sig + body + "\n  }\n";
    String[][] uses = {
      {"made", "I i = Make.make();", "i.m(" + v + ");"},
      {"own", "I i = new Own();", "i.m(" + v + ");"},
      {"own-class", "Own i = new Own();", "i.m(" + v + ");"},
      {"lambda", "I i = p -> p;", "i.m(" + v + ");"},
      {"bound", "I i = new Own();", "I g = i::m;", "g.m(" + v + ");"},
      {"made-bound", "I i = Make.make();", "G g = i::m;", "g.g(" + v + ");"},
      {"anonymous", "I i = new I() { public " + sig + body + " };", "i.m(" + v + ");"},
      {"guarded", "I i = Make.make();", "try { i.m(" + v + "); } catch (Error expected) { }"},
    };
    String g = "  interface G { " + t.name + " g(" + t.name + " p) throws Exception; }\n";
    for (String[] change : changes) {
      boolean becomesClass = change[0].contains("class");
      if (change[0].equals("generic") && t.label.equals("list")) continue;
      for (String[] use : uses) {
        LinkCase one = library("interface/" + t.label + "/" + change[0] + "/" + use[0]).v1("I", "public interface I { " + sig + "; }").v2("I", change[1]);
        one.v1("Make", "public class Make { public static I make() { return new I() { public " + sig + body + " }; } }");
        String instance = becomesClass ? "new I() { public " + sig + body + " }"
            : change[0].equals("result") ? "new I() { public " + t.other + " m(" + t.name + " p) { return " + t.otherValue + "; } }"
            : change[0].equals("parameter") ? "new I() { public " + t.name + " m(" + t.other + " p)" + body + " }"
            : change[0].equals("added-abstract") ? "new I() { public " + sig + body + " public void more() {} }"
            : change[0].contains("static") || change[0].equals("removed") ? "new I() { }"
            : "new I() { public " + sig + body + " }";
        one.v2("Make", "public class Make { public static I make() { return " + instance + "; } }");
        cases.add(one.run((use[0].startsWith("own") || use[0].equals("bound") ? own : "") + (use[0].equals("made-bound") ? g : ""), tail(use)));
      }
    }
    // Default and static interface methods of version 1.
    String[][] kinds = {{"default", "default "}, {"static", "static "}};
    for (String[] kind : kinds) {
      String decl = "public interface I { " + kind[1] + sig + body + " }";
      String call = kind[0].equals("static") ? "I.m(" + v + ")" : "new Own().m(" + v + ")";
      String caller = kind[0].equals("static") ? "" : "  static class Own implements I {\n    void viaSuper() throws Exception {\n      I.super.m(" + v + ");\n    }\n  }\n";
      for (String[] change : changes) {
        if (kind[0].equals("default") && change[0].equals("package")) continue;
        LinkCase one = library("interface-" + kind[0] + "/" + t.label + "/" + change[0] + "/call").v1("I", decl).v2("I", change[1]);
        cases.add(one.run(caller, new String[] {"Object o = " + call + ";"}));
        if (kind[0].equals("default")) {
          LinkCase two = library("interface-default/" + t.label + "/" + change[0] + "/super").v1("I", decl).v2("I", change[1]);
          cases.add(two.run(caller, new String[] {"new Own().viaSuper();"}));
          LinkCase three = library("interface-default/" + t.label + "/" + change[0] + "/virtual").v1("I", decl).v2("I", change[1]);
          cases.add(three.run(caller, new String[] {"I i = new Own();", "i.m(" + v + ");"}));
        } else {
          LinkCase two = library("interface-static/" + t.label + "/" + change[0] + "/reference").v1("I", decl).v2("I", change[1]);
          cases.add(two.run(g, new String[] {"G g = I::m;", "g.g(" + v + ");"}));
        }
      }
    }
  }

  private static void constructors(List<LinkCase> cases, Type t) {
    String v = t.value;
    String[][] changes = {
      {"same", "public class A { public A(" + t.name + " p) {} }"},
      {"removed", "public class A { public A() {} }"},
      {"parameter", "public class A { public A(" + t.other + " p) {} }"},
      {"private", "public class A { private A(" + t.name + " p) {} }"},
      {"package", "public class A { A(" + t.name + " p) {} }"},
      {"protected", "public class A { protected A(" + t.name + " p) {} }"},
      {"abstract", "public abstract class A { public A(" + t.name + " p) {} }"},
      {"interface", "public interface A { }"},
      {"final", "public final class A { public A(" + t.name + " p) {} }"},
      {"class-package", "class A { public A(" + t.name + " p) {} }"},
      {"super", "public class A extends Base { public A() { super(" + v + "); } } class Base { public Base(" + t.name + " p) {} }"},
      {"throws", "public class A { public A(" + t.name + " p) throws Exception {} }"},
      {"gone", "class Nothing { }"},
    };
    String f = "  interface F { A f(" + t.name + " p) throws Exception; }\n";
    String[][] uses = {
      {"new", "", "A a = new A(" + v + ");"},
      {"new-unused", "", "new A(", "  " + v + ");"},
      {"reference", f, "F f = A::new;", "f.f(" + v + ");"},
      {"lambda", f, "F f = p -> new A(p);", "f.f(" + v + ");"},
      {"super", "  static class Sub extends A {\n    Sub() throws Exception {\n      super(" + v + ");\n    }\n  }\n", "new Sub();"},
      {"anonymous", "", "new A(" + v + ") { };"},
      {"guarded", "", "try { new A(" + v + "); } catch (LinkageError expected) { }"},
    };
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = library("constructor/" + t.label + "/" + change[0] + "/" + use[0]).v1("A", "public class A { public A(" + t.name + " p) {} }");
        if (change[0].equals("gone")) one.v2("Nothing", change[1]); else one.v2("A", change[1]);
        cases.add(one.run(use[1], java.util.Arrays.copyOfRange(use, 2, use.length)));
      }
    }
  }

  private static void fields(List<LinkCase> cases, Type t) {
    String v = t.value;
    for (boolean isStatic : new boolean[] {true, false}) {
      String s = isStatic ? "static " : "";
      String flip = isStatic ? "" : "static ";
      String decl = "public " + s + t.name + " f = " + v + ";";
      String[][] changes = {
        {"same", decl, ""},
        {"removed", "", ""},
        {"type", "public " + s + t.other + " f = " + t.otherValue + ";", ""},
        {"kind", "public " + flip + t.name + " f = " + v + ";", ""},
        {"kind-private", "private " + flip + t.name + " f = " + v + ";", ""},
        {"private", "private " + s + t.name + " f = " + v + ";", ""},
        {"package", s + t.name + " f = " + v + ";", ""},
        {"protected", "protected " + s + t.name + " f = " + v + ";", ""},
        {"final", "public " + s + "final " + t.name + " f = " + v + ";", ""},
        {"final-kind", "public " + flip + "final " + t.name + " f = " + v + ";", ""},
        {"volatile", "public volatile " + s + t.name + " f = " + v + ";", ""},
        {"super", "", "extends Base"},
        {"super-private", "", "extends Base1"},
        {"super-package", "", "extends Base2"},
        {"super-protected", "", "extends Base3"},
        {"super-final", "", "extends Base4"},
        {"interface-constant", "", "implements Face"},
        {"hidden", "private " + s + t.name + " f = " + v + ";", "extends Base"},
        {"elsewhere", "", "gone"},
        {"class-package", decl, "package"},
        {"class-abstract", decl, "abstract"},
      };
      String bases = "class Base { " + decl + " } class Base1 { " + decl.replace("public ", "private ") + " } class Base2 { "
          + decl.replace("public ", "") + " } class Base3 { " + decl.replace("public ", "protected ") + " } class Base4 { "
          + decl.replace("public ", "public final ") + " } interface Face { " + t.name + " f = " + v + "; }";
      String at = isStatic ? "A.f" : "a.f";
      String[][] uses = {
        {"read", "A a = Make.make();", "Object o = " + at + ";"},
        {"write", "A a = Make.make();", at + " = " + v + ";"},
        {"both", "A a = Make.make();", t.name.equals("int") || t.name.equals("long") || t.name.equals("double") ? at + " += 1;" : at + " = " + at + ";"},
        {"lambda", "A a = Make.make();", "Runnable r = () -> {", "  Object o = " + at + "; };", "r.run();"},
        {"subclass", "new Sub().read();"},
        {"subclass-write", "new Sub().write();"},
        {"guarded", "A a = Make.make();", "try { Object o = " + at + "; } catch (IncompatibleClassChangeError | NoClassDefFoundError expected) { }"},
      };
      String sub = "  static class Sub extends A {\n    Object read() {\n      return f;\n    }\n    void write() {\n      f = " + v + ";\n    }\n  }\n";
      for (String[] change : changes) {
        for (String[] use : uses) {
          LinkCase one = library("field-" + (isStatic ? "static/" : "instance/") + t.label + "/" + change[0] + "/" + use[0]);
          one.v1("A", "public class A { public A() {} " + decl + " }");
          one.v1("Make", "public class Make { public static A make() { return new A() { }; } }");
          if (change[2].equals("gone")) {
            one.v2("B", "public class B { " + decl + " }");
            one.v2("Make", "public class Make { }");
          } else {
            String head = change[2].equals("package") ? "class A " : change[2].equals("abstract") ? "public abstract class A " : "public class A " + change[2];
            one.v2("A", head + " { public A() {} " + change[1] + " }\n" + bases);
            one.v2("Make", "public class Make { public static A make() { return new A() { }; } }");
          }
          cases.add(one.run(use[0].startsWith("subclass") ? sub : "", tail(use)));
        }
      }
    }
    // Constants: inlined by javac, so a change is never met by the JVM.
    if (List.of("int", "long", "double", "boolean", "String").contains(t.label)) {
      for (String[] change : new String[][] {
          {"same", "public class A { public static final " + t.name + " K = " + v + "; }"}, {"removed", "public class A { }"},
          {"private", "public class A { private static final " + t.name + " K = " + v + "; }"}, {"gone", "class Z { }"}}) {
        LinkCase one = library("constant/" + t.label + "/" + change[0]).v1("A", "public class A { public static final " + t.name + " K = " + v + "; }");
        one.v2(change[0].equals("gone") ? "Z" : "A", change[1]);
        cases.add(one.run("Object o = A.K;"));
      }
    }
  }
}
