package sfm.host;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;

/** The module log behind the platform's logging interface: commons-logging's Log, log4j's Logger, or another's. */
final class Logs implements InvocationHandler {
  private static final List<String> LEVELS = Arrays.asList("error", "warn", "info", "debug", "trace");

  private Logs() {}

  static boolean isLog(Class<?> type) {
    String name = type.getSimpleName();
    return type.isInterface() && (name.equals("Log") || name.equals("Logger") || name.equals("ExtendedLogger"));
  }

  static Object make(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Logs());
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    String name = method.getName();
    if (method.getDeclaringClass() == Object.class) return Environment.ofObject(proxy, name, arguments);
    if (write(name, arguments)) return null;
    if (name.startsWith("is") && name.endsWith("Enabled")) return true;
    if (name.equals("getName")) return "module";
    return Stubs.byType(method.getReturnType());
  }

  /** Writes what a logging method was given; false when the method is none. */
  static boolean write(String name, Object[] arguments) {
    Object[] rest = arguments == null ? new Object[0] : arguments;
    int level = LEVELS.indexOf(name.equals("fatal") ? "error" : name);
    if (level < 0 && name.equals("log") && rest.length > 0) {
      level = Math.max(0, LEVELS.indexOf(String.valueOf(rest[0]).toLowerCase()));
      rest = Arrays.copyOfRange(rest, 1, rest.length);
    }
    if (level < 0) return false;
    if (rest.length > 1 && rest[0] != null && rest[0].getClass().getSimpleName().contains("Marker")) {
      rest = Arrays.copyOfRange(rest, 1, rest.length);
    }
    Output.log(level, message(rest));
    return true;
  }

  /** The message with log4j's braces filled; a throwable that is left over is printed below. */
  private static String message(Object[] rest) {
    if (rest.length == 0) return "";
    Object[] values = Arrays.copyOfRange(rest, 1, rest.length);
    if (values.length == 1 && values[0] instanceof Object[]) values = (Object[]) values[0];
    StringBuilder text = new StringBuilder();
    String pattern = String.valueOf(rest[0]);
    int used = 0;
    int at = 0;
    for (int brace; used < values.length && (brace = pattern.indexOf("{}", at)) >= 0; at = brace + 2) {
      text.append(pattern, at, brace).append(values[used++]);
    }
    text.append(pattern, at, pattern.length());
    Object last = values.length > used ? values[values.length - 1] : null;
    if (last instanceof Throwable) {
      for (Throwable thrown = (Throwable) last; thrown != null; thrown = thrown.getCause()) {
        text.append(thrown == last ? "\n" : "\nCaused by: ").append(thrown);
        for (StackTraceElement frame : Traces.own(thrown.getStackTrace())) text.append("\n    at ").append(frame);
      }
    }
    return text.toString();
  }
}
