import java.util.List;

/**
 * Bootstrap methods that are not Java's own: call sites of lambdas, string concatenation, records and switches whose factory is the
 * library's, and dynamic constants.
 */
final class BootstrapCases {
  private BootstrapCases() {}

  private static final String LOOKUP = "java.lang.invoke.MethodHandles.Lookup l, String n, ";
  private static final String TYPE = "java.lang.invoke.MethodType";

  static void addTo(List<LinkCase> cases) {
    String[][] factories = {
      {"lambda", "8", "java/lang/invoke/LambdaMetafactory", "java.lang.invoke.CallSite metafactory",
        LOOKUP + TYPE + " t, " + TYPE + " a, java.lang.invoke.MethodHandle h, " + TYPE + " d", "l, n, t, a, h, d",
        "Runnable r = () -> { };", "r.run();"},
      {"reference", "8", "java/lang/invoke/LambdaMetafactory", "java.lang.invoke.CallSite metafactory",
        LOOKUP + TYPE + " t, " + TYPE + " a, java.lang.invoke.MethodHandle h, " + TYPE + " d", "l, n, t, a, h, d",
        "java.util.function.Supplier<Object> r = Object::new;", "r.get();"},
      {"serializable", "8", "java/lang/invoke/LambdaMetafactory", "java.lang.invoke.CallSite altMetafactory",
        LOOKUP + TYPE + " t, Object... a", "l, n, t, a",
        "Runnable r = (Runnable & java.util.RandomAccess) () -> { };", "r.run();"},
      {"concat", "9", "java/lang/invoke/StringConcatFactory", "java.lang.invoke.CallSite makeConcatWithConstants",
        LOOKUP + TYPE + " t, String r, Object... c", "l, n, t, r, c", "Object o = 1;", "String s = \"a\" + o + 2L;"},
      {"record", "17", "java/lang/runtime/ObjectMethods", "Object bootstrap",
        LOOKUP + "java.lang.invoke.TypeDescriptor t, Class<?> r, String c, java.lang.invoke.MethodHandle... g", "l, n, t, r, c, g",
        "new Own(1).hashCode();"},
      {"record-string", "17", "java/lang/runtime/ObjectMethods", "Object bootstrap",
        LOOKUP + "java.lang.invoke.TypeDescriptor t, Class<?> r, String c, java.lang.invoke.MethodHandle... g", "l, n, t, r, c, g",
        "new Own(1).toString();"},
      {"switch", "21", "java/lang/runtime/SwitchBootstraps", "java.lang.invoke.CallSite typeSwitch",
        LOOKUP + TYPE + " t, Object... c", "l, n, t, c", "Object o = 1;", "switch (o) { case String s -> s.length(); case Integer i -> i.intValue(); default -> { } }"},
    };
    String[][] changes = {
      {"same", "public class Factory {\n  public static %s(%s) throws Throwable { return %s(%s); } }"},
      {"gone", ""},
      {"no-method", "public class Factory { }"},
      {"instance", "public class Factory { public %s(%s) throws Throwable { return null; } }"},
      {"private", "public class Factory { private static %s(%s) throws Throwable { return null; } }"},
      {"package", "public class Factory { static %s(%s) throws Throwable { return null; } }"},
      {"protected", "public class Factory { protected static %s(%s) throws Throwable { return null; } }"},
      {"hidden-class", "class Factory { public static %s(%s) throws Throwable { return null; } }"},
      {"interface", "public interface Factory { static %s(%s) throws Throwable { return null; } }"},
      {"parameters", "public class Factory { public static %s(int x, %s) throws Throwable { return null; } }"},
      {"inherited", "public class Factory extends Parent { } class Parent {\n  public static %s(%s) throws Throwable { return %s(%s); } }"},
      {"inherited-private", "public class Factory extends Parent { } class Parent { private static %s(%s) throws Throwable { return null; } }"},
    };
    String[][] guards = {
      {"plain", "", ""}, {"guarded-error", "try { ", " } catch (LinkageError e) { }"},
      {"guarded-wrapper", "try { ", " } catch (BootstrapMethodError e) { }"},
      {"guarded-cause", "try { ", " } catch (IncompatibleClassChangeError | NoClassDefFoundError e) { }"},
    };
    for (String[] factory : factories) {
      String result = factory[3];
      String call = factory[2].replace('/', '.') + "." + result.substring(result.lastIndexOf(' ') + 1);
      boolean isRecord = factory[0].startsWith("record");
      for (String[] change : changes) {
        for (String[] guard : guards) {
          if (isRecord && guard[0].equals("guarded-cause")) continue;
          LinkCase one = new LinkCase("bootstrap/" + factory[0] + "/" + change[0] + "/" + guard[0], Integer.parseInt(factory[1]));
          one.both("V", "public class V { }");
          if (!change[1].isEmpty()) one.v2("Factory", String.format(change[1], result, factory[4], call, factory[5]));
          String[] lines = java.util.Arrays.copyOfRange(factory, 6, factory.length);
          lines[lines.length - 1] = guard[1] + lines[lines.length - 1] + guard[2];
          if (!isRecord && lines.length > 1 && lines[0].contains("->") || lines[0].contains("::")) {
            lines = new String[] {guard[1] + String.join(" ", java.util.Arrays.copyOfRange(factory, 6, factory.length)) + guard[2]};
          }
          String user = isRecord ? "Client$Own" : "Client";
          cases.add(one.run(isRecord ? "  record Own(int x) { }\n" : "", lines).patch("text", "app", "app." + user, factory[2] + "=>$P/lib/Factory"));
        }
      }
    }
    constants(cases);
  }

