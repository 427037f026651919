import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the code of a class refers to, each once: members by instruction or by method handle, types, method types. */
final class References {
  /**
   * A use of the member reference (or of the method handle constant) at an index by an opcode (or a handle's kind), in a
   * method; of several methods the last that is no initializer.
   */
  record Use(int kind, int index, String method) {}

  /** A use of a type: by {@code new}, {@code anewarray}, {@code multianewarray}, or by name alone. */
  record TypeUse(int kind, int index, String name) {}

  static final int NEW = 0;
  static final int NEW_ARRAY = 1;
  static final int MULTI_ARRAY = 2;
  static final int CAST = 3;
  static final int INSTANCE_OF = 4;
  static final int LITERAL = 5;
  static final int METHOD_TYPE = 6;

  final List<Use> members = new ArrayList<>();
  final List<TypeUse> types = new ArrayList<>();
  private final Map<Integer, Integer> seen = new HashMap<>();
  private final Set<String> seenTypes = new HashSet<>();
  private final ClassParts parts;
  private final byte[] bootstraps;
  private String method;

  References(ClassParts parts) {
    this.parts = parts;
    bootstraps = parts.attribute(parts.attributes, "BootstrapMethods");
    for (ClassParts.Part one : parts.methods) {
      byte[] code = parts.attribute(one.attributes, "Code");
      method = parts.text(one.name);
      if (code != null) walk(ByteBuffer.wrap(code, 8, ByteBuffer.wrap(code).getInt(4)).slice());
    }
  }

  private void walk(ByteBuffer code) {
    int at = 0;
    while (at < code.limit()) {
      int opcode = code.get(at) & 0xff;
      switch (opcode) {
        case 18 -> constant(code.get(at + 1) & 0xff, 0);
        case 19, 20 -> constant(index(code, at), 0);
        case 178, 179, 180, 181, 182, 183, 184, 185 -> member(opcode, index(code, at));
        case 186 -> dynamic(index(code, at), 0);
        case 187 -> type(NEW, index(code, at));
        case 189 -> type(NEW_ARRAY, index(code, at));
        case 192 -> type(CAST, index(code, at));
        case 193 -> type(INSTANCE_OF, index(code, at));
        case 197 -> type(MULTI_ARRAY, index(code, at));
        default -> { }
      }
      at += length(code, at, opcode);
    }
  }

  private static int index(ByteBuffer code, int at) { return code.getShort(at + 1) & 0xffff; }

  private static int length(ByteBuffer code, int at, int opcode) {
    switch (opcode) {
      case 170: {
        int table = at + 4 - at % 4;
        return table - at + 12 + 4 * (code.getInt(table + 8) - code.getInt(table + 4) + 1);
      }
      case 171: {
        int table = at + 4 - at % 4;
        return table - at + 8 + 8 * code.getInt(table + 4);
      }
      case 196: return (code.get(at + 1) & 0xff) == 132 ? 6 : 4;
      case 185, 186, 200, 201: return 5;
      case 197: return 4;
      case 17, 19, 20, 132, 187, 189, 192, 193, 198, 199: return 3;
      case 16, 18, 188: return 2;
      default:
        if (opcode >= 153 && opcode <= 168 || opcode >= 178 && opcode <= 184) return 3;
        return opcode >= 21 && opcode <= 25 || opcode >= 54 && opcode <= 58 || opcode == 169 ? 2 : 1;
    }
  }

  private void member(int kind, int index) {
    Integer known = seen.putIfAbsent(kind << 16 | index, members.size());
    if (known == null) members.add(new Use(kind, index, method));
    else if (!method.startsWith("<")) members.set(known, new Use(kind, index, method));
  }

  private void type(int kind, int index) {
    String name = parts.className(index);
    if (seenTypes.add(kind + name)) types.add(new TypeUse(kind, index, name));
  }

  private void constant(int index, int depth) {
    if (depth >= 8) return;
    switch (parts.tag(index)) {
      case 7 -> type(LITERAL, index);
      case 15 -> member(parts.kind(index), index);
      case 16 -> methodType(parts.content(index, 0));
      case 17 -> dynamic(index, depth);
      default -> { }
    }
  }

  private void methodType(int descriptor) {
    String text = parts.text(descriptor);
    if (seenTypes.add(METHOD_TYPE + text)) types.add(new TypeUse(METHOD_TYPE, descriptor, text));
  }

  /** A dynamic constant or call site asks for its bootstrap method, the arguments, and the types of its descriptor. */
  private void dynamic(int index, int depth) {
    if (bootstraps == null) return;
    ByteBuffer table = ByteBuffer.wrap(bootstraps).position(2);
    for (int left = parts.content(index, 0); left > 0; left--) {
      table.getShort();
      table.position(table.position() + 2 + 2 * (table.getShort(table.position()) & 0xffff));
    }
    constant(table.getShort() & 0xffff, depth + 1);
    for (int left = table.getShort() & 0xffff; left > 0; left--) constant(table.getShort() & 0xffff, depth + 1);
    methodType(parts.content(parts.content(index, 2), 2));
  }
}
