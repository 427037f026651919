package sfm.host;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Java function being run, each on a thread of its own. */
final class Calls implements Runnable {
  private static final Map<Long, Thread> running = new HashMap<>();

  private final long number;
  private final int context;
  private final String className;
  private final Map<String, Object> inputs = new LinkedHashMap<>();
  private final String[] outputs;

  private Calls(DataInputStream in) throws IOException {
    number = in.readLong();
    context = in.readInt();
    className = Values.readText(in);
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String name = Values.readText(in);
      inputs.put(name, Values.read(in));
    }
    outputs = new String[in.readInt()];
    for (int i = 0; i < outputs.length; i++) outputs[i] = Values.readText(in);
  }

  static void start(DataInputStream in) throws IOException {
    Calls call = new Calls(in);
    Thread thread = new Thread(null, call, "module-call-" + call.number);
    thread.setContextClassLoader(Main.loader);
    synchronized (running) {
      running.put(call.number, thread);
    }
    thread.start();
  }

  static Thread thread(long call) {
    synchronized (running) {
      return running.get(call);
    }
  }

  static boolean isCall(Thread thread) {
    synchronized (running) {
      return running.containsValue(thread);
    }
  }

  @Override
  public void run() {
    Origin.begin(number, context, Main.outputBudget);
    try {
      Wire.Frame frame = execute();
      Output.finish();
      finish(frame);
    } catch (Throwable thrown) {
      try {
        Throwable cause = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
        Wire.Frame frame = new Wire.Frame(Wire.THROWN).number(number);
        Traces.write(cause, frame);
        Output.finish();
        finish(frame);
      } catch (Throwable second) {
        // No memory even to say so.
        Runtime.getRuntime().halt(Main.OUT_OF_MEMORY);
      }
    }
  }

  private void finish(Wire.Frame frame) throws IOException {
    synchronized (running) {
      running.remove(number);
    }
    frame.send();
  }

  private Wire.Frame execute() throws Exception {
    Class<?> type = Class.forName(className, true, Main.loader);
    Object function = type.getConstructor().newInstance();
    for (Map.Entry<String, Object> input : inputs.entrySet()) {
      Field field = field(type, input.getKey());
      if (field == null) continue;
      Object value = Conversion.to(field.getType(), input.getValue());
      // A number that cannot be converted leaves a primitive field as its constructor made it.
      if (value != null || !field.getType().isPrimitive()) field.set(function, value);
    }
    Method execute = execute(type);
    execute.invoke(function, Environment.make(execute.getParameterTypes()[0]));
    Map<String, Object> results = new LinkedHashMap<>();
    for (String output : outputs) {
      Field field = field(type, output);
      if (field != null) results.put(output, field.get(function));
    }
    Wire.Frame frame = new Wire.Frame(Wire.RESULT).number(number).count(results.size());
    for (Map.Entry<String, Object> result : results.entrySet()) frame.text(result.getKey()).value(result.getValue());
    return frame;
  }

  /** The field of a declared variable; null when the class has none, or none that is public. */
  private static Field field(Class<?> type, String name) {
    try {
      return type.getField(name);
    } catch (NoSuchFieldException error) {
      return null;
    }
  }

  private static Method execute(Class<?> type) throws NoSuchMethodException {
    Method found = null;
    for (Method method : type.getMethods()) {
      if (!method.getName().equals("execute") || method.getParameterCount() != 1) continue;
      if (!method.getParameterTypes()[0].getName().endsWith("RuntimeEnvironment")) continue;
      if (found == null || found.isBridge()) found = method;
    }
    if (found == null) throw new NoSuchMethodException(type.getName() + ".execute(IRuntimeEnvironment)");
    return found;
  }
}
