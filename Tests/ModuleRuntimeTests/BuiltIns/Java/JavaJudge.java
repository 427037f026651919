import java.io.*;
import java.lang.reflect.*;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.*;
import java.time.*;
import java.time.temporal.ChronoUnit;
import java.util.*;
import java.util.regex.*;

/**
 * Answers cases with Java's own classes. One case a line: the operation and its arguments with tabs between, each
 * `s` + escaped text, `i` + int, `l` + long, `d` + double, `b` + boolean, or `0` for null. One answer a line.
 */
public class JavaJudge {
  public static void main(String[] arguments) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, "UTF-8");
    for (String line; (line = in.readLine()) != null; ) {
      String[] fields = line.split("\t", -1);
      Object[] a = new Object[fields.length - 1];
      for (int i = 0; i < a.length; i++) a[i] = read(fields[i + 1]);
      String answer;
      try {
        answer = show(answer(fields[0], a));
      } catch (InvocationTargetException e) {
        answer = "!" + e.getCause().getClass().getName();
      } catch (PatternSyntaxException e) {
        answer = "!" + e.getClass().getName() + "|" + escape(e.getMessage());
      } catch (Throwable e) {
        answer = "!" + e.getClass().getName();
      }
      out.println(answer);
    }
    out.flush();
  }

  /** A text that ends a match of exponential time. */
  static class Counted implements CharSequence {
    final String text;
    int reads = 0;

    Counted(String text) { this.text = text; }

    public char charAt(int index) {
      if (++reads > 1000000) throw new IllegalStateException();
      return text.charAt(index);
    }

    public int length() { return text.length(); }

    public CharSequence subSequence(int start, int end) { return text.substring(start, end); }

    public String toString() { return text; }
  }

  static Object answer(String operation, Object[] a) throws Exception {
    if (operation.startsWith("StringUtils.")) return stringUtils(operation.substring(12), a);
    switch (operation) {
      case "matches": return Pattern.compile((String) a[0]).matcher(new Counted((String) a[1])).matches();
      case "find": {
        Matcher m = Pattern.compile((String) a[0]).matcher(new Counted((String) a[1]));
        List<Object> all = new ArrayList<>();
        while (m.find()) {
          List<Object> groups = new ArrayList<>();
          for (int g = 0; g <= m.groupCount(); g++) groups.add(m.group(g));
          all.add(groups);
        }
        return all;
      }
      case "split": return Arrays.asList(Pattern.compile((String) a[0]).split(new Counted((String) a[1])));
      case "format": return format((String) a[0], (String) a[1], (String) a[2]).format(new Date((Long) a[3]));
      case "parse": return format((String) a[0], (String) a[1], (String) a[2]).parse((String) a[3]).getTime();
      case "style": {
        int date = (Integer) a[0], time = (Integer) a[1];
        Locale locale = new Locale((String) a[2]);
        DateFormat f = date < 0 ? DateFormat.getTimeInstance(time, locale)
            : time < 0 ? DateFormat.getDateInstance(date, locale)
            : DateFormat.getDateTimeInstance(date, time, locale);
        f.setTimeZone(TimeZone.getTimeZone((String) a[3]));
        return f.format(new Date((Long) a[4]));
      }
      case "calendar": {
        Calendar c = Calendar.getInstance(TimeZone.getTimeZone((String) a[0]), Locale.GERMANY);
        c.setTimeInMillis((Long) a[2]);
        int field = Calendar.class.getField((String) a[3]).getInt(null);
        switch ((String) a[1]) {
          case "add": c.add(field, (Integer) a[4]); return c.getTimeInMillis();
          case "set": c.set(field, (Integer) a[4]); return c.getTimeInMillis();
          default: return c.get(field);
        }
      }
      case "create": {
        Calendar c = new GregorianCalendar(TimeZone.getTimeZone((String) a[0]));
        c.clear();
        c.set((Integer) a[1], (Integer) a[2] - 1, (Integer) a[3], (Integer) a[4], (Integer) a[5], (Integer) a[6]);
        return c.getTimeInMillis();
      }
      case "sort": {
        List<Object> list = new ArrayList<>(Arrays.asList(a));
        list.sort(Comparator.comparing(String::valueOf));
        return list;
      }
      case "list": return list(a);
      case "map": return map(a);
      case "append": {
        StringBuilder text = new StringBuilder();
        for (Object part : Arrays.asList(a).subList(1, a.length)) {
          if (text.length() > 0 && (Boolean) a[0]) text.append('\n');
          text.append(part == null ? "" : part);
        }
        return text.toString();
      }
      case "number": return a[0];
      case "glob": {
        StringBuilder pattern = new StringBuilder();
        for (String part : ((String) a[0]).split("(?<=[*?])|(?=[*?])", -1)) {
          pattern.append(part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher((String) a[1]).matches();
      }
      case "form": {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < a.length; i += 2) {
          form.append(i > 0 ? "&" : "").append(URLEncoder.encode((String) a[i], "UTF-8"));
          form.append('=').append(URLEncoder.encode((String) a[i + 1], "UTF-8"));
        }
        return form.toString();
      }
      case "between":
        return ChronoUnit.valueOf((String) a[2])
            .between(Instant.ofEpochMilli((Long) a[0]), Instant.ofEpochMilli((Long) a[1]));
      case "interval": return interval(a);
      case "math2": {
        double x = (Double) a[1], y = (Double) a[2];
        switch ((String) a[0]) {
          case "add": return x + y;
          case "subtract": return x - y;
          case "multiply": return x * y;
          case "divide": return x / y;
          case "modulo": return x % y;
          case "power": return Math.pow(x, y);
          case "minimum": return Math.min(x, y);
          default: return Math.max(x, y);
        }
      }
      case "digest": {
        StringBuilder hex = new StringBuilder();
        byte[] text = ((String) a[1]).getBytes(StandardCharsets.UTF_8);
        for (byte b : MessageDigest.getInstance((String) a[0]).digest(text)) hex.append(String.format("%02x", b));
        return hex.toString();
      }
      case "math": {
        if (a[0].equals("round")) return (double) Math.round((Double) a[1]);
        return Math.class.getMethod((String) a[0], double.class).invoke(null, a[1]);
      }
      case "traits": {
        int c = (Integer) a[0];
        return (Character.isLetter(c) ? "L" : "") + (Character.isDigit(c) ? "D" : "")
            + (Character.isWhitespace(c) ? "W" : "") + (Character.isUpperCase(c) ? "U" : "")
            + (Character.isLowerCase(c) ? "l" : "") + (Character.isTitleCase(c) ? "T" : "")
            + " " + Character.toUpperCase(c) + " " + Character.toLowerCase(c);
      }
      case "version": return Runtime.version().feature();
      default: throw new IllegalArgumentException(operation);
    }
  }

  /** An ArrayList under a sequence of operations, each a name and its operand: what each gave, at last the list. */
  static Object list(Object[] a) {
    List<Object> list = new ArrayList<>();
    List<Object> answers = new ArrayList<>();
    for (int i = 0; i < a.length; i += 2) {
      Object x = a[i + 1];
      switch ((String) a[i]) {
        case "Add2": list.add(x); break;
        case "Contains": answers.add(list.contains(x)); break;
        case "Remove": answers.add(list.remove(x)); break;
        case "Reverse": Collections.reverse(list); break;
        case "Sort": list.sort(Comparator.comparing(String::valueOf)); break;
        case "Size": answers.add(list.size()); break;
        default:
          try {
            answers.add(list.get((Integer) x));
          } catch (IndexOutOfBoundsException e) {
            answers.add(e.getMessage());
          }
      }
    }
    answers.add(list);
    answers.add(list.toString());
    return answers;
  }

  /** A HashMap under a sequence of operations, each a name, a key and a value: what each gave, at last the map. */
  static Object map(Object[] a) {
    Map<Object, Object> map = new HashMap<>();
    List<Object> answers = new ArrayList<>();
    for (int i = 0; i < a.length; i += 3) {
      Object key = a[i + 1];
      switch ((String) a[i]) {
        case "Add": answers.add(map.put(key, a[i + 2])); break;
        case "Get": answers.add(map.get(key)); break;
        case "ContainsKey": answers.add(map.containsKey(key)); break;
        case "ContainsValue": answers.add(map.containsValue(a[i + 2])); break;
        case "Remove": answers.add(map.remove(key)); break;
        case "Size": answers.add(map.size()); break;
        case "GetKeys": answers.add(new ArrayList<>(map.keySet())); break;
        default: answers.add(new ArrayList<>(map.values()));
      }
    }
    answers.add(map.toString());
    return answers;
  }

  /** Zone, moment, then pairs of ends: days as yyyymmdd, weekdays 1 to 7, minutes of the day; -1 for none. */
  static boolean interval(Object[] a) {
    ZonedDateTime at = Instant.ofEpochMilli((Long) a[1]).atZone(ZoneId.of((String) a[0]));
    int[] ends = new int[6];
    for (int i = 0; i < 6; i++) ends[i] = (Integer) a[i + 2];
    boolean holds = true;
    if (ends[0] >= 0) {
      LocalDate from = LocalDate.of(ends[0] / 10000, ends[0] / 100 % 100, ends[0] % 100);
      LocalDate to = LocalDate.of(ends[1] / 10000, ends[1] / 100 % 100, ends[1] % 100);
      holds &= !at.toLocalDate().isBefore(from) && !at.toLocalDate().isAfter(to);
    }
    if (ends[2] >= 0) {
      boolean found = false;
      for (DayOfWeek day = DayOfWeek.of(ends[2]); ; day = day.plus(1)) {
        found |= day == at.getDayOfWeek();
        if (day.getValue() == ends[3]) break;
      }
      holds &= found;
    }
    if (ends[4] >= 0) {
      LocalTime time = at.toLocalTime();
      LocalTime from = LocalTime.ofSecondOfDay(ends[4] * 60), to = LocalTime.ofSecondOfDay(ends[5] * 60);
      holds &= from.isAfter(to)
          ? !time.isBefore(from) || time.isBefore(to)
          : !time.isBefore(from) && time.isBefore(to);
    }
    return holds;
  }

  static SimpleDateFormat format(String pattern, String language, String zone) {
    SimpleDateFormat f = new SimpleDateFormat(pattern, new Locale(language));
    f.setTimeZone(TimeZone.getTimeZone(zone));
    return f;
  }

  /** The method of commons-lang3 of that name whose parameters take the arguments. */
  static Object stringUtils(String name, Object[] a) throws Exception {
    Class<?> owner = Class.forName("org.apache.commons.lang3.StringUtils");
    for (Method m : owner.getMethods()) {
      Class<?>[] types = m.getParameterTypes();
      if (!m.getName().equals(name) || types.length != a.length) continue;
      boolean fits = true;
      for (int i = 0; i < a.length; i++) {
        boolean isText = types[i] == String.class || types[i] == CharSequence.class;
        fits &= a[i] instanceof Integer ? types[i] == int.class : isText;
      }
      if (fits) return m.invoke(null, a);
    }
    throw new NoSuchMethodException(name);
  }

  static Object read(String field) {
    switch (field.charAt(0)) {
      case 's': return unescape(field.substring(1));
      case 'i': return Integer.valueOf(field.substring(1));
      case 'l': return Long.valueOf(field.substring(1));
      case 'd': return Double.valueOf(field.substring(1));
      case 'b': return Boolean.valueOf(field.substring(1));
      default: return null;
    }
  }

  static String show(Object value) {
    if (value == null) return "0";
    if (value instanceof String) return "s" + escape((String) value);
    if (value instanceof List) {
      StringBuilder text = new StringBuilder("[");
      for (Object element : (List<?>) value) text.append(show(element)).append(',');
      return text.append(']').toString();
    }
    return value.toString();
  }

  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c < 0x20 || c > 0x7E || c == '\\') out.append(String.format("\\%04x", (int) c)); else out.append(c);
    }
    return out.toString();
  }

  static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        out.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }
}
