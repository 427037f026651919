import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What HotSpot says of real class files, without running any of their code.
 *
 * <p>{@code JarJudge link SETS OUT} loads and links (verifies) every class of every set; {@code JarJudge probe SETS OUT
 * LINKED} resolves every reference of every class by the instruction that uses it, and needs {@code
 * -XX:-BytecodeVerificationRemote} and what {@code link} has written. A line of SETS: a set's name and its jars and folders,
 * separated by tabs. Lines of OUT: {@code S name}; {@code F class error message} of a class that does not load, {@code V} of
 * one that loads and does not link, {@code C} of one that does, {@code J} of one that the
 * JDK has itself; {@code M error message} numbers an error; {@code P class members types failures...}.
 */
public final class JarJudge {
  private static final MethodType PROBE = MethodType.methodType(void.class, Throwable[].class);
  /** How HotSpot begins to tell where a final field may not be written, though the class be the field's own. */
  private static final String ELSEWHERE = "attempted from a different method";
  private final PrintStream out;
  private final Map<String, Integer> messages = new HashMap<>();

  private JarJudge(PrintStream out) { this.out = out; }

  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    List<String> sets = Files.readAllLines(Path.of(args[1]));
    boolean isLink = args[0].equals("link");
    Map<String, Map<String, String>> refused = isLink ? Map.of() : refused(Path.of(args[3]));
    try (PrintStream out = new PrintStream(new BufferedOutputStream(new FileOutputStream(args[2]), 1 << 20), false, StandardCharsets.UTF_8)) {
      JarJudge judge = new JarJudge(out);
      for (String set : sets) {
        String[] fields = set.split("\t");
        List<Path> paths = Stream.of(fields).skip(1).map(Path::of).collect(Collectors.toList());
        out.println("S\t" + fields[0]);
        if (isLink) judge.link(paths); else judge.probe(paths, refused.getOrDefault(fields[0], Map.of()));
      }
    }
  }

  /** The classes that the machine's parser refuses: without the verifier it would let some pass. */
  private static Map<String, Map<String, String>> refused(Path linked) throws IOException {
    Map<String, Map<String, String>> sets = new HashMap<>();
    Map<String, String> current = new HashMap<>();
    for (String line : Files.readAllLines(linked)) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals("S")) sets.put(fields[1], current = new HashMap<>());
      if (fields[0].equals("F") && fields[2].equals("java.lang.ClassFormatError")) current.put(fields[1], fields[3]);
    }
    return sets;
  }

  private void link(List<Path> paths) throws IOException {
    Set<String> closed = new HashSet<>();
    JarLoader.Change change = (name, bytes) -> {
      byte[] changed = withoutInitializer(bytes);
      if (changed == null) closed.add(name);
      return changed == null ? bytes : changed;
    };
    try (JarLoader loader = new JarLoader(paths, change)) {
      for (String name : loader.names()) {
        char stage = 'F';
        try {
          Class<?> type = Class.forName(name, false, loader);
          if (type.getClassLoader() != loader) {
            out.println("J\t" + escape(name));
            continue;
          }
          stage = 'V';
          if (!closed.contains(name)) {
            Class.forName(name, true, loader);
            out.println("C\t" + escape(name));
          }
        } catch (Throwable error) {
          if (stage == 'V' && isResolved(error)) out.println("C\t" + escape(name));
          else out.println(stage + "\t" + escape(name) + "\t" + text(error));
        }
      }
    }
  }

  /**
   * A class whose initializer does nothing; its code stays, to be verified, under another name. Null for an interface that is
   * too old to have such a method, and must not be initialized.
   */
  private static byte[] withoutInitializer(byte[] bytes) {
    ClassParts parts;
    try {
      parts = new ClassParts(bytes);
    } catch (RuntimeException damaged) {
      return bytes;
    }
    for (ClassParts.Part method : parts.methods) {
      if (!parts.text(method.name).equals("<clinit>")) continue;
      if (parts.isInterface() && parts.major < 52) return null;
      ClassParts.Part nothing = new ClassParts.Part();
      nothing.flags = method.flags;
      nothing.name = method.name;
      nothing.descriptor = method.descriptor;
      byte[] code = {0, 0, 0, 0, 0, 0, 0, 1, (byte) 177, 0, 0, 0, 0};
      nothing.attributes.add(new ClassParts.Attribute(parts.addText("Code"), code));
      method.name = parts.addText("$initializer$");
      method.flags = 0x000a;
      parts.methods.add(nothing);
      return parts.bytes();
    }
    return bytes;
  }

  private void probe(List<Path> paths, Map<String, String> refused) throws IOException {
    Map<String, Prober> probers = new HashMap<>();
    JarLoader.Change change = (name, bytes) -> {
      String message = refused.get(name);
      if (message != null) throw new ClassFormatError(message);
      try {
        Prober prober = new Prober(bytes);
        probers.put(name, prober);
        return prober.bytes();
      } catch (IllegalStateException full) {
        return bytes;
      }
    };
    try (JarLoader loader = new JarLoader(paths, change)) {
      for (String name : loader.names()) {
        Class<?> type;
        try {
          type = Class.forName(name, false, loader);
        } catch (Throwable error) {
          probers.remove(name);
          continue;
        }
        if (type.getClassLoader() != loader) continue;
        Prober prober = probers.remove(name);
        if (prober == null) out.println("X\t" + escape(name) + "\tno room for probes"); else report(type, prober);
      }
    }
  }

  private void report(Class<?> type, Prober prober) {
    List<References.Use> members = prober.references.members;
    List<References.TypeUse> types = prober.references.types;
    StringBuilder line = new StringBuilder("P\t" + escape(type.getName()) + "\t" + members.size() + "\t" + types.size());
    int first = 0;
    for (int number = 0; number < prober.counts.size(); number++) {
      Throwable[] thrown = new Throwable[prober.counts.get(number)];
      try {
        MethodHandle probe = MethodHandles.privateLookupIn(type, MethodHandles.lookup()).findStatic(type, Prober.PROBE + number, PROBE);
        probe.invokeExact(thrown);
      } catch (Throwable error) {
        out.println("X\t" + escape(type.getName()) + "\t" + text(error));
        return;
      }
      for (int index = 0; index < thrown.length; index++) {
        if (thrown[index] == null || isResolved(thrown[index])) continue;
        int at = first + index;
        String text = text(thrown[index]);
        if (at < members.size() && text.contains(ELSEWHERE)) {
          // The probe is no initializer; whether the method that really writes the field is one, its name tells.
          String method = members.get(at).method();
          if (text.contains("than the initializer method " + method)) continue;
          text = text.replace("(" + Prober.PROBE + number + ")", "(" + method + ")");
        }
        line.append('\t');
        if (at < members.size()) {
          References.Use use = members.get(at);
          line.append(use.kind()).append(':').append(use.index());
        } else {
          References.TypeUse use = types.get(at - members.size());
          line.append('t').append(use.kind()).append(':').append(escape(use.name()));
        }
        line.append('=').append(number(text));
      }
      first += thrown.length;
    }
    out.println(line);
  }

  private int number(String text) {
    Integer known = messages.get(text);
    if (known != null) return known;
    out.println("M\t" + text);
    messages.put(text, messages.size());
    return messages.size() - 1;
  }

  /** Whether what was thrown comes after resolution: null was used, or a class of the JDK was initialized and failed. */
  private static boolean isResolved(Throwable error) {
    if (error instanceof SecurityException) return !String.valueOf(error.getMessage()).startsWith("Prohibited package");
    if (!(error instanceof LinkageError) || error instanceof ExceptionInInitializerError) return true;
    // A native method was about to run.
    if (error instanceof UnsatisfiedLinkError) return true;
    if (String.valueOf(error.getMessage()).startsWith("Could not initialize class")) return true;
    for (StackTraceElement frame : error.getStackTrace()) {
      if (frame.getMethodName().startsWith(Prober.PROBE)) return false;
      if (frame.getMethodName().equals("<clinit>")) return true;
    }
    return false;
  }

  private static String text(Throwable error) {
    return error.getClass().getName() + "\t" + escape(HotSpotMessage.comparable(error.getMessage()));
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }
}
