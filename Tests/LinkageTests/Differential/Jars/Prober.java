import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A class whose code is replaced by probes: methods of the class itself that execute each instruction that it uses, once, on
 * null. HotSpot resolves the reference before it looks at the object, so the error says whether it resolves; nothing of the
 * program runs, since no method of any class so changed does anything but throw, and no initializer anything at all.
 *
 * <p>Not for the verifier: it must be off.
 */
final class Prober {
  static final String PROBE = "$judge$";
  static final String DESCRIPTOR = "([Ljava/lang/Throwable;)V";
  private static final int ROOM = 60_000;

  private final ClassParts parts;
  final References references;
  private final int codeName;
  private Code code = new Code();
  private final List<Code> finished = new ArrayList<>();

  /** The method that is being written. */
  private static final class Code {
    final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    final ByteArrayOutputStream table = new ByteArrayOutputStream();
    int handlers;
    int probes;

    void u1(int value) { bytes.put((byte) value); }
    void u2(int value) { bytes.putShort((short) value); }
    int at() { return bytes.position(); }
    byte[] content() { return java.util.Arrays.copyOf(bytes.array(), at()); }

    /** A jump whose target is told later. */
    int jump() {
      u1(167);
      u2(0);
      return at() - 3;
    }

    void land(int jump) { bytes.putShort(jump + 1, (short) (at() - jump)); }

    void handle(int start, int end, int handler) {
      for (int value : new int[] {start, end, handler, 0}) {
        table.write(value >> 8);
        table.write(value);
      }
      handlers++;
    }
  }

  /** How many probes each method holds, in the order of the members, then of the types. */
  final List<Integer> counts = new ArrayList<>();

  Prober(byte[] bytes) {
    parts = new ClassParts(bytes);
    references = new References(parts);
    codeName = parts.addText("Code");
    // Static methods of interfaces and handles as constants need class files that know them; resolution asks for no version.
    parts.major = Math.max(parts.major, 52);
    if (parts.isInterface()) parts.flags |= 0x0400;
    empty();
    for (References.Use use : references.members) probe(use);
    for (References.TypeUse use : references.types) probe(use);
    finish();
    for (int number = 0; number < finished.size(); number++) {
      Code one = finished.get(number);
      counts.add(one.probes);
      add(PROBE + number, 300, 1, one.content(), one.handlers, one.table.toByteArray());
    }
  }

  byte[] bytes() { return parts.bytes(); }

  /** Takes the code out of all methods. */
  private void empty() {
    for (ClassParts.Part method : parts.methods) {
      if (parts.attribute(method.attributes, "Code") == null) continue;
      boolean isInitializer = parts.text(method.name).equals("<clinit>");
      method.attributes.removeIf(one -> parts.text(one.name()).equals("Code"));
      method.attributes.add(
          isInitializer
              ? new ClassParts.Attribute(codeName, attribute(0, 0, new byte[] {(byte) 177}, 0, new byte[0]))
              : nothing(parts, parts.text(method.descriptor)));
    }
  }

  /** Code that throws, for a method of a descriptor. */
  static ClassParts.Attribute nothing(ClassParts parts, String descriptor) {
    byte[] code = {1, (byte) 191};
    return new ClassParts.Attribute(parts.addText("Code"), attribute(1, slots(descriptor) + 1, code, 0, new byte[0]));
  }

  private void add(String name, int stack, int locals, byte[] code, int handlers, byte[] table) {
    ClassParts.Part method = new ClassParts.Part();
    method.flags = 0x1009;
    method.name = parts.addText(name);
    method.descriptor = parts.addText(DESCRIPTOR);
    method.attributes.add(new ClassParts.Attribute(codeName, attribute(stack, locals, code, handlers, table)));
    parts.methods.add(method);
  }

  private static byte[] attribute(int stack, int locals, byte[] code, int handlers, byte[] table) {
    return ByteBuffer.allocate(12 + code.length + table.length).putShort((short) stack).putShort((short) locals)
        .putInt(code.length).put(code).putShort((short) handlers).put(table).putShort((short) 0).array();
  }

