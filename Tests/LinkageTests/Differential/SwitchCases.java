import java.util.List;

/** Switches over enums, sealed types and records whose families have changed: their bootstraps forgive what is gone. */
final class SwitchCases {
  private SwitchCases() {}

  private static String[] rest(String[] use) { return java.util.Arrays.copyOfRange(use, 1, use.length); }

  static void addTo(List<LinkCase> cases) {
    enums(cases);
    sealed(cases);
  }

  private static void enums(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public enum N implements S { A, B, C }"}, {"removed", "public enum N implements S { A, C }"}, {"others", "public enum N implements S { A, X, Y }"}, {"reordered", "public enum N implements S { C, B, A }"},
      {"added", "public enum N implements S { A, B, C, D }"}, {"class", "public class N implements S { public static final N A = new N(), B = new N(), C = new N(); }"}, {"interface", "public interface N extends S { N A = null, B = null, C = null; }"},
      {"package", "enum N implements S { A, B, C }"}, {"no-interface", "public enum N { A, B, C }"}, {"gone", ""}, {"bodies", "public enum N implements S { A { }, B { }, C { } }"}};
    String[][] uses = {
      {"arrow", "17", "int x = switch (N.A) { case A -> 1; case B -> 2; case C -> 3; };"},
      {"default", "17", "switch (N.A) { case B -> new Object(); default -> { } }"},
      {"pattern", "21", "N n = N.A;", "switch (n) { case A -> new Object(); case B -> new Object(); case N m -> new Object(); }"},
      {"guarded", "21", "N n = N.A;", "switch (n) { case B -> new Object(); case N m when m.hashCode() == 1 -> new Object(); case N m -> new Object(); }"},
      {"qualified", "21", "Object o = 1;", "switch (o) { case N.A -> new Object(); case N.B -> new Object(); default -> { } }"},
      {"qualified-hit", "21", "Object o = Any.any();", "switch (o) { case N.B -> new Object(); case N.A -> new Object(); default -> { } }"},
      {"interface", "21", "S s = Any.any();", "switch (s) { case N.B -> new Object(); case N n -> new Object(); default -> { } }"},
      {"null", "21", "N n = null;", "switch (n) { case null -> new Object(); case B -> new Object(); default -> { } }"}};
    for (String[] change : changes) {
      for (String[] use : uses) {
        // What is no enum any more enumSwitch refuses, or javac does not ask it, by javac's own release.
        if (List.of("class", "interface").contains(change[0]) && List.of("pattern", "guarded", "null").contains(use[0])) continue;
        LinkCase one = new LinkCase("switch-enum/" + change[0] + "/" + use[0], Integer.parseInt(use[1])).both("S", "public interface S { }").v1("N", changes[0][1]);
        if (!change[1].isEmpty()) one.v2("N", change[1]);
        one.v1("Any", "public class Any { public static S any() { return null; } }").v2("Any", "public class Any { public static S any() { return new S() { }; } }");
        cases.add(one.run("", rest(rest(use))));
      }
    }
  }

  private static void sealed(List<LinkCase> cases) {
    String[][] changes = {
      {"same", "public sealed interface S permits X, Y { }", "public record X(int a, S next) implements S { }", "public final class Y implements S { public Y() {} }"},
      {"added", "public sealed interface S permits X, Y, Z { } final class Z implements S { }", "public record X(int a, S next) implements S { }", "public final class Y implements S { public Y() {} }"},
      {"opened", "public interface S { }", "public record X(int a, S next) implements S { }", "public final class Y implements S { public Y() {} }"},
      {"left", "public sealed interface S permits X { }", "public record X(int a, S next) implements S { }", "public final class Y { public Y() {} }"},
      {"gone", "public sealed interface S permits X { }", "public record X(int a, S next) implements S { }", ""},
      {"class", "public sealed class S permits X, Y { }", "public final class X extends S { public X(int a, S n) {} public int a() { return 1; } public S next() { return null; } }", "public final class Y extends S { public Y() {} }"},
      {"component", "public sealed interface S permits X, Y { }", "public record X(long a, S next) implements S { public X(int a, S next) { this((long) a, next); } }", "public final class Y implements S { public Y() {} }"},
      {"no-component", "public sealed interface S permits X, Y { }", "public record X(int a) implements S { public X(int a, S next) { this(a); } }", "public final class Y implements S { public Y() {} }"},
      {"package", "public sealed interface S permits X, Y { }", "record X(int a, S next) implements S { }", "public final class Y implements S { public Y() {} }"},
    };
    String[][] uses = {
      {"types", "S s = new X(1, null);", "int i = switch (s) { case X x -> 1; case Y y -> 2; };"}, {"deconstructed", "S s = new X(1, null);", "int i = switch (s) { case X(int a, S n) -> a; case Y y -> 2; };"},
      {"nested", "S s = new X(1, new X(2, null));", "int i = switch (s) { case X(int a, X(int b, S n)) -> b; case X x -> 1; case Y y -> 2; };"}, {"test", "S s = new X(1, new X(2, null));", "boolean b = s instanceof X(int a, Y y);"},
      {"last", "Object s = 1;", "switch (s) { case X(int a, S n) -> new Object(); case Y y -> new Object(); default -> { } }"}, {"other", "S s = new Y();", "int i = switch (s) { case X x -> 1; case Y y -> 2; };"},
      {"guarded", "try { S s = new X(1, null); int i = switch (s) { case X(int a, S n) -> a; case Y y -> 2; }; } catch (LinkageError e) { }"}};
    for (String[] change : changes) {
      for (String[] use : uses) {
        LinkCase one = new LinkCase("switch-sealed/" + change[0] + "/" + use[0], 21).v1("S", changes[0][1]).v1("X", changes[0][2]).v1("Y", changes[0][3]);
        one.v2("S", change[1]).v2("X", change[2]);
        if (!change[3].isEmpty()) one.v2("Y", change[3]);
        cases.add(one.run(rest(use)));
      }
    }
  }
}
