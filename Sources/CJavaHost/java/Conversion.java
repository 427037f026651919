package sfm.host;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A value as a field of a Java type holds it: null when it cannot be converted, a boolean then false. */
final class Conversion {
  private Conversion() {}

  static Object to(Class<?> type, Object value) {
    if (type == boolean.class || type == Boolean.class) {
      if (value instanceof Boolean) return value;
      if (value instanceof String) return "true".equalsIgnoreCase((String) value);
      return type == boolean.class ? Boolean.FALSE : null;
    }
    if (value == null) return null;
    if (type == String.class || type == CharSequence.class) return value.toString();
    if (type.isPrimitive() || type == Character.class || Number.class.isAssignableFrom(type)) return scalar(type, value);
    if (type.isInstance(value)) return value;
    if (type == File.class) return value instanceof String ? new File((String) value) : null;
    if (type == Date.class) {
      Number number = number(value);
      return number == null ? null : new Date(number.longValue());
    }
    if (type.isEnum()) return constant(type, value.toString());
    if (value instanceof List) return fromList(type, (List<?>) value);
    if (value instanceof Map) return fromMap(type, (Map<?, ?>) value);
    if (value instanceof byte[] && type.isAssignableFrom(ByteArrayInputStream.class) && type != Object.class) {
      InputStream stream = new ByteArrayInputStream((byte[]) value);
      return stream;
    }
    return null;
  }

  private static Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) return constant;
    }
    return null;
  }

  private static Object fromList(Class<?> type, List<?> list) {
    if (type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), list.size());
      for (int i = 0; i < list.size(); i++) {
        Object element = to(type.getComponentType(), list.get(i));
        if (element != null) Array.set(array, i, element);
      }
      return array;
    }
    if (type == LinkedList.class) return new LinkedList<Object>(list);
    if (type.isAssignableFrom(LinkedHashSet.class) && Collection.class.isAssignableFrom(type)) {
      Set<Object> set = new LinkedHashSet<>(list);
      return set;
    }
    return type == ArrayList.class ? new ArrayList<Object>(list) : null;
  }

  private static Object fromMap(Class<?> type, Map<?, ?> map) {
    if (type == LinkedHashMap.class) return new LinkedHashMap<Object, Object>(map);
    if (type == HashMap.class) return new HashMap<Object, Object>(map);
    try {
      return type.isAssignableFrom(TreeMap.class) ? new TreeMap<Object, Object>(map) : null;
    } catch (ClassCastException | NullPointerException error) {
      return null;
    }
  }

  private static Object scalar(Class<?> type, Object value) {
    if (type == char.class || type == Character.class) {
      String text = value.toString();
      return text.length() == 1 ? (Object) text.charAt(0) : null;
    }
    Number number = number(value);
    if (number == null) return null;
    if (type == double.class || type == Double.class) return number.doubleValue();
    if (type == float.class || type == Float.class) return number.floatValue();
    if (type == BigDecimal.class) return decimal(number);
    if (type == BigInteger.class) {
      BigDecimal decimal = decimal(number);
      return decimal == null ? null : decimal.toBigInteger();
    }
    if (type == int.class || type == Integer.class) {
      Long whole = whole(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
      return whole == null ? null : (Object) whole.intValue();
    }
    if (type == long.class || type == Long.class) return whole(number, Long.MIN_VALUE, Long.MAX_VALUE);
    if (type == short.class || type == Short.class) {
      Long whole = whole(number, Short.MIN_VALUE, Short.MAX_VALUE);
      return whole == null ? null : (Object) whole.shortValue();
    }
    if (type == byte.class || type == Byte.class) {
      Long whole = whole(number, Byte.MIN_VALUE, Byte.MAX_VALUE);
      return whole == null ? null : (Object) whole.byteValue();
    }
    return type.isInstance(number) ? number : null;
  }

  private static BigDecimal decimal(Number number) {
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException error) {
      return null;
    }
  }

  /** The number without its fraction, when it is in range. */
  private static Long whole(Number number, long least, long most) {
    BigDecimal decimal = decimal(number);
    if (decimal == null || decimal.precision() - decimal.scale() > 20) return null;
    BigInteger whole = decimal.toBigInteger();
    if (whole.bitLength() > 63) return null;
    long value = whole.longValue();
    return value >= least && value <= most ? (Long) value : null;
  }

  /** A value as a number: text as the designer reads it, a date by its milliseconds. */
  private static Number number(Object value) {
    if (value instanceof Number) return (Number) value;
    if (value instanceof Date) return ((Date) value).getTime();
    if (!(value instanceof String)) return null;
    String text = ((String) value).trim();
    if (!text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?")) return null;
    BigDecimal decimal = new BigDecimal(text);
    if (!text.matches("[+-]?[0-9]+")) return decimal.doubleValue();
    BigInteger whole = decimal.toBigInteger();
    if (whole.bitLength() < 32) return whole.intValue();
    return whole.bitLength() < 64 ? (Number) whole.longValue() : whole;
  }
}
