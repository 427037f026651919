import java.util.List;

/** Nests and sealed families inside the module itself, where the class files do not fit together any more. */
final class NestCases {
  private NestCases() {}

  static void addTo(List<LinkCase> cases) {
    String members = "  private static int a;\n  private int b;\n  private void m() { }\n  private static void s() { }\n  private Client(int x) { }\n  Client() { }\n"
        + "  static class P { private static int c; private int d; private void n() { } private static void t() { } private P(int x) { } P() { }\n"
        + "    static void read() {\n      Client.a = 1;\n    }\n    static void field() {\n      new Client().b = 1;\n    }\n    static void call() {\n      new Client().m();\n    }\n"
        + "    static void still() {\n      s();\n    }\n    static void make() {\n      new Client(1);\n    }\n    static void lambda() {\n      Runnable r = Client::s;\n      r.run();\n    }\n"
        + "    static void own() {\n      new P(1).n();\n    }\n    static void sibling() {\n      Q.e = 1;\n    }\n    static void siblingCall() {\n      new Q().o();\n    }\n  }\n"
        + "  static class Q { private static int e; private void o() { } }\n  interface R { private void v() { } static void w(R r) {\n    r.v();\n  } }\n  static class S implements R { public void v() { } }\n";
    String[] calls = {
      "P.read();", "P.field();", "P.call();", "P.still();", "P.make();", "P.lambda();", "P.own();", "P.sibling();", "P.siblingCall();", "P.c = 1;", "new P().d = 1;", "new P().n();", "P.t();", "new P(1);",
      "Runnable r = P::t; r.run();", "R.w(new S());", "R x = new S(); x.v();", "try { P.call(); } catch (IllegalAccessError e) { }"};
    String[][] changes = {
      {"kept", "", "", ""}, {"members-lost", "text", "app.Client", "NestMembers=>Nobody"}, {"host-lost", "text", "app.Client$P", "NestHost=>Nobody"}, {"sibling-lost", "text", "app.Client$Q", "NestHost=>Nobody"},
      {"other-host", "rehost", "app.Client$P", "$P/lib/V"}, {"missing-host", "rehost", "app.Client$P", "$P/app/Gone"}, {"sibling-host", "rehost", "app.Client$P", "$P/app/Client$Q"}, {"own-host", "rehost", "app.Client$P", "$P/app/Client$P"}};
    for (String[] change : changes) {
      for (String call : calls) {
        LinkCase one = new LinkCase("own-nest/" + change[0] + "/" + call, 11).both("V", "public class V { }");
        if (!change[1].isEmpty()) one.patch(change[1], "app", change[2], change[3]);
        cases.add(one.run(members, new String[] {call}));
      }
    }
    hosts(cases);
    families(cases);
  }

  /** A nest whose host cannot be loaded, since its own superclass is no longer what it was. */
  private static void hosts(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public class T { public T() {} }"}, {"gone", ""}, {"final", "public final class T { public T() {} }"},
      {"interface", "public interface T { }"}, {"package", "class T { public T() {} }"}};
    String[] calls = {"Host.A.read();", "Host.A.call();", "Host.A.make();", "Host.A.lambda();", "Host.A.own();", "try { Host.A.read(); } catch (LinkageError e) { }"};
    for (String[] change : changes) {
      for (String call : calls) {
        LinkCase one = new LinkCase("nest-host/" + change[0] + "/" + call, 11).v1("T", changes[0][1]).v2("Other", "class Other { }");
        if (!change[1].isEmpty()) one.v2("T", change[1]);
        one.client("Host", "class Host extends T {\n  static class A {\n    private static int own;\n    static void own() {\n      own = 1;\n    }\n    static void read() {\n      B.b = 1;\n    }\n"
            + "    static void call() {\n      B.s();\n    }\n    static void make() {\n      new B();\n    }\n    static void lambda() {\n      Runnable r = B::s;\n      r.run();\n    }\n  }\n"
            + "  static class B {\n    private static int b;\n    private static void s() { }\n    private B() { }\n  }\n}");
        cases.add(one.run(call));
      }
    }
  }

  /** A sealed family of the module, one file of which is older or newer than the others. */
  private static void families(List<LinkCase> cases) {
    String members = "  sealed interface F permits X, Y, E { }\n  record X() implements F { }\n  static final class Y implements F { }\n  enum E implements F { ONE, TWO { } }\n"
        + "  static sealed class B permits C, D { }\n  static final class C extends B { }\n  static non-sealed class D extends B { }\n  static class G extends D { }\n";
    String[] calls = {"new X();", "new Y();", "Object o = E.ONE;", "new C();", "new D();", "new G();", "F f = new X();", "Object o = C.class;", "try { new C(); } catch (IncompatibleClassChangeError e) { }"};
    String[][] changes = {
      {"kept", "", "", ""}, {"interface-other", "text", "app.Client$F", "$P/app/Client$X=>$P/app/Client$Z"}, {"class-other", "text", "app.Client$B", "$P/app/Client$C=>$P/app/Client$Z"},
      {"enum-other", "text", "app.Client$F", "$P/app/Client$E=>$P/app/Client$Z"}, {"open-other", "text", "app.Client$B", "$P/app/Client$D=>$P/app/Client$Z"},
      {"opened", "text", "app.Client$B", "PermittedSubclasses=>Nobody"}, {"class-final", "flags", "app.Client$B", "class=0030"}, {"enum-bodies", "text", "app.Client$E", "$P/app/Client$E$1=>$P/app/Client$E$2"}};
    for (String[] change : changes) {
      for (String call : calls) {
        LinkCase one = new LinkCase("own-family/" + change[0] + "/" + call, 17).both("V", "public class V { }");
        if (!change[1].isEmpty()) one.patch(change[1], "app", change[2], change[3]);
        cases.add(one.run(members, new String[] {call}));
      }
    }
  }
}
