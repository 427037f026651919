package sfm.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Listeners that the module handed to the platform and did not take back. */
final class Subscriptions {
  /** One of them. */
  static final class Entry {
    final String owner;
    final String name;
    final Object listener;
    final StackTraceElement[] place;

    Entry(String owner, String name, Object listener) {
      this.owner = owner;
      this.name = name;
      this.listener = listener;
      // The platform's class that was called stands above who called it.
      place = Arrays.stream(new Throwable().getStackTrace())
          .filter(frame -> !frame.getClassName().equals(owner))
          .toArray(StackTraceElement[]::new);
    }
  }

  private static final List<Entry> entries = new ArrayList<>();

  private Subscriptions() {}

  static void note(String owner, String name, Object[] arguments) {
    boolean ends = starts(name, "remove", "unregister", "unsubscribe", "deregister", "detach");
    if (!ends && !starts(name, "add", "register", "subscribe", "attach", "listen")) return;
    for (Object argument : arguments) {
      if (argument == null || !Main.isOfModule(argument.getClass())) continue;
      synchronized (entries) {
        if (ends) {
          entries.removeIf(entry -> entry.listener == argument && entry.owner.equals(owner));
        } else {
          entries.add(new Entry(owner, name, argument));
        }
      }
    }
  }

  static List<Entry> left() {
    synchronized (entries) {
      return new ArrayList<>(entries);
    }
  }

  private static boolean starts(String name, String... prefixes) {
    for (String prefix : prefixes) if (name.startsWith(prefix)) return true;
    return false;
  }
}
