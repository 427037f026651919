import java.util.List;

/** Default, abstract, static and private methods at each corner of a diamond of interfaces, below classes that have them, too. */
final class DefaultCases {
  private DefaultCases() {}

  private static final String[] KINDS = {"none", "default", "abstract", "static", "private"};

  static void addTo(List<LinkCase> cases) {
    diamonds(cases);
    classesWin(cases);
    interfaceMethods(cases);
    objectMethods(cases);
  }

  /** Calls of an interface's method that only Object has, which no compiler lets pass. */
  private static void objectMethods(List<LinkCase> cases) {
    for (String[] change : new String[][] {{"gone", ""}, {"kept", "default String toStrinG() { return \"\"; }"}, {"abstract", "String toString();"}}) {
      LinkCase one = new LinkCase("object-super/" + change[0]).v1("I", "public interface I { default String toStrinG() { return \"\"; } }");
      one.v2("I", "public interface I { " + change[1] + " }").run("  static class Own implements I {\n    String up() {\n      return I.super.toStrinG();\n    }\n  }\n", new String[] {"new Own().up();"});
      cases.add(one.patch("text", "app", "app.Client$Own", "toStrinG=>toString"));
    }
  }

  private static String body(String kind) {
    return switch (kind) {
      case "none" -> "";
      case "default" -> "default void m() {}";
      case "abstract" -> "void m();";
      default -> kind + " void m() {}";
    };
  }

  private static boolean isInherited(String kind) { return kind.equals("default") || kind.equals("abstract"); }

  /** Java knows private interface methods since 9. */
  private static int release(String... kinds) { return List.of(kinds).contains("private") ? 9 : 8; }

  /** Whether javac compiles two interfaces, the one below the other. */
  private static boolean compiles(String top, String below) {
    return !isInherited(top) || !below.equals("static") && !below.equals("private");
  }

  private static void diamonds(List<LinkCase> cases) {
    String[][] uses = {
      {"top", "Top t = new Sub();", "t.m();"}, {"left", "Left t = new Sub();", "t.m();"}, {"class", "Sub t = new Sub();", "t.m();"},
      {"bound", "Right t = new Sub();", "Runnable r = t::m;", "r.run();"}, {"super", "new Mine().up();"}, {"super-reference", "new Mine().lambda();"},
      {"down", "Left t = new Down();", "t.m();"}, {"own", "Own t = new Owned();", "t.m();"},
      {"joined", "Joined t = new Joiner();", "t.m();"}, {"joined-class", "Joiner t = new Joiner();", "t.m();"}, {"joined-super", "new Joiner().up();"}, {"late", "Top t = new Late();", "t.m();"}, {"late-class", "Late t = new Late();", "t.m();"}};
    String members = "  static class Sub implements Left, Right { }\n  static class Down extends Sub implements Top { }\n"
        + "  interface Own extends Right { }\n  static class Owned implements Own { }\n"
        + "  interface Joined extends Right, Left { }\n  static class Joiner implements Joined {\n    void up() {\n      Joined.super.m();\n    }\n  }\n"
        + "  static class Early implements Left { }\n  static class Late extends Early implements Right { }\n"
        + "  static class Mine implements Left {\n    public void m() { }\n    void up() {\n      Left.super.m();\n    }\n"
        + "    void lambda() {\n      Runnable r = Left.super::m;\n      r.run();\n    }\n  }\n";
    for (String top : KINDS) {
      for (String left : KINDS) {
        for (String right : KINDS) {
          if (!compiles(top, left) || !compiles(top, right)) continue;
          for (String[] use : uses) {
            LinkCase one = new LinkCase("diamond/" + top + "-" + left + "-" + right + "/" + use[0], release(top, left, right));
            one.v1("Top", "public interface Top { default void m() {} }").v1("Left", "public interface Left extends Top { }").v1("Right", "public interface Right extends Top { }");
            one.v2("Top", "public interface Top { " + body(top) + " }").v2("Left", "public interface Left extends Top { " + body(left) + " }");
            one.v2("Right", "public interface Right extends Top { " + body(right) + " }");
            cases.add(one.run(members, java.util.Arrays.copyOfRange(use, 1, use.length)));
          }
        }
      }
    }
  }

