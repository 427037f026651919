import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A class file taken apart: its constants stay where they are, others can be added; methods can be replaced. */
final class ClassParts {
  /** A field or method, its attributes as they are. */
  static final class Part {
    int flags;
    int name;
    int descriptor;
    final List<Attribute> attributes = new ArrayList<>();
  }

  record Attribute(int name, byte[] content) {}

  private final byte[] bytes;
  int major;
  private final int[] offsets;
  private final ByteArrayOutputStream added = new ByteArrayOutputStream();
  private final Map<String, Integer> addedTexts = new HashMap<>();
  private final Map<Integer, String> fresh = new HashMap<>();
  private final int poolEnd;
  private int count;
  int flags;
  final int thisClass;
  int superClass;
  int[] interfaces;
  final List<Part> fields;
  final List<Part> methods;
  final List<Attribute> attributes;

  ClassParts(byte[] bytes) {
    this.bytes = bytes;
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getInt() != 0xcafebabe) throw new IllegalArgumentException("no class file");
    in.getShort();
    major = in.getShort() & 0xffff;
    count = in.getShort() & 0xffff;
    offsets = new int[count];
    for (int index = 1; index < count; index++) {
      offsets[index] = in.position();
      int tag = in.get();
      int length = tag == 1 ? in.getShort() & 0xffff : lengths[tag];
      in.position(in.position() + length);
      if (tag == 5 || tag == 6) index++;
    }
    poolEnd = in.position();
    flags = in.getShort() & 0xffff;
    thisClass = in.getShort() & 0xffff;
    superClass = in.getShort() & 0xffff;
    interfaces = new int[in.getShort() & 0xffff];
    for (int index = 0; index < interfaces.length; index++) interfaces[index] = in.getShort() & 0xffff;
    fields = parts(in);
    methods = parts(in);
    attributes = attributes(in);
  }

  private static final int[] lengths = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

  private static List<Part> parts(ByteBuffer in) {
    List<Part> list = new ArrayList<>();
    for (int left = in.getShort() & 0xffff; left > 0; left--) {
      Part part = new Part();
      part.flags = in.getShort() & 0xffff;
      part.name = in.getShort() & 0xffff;
      part.descriptor = in.getShort() & 0xffff;
      part.attributes.addAll(attributes(in));
      list.add(part);
    }
    return list;
  }

  private static List<Attribute> attributes(ByteBuffer in) {
    List<Attribute> list = new ArrayList<>();
    for (int left = in.getShort() & 0xffff; left > 0; left--) {
      int name = in.getShort() & 0xffff;
      byte[] content = new byte[in.getInt()];
      in.get(content);
      list.add(new Attribute(name, content));
    }
    return list;
  }

  boolean isInterface() { return (flags & 0x0200) != 0; }

  int tag(int index) { return index > 0 && index < offsets.length && offsets[index] != 0 ? bytes[offsets[index]] : 0; }

  /** A u2 of a constant's content, {@code at} bytes behind its tag. */
  int content(int index, int at) {
    int offset = offsets[index] + 1 + at;
    return (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
  }

  int kind(int handle) { return bytes[offsets[handle] + 1]; }

  /** A text; what is no valid UTF-8, as obfuscated names may be, stays comparable. */
  String text(int index) {
    if (index >= offsets.length) return fresh.get(index);
    return new String(bytes, offsets[index] + 3, content(index, 0), StandardCharsets.UTF_8);
  }

  String className(int index) { return text(content(index, 0)); }
  /** The descriptor of a member reference, or of a dynamic constant. */
  String descriptor(int reference) { return text(content(content(reference, 2), 2)); }
  String memberName(int reference) { return text(content(content(reference, 2), 0)); }

  byte[] attribute(List<Attribute> list, String name) {
    for (Attribute one : list) if (name.equals(text(one.name))) return one.content;
    return null;
  }

  int addText(String text) {
    Integer known = addedTexts.get(text);
    if (known != null) return known;
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    added.write(1);
    short2(added, content.length);
    added.writeBytes(content);
    addedTexts.put(text, count);
    fresh.put(count, text);
    return next();
  }

  /** A constant of a tag and indices. */
  int add(int tag, int... indices) {
    added.write(tag);
    for (int index : indices) short2(added, index);
    return next();
  }

  int addHandle(int kind, int reference) {
    added.write(15);
    added.write(kind);
    short2(added, reference);
    return next();
  }

  private int next() {
    if (count >= 65_535) throw new IllegalStateException("no room for another constant");
    return count++;
  }

  private static void short2(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }

  private static void int4(ByteArrayOutputStream out, int value) {
    short2(out, value >> 16);
    short2(out, value);
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, 6);
    short2(out, major);
    short2(out, count);
    out.write(bytes, 10, poolEnd - 10);
    out.writeBytes(added.toByteArray());
    short2(out, flags);
    short2(out, thisClass);
    short2(out, superClass);
    short2(out, interfaces.length);
    for (int one : interfaces) short2(out, one);
    write(out, fields);
    write(out, methods);
    writeAttributes(out, attributes);
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, List<Part> list) {
    short2(out, list.size());
    for (Part part : list) {
      short2(out, part.flags);
      short2(out, part.name);
      short2(out, part.descriptor);
      writeAttributes(out, part.attributes);
    }
  }

  private static void writeAttributes(ByteArrayOutputStream out, List<Attribute> list) {
    short2(out, list.size());
    for (Attribute one : list) {
      short2(out, one.name);
      int4(out, one.content.length);
      out.writeBytes(one.content);
    }
  }
}
