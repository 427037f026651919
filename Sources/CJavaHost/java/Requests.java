package sfm.host;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Questions to the runtime; the thread that asks waits for its answer. */
final class Requests {
  private static final Map<Long, Reply> waiting = new HashMap<>();
  private static long last;

  private Requests() {}

  /** An answer, once it has come. */
  static final class Reply {
    boolean hasCome;
    boolean isGiven;
    Object value;
    Throwable thrown;
  }

  static Reply call(String owner, String name, String descriptor, Object self, Object[] arguments) {
    Reply reply = new Reply();
    long number;
    synchronized (waiting) {
      number = ++last;
      waiting.put(number, reply);
    }
    try {
      Wire.Frame frame = Origin.write(Origin.current(), new Wire.Frame(Wire.REQUEST).number(number)).text(owner)
          .text(name).text(descriptor).value(self).count(arguments.length);
      for (Object argument : arguments) frame.value(argument);
      frame.send();
    } catch (IOException error) {
      throw new IllegalStateException(error.getMessage());
    }
    boolean interrupted = false;
    synchronized (reply) {
      while (!reply.hasCome) {
        try {
          reply.wait();
        } catch (InterruptedException error) {
          // The module learns of it at its own next wait.
          interrupted = true;
        }
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
    return reply;
  }

  /** Reads an answer: nothing known, a value, or an exception by class and message. */
  static void answer(DataInputStream in, ClassLoader loader) throws IOException {
    Reply reply;
    long number = in.readLong();
    synchronized (waiting) {
      reply = waiting.remove(number);
    }
    int kind = in.readUnsignedByte();
    Object value = kind == 1 ? Values.read(in) : null;
    Throwable thrown = kind == 2 ? throwable(Values.readText(in), Values.readText(in), loader) : null;
    if (reply == null) return;
    synchronized (reply) {
      reply.isGiven = kind == 1;
      reply.value = value;
      reply.thrown = thrown;
      reply.hasCome = true;
      reply.notifyAll();
    }
  }

  private static Throwable throwable(String name, String message, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      try {
        return (Throwable) type.getConstructor(String.class).newInstance(message);
      } catch (NoSuchMethodException error) {
        return (Throwable) type.getConstructor().newInstance();
      }
    } catch (ReflectiveOperationException | ClassCastException | LinkageError error) {
      return new RuntimeException(name + ": " + message);
    }
  }
}
