package sfm.host;

import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of the designer as bytes, both ways. An object that is none stays here, and travels as a handle. */
final class Values {
  private static final int NULL = 0;
  private static final int FALSE = 1;
  private static final int TRUE = 2;
  private static final int STRING = 3;
  private static final int INTEGER = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int DECIMAL = 7;
  private static final int DATE = 8;
  private static final int BYTES = 9;
  private static final int LIST = 10;
  private static final int MAP = 11;
  private static final int OBJECT = 12;

  /** Lists and maps deeper than this, which may hold themselves, travel as handles. */
  private static final int DEEPEST = 32;

  /** A project holds an instance, which holds a list of resources, which hold beans themselves. */
  private static final int DEEPEST_BEAN = 6;

  private static final Map<Long, Object> objects = new HashMap<>();
  private static long last;

  private Values() {}

  static void write(Object value, Wire.Frame frame, int depth) throws IOException {
    if (value == null) {
      frame.octet(NULL);
    } else if (value instanceof Boolean) {
      frame.octet((Boolean) value ? TRUE : FALSE);
    } else if (value instanceof String || value instanceof Character) {
      frame.octet(STRING).text(value.toString());
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      frame.octet(INTEGER).count(((Number) value).intValue());
    } else if (value instanceof Long) {
      frame.octet(LONG).number((Long) value);
    } else if (value instanceof Double) {
      frame.octet(DOUBLE).number(Double.doubleToRawLongBits((Double) value));
    } else if (value instanceof Float) {
      // The double that prints as the float does.
      frame.octet(DOUBLE).number(Double.doubleToRawLongBits(Double.parseDouble(value.toString())));
    } else if (value.getClass() == BigDecimal.class || value.getClass() == BigInteger.class) {
      frame.octet(DECIMAL).text(value.toString());
    } else if (value.getClass() == Date.class) {
      frame.octet(DATE).number(((Date) value).getTime());
    } else if (value instanceof byte[]) {
      frame.octet(BYTES).count(((byte[]) value).length).out.write((byte[]) value);
    } else if (value instanceof List && depth < DEEPEST) {
      Object[] elements = ((List<?>) value).toArray();
      frame.octet(LIST).count(elements.length);
      for (Object element : elements) write(element, frame, depth + 1);
    } else if (value instanceof Map && depth < DEEPEST) {
      List<Map.Entry<?, ?>> entries = new ArrayList<>(((Map<?, ?>) value).entrySet());
      frame.octet(MAP).octet(value.getClass() == HashMap.class ? 0 : 1).count(entries.size());
      for (Map.Entry<?, ?> entry : entries) {
        write(entry.getKey(), frame, depth + 1);
        write(entry.getValue(), frame, depth + 1);
      }
    } else {
      frame.octet(OBJECT).number(handle(value)).text(value.getClass().getName()).text(text(value));
      Map<String, Object> properties = depth < DEEPEST_BEAN ? Stubs.properties(value) : null;
      frame.count(properties == null ? 0 : properties.size());
      if (properties == null) return;
      for (Map.Entry<String, Object> property : properties.entrySet()) {
        write(property.getKey(), frame, depth + 1);
        Object held = property.getValue();
        write(held instanceof Set ? new ArrayList<Object>((Set<?>) held) : held, frame, depth + 1);
      }
    }
  }

  /** What an object says of itself, within reason: it is the module's code that speaks. */
  private static String text(Object value) {
    try {
      String text = String.valueOf(value.toString());
      return text.length() > 65536 ? text.substring(0, 65536) : text;
    } catch (RuntimeException | StackOverflowError | LinkageError error) {
      return value.getClass().getName();
    }
  }

  /** A handle of its own each time: who was given it says when it is no longer needed. */
  private static synchronized long handle(Object value) {
    last++;
    objects.put(last, value);
    return last;
  }

  static synchronized void release(long handle) {
    objects.remove(handle);
  }

  private static synchronized Object object(long handle) {
    return objects.get(handle);
  }

  static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static Object read(DataInputStream in) throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case NULL: return null;
      case FALSE: return Boolean.FALSE;
      case TRUE: return Boolean.TRUE;
      case STRING: return readText(in);
      case INTEGER: return in.readInt();
      case LONG: return in.readLong();
      case DOUBLE: return Double.longBitsToDouble(in.readLong());
      case DECIMAL: {
        BigDecimal number = new BigDecimal(readText(in));
        return number.scale() == 0 ? number.toBigInteger() : number;
      }
      case DATE: return new Date(in.readLong());
      case BYTES: {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
      }
      case LIST: {
        int count = in.readInt();
        List<Object> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) list.add(read(in));
        return list;
      }
      case MAP: {
        Map<Object, Object> map = in.readUnsignedByte() == 0 ? new HashMap<>() : new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
          Object key = read(in);
          map.put(key, read(in));
        }
        return map;
      }
      case OBJECT: return object(in.readLong());
      default: throw new IOException("unknown tag " + tag);
    }
  }
}
