import java.util.List;

/**
 * Types that a module has as well as the platform, or in its place, in signatures that both sides share: JVMS 5.3.4 constrains the
 * two loaders to one class, which parent-first loaders never fail to have.
 */
final class LoaderCases {
  private LoaderCases() {}

  static void addTo(List<LinkCase> cases) {
    shared(cases);
    prohibited(cases);
    handles(cases);
    unresolved(cases);
  }

  /** Classes that the JDK has, in a module of its own that no JVM resolves unless asked to. */
  private static void unresolved(List<LinkCase> cases) {
    String[][] uses = {
      {"new", "new java.util.Observable();"}, {"literal", "Object o = java.util.Observable.class;"}, {"array", "Object o = new java.util.Observable[1];"}, {"virtual", "((java.util.Observable) Any.any()).hasChanged();"},
      {"guarded", "try { new java.util.Observable(); } catch (NoClassDefFoundError e) { }"}};
    for (String[] use : uses) {
      LinkCase one = new LinkCase("unresolved/" + use[0], 17).both("Any", "public class Any { public static Object any() { return null; } }");
      cases.add(one.run("", java.util.Arrays.copyOfRange(use, 1, use.length)).patch("text", "app", "app.Client", "java/util/Observable=>jdk/incubator/vector/IntVector"));
    }
  }

