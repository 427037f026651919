import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Writes the generated cases as compiled classes into one file.
 *
 * <p>Usage: {@code CaseCompiler OUT SEED COUNT RELEASE [NAMES]}; COUNT 0 takes all, NAMES is an expression. Records, big-endian: a count of cases, then for
 * each its id, name and count of classes, then each class as layer ("lib" or "app"), binary name, bytes.
 */
public final class CaseCompiler {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final int BATCH = 250;

  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[1]);
    int count = Integer.parseInt(args[2]);
    int release = Integer.parseInt(args[3]);
    List<LinkCase> cases = new ArrayList<>();
    for (LinkCase one : LinkCases.all()) if (one.release <= release) cases.add(one);
    if (count > 0 && count < cases.size()) {
      Collections.shuffle(cases, new Random(seed));
      cases = new ArrayList<>(cases.subList(0, count));
    }
    if (args.length > 4) cases.removeIf(one -> !java.util.regex.Pattern.compile(args[4]).matcher(one.name).find());
    Map<Integer, Map<String, byte[]>> built = new TreeMap<>();
    for (int start = 0; start < cases.size(); start += BATCH) {
      compile(cases, start, Math.min(start + BATCH, cases.size()), release, built);
    }
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[0]))))) {
      out.writeInt(built.size());
      for (Map.Entry<Integer, Map<String, byte[]>> one : built.entrySet()) {
        out.writeUTF(id(one.getKey()));
        out.writeUTF(cases.get(one.getKey()).name);
        out.writeInt(one.getValue().size());
        for (Map.Entry<String, byte[]> type : one.getValue().entrySet()) {
          out.writeUTF(type.getKey().substring(0, 3));
          out.writeUTF(type.getKey().substring(4));
          out.writeInt(type.getValue().length);
          out.write(type.getValue());
        }
      }
    }
    System.out.println("generated\t" + cases.size() + "\tcompiled\t" + built.size());
  }

  /** So long are the packages of every other case: of long names the machine cuts its messages off, each at its own length. */
  private static final int[] LENGTHS = {40, 70, 110, 160, 330, 700};

  /** The package of a case, which is its id. */
  private static String id(int number) {
    if (number % 2 == 0) return "c" + number;
    return "c" + number + "_" + "x".repeat(LENGTHS[number / 2 % LENGTHS.length]);
  }

  /** Compiles cases[from..<to]; a batch that fails is halved until the one bad case is alone, named and dropped. */
  private static void compile(
      List<LinkCase> cases, int from, int to, int release, Map<Integer, Map<String, byte[]>> built) {
    StringBuilder errors = new StringBuilder();
    if (tryCompile(cases, from, to, release, built, errors)) return;
    if (to - from == 1) {
      System.err.println("case does not compile: " + cases.get(from).name + "\n" + errors);
      return;
    }
    int middle = (from + to) / 2;
    compile(cases, from, middle, release, built);
    compile(cases, middle, to, release, built);
  }

  private static boolean tryCompile(
      List<LinkCase> cases, int from, int to, int release, Map<Integer, Map<String, byte[]>> built, StringBuilder errors) {
    Map<String, String> first = new LinkedHashMap<>();
    Map<String, String> second = new LinkedHashMap<>();
    Map<String, String> late = new LinkedHashMap<>();
    for (int i = from; i < to; i++) {
      LinkCase one = cases.get(i);
      String pkg = id(i);
      one.v1.forEach((type, text) -> first.put(pkg + "." + type, text.replace("$P", pkg)));
      one.client.forEach((type, text) -> first.put(pkg + "." + type, text.replace("$P", pkg)));
      one.v2.forEach((type, text) -> second.put(pkg + "." + type, text.replace("$P", pkg)));
      one.v2late.forEach((type, text) -> late.put(pkg + "." + type, text.replace("$P", pkg)));
    }
    Map<String, byte[]> before = javac(first, Map.of(), release, errors);
    Map<String, byte[]> after = before == null ? null : javac(second, Map.of(), release, errors);
    Map<String, byte[]> wins = after == null ? null : late.isEmpty() ? Map.of() : javac(late, after, release, errors);
    if (wins == null) return false;
    for (int i = from; i < to; i++) built.put(i, layers(cases.get(i), id(i), before, after, wins));
    return true;
  }

  /** The classes of one case by layer and name, after its patches. */
  private static Map<String, byte[]> layers(
      LinkCase one, String pkg, Map<String, byte[]> before, Map<String, byte[]> after, Map<String, byte[]> wins) {
    Map<String, byte[]> result = new TreeMap<>();
    for (Map<String, byte[]> part : List.of(after, wins)) {
      part.forEach((type, bytes) -> { if (type.startsWith(pkg + ".lib.")) result.put("lib:" + type, bytes); });
    }
    before.forEach((type, bytes) -> {
      if (!type.startsWith(pkg + ".")) return;
      String outer = type.substring(pkg.length() + 1).replaceAll("\\$.*", "");
      if (one.client.containsKey(outer)) result.put("app:" + type, bytes);
      if (one.stale.contains(type.substring(pkg.length() + 1))) result.put("lib:" + type, bytes);
    });
    for (LinkCase.Patch patch : one.patches) {
      String key = patch.layer() + ":" + pkg + "." + patch.type();
      byte[] bytes = result.get(key);
      if (bytes == null) throw new IllegalStateException(one.name + ": no " + key + " in " + result.keySet());
      switch (patch.kind()) {
        case "drop" -> result.remove(key);
        case "rename" -> {
          result.remove(key);
          // A name outside the case's own packages is given in full.
          String name = patch.argument().startsWith("java") ? patch.argument() : pkg + "." + patch.argument();
          result.put(patch.layer() + ":" + name, bytes);
        }
        case "move" -> {
          result.remove(key);
          result.put(patch.argument() + ":" + pkg + "." + patch.type(), bytes);
        }
        case "major" -> {
          byte[] copy = bytes.clone();
          copy[6] = 0;
          copy[7] = (byte) Integer.parseInt(patch.argument());
          result.put(key, copy);
        }
        case "minor" -> {
          byte[] copy = bytes.clone();
          java.nio.ByteBuffer.wrap(copy).putShort(4, (short) Integer.parseInt(patch.argument()));
          result.put(key, copy);
        }
        case "text" -> {
          String[] names = patch.argument().replace("$P", pkg).split("=>");
          result.put(key, new ClassEditor(bytes).rename(names[0], names[1]).bytes());
        }
        case "flags" -> {
          String[] parts = patch.argument().split("=");
          result.put(key, new ClassEditor(bytes).flags(parts[0], Integer.parseInt(parts[1], 16)).bytes());
        }
        case "rehost" -> result.put(key, new ClassEditor(bytes).nestHost(patch.argument().replace("$P", pkg)).bytes());
        case "dynamic" -> result.put(
            key, new ClassEditor(bytes).dynamic("CONDY", pkg + "/lib/Factory", "make", patch.argument().replace("$P", pkg)).bytes());
        case "keep" -> result.put(key, java.util.Arrays.copyOf(bytes, Integer.parseInt(patch.argument())));
        case "magic" -> {
          byte[] copy = bytes.clone();
          System.arraycopy(java.util.HexFormat.of().parseHex(patch.argument()), 0, copy, 0, 4);
          result.put(key, copy);
        }
        case "truncate" -> result.put(key, java.util.Arrays.copyOf(bytes, bytes.length - Integer.parseInt(patch.argument())));
        default -> throw new IllegalStateException(patch.kind());
      }
    }
    return result;
  }

  /** Compiles sources in memory against classes; null when javac has errors. */
  private static Map<String, byte[]> javac(
      Map<String, String> sources, Map<String, byte[]> classes, int release, StringBuilder errors) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Map<String, ByteArrayOutputStream> out = new LinkedHashMap<>();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((type, text) -> units.add(new Text(type, text)));
    try (StandardJavaFileManager standard = JAVAC.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
      JavaFileManager files = new Memory(standard, classes, out);
      List<String> options = List.of("--release", "" + release, "-nowarn", "-proc:none", "-g:source,lines", "-XDshould-stop.ifError=FLOW");
      if (!JAVAC.getTask(null, files, diagnostics, options, null, units).call()) {
        diagnostics.getDiagnostics().forEach(d -> errors.append(d).append('\n'));
        return null;
      }
    } catch (IOException error) {
      errors.append(error);
      return null;
    }
    Map<String, byte[]> result = new LinkedHashMap<>();
    out.forEach((type, bytes) -> result.put(type, bytes.toByteArray()));
    return result;
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String type, String text) {
      super(URI.create("string:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override public CharSequence getCharContent(boolean ignore) { return text; }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, byte[]> classes;
    private final Map<String, ByteArrayOutputStream> out;

    Memory(JavaFileManager base, Map<String, byte[]> classes, Map<String, ByteArrayOutputStream> out) {
      super(base);
      this.classes = classes;
      this.out = out;
    }

    @Override public JavaFileObject getJavaFileForOutput(
        Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + type.replace('.', '/') + ".class"), kind) {
        @Override public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          out.put(type, bytes);
          return bytes;
        }
      };
    }

    @Override public Iterable<JavaFileObject> list(
        Location location, String pkg, java.util.Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
      List<JavaFileObject> found = new ArrayList<>();
      super.list(location, pkg, kinds, recurse).forEach(found::add);
      if (location == StandardLocation.CLASS_PATH) {
        classes.forEach((type, bytes) -> {
          int dot = type.lastIndexOf('.');
          if (type.substring(0, dot).equals(pkg)) found.add(new Compiled(type, bytes));
        });
      }
      return found;
    }

    @Override public String inferBinaryName(Location location, JavaFileObject file) {
      return file instanceof Compiled c ? c.type : super.inferBinaryName(location, file);
    }
  }

  private static final class Compiled extends SimpleJavaFileObject {
    final String type;
    private final byte[] bytes;

    Compiled(String type, byte[] bytes) {
      super(URI.create("memory:///" + type.replace('.', '/') + ".class"), Kind.CLASS);
      this.type = type;
      this.bytes = bytes;
    }

    @Override public java.io.InputStream openInputStream() { return new java.io.ByteArrayInputStream(bytes); }
  }
}
