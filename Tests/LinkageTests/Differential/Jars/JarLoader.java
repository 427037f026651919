import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** One class loader over jars and class folders, above the JDK's own: the first of a name wins, its parent before it. */
final class JarLoader extends ClassLoader implements AutoCloseable {
  private interface Source {
    byte[] read() throws IOException;
  }

  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final List<JarFile> jars = new java.util.ArrayList<>();
  /** What becomes of a class file under a name before it is defined. */
  private final Change change;

  interface Change {
    byte[] apply(String name, byte[] bytes);
  }

  JarLoader(List<Path> paths, Change change) throws IOException {
    super("module", ClassLoader.getSystemClassLoader());
    this.change = change;
    for (Path path : paths) {
      if (Files.isDirectory(path)) addFolder(path); else addJar(path);
    }
  }

  private void addJar(Path path) throws IOException {
    JarFile jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
    jars.add(jar);
    jar.versionedStream().forEach(entry -> add(entry.getName(), () -> jar.getInputStream(entry).readAllBytes()));
  }

  private void addFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).sorted().forEach(file -> add(folder.relativize(file).toString(), () -> Files.readAllBytes(file)));
    }
  }

  private void add(String entry, Source source) {
    if (!entry.endsWith(".class") || entry.startsWith("META-INF/") || entry.endsWith("module-info.class")) return;
    sources.putIfAbsent(entry.substring(0, entry.length() - 6).replace('/', '.'), source);
  }

  TreeSet<String> names() { return new TreeSet<>(sources.keySet()); }

  @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
    Source source = sources.get(name);
    if (source == null) throw new ClassNotFoundException(name);
    byte[] bytes;
    try {
      bytes = change.apply(name, source.read());
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override public void close() throws IOException {
    for (JarFile jar : jars) jar.close();
  }
}
