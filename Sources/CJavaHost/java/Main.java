package sfm.host;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URL;

/**
 * The process that runs one revision of a module. Arguments: where frames come from, where they go to, how many bytes a
 * call may write, whether the network is open, whether programs may be started, the newest class file version, this
 * process's folder, then the module's class path.
 *
 * <p>This class path of this process is the platform's; the module's classes are looked up in it first.
 */
public final class Main {
  static final int LOST = 85;
  static final int OUT_OF_MEMORY = 86;
  static final int FLOODED = 87;

  private static final int RUN = 1;
  private static final int REPLY = 2;
  private static final int DUMP = 3;
  private static final int LEFTOVERS = 4;
  private static final int RELEASE = 5;

  static ClassLoader loader;
  static long outputBudget;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(arguments[0])));
    Wire.open(new FileOutputStream(arguments[1]));
    outputBudget = Long.parseLong(arguments[2]);
    System.setIn(new ByteArrayInputStream(new byte[0]));
    Output.install();
    if (arguments[3].equals("closed")) NoNetwork.install();
    if (arguments[4].equals("closed")) NoPrograms.install();
    URL[] path = new URL[arguments.length - 7];
    for (int i = 0; i < path.length; i++) path[i] = new File(arguments[i + 7]).toURI().toURL();
    loader = new ModuleLoader(path, Main.class.getClassLoader(), Integer.parseInt(arguments[5]));
    // No lambda: the first one costs a tenth of the start.
    Runtime.getRuntime().addShutdownHook(new Thread("module-exit") {
      @Override
      public void run() {
        Reports.exiting();
      }
    });
    new Wire.Frame(Wire.READY).text(System.getProperty("java.version")).send();
    try {
      while (true) read(in);
    } catch (EOFException error) {
      // The runtime is gone or has no more use for this process; if it was killed, nobody else clears the folder.
      remove(new File(arguments[6]));
      Runtime.getRuntime().halt(0);
    } catch (Throwable error) {
      Runtime.getRuntime().halt(error instanceof OutOfMemoryError ? OUT_OF_MEMORY : LOST);
    }
  }

  private static void read(DataInputStream stream) throws IOException {
    byte[] frame = new byte[stream.readInt()];
    stream.readFully(frame);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame));
    switch (in.readUnsignedByte()) {
      case RUN: Calls.start(in); break;
      case REPLY: Requests.answer(in, loader); break;
      case DUMP: Reports.dump(in.readLong()); break;
      case LEFTOVERS: Reports.leftovers(); break;
      case RELEASE:
        for (int count = in.readInt(); count > 0; count--) Values.release(in.readLong());
        break;
      default: throw new IOException("unknown frame");
    }
  }

  private static void remove(File file) {
    File[] content = java.nio.file.Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
    if (content != null) for (File inner : content) remove(inner);
    file.delete();
  }

  static boolean isOfModule(String className) {
    try {
      return isOfModule(Class.forName(className, false, loader));
    } catch (ClassNotFoundException | LinkageError error) {
      return false;
    }
  }

  static boolean isOfModule(Class<?> type) {
    for (ClassLoader at = type.getClassLoader(); at != null; at = at.getParent()) if (at == loader) return true;
    return false;
  }
}
