package sfm.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Throwables and stacks as the runtime takes them: without the frames of this host. */
final class Traces {
  private static final int MOST_CAUSES = 16;

  private Traces() {}

  /** Writes a throwable and its causes, outermost first. */
  static void write(Throwable thrown, Wire.Frame frame) throws IOException {
    List<Throwable> chain = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable at = thrown; at != null && seen.add(at) && chain.size() < MOST_CAUSES; at = cause(at)) chain.add(at);
    frame.count(chain.size());
    List<StackTraceElement> enclosing = Collections.emptyList();
    for (Throwable at : chain) {
      List<StackTraceElement> frames = own(at.getStackTrace());
      String message = message(at);
      frame.text(at.getClass().getName()).octet(message == null ? 0 : 1).text(message == null ? "" : message);
      int common = 0;
      while (common < frames.size() && common < enclosing.size()
          && frames.get(frames.size() - 1 - common).equals(enclosing.get(enclosing.size() - 1 - common))) common++;
      writeFrames(frames.subList(0, frames.size() - common), frame);
      enclosing = frames;
    }
  }

  private static Throwable cause(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (RuntimeException error) {
      return null;
    }
  }

  private static String message(Throwable thrown) {
    String refusal = NoPrograms.refusal(thrown);
    if (refusal != null) return refusal;
    try {
      return thrown.getLocalizedMessage();
    } catch (RuntimeException error) {
      return null;
    }
  }

  static void writeFrames(List<StackTraceElement> frames, Wire.Frame frame) throws IOException {
    frame.count(frames.size());
    for (StackTraceElement element : frames) {
      // The class with its loader's or module's name in front, as this Java prints it.
      String printed = element.toString();
      int end = printed.indexOf("." + element.getMethodName() + "(");
      frame.text(end > 0 ? printed.substring(0, end) : element.getClassName()).text(element.getMethodName());
      String file = element.isNativeMethod() ? "Native Method" : element.getFileName();
      frame.text(file == null ? "" : file).count(element.isNativeMethod() ? -1 : element.getLineNumber());
    }
  }

  /** The frames of the module and of what it called: without this host's, and without how it called the module. */
  static List<StackTraceElement> own(StackTraceElement[] all) {
    List<StackTraceElement> frames = new ArrayList<>(Arrays.asList(all));
    int last = frames.size() - 1;
    while (last >= 0 && !frames.get(last).getClassName().equals("sfm.host.Calls")) last--;
    if (last >= 0) {
      int first = last;
      while (first >= 0 && isPlumbing(frames.get(first))) first--;
      frames.subList(first + 1, frames.size()).clear();
    }
    for (int i = frames.size() - 1; i >= 0; i--) {
      String name = frames.get(i).getClassName();
      if (name.startsWith("sfm.host.") || name.startsWith("sfm.stub.") || name.contains(".$Proxy")) frames.remove(i);
    }
    return frames;
  }

  private static boolean isPlumbing(StackTraceElement element) {
    String name = element.getClassName();
    return name.startsWith("sfm.host.") || name.startsWith("java.lang.reflect.") || name.startsWith("sun.reflect.")
        || name.startsWith("jdk.internal.reflect.") || name.startsWith("java.lang.invoke.");
  }

  /** The first frame in a class of the module; else the first that is neither Java's nor this host's. */
  static StackTraceElement place(StackTraceElement[] frames) {
    List<StackTraceElement> own = new ArrayList<>(Arrays.asList(frames));
    own.removeIf(element -> !Main.isOfModule(element.getClassName()));
    return firstPlace(own.isEmpty() ? frames : own.toArray(new StackTraceElement[0]));
  }

  private static StackTraceElement firstPlace(StackTraceElement[] frames) {
    StackTraceElement found = null;
    for (StackTraceElement element : frames) {
      String name = element.getClassName();
      if (name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.") || name.startsWith("sun.")
          || name.startsWith("sfm.")) continue;
      if (!element.getMethodName().equals("<init>")) return element;
      // A class of the module that is a thread makes itself; who made it says more.
      if (found == null) found = element;
    }
    return found;
  }
}
