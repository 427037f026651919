import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says what an older release lacks of what compiled classes use, from a JDK's {@code ct.sym} alone.
 *
 * <p>Usage: {@code SymbolFileJudge HOME RELEASE FOLDER}. The classes under FOLDER stand in for the release's own where it has them
 * and then see nothing but the release; the others see the release before each other. Lines, separated by tabs: "has" and a class of
 * the release; "class", user and missing class; "field" or "method", user and missing member; "either" in front of a member whose
 * handle fails by a missing class of its descriptor before that; "faulty" and what keeps a class from loading.
 */
public final class SymbolFileJudge {
  private static final Map<String, Shape> release = new HashMap<>();
  private static final Map<String, Shape> examined = new HashMap<>();
  private static final Set<String> out = new TreeSet<>();

  public static void main(String[] args) throws IOException {
    char letter = Integer.toString(Integer.parseInt(args[1]), 36).toUpperCase().charAt(0);
    try (FileSystem symbols = FileSystems.newFileSystem(Path.of(args[0], "lib", "ct.sym"));
        Stream<Path> top = Files.list(symbols.getPath("/"))) {
      for (Path part : (Iterable<Path>) top::iterator) {
        String name = part.getFileName().toString().replace("/", "");
        if (name.indexOf(letter) >= 0 && !name.contains("-")) read(part, ".sig", release, false);
      }
    }
    dropHidden();
    read(Path.of(args[2]), ".class", examined, true);
    for (String name : release.keySet()) out.add("has\t" + name);
    Set<String> faults = new HashSet<>();
    for (Shape one : examined.values()) {
      if (!one.isShadowed() && one.isBarred()) one.loads = false;
      String fault = one.isShadowed() ? null : one.fault(new HashSet<>());
      if (fault == null) continue;
      one.loads = false;
      faults.add(fault);
      out.add("class\t" + one.name + "\t" + fault);
      out.add("faulty\t" + fault);
    }
    for (Shape one : examined.values()) if (one.loads) one.judge(faults);
    StringBuilder text = new StringBuilder();
    for (String line : out) text.append(line).append('\n');
    System.out.print(text);
  }

  /** A class that is not public is no API, unless one that is inherits from it. */
  private static void dropHidden() {
    Set<String> kept = new HashSet<>();
    for (Shape one : release.values()) if ((one.flags & 1) != 0) one.keep(kept);
    release.keySet().retainAll(kept);
  }