  /** Classes of the module in packages that are Java's own, or only look so. */
  private static void prohibited(List<LinkCase> cases) {
    String[][] uses = {
      {"new", "new T();"}, {"static", "T.s();"}, {"field", "T.f = 1;"}, {"literal", "Object o = T.class;"}, {"array", "Object o = new T[1];"}, {"sub", "new Sub();"},
      {"instanceof", "Object o = 1;", "boolean b = o instanceof T;"}, {"lambda", "Runnable r = T::s;", "r.run();"}, {"unused", "Object o = Never.class;"}, {"deep", "deep();"},
      {"guarded", "try { new T(); } catch (SecurityException e) { }"}, {"guarded-runtime", "try { T.s(); } catch (RuntimeException e) { }"}, {"guarded-linkage", "try { new T(); } catch (LinkageError e) { }"},
      {"guarded-all", "try { deep(); } catch (Exception e) { }"}, {"guarded-error", "try { deep(); } catch (Error e) { }"}, {"twice", "try { deep(); } catch (Throwable e) { }", "deep();"}};
    String members = "  static class Sub extends T { }\n  static class Never { static void never() { new T(); } }\n  static void deep() {\n    T.s();\n  }\n";
    for (String place : List.of("java.none", "java.none.deep", "java.util", "javax.none", "javassist")) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("prohibited/" + place + "/" + use[0]).both("V", "public class V { }");
        one.client("T", "public class T { public static int f; public T() { } public static void s() { } }");
        String path = place.replace('.', '/') + "/T";
        one.patch("text", "app", "app.T", "$P/app/T=>" + path).patch("rename", "app", "app.T", place + ".T").patch("text", "app", "app.Client", "$P/app/T=>" + path);
        if (use[0].equals("sub")) one.patch("text", "app", "app.Client$Sub", "$P/app/T=>" + path);
        cases.add(one.run(members, java.util.Arrays.copyOfRange(use, 1, use.length)));
      }
    }
  }

  private static void shared(List<LinkCase> cases) {
    String[][] types = {
      {"class", "public class T { public T() {} public int m() { return 1; } }"},
      {"interface", "public interface T { default int m() { return 1; } }"},
      {"abstract", "public abstract class T { public abstract int m(); }"},
      {"enum", "public enum T { X; public int m() { return 1; } }"},
    };
    String[][] uses = {
      {"parameter", "public static void a(T t) {}", "Api.a(null);"},
      {"result", "public static T a() { return null; }", "T t = Api.a();"},
      {"array", "public static void a(T[][] t) {}", "Api.a(null);"},
      {"instance", "public void a(T t) {}", "new Api().a(null);"},
      {"constructor", "public Api(int i, T t) {}", "new Api(1, null);"},
      {"field", "public T a;", "T t = new Api().a;"},
      {"static-field", "public static T a;", "Api.a = null;"},
      {"reference", "public static void a(T t) {}", "java.util.function.Consumer<T> c = Api::a;", "c.accept(null);"},
      {"bound-reference", "public void a(T t) {}", "Api api = new Api();", "java.util.function.Consumer<T> c = api::a;", "c.accept(null);"},
      {"result-reference", "public T a() { return null; }", "java.util.function.Function<Api, T> f = Api::a;", "f.apply(new Api());"},
      {"array-reference", "public static void a(int i, T[][] t) {}", "java.util.function.BiConsumer<Integer, T[][]> c = Api::a;", "c.accept(1, null);"},
      {"constructor-reference", "public Api(T t) {}", "java.util.function.Function<T, Api> f = Api::new;", "f.apply(null);"},
      {"interface-reference", "public interface Do { void a(T t); }", "java.util.function.BiConsumer<Api.Do, T> c = Api.Do::a;", "c.accept(t -> {}, null);"},
      {"own-reference", "public static void a(Object t) {}", "java.util.function.Consumer<T> c = Client::own;", "c.accept(null);", "  static void own(T t) {}"},
      {"inherited-reference", "public void a(T t) {}", "java.util.function.BiConsumer<Sub, T> c = Sub::a;", "c.accept(new Sub(), null);", "class Sub extends Api { }"},
      {"guarded-reference", "public static void a(T t) {}", "try {", "java.util.function.Consumer<T> c = Api::a;", "} catch (IllegalAccessError expected) { }"},
      {"override", "public void a(T t) {}", "new Sub().a(null);", "class Sub extends Api { public void a(T t) {} }"},
      {"override-called", "public void a(T t) {}", "Api s = new Sub();", "s.a(null);", "class Sub extends Api { public void a(T t) {} }"},
      {"result-override", "public T a() { return null; }", "Api s = new Sub();", "s.a();", "class Sub extends Api { public T a() { return null; } }"},
      {"implement", "public interface Do { void a(T t); }", "Api.Do d = new Sub();", "d.a(null);", "class Sub implements Api.Do { public void a(T t) {} }"},
      {"lambda", "public interface Do { void a(T t); }", "Api.Do d = t -> {};", "d.a(null);"},
      {"inherited", "public void a(T t) {}", "new Sub().a(null);", "class Sub extends Api { }"},
      {"throws", "public static void a(T t) throws IllegalStateException {}", "try { Api.a(null); } catch (IllegalStateException e) { }"},
    };
    for (String[] type : types) {
      for (String[] use : uses) {
        for (String where : new String[] {"both", "module", "other"}) {
          LinkCase one = new LinkCase("loaders/" + type[0] + "/" + use[0] + "/" + where);
          one.both("T", type[1]).neighbour("T", type[1]);
          if (where.equals("other")) {
            one.v2("T", type[1].replace("int m()", "long m()"));
          }
          if (where.equals("module")) one.patch("drop", "lib", "lib.T", "");
          one.both("Api", "public class Api { public Api() {} " + use[1] + " }");
          String last = use[use.length - 1];
          boolean hasMember = last.startsWith("class ") || last.startsWith("  ");
          String[] lines = java.util.Arrays.copyOfRange(use, 2, hasMember ? use.length - 1 : use.length);
          one.run(hasMember ? (last.startsWith("class ") ? "  static " : "") + last + "\n" : "", lines);
          cases.add(one);
        }
      }
    }
  }

  /** References to methods that are no longer what they were, and whose signatures name a class that is not either. */
  private static void handles(List<LinkCase> cases) {
    String[][] types = {
      {"same", "public class T { public T() {} }"}, {"gone", ""}, {"package", "class T { public T() {} }"},
      {"broken", "public class T extends Base { public T() {} }"}};
    String[][] members = {
      {"same", "public static void a(T t) {} public void b(T t) {} public Api(T t) {} public static void c(int i, T[] t) {}"}, {"gone", ""},
      {"private", "private static void a(T t) {} private void b(T t) {} private Api(T t) {} private static void c(int i, T[] t) {}"},
      {"turned", "public void a(T t) {} public static void b(T t) {} public Api(int t) {} public void c(int i, T[] t) {}"}};
    String[][] uses = {
      {"static", "java.util.function.Consumer<T> c = Api::a;"}, {"instance", "java.util.function.BiConsumer<Api, T> c = Api::b;"},
      {"constructor", "java.util.function.Function<T, Api> f = Api::new;"}, {"array", "java.util.function.BiConsumer<Integer, T[]> c = Api::c;"}};
    for (String[] type : types) {
      for (String[] member : members) {
        for (String[] use : uses) {
          LinkCase one = new LinkCase("handle-order/" + type[0] + "/" + member[0] + "/" + use[0]);
          one.v1("T", types[0][1]).v1("Api", "public class Api { " + members[0][1] + " }");
          boolean isGone = type[0].equals("gone");
          one.v2("T", isGone ? types[0][1] : type[1]).v2("Api", "public class Api { " + member[1] + " }");
          if (isGone) one.patch("drop", "lib", "lib.T", "");
          if (type[0].equals("broken")) one.v2("Base", "class Base { }").patch("drop", "lib", "lib.Base", "");
          cases.add(one.run(use[1]));
        }
      }
      LinkCase one = new LinkCase("handle-order/" + type[0] + "/call").v1("T", types[0][1]);
      one.v2("T", type[0].equals("gone") ? types[0][1] : type[1]);
      if (type[0].equals("gone")) one.patch("drop", "lib", "lib.T", "");
      if (type[0].equals("broken")) one.v2("Base", "class Base { }").patch("drop", "lib", "lib.Base", "");
      one.run("  static void ask(java.lang.invoke.MethodHandle h) throws Throwable {\n    h.invoke((T) null);\n  }\n", new String[] {"try {", "ask(null);", "} catch (NullPointerException e) { }"});
      cases.add(one);
    }
  }
}