  private void probe(References.Use use) {
    begin();
    int start = code.at();
    int linked = -1;
    String descriptor = use.kind() < 16 ? "" : parts.descriptor(use.index());
    switch (use.kind()) {
      case 178 -> {
        instruction(178, use.index());
        pop(descriptor);
      }
      case 179 -> {
        push(descriptor);
        instruction(179, use.index());
      }
      case 180 -> {
        code.u1(1);
        instruction(180, use.index());
        pop(descriptor);
      }
      case 181 -> {
        code.u1(1);
        push(descriptor);
        instruction(181, use.index());
      }
      case 182, 183, 185 -> {
        code.u1(1);
        call(use.kind(), use.index(), descriptor);
      }
      case 184 -> {
        // What links must not run: a handle is resolved by the same rules. The instruction only follows where that fails.
        instruction(19, parts.addHandle(6, use.index()));
        code.u1(87);
        int end = code.at();
        linked = code.jump();
        code.handle(start, end, code.at());
        code.u1(87);
        start = code.at();
        call(184, use.index(), descriptor);
      }
      default -> {
        instruction(19, use.index());
        code.u1(87);
      }
    }
    end(start);
    if (linked >= 0) code.land(linked);
  }

  private void probe(References.TypeUse use) {
    begin();
    int start = code.at();
    switch (use.kind()) {
      case References.NEW -> instruction(187, use.index());
      case References.NEW_ARRAY -> {
        code.u1(2);
        instruction(189, use.index());
      }
      case References.MULTI_ARRAY -> {
        code.u1(2);
        instruction(197, use.index());
        code.u1(1);
      }
      case References.METHOD_TYPE -> instruction(19, type(use));
      default -> instruction(19, use.index());
    }
    code.u1(87);
    end(start);
  }

  /** A constant that resolves the types of a descriptor: of a method, or of a dynamic constant. */
  private int type(References.TypeUse use) {
    if (use.name().startsWith("(")) return parts.add(16, use.index());
    String name = use.name();
    // Primitive types always resolve.
    if (name.length() == 1) return parts.add(16, parts.addText("()" + name));
    return parts.add(7, parts.addText(name.startsWith("L") ? name.substring(1, name.length() - 1) : name));
  }

  private void call(int opcode, int index, String descriptor) {
    push(descriptor.substring(1, descriptor.indexOf(')')));
    instruction(opcode, index);
    if (opcode == 185) {
      code.u1(slots(descriptor) + 1);
      code.u1(0);
    }
    pop(result(descriptor));
  }

  private static String result(String descriptor) { return descriptor.substring(descriptor.indexOf(')') + 1); }

  private void instruction(int opcode, int index) {
    code.u1(opcode);
    code.u2(index);
  }

  private void begin() {
    if (code.at() > ROOM || code.probes > 30_000) finish();
  }

  /** What is thrown goes into the array, at the number of the probe. */
  private void end(int start) {
    int end = code.at();
    int number = code.probes++;
    int next = code.jump();
    code.handle(start, end, code.at());
    code.u1(42);
    code.u1(95);
    code.u1(17);
    code.u2(number);
    code.u1(95);
    code.u1(83);
    code.land(next);
  }

  private void finish() {
    if (code.probes == 0) return;
    code.u1(177);
    finished.add(code);
    code = new Code();
  }

  /** Pushes nothing of each type. */
  private void push(String types) {
    for (int at = 0; at < types.length(); at++) {
      switch (types.charAt(at)) {
        case 'J' -> code.u1(9);
        case 'F' -> code.u1(11);
        case 'D' -> code.u1(14);
        case 'L', '[' -> {
          while (types.charAt(at) == '[') at++;
          if (types.charAt(at) == 'L') at = types.indexOf(';', at);
          code.u1(1);
        }
        default -> code.u1(3);
      }
    }
  }

  private void pop(String type) {
    if (!type.equals("V")) code.u1(type.equals("J") || type.equals("D") ? 88 : 87);
  }

  /** The slots of a method's parameters. */
  static int slots(String descriptor) {
    int count = 0;
    for (int at = 1; descriptor.charAt(at) != ')'; at++) {
      boolean isArray = descriptor.charAt(at) == '[';
      while (descriptor.charAt(at) == '[') at++;
      char kind = descriptor.charAt(at);
      if (kind == 'L') at = descriptor.indexOf(';', at);
      count += !isArray && (kind == 'J' || kind == 'D') ? 2 : 1;
    }
    return count;
  }
}