  private static void constants(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public class Factory { public static String make(%sClass<?> c%s) { return n; } }"},
      {"gone", ""},
      {"no-method", "public class Factory { }"},
      {"instance", "public class Factory { public String make(%sClass<?> c%s) { return n; } }"},
      {"private", "public class Factory { private static String make(%sClass<?> c%s) { return n; } }"},
      {"package", "public class Factory { static String make(%sClass<?> c%s) { return n; } }"},
      {"hidden-class", "class Factory { public static String make(%sClass<?> c%s) { return n; } }"},
      {"interface", "public interface Factory { static String make(%sClass<?> c%s) { return n; } }"},
      {"result", "public class Factory { public static Object make(%sClass<?> c%s) { return n; } }"},
      {"inherited", "public class Factory extends Parent { } class Parent { public static String make(%sClass<?> c%s) { return n; } }"},
    };
    String[][] arguments = {{"none", ""}, {"class", "V"}, {"missing-class", "W"}, {"hidden-class", "H"}};
    String[][] guards = {
      {"plain", "Object o = Const.get();"}, {"guarded", "try { Const.get(); } catch (LinkageError e) { }"},
      {"guarded-wrapper", "try { Const.get(); } catch (BootstrapMethodError e) { }"},
      {"twice", "try { Const.get(); } catch (LinkageError e) { }", "Const.get();"}, {"unused", "Const.other();"}};
    for (String[] change : changes) {
      for (String[] argument : arguments) {
        for (String[] guard : guards) {
          LinkCase one = new LinkCase("condy/" + change[0] + "/" + argument[0] + "/" + guard[0], 11);
          one.both("V", "public class V { }").v1("W", "public class W { }").v2("H", "class H { }");
          if (!change[1].isEmpty()) {
            one.v2("Factory", String.format(change[1], LOOKUP, argument[1].isEmpty() ? "" : ", Class<?> v"));
          }
          one.client("Const", "public class Const {\n  static Object get() {\n    return \"CONDY\";\n  }\n  static void other() { }\n}");
          one.patch("dynamic", "app", "app.Const", argument[1].isEmpty() ? "" : "$P/lib/" + argument[1]);
          cases.add(one.run(java.util.Arrays.copyOfRange(guard, 1, guard.length)));
        }
      }
    }
  }
}
