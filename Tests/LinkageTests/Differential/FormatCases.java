import java.util.List;

/** Class files whose bytes are sound and whose flags and attributes are not: what no compiler writes, but stub makers and obfuscators do. */
final class FormatCases {
  private FormatCases() {}

  static void addTo(List<LinkCase> cases) {
    String type = "public class A { public A() {} public void m() {} public static int f; public static void s() {} static { f = 1; } public native void n(); }";
    String[][] uses = {
      {"new", "new A();"}, {"static", "A.s();"}, {"field", "A.f = 1;"}, {"literal", "Object o = A.class;"}, {"sub", "new Sub();"}, {"lambda", "Runnable r = A::s;", "r.run();"}, {"cast", "Object o = (A) (Object) null;", "o = new A[1];"},
      {"guarded", "try { new A(); } catch (ClassFormatError e) { }"}, {"twice", "try { new A(); } catch (LinkageError e) { }", "A.s();"}, {"other", "Object o = Other.class;"}};
    String[][] changes = {
      {"same", "", ""}, {"no-code", "text", "Code=>Edoc"}, {"class", "flags", "class=0431"}, {"class-annotation", "flags", "class=2021"}, {"class-interface", "flags", "class=0221"}, {"class-package", "flags", "class=0020"},
      {"class-old-annotation", "flags", "class=2421"}, {"class-abstract", "flags", "class=0421"}, {"class-enum", "flags", "class=4031"}, {"class-synthetic", "flags", "class=1021"}, {"method-abstract", "flags", "m=0401"}, {"method-native", "flags", "m=0101"},
      {"method-both", "flags", "m=0003"}, {"method-all", "flags", "m=0007"}, {"method-abstract-final", "flags", "m=0411"}, {"method-abstract-static", "flags", "s=0409"}, {"method-final", "flags", "m=0011"}, {"method-strict", "flags", "m=0801"},
      {"method-bridge", "flags", "m=1041"}, {"native-not", "flags", "n=0001"}, {"native-abstract", "flags", "n=0501"}, {"constructor-static", "flags", "<init>=0009"}, {"constructor-final", "flags", "<init>=0011"}, {"constructor-varargs", "flags", "<init>=0081"},
      {"constructor-bridge", "flags", "<init>=0041"}, {"field-both", "flags", "f=000D"}, {"field-final-volatile", "flags", "f=0059"}, {"field-volatile", "flags", "f=0049"}, {"field-enum", "flags", "f=4009"}, {"field-synthetic", "flags", "f=1089"}};
    add(cases, "format", type, changes, uses, "extends");
    String face = "public interface A { void m(); default void d() {} static void s() {} int F = new Object().hashCode(); }";
    String[][] faceUses = {
      {"static", "A.s();"}, {"field", "Object o = A.F;"}, {"literal", "Object o = A.class;"}, {"sub", "new Sub() { public void m() { } };"}, {"lambda", "A a = () -> { };", "a.m();"}, {"array", "Object o = new A[1];"}, {"guarded", "try { A.s(); } catch (LinkageError e) { }"}};
    String[][] faceChanges = {
      {"same", "", ""}, {"class-not-abstract", "flags", "class=0201"}, {"class-super", "flags", "class=0621"}, {"class-final", "flags", "class=0611"}, {"class-enum", "flags", "class=4601"}, {"class-annotation", "flags", "class=2601"},
      {"method-package", "flags", "m=0400"}, {"method-protected", "flags", "m=0404"}, {"method-private", "flags", "m=0402"}, {"method-static", "flags", "m=0409"}, {"method-final", "flags", "m=0411"}, {"method-concrete", "flags", "m=0001"}, {"method-strict", "flags", "m=0C01"},
      {"default-synchronized", "flags", "d=0021"}, {"default-native", "flags", "d=0101"}, {"default-abstract", "flags", "d=0401"}, {"default-final", "flags", "d=0011"}, {"default-private", "flags", "d=0002"}, {"default-varargs", "flags", "d=0081"},
      {"static-package", "flags", "s=0008"}, {"static-private", "flags", "s=000A"}, {"field-private", "flags", "F=001A"}, {"field-not-final", "flags", "F=0009"}, {"field-not-static", "flags", "F=0011"}, {"field-transient", "flags", "F=0099"}, {"field-synthetic", "flags", "F=1019"}};
    add(cases, "format-interface", face, faceChanges, faceUses, "implements");
  }

  private static void add(List<LinkCase> cases, String family, String type, String[][] changes, String[][] uses, String way) {
    for (String[] change : changes) {
      for (String[] use : uses) {
        for (String layer : List.of("lib", "app")) {
          LinkCase one = new LinkCase(family + "/" + layer + "/" + change[0] + "/" + use[0]).both("V", "public class V { }");
          if (layer.equals("lib")) one.both("A", type); else one.client("A", type);
          if (!change[1].isEmpty()) one.patch(change[1], layer, layer + ".A", change[2]);
          String sub = way.equals("extends") ? "  static class Sub extends A { }\n" : "  static abstract class Sub implements A { }\n";
          cases.add(one.run(sub + "  static class Other { A a; A get(A p) { return p; } }\n", java.util.Arrays.copyOfRange(use, 1, use.length)));
        }
      }
    }
  }
}
