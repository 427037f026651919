import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A class file whose constants can be changed where they stand: what javac would not write by itself. */
final class ClassEditor {
  private final byte[] version = new byte[8];
  /** The constants by index, each with its tag; null where there is none. */
  private final List<byte[]> pool = new ArrayList<>();
  private final byte[] rest;
  /** Offset in the rest of the count of attributes. */
  private int attributes;

  ClassEditor(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      in.readFully(version);
      int count = in.readUnsignedShort();
      pool.add(null);
      while (pool.size() < count) {
        int tag = in.readUnsignedByte();
        int length = tag == 1 ? in.readUnsignedShort() : new int[] {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2}[tag];
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.write(tag);
        if (tag == 1) { entry.write(length >> 8); entry.write(length); }
        entry.write(in.readNBytes(length));
        pool.add(entry.toByteArray());
        if (tag == 5 || tag == 6) pool.add(null);
      }
      rest = in.readAllBytes();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    findAttributes();
  }

  private void findAttributes() {
    ByteBuffer in = ByteBuffer.wrap(rest).position(6);
    in.position(in.position() + 2 + 2 * in.getShort(in.position()));
    for (int table = 0; table < 2; table++) {
      for (int members = in.getShort(); members > 0; members--) {
        in.position(in.position() + 6);
        for (int left = in.getShort(); left > 0; left--) {
          in.getShort();
          int length = in.getInt();
          in.position(in.position() + length);
        }
      }
    }
    attributes = in.position();
  }

  /** Every constant text equal to one becomes another. */
  ClassEditor rename(String from, String to) {
    int found = 0;
    for (int index = 1; index < pool.size(); index++) {
      if (pool.get(index) == null || !java.util.Arrays.equals(pool.get(index), text(from))) continue;
      pool.set(index, text(to));
      found++;
    }
    if (found == 0) throw new IllegalStateException("no constant " + from);
    return this;
  }

  /** The string constant of that text becomes a dynamic constant: a static bootstrap method of the owner makes it. */
  ClassEditor dynamic(String string, String owner, String method, String argument) {
    int utf8 = indexOf(text(string));
    int constant = indexOf(entry(8, utf8));
    int type = add(entry(7, add(text(owner))));
    String result = "Ljava/lang/String;";
    String descriptor = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;" + (argument.isEmpty() ? "" : "Ljava/lang/Class;") + ")" + result;
    int reference = add(entry(10, type, add(entry(12, add(text(method)), add(text(descriptor))))));
    int handle = add(new byte[] {15, 6, (byte) (reference >> 8), (byte) reference});
    pool.set(constant, entry(17, 0, add(entry(12, add(text("made")), add(text(result))))));
    int name = add(text("BootstrapMethods"));
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(table)) {
      out.writeShort(1);
      out.writeShort(handle);
      out.writeShort(argument.isEmpty() ? 0 : 1);
      if (!argument.isEmpty()) out.writeShort(add(entry(7, add(text(argument)))));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    return append(name, table.toByteArray());
  }

  /** The class ("class"), or the first member of a name, gets other flags. */
  ClassEditor flags(String member, int flags) {
    ByteBuffer in = ByteBuffer.wrap(rest);
    if (member.equals("class")) {
      in.putShort(0, (short) flags);
      return this;
    }
    int name = indexOf(text(member));
    in.position(6);
    in.position(in.position() + 2 + 2 * in.getShort(in.position()));
    for (int table = 0; table < 2; table++) {
      for (int members = in.getShort(); members > 0; members--) {
        if ((in.getShort(in.position() + 2) & 0xffff) == name) {
          in.putShort(in.position(), (short) flags);
          return this;
        }
        in.position(in.position() + 6);
        for (int left = in.getShort(); left > 0; left--) {
          in.getShort();
          int length = in.getInt();
          in.position(in.position() + length);
        }
      }
    }
    throw new IllegalStateException("no member " + member);
  }

  /** The class claims another nest host. */
  ClassEditor nestHost(String host) {
    int type = add(entry(7, add(text(host))));
    int name = indexOf(text("NestHost"));
    ByteBuffer in = ByteBuffer.wrap(rest).position(attributes);
    for (int left = in.getShort(); left > 0; left--) {
      boolean isHost = (in.getShort() & 0xffff) == name;
      int length = in.getInt();
      if (isHost) in.putShort(in.position(), (short) type);
      in.position(in.position() + length);
    }
    return this;
  }

  private byte[] added = new byte[0];

  private ClassEditor append(int name, byte[] content) {
    ByteBuffer.wrap(rest).putShort(attributes, (short) (ByteBuffer.wrap(rest).getShort(attributes) + 1));
    added = ByteBuffer.allocate(6 + content.length).putShort((short) name).putInt(content.length).put(content).array();
    return this;
  }

  private static byte[] entry(int tag, int... indices) {
    ByteBuffer bytes = ByteBuffer.allocate(1 + 2 * indices.length).put((byte) tag);
    for (int index : indices) bytes.putShort((short) index);
    return bytes.array();
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return ByteBuffer.allocate(3 + bytes.length).put((byte) 1).putShort((short) bytes.length).put(bytes).array();
  }

  private int add(byte[] entry) {
    pool.add(entry);
    return pool.size() - 1;
  }

  private int indexOf(byte[] entry) {
    for (int index = 1; index < pool.size(); index++) {
      if (pool.get(index) != null && java.util.Arrays.equals(pool.get(index), entry)) return index;
    }
    throw new IllegalStateException("no such constant");
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(version);
      out.writeShort(pool.size());
      for (byte[] entry : pool) if (entry != null) out.write(entry);
      out.write(rest);
      out.write(added);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    return bytes.toByteArray();
  }
}
