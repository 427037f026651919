import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs compiled cases, each in its own pair of class loaders, and prints what the JVM says.
 *
 * <p>Usage: {@code CaseRunner CASES}. A line a case: id, name, "links" or the error's class, message, class, method and line of
 * its first frame in the case's own classes. Loaders' hash codes and lambdas' numbers are cut from messages.
 */
public final class CaseRunner {
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), false, "UTF-8");
    System.setOut(new PrintStream(new java.io.ByteArrayOutputStream()));
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(Paths.get(args[0]))))) {
      for (int left = in.readInt(); left > 0; left--) {
        String id = in.readUTF();
        String name = in.readUTF();
        Map<String, byte[]> lib = new HashMap<>();
        Map<String, byte[]> app = new HashMap<>();
        for (int classes = in.readInt(); classes > 0; classes--) {
          Map<String, byte[]> layer = in.readUTF().equals("lib") ? lib : app;
          String type = in.readUTF();
          byte[] bytes = new byte[in.readInt()];
          in.readFully(bytes);
          layer.put(type, bytes);
        }
        out.println(id + "\t" + name + "\t" + run(id, lib, app));
      }
    }
    out.flush();
  }

  private static String run(String id, Map<String, byte[]> lib, Map<String, byte[]> app) {
    try {
      ClassLoader platform = new Layer("platform", null, lib);
      ClassLoader module = new Layer("module", platform, app);
      Class.forName(id + ".app.Main", true, module).getMethod("run").invoke(null);
      return "links";
    } catch (InvocationTargetException wrapped) {
      Throwable error = wrapped.getCause();
      StackTraceElement at = new StackTraceElement("-", "-", "-", -1);
      for (StackTraceElement frame : error.getStackTrace()) {
        if (frame.getClassName().startsWith(id + ".")) {
          at = frame;
          break;
        }
      }
      return error.getClass().getName() + "\t" + clean(error.getMessage()) + "\t" + at.getClassName() + "\t"
          + at.getMethodName() + "\t" + at.getLineNumber();
    } catch (ReflectiveOperationException | LinkageError error) {
      return error.getClass().getName() + "\t" + clean(error.getMessage()) + "\t-\t-\t-1";
    }
  }

  private static String clean(String message) {
    return HotSpotMessage.comparable(message).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
  }

  private static final class Layer extends ClassLoader {
    private final Map<String, byte[]> classes;

    Layer(String name, ClassLoader parent, Map<String, byte[]> classes) {
      super(name, parent);
      this.classes = classes;
    }

    @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) throw new ClassNotFoundException(name);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
