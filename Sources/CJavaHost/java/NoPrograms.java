package sfm.host;

/**
 * Refuses {@code Runtime.exec} and {@code ProcessBuilder}: as built-in functions, Java code of a module starts no shell
 * here unless it is allowed.
 *
 * <p>Java looks up how to start programs once, when the class that does it is initialized. Here that fails, and a class
 * whose initialization failed stays unusable: every Java from 8 on behaves so, without a security manager.
 */
final class NoPrograms {
  private static final String PROPERTY = "jdk.lang.Process.launchMechanism";
  private static final String LAUNCHER = "java.lang.ProcessImpl";

  private NoPrograms() {}

  static void install() {
    System.setProperty(PROPERTY, "none");
    try {
      // Java 8 keeps what it looks up in another class.
      for (String name : new String[] {LAUNCHER, "java.lang.UNIXProcess"}) Class.forName(name);
    } catch (ClassNotFoundException | Error expected) {
      System.clearProperty(PROPERTY);
      return;
    }
    throw new IllegalStateException("this Java starts programs in another way");
  }

  /** What a refusal says, as nobody understands Java's own words; null for another error. */
  static String refusal(Throwable thrown) {
    if (!(thrown instanceof NoClassDefFoundError) || thrown.getMessage() == null) return null;
    boolean isRefusal = thrown.getMessage().endsWith(LAUNCHER) || thrown.getMessage().endsWith("java.lang.UNIXProcess");
    return isRefusal ? "programs are not started here unless it is allowed (--allow-programs)" : null;
  }
}