  /** A method of a superclass is taken before any default, if it is one that the object inherits. */
  private static void classesWin(List<LinkCase> cases) {
    String[][] bases = {
      {"none", ""}, {"public", "public void m() {}"}, {"protected", "protected void m() {}"}, {"package", "void m() {}"}, {"private", "private void m() {}"},
      {"static", "public static void m() {}"}, {"private-static", "private static void m() {}"}, {"final", "public final void m() {}"}, {"abstract", "public abstract void m();"},
      {"protected-abstract", "protected abstract void m();"}, {"synchronized", "public synchronized void m() {}"}, {"result", "public int m() { return 1; }"}};
    String[][] uses = {
      {"face", "Face f = new Sub();", "f.m();"}, {"base", "Base b = new Sub();", "b.m();"}, {"class", "Sub s = new Sub();", "s.m();"}, {"super", "new Mine().up();"},
      {"face-super", "new Mine().face();"}, {"bound", "Face f = new Sub();", "Runnable r = f::m;", "r.run();"}, {"unbound", "java.util.function.Consumer<Sub> c = Sub::m;", "c.accept(new Sub());"}};
    String members = "  static class Sub extends Base implements Face { }\n"
        + "  static class Mine extends Base implements Face {\n    public void m() { }\n    void up() {\n      super.m();\n    }\n    void face() {\n      Face.super.m();\n    }\n  }\n";
    for (String[] base : bases) {
      for (String kind : KINDS) {
        for (String[] use : uses) {
          if (use[0].endsWith("super") && base[0].endsWith("final")) continue;
          LinkCase one = new LinkCase("class-wins/" + base[0] + "/" + kind + "/" + use[0], release(kind));
          one.v1("Base", "public class Base { public Base() {} public void m() {} }").v1("Face", "public interface Face { default void m() {} }");
          String head = base[0].contains("abstract") ? "public abstract class Base" : "public class Base";
          one.v2("Base", head + " { public Base() {} " + base[1] + " }").v2("Face", "public interface Face { " + body(kind) + " }");
          cases.add(one.run(members, java.util.Arrays.copyOfRange(use, 1, use.length)));
        }
      }
    }
  }

  /** Methods of Object that are called through interfaces, and interface methods that come to have Object's names. */
  private static void interfaceMethods(List<LinkCase> cases) {
    String[][] methods = {
      {"hashCode", "int hashCode()", "i.hashCode();"}, {"equals", "boolean equals(Object o)", "i.equals(null);"}, {"toString", "String toString()", "i.toString();"},
      {"clone", "Object clone()", "i.clone();"}, {"finalize", "void finalize()", "i.finalize();"}, {"close", "void close()", "i.close();"}, {"wait", "void wait(String s)", "i.wait(\"\");"}};
    String[][] changes = {
      {"kept", "public interface I { %s; }"}, {"gone", "public interface I { }"}, {"super", "public interface I extends J { } interface J { %s; }"},
      {"class", "public class I { public %s { %s } }"}, {"package", "interface I { %s; }"}};
    for (String[] method : methods) {
      String result = method[1].startsWith("void") ? "" : method[1].startsWith("int") ? "return 1;" : method[1].startsWith("boolean") ? "return true;" : "return null;";
      for (String[] change : changes) {
        for (String[] use : new String[][] {{"own", "I i = new Own();", method[2]}, {"bound", "I i = new Own();", "Runnable r = () -> " + method[2].replace(";", "") + ";", "r.run();"}, {"class", "Own i = new Own();", method[2]}}) {
          LinkCase one = new LinkCase("object-method/" + method[0] + "/" + change[0] + "/" + use[0]);
          one.v1("I", "public interface I { " + method[1] + "; }").v2("I", String.format(change[1], method[1], result));
          cases.add(one.run("  static class Own implements I {\n    public " + method[1] + " { " + result + " }\n  }\n", java.util.Arrays.copyOfRange(use, 1, use.length)));
        }
      }
    }
  }
}