  private static void read(Path root, String suffix, Map<String, Shape> into, boolean withCode) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        if (!name.endsWith(suffix) || name.startsWith("module-info") || name.startsWith("package-info")) continue;
        Shape shape = new Shape(Files.readAllBytes(file), withCode);
        into.put(shape.name, shape);
      }
    }
  }

  /** What a class file declares, and, of its code, the constants that instructions name. */
  private static final class Shape {
    private final Object[] pool;
    private final int[] tags;
    private final byte[] bytes;
    final String name;
    final int flags;
    final List<String> parents = new ArrayList<>();
    final Map<String, Integer> members = new HashMap<>();
    private final Set<Integer> used = new TreeSet<>();
    private int bootstraps = -1;
    boolean loads = true;

    Shape(byte[] bytes, boolean withCode) throws IOException {
      this.bytes = bytes;
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      in.skipBytes(8);
      int count = in.readUnsignedShort();
      pool = new Object[count];
      tags = new int[count];
      for (int i = 1; i < count; i++) {
        tags[i] = in.readUnsignedByte();
        switch (tags[i]) {
          case 1 -> pool[i] = in.readUTF();
          case 3, 4 -> in.readInt();
          case 5, 6 -> { in.readLong(); i++; }
          case 7, 8, 16, 19, 20 -> pool[i] = new int[] {in.readUnsignedShort()};
          case 15 -> pool[i] = new int[] {in.readUnsignedByte(), in.readUnsignedShort()};
          default -> pool[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
        }
      }
      flags = in.readUnsignedShort();
      name = type(in.readUnsignedShort());
      int parent = in.readUnsignedShort();
      if (parent != 0) parents.add(type(parent));
      for (int n = in.readUnsignedShort(); n > 0; n--) parents.add(type(in.readUnsignedShort()));
      for (int kind = 0; kind < 2; kind++) {
        for (int n = in.readUnsignedShort(); n > 0; n--) {
          int memberFlags = in.readUnsignedShort();
          members.put(text(in.readUnsignedShort()) + (kind == 0 ? ":" : "") + text(in.readUnsignedShort()), memberFlags);
          attributes(in, withCode);
        }
      }
      attributes(in, withCode);
    }

    private void attributes(DataInputStream in, boolean withCode) throws IOException {
      for (int n = in.readUnsignedShort(); n > 0; n--) {
        String attribute = text(in.readUnsignedShort());
        int length = in.readInt();
        int start = bytes.length - in.available();
        if (withCode && attribute.equals("Code")) code(start + 8, integer(start + 4));
        if (attribute.equals("BootstrapMethods")) bootstraps = start;
        in.skipNBytes(length);
      }
    }

    private int two(int at) { return (bytes[at] & 255) << 8 | bytes[at + 1] & 255; }

    private int integer(int at) { return two(at) << 16 | two(at + 2); }

    /** Lengths by JVMS chapter 6; the constants of those instructions that name one. */
    private void code(int start, int length) {
      for (int at = start; at < start + length; ) {
        int opcode = bytes[at] & 255;
        if (opcode == 18) use(bytes[at + 1] & 255);
        if (opcode == 19 || opcode == 20 || opcode >= 178 && opcode <= 187 || opcode == 189 || opcode == 192
            || opcode == 193 || opcode == 197) use(two(at + 1));
        int padded = at + 4 - (at - start) % 4;
        if (opcode == 170) at = padded + 12 + 4 * (integer(padded + 8) - integer(padded + 4) + 1);
        else if (opcode == 171) at = padded + 8 + 8 * integer(padded + 4);
        else if (opcode == 196) at += (bytes[at + 1] & 255) == 132 ? 6 : 4;
        else if (opcode == 185 || opcode == 186 || opcode == 200 || opcode == 201) at += 5;
        else if (opcode == 197) at += 4;
        else if (opcode == 17 || opcode == 19 || opcode == 20 || opcode == 132 || opcode >= 153 && opcode <= 168
            || opcode >= 178 && opcode <= 184 || opcode == 187 || opcode == 189 || opcode == 192 || opcode == 193
            || opcode == 198 || opcode == 199) at += 3;
        else if (opcode == 16 || opcode == 18 || opcode >= 21 && opcode <= 25 || opcode >= 54 && opcode <= 58
            || opcode == 169 || opcode == 188) at += 2;
        else at++;
      }
    }

    private void use(int index) { used.add(index); }

    private int[] at(int index) { return (int[]) pool[index]; }

    private String text(int index) { return (String) pool[index]; }

    private String type(int index) { return text(at(index)[0]); }

    void keep(Set<String> kept) {
      if (!kept.add(name)) return;
      for (String parent : parents) if (release.containsKey(parent)) release.get(parent).keep(kept);
    }

    boolean isShadowed() { return release.containsKey(name); }

    Shape find(String type) {
      Shape found = release.get(type);
      return found != null || isShadowed() ? found : examined.get(type);
    }

    /** The ancestor that keeps a class from being loaded; null when all are there. */
    String fault(Set<String> seen) {
      if (!seen.add(name)) return null;
      for (String parent : parents) {
        Shape shape = find(parent);
        if (shape == null) return parent;
        String fault = shape.isShadowed() ? null : shape.fault(seen);
        if (fault != null) return fault;
      }
      return null;
    }

    /** Whether an ancestor of the release refuses to be extended, or a method of it to be overridden. */
    boolean isBarred() {
      for (String parent : parents) {
        Shape shape = find(parent);
        if (shape == null) continue;
        if (!shape.isShadowed()) {
          if (shape.isBarred()) return true;
          continue;
        }
        if ((shape.flags & 1) == 0 || (shape.flags & 0x10) != 0) return true;
        for (Shape above = shape; above != null; above = above.parents.isEmpty() ? null : release.get(above.parents.get(0))) {
          for (Map.Entry<String, Integer> one : members.entrySet()) {
            Integer theirs = above.members.get(one.getKey());
            if (theirs != null && one.getKey().contains("(") && !one.getKey().startsWith("<") && (theirs & 0x18) == 0x10
                && (one.getValue() & 0xA) == 0) return true;
          }
        }
      }
      return false;
    }

    void judge(Set<String> faults) {
      for (int index : used) constant(index, faults, 0);
    }

    private void constant(int index, Set<String> faults, int depth) {
      switch (tags[index]) {
        case 7 -> missingClass(type(index), faults);
        case 9, 10, 11 -> member(index, faults, false);
        case 15 -> member(at(index)[1], faults, true);
        case 16 -> missingIn(text(at(index)[0]), faults);
        case 17, 18 -> {
          if (depth > 6) return;
          int entry = bootstraps + 2;
          for (int skip = at(index)[0]; skip > 0; skip--) entry += 4 + 2 * two(entry + 2);
          constant(two(entry), faults, depth + 1);
          for (int n = 0; n < two(entry + 2); n++) constant(two(entry + 4 + 2 * n), faults, depth + 1);
          missingIn(text(at(at(index)[1])[1]), faults);
        }
        default -> { }
      }
    }

    private boolean missingIn(String descriptor, Set<String> faults) {
      boolean any = false;
      for (int at = 0; at < descriptor.length(); at++) {
        if (descriptor.charAt(at) != 'L') continue;
        int end = descriptor.indexOf(';', at);
        any |= missingClass(descriptor.substring(at + 1, end), faults);
        at = end;
      }
      return any;
    }

    /** Whether a class, or the class of an array, cannot be had. */
    private boolean missingClass(String type, Set<String> faults) {
      String element = type.startsWith("[") ? type.replaceAll("^\\[+L?|;$", "") : type;
      if (type.startsWith("[") && !type.endsWith(";")) return false;
      Shape shape = find(element);
      if (shape == null && !faults.contains(element)) out.add("class\t" + name + "\t" + element);
      return shape == null || !shape.loads;
    }

    private void member(int index, Set<String> faults, boolean isHandle) {
      int[] nameAndType = at(at(index)[1]);
      String owner = type(at(index)[0]);
      if (missingClass(owner, faults) || owner.startsWith("[")) return;
      String descriptor = text(nameAndType[1]);
      boolean isBarred = isHandle && missingIn(descriptor, faults);
      Shape shape = find(owner);
      boolean isField = tags[index] == 9;
      // Refused before anybody looks for the member: a class of the other loader that is not public, or of the other kind.
      if (shape.isShadowed() != isShadowed() && (shape.flags & 1) == 0) return;
      if (!isField && (shape.flags & 0x200) != 0 != (tags[index] == 11)) return;
      String member = text(nameAndType[0]) + (isField ? ":" : "") + descriptor;
      if (!shape.has(member, text(nameAndType[0]), new HashSet<>())) {
        out.add((isBarred ? "either\t" : "") + (isField ? "field\t" : "method\t") + name + "\t" + owner + "." + member);
      }
    }

    private boolean has(String member, String simple, Set<String> seen) {
      if (!seen.add(name)) return false;
      if (members.containsKey(member)) {
        // Nobody inherits what is static or private in an interface.
        if (seen.size() == 1 || member.contains(":") || (flags & 0x200) == 0 || (members.get(member) & 0xA) == 0) return true;
      }
      if (simple.equals("<init>")) return false;
      // Only the release's own classes are the machine's (JVMS 2.9.3).
      if (isShadowed() && (name.equals("java/lang/invoke/MethodHandle") || name.equals("java/lang/invoke/VarHandle"))) {
        for (Map.Entry<String, Integer> one : members.entrySet()) {
          if (one.getKey().startsWith(simple + "([Ljava/lang/Object;)") && (one.getValue() & 0x180) == 0x180) return true;
        }
      }
      for (String parent : parents) {
        Shape shape = find(parent);
        if (shape != null && shape.has(member, simple, seen)) return true;
      }
      return (flags & 0x200) != 0 && release.get("java/lang/Object").members.containsKey(member);
    }
  }
}
