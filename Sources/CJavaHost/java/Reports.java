package sfm.host;

import java.io.IOException;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What is going on in this JVM: where a call is, what is left behind, who ends it. */
final class Reports {
  private static final int PATIENCE = 5;

  private Reports() {}

  /** Where a call is, and whether it waits for ever. */
  static void dump(long call) throws IOException {
    Thread thread = Calls.thread(call);
    Wire.Frame frame = new Wire.Frame(Wire.DUMPED).number(call);
    Traces.writeFrames(Traces.own(thread == null ? new StackTraceElement[0] : thread.getStackTrace()), frame);
    frame.text(deadlock()).send();
  }

  private static String deadlock() {
    try {
      ThreadMXBean bean = ManagementFactory.getThreadMXBean();
      long[] ids = bean.findDeadlockedThreads();
      if (ids == null) return "";
      StringBuilder text = new StringBuilder();
      for (ThreadInfo info : bean.getThreadInfo(ids, 64)) {
        if (info == null) continue;
        LockInfo lock = info.getLockInfo();
        StackTraceElement place = Traces.place(info.getStackTrace());
        text.append(text.length() == 0 ? "" : "; ").append('\'').append(info.getThreadName()).append("' waits for ")
            .append(lock == null ? "a lock" : lock.getClassName()).append(" held by '")
            .append(info.getLockOwnerName()).append('\'');
        if (place != null) text.append(" at ").append(place);
      }
      return text.toString();
    } catch (RuntimeException | LinkageError error) {
      return "";
    }
  }

  /** Threads, timers and subscriptions of the module that nothing ends. */
  static void leftovers() throws IOException {
    List<Thread> threads = threads();
    for (int round = 0; round < PATIENCE && !threads.isEmpty(); round++) {
      // What is just ending is not left behind.
      try {
        Thread.sleep(20);
      } catch (InterruptedException error) {
        break;
      }
      threads = threads();
    }
    List<Subscriptions.Entry> subscriptions = Subscriptions.left();
    Wire.Frame frame = new Wire.Frame(Wire.LEFT).count(threads.size() + subscriptions.size());
    for (Thread thread : threads) {
      Origin origin = Origin.of(thread);
      StackTraceElement[] made = origin == null || origin.made == null ? new StackTraceElement[0] : origin.made;
      frame.text(isTimer(thread, made) ? "timer" : "thread").text(thread.getName()).text(print(Traces.place(made)));
    }
    for (Subscriptions.Entry entry : subscriptions) {
      frame.text("event subscription")
          .text(entry.owner + "." + entry.name + "(" + entry.listener.getClass().getName() + ")")
          .text(print(Traces.place(entry.place)));
    }
    frame.send();
  }

  private static String print(StackTraceElement place) {
    return place == null ? "an unknown place" : place.toString();
  }

  private static boolean isTimer(Thread thread, StackTraceElement[] made) {
    if (thread.getClass().getName().equals("java.util.TimerThread")) return true;
    return Arrays.stream(made).anyMatch(e -> e.getClassName().equals("java.util.concurrent.ScheduledThreadPoolExecutor"));
  }

  private static List<Thread> threads() {
    List<Thread> found = new ArrayList<>();
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      Thread thread = entry.getKey();
      if (!thread.isAlive() || Calls.isCall(thread)) continue;
      Origin origin = Origin.of(thread);
      if (origin == null || origin.made == null) continue;
      // Java's own helpers are started on a module's behalf too: cleaners, and the pool that all share while it idles.
      if (Traces.place(origin.made) == null) continue;
      if (thread.getName().startsWith("ForkJoinPool.commonPool-") && Traces.place(entry.getValue()) == null) continue;
      if (thread.getThreadGroup() != null && thread.getThreadGroup().getParent() == null) continue;
      found.add(thread);
    }
    found.sort((a, b) -> Long.compare(a.getId(), b.getId()));
    return found;
  }

  /** Tells, while this JVM ends, which thread asked for it. */
  static void exiting() {
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      for (StackTraceElement element : entry.getValue()) {
        if (!element.getClassName().equals("java.lang.Runtime") || !element.getMethodName().equals("exit")) continue;
        Origin origin = Origin.of(entry.getKey());
        try {
          Wire.Frame frame = Origin.write(origin, new Wire.Frame(Wire.EXITING));
          Traces.writeFrames(Traces.own(entry.getValue()), frame);
          frame.send();
        } catch (IOException error) {
          // The runtime sees the end all the same.
        }
        return;
      }
    }
  }
}
