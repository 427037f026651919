package sfm.host;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicLong;

/**
 * On whose behalf a thread runs, and where it was made. Inherited by every thread that the module makes, at the moment
 * of making it: an inheritable thread local asks the maker what the new thread gets.
 */
final class Origin {
  /** The call on whose behalf the thread runs. */
  final long call;
  /** The instance and entry point of that call, as the runtime numbers them. */
  final int context;
  /** The stack of whoever made the thread; null for the thread of the call itself. */
  final StackTraceElement[] made;
  /** Bytes that the call may still write. */
  final AtomicLong left;

  private static final InheritableThreadLocal<Origin> CURRENT = new InheritableThreadLocal<Origin>() {
    @Override
    protected Origin childValue(Origin parent) {
      return parent == null ? null : new Origin(parent.call, parent.context, new Throwable().getStackTrace(), parent.left);
    }
  };

  private Origin(long call, int context, StackTraceElement[] made, AtomicLong left) {
    this.call = call;
    this.context = context;
    this.made = made;
    this.left = left;
  }

  static void begin(long call, int context, long budget) {
    CURRENT.set(new Origin(call, context, null, new AtomicLong(budget)));
  }

  static Origin current() {
    return CURRENT.get();
  }

  /** Writes an origin; one that nobody knows is call 0. */
  static Wire.Frame write(Origin origin, Wire.Frame frame) throws IOException {
    return frame.number(origin == null ? 0 : origin.call).count(origin == null ? -1 : origin.context);
  }

  /**
   * The origin of another thread. Its thread locals are private to java.lang, so that they are looked up in memory;
   * null when this Java does not allow that.
   */
  static Origin of(Thread thread) {
    try {
      Field unsafeField = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
      unsafeField.setAccessible(true);
      sun.misc.Unsafe unsafe = (sun.misc.Unsafe) unsafeField.get(null);
      Object locals = get(unsafe, Thread.class.getDeclaredField("inheritableThreadLocals"), thread);
      if (locals == null) return null;
      Object table = get(unsafe, locals.getClass().getDeclaredField("table"), locals);
      for (int i = 0; table != null && i < Array.getLength(table); i++) {
        Object entry = Array.get(table, i);
        if (entry == null) continue;
        Object value = get(unsafe, entry.getClass().getDeclaredField("value"), entry);
        if (value instanceof Origin) return (Origin) value;
      }
      return null;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError error) {
      return null;
    }
  }

  private static Object get(sun.misc.Unsafe unsafe, Field field, Object owner) {
    return unsafe.getObject(owner, unsafe.objectFieldOffset(field));
  }
}
