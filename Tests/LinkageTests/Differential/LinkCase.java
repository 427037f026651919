import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One library pair and its client: sources by binary name, with "$P" standing for the case's own package. */
final class LinkCase {
  /** What happens to a compiled class of version 2 or of the client before it is run. */
  record Patch(String kind, String layer, String type, String argument) {}

  final String name;
  final int release;
  final Map<String, String> v1 = new LinkedHashMap<>();
  final Map<String, String> v2 = new LinkedHashMap<>();
  /** Parts of version 2 that cannot be compiled together with the rest (cycles); they win. */
  final Map<String, String> v2late = new LinkedHashMap<>();
  final Map<String, String> client = new LinkedHashMap<>();
  final List<Patch> patches = new ArrayList<>();
  /** Classes kept from version 1, though version 2 has them. */
  final List<String> stale = new ArrayList<>();

  LinkCase(String name) { this(name, 8); }

  LinkCase(String name, int release) {
    this.name = name;
    this.release = release;
    client("Main", "public class Main {\n  public static void run() throws Throwable {\n    Client.run();\n  }\n}");
  }

  LinkCase v1(String type, String body) { v1.put("lib." + type, source("lib", body)); return this; }

  LinkCase v2(String type, String body) { v2.put("lib." + type, source("lib", body)); return this; }

  LinkCase both(String type, String body) { return v1(type, body).v2(type, body); }

  LinkCase late(String type, String body) { v2late.put("lib." + type, source("lib", body)); return this; }

  LinkCase client(String type, String body) { client.put("app." + type, source("app", body)); return this; }

  /** A client class in the library's own package: it shares the name, never the run-time package. */
  LinkCase neighbour(String type, String body) { client.put("lib." + type, source("lib", body)); return this; }

  /** The body of Client.run(). */
  LinkCase run(String... lines) { return run("", lines); }

  LinkCase run(String members, String[] lines) {
    return client("Client", "public class Client {\n  public static void run() throws Throwable {\n    "
        + String.join("\n    ", lines) + "\n  }\n" + members + "}");
  }

  LinkCase patch(String kind, String layer, String type, String argument) {
    patches.add(new Patch(kind, layer, type, argument));
    return this;
  }

  LinkCase stale(String type) { stale.add(type); return this; }

  private static String source(String pkg, String body) {
    String imports = pkg.equals("app") ? "import $P.lib.*; " : "";
    return "package $P." + pkg + "; " + imports + body + "\n";
  }
}
