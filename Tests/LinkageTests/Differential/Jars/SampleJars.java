import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes jars to be judged.
 *
 * <p>{@code SampleJars copy OUT MODULE FROM TO}: the classes of a module of this JDK below a path, which becomes another path of
 * the same length, so that they are an application's. {@code SampleJars change SEED OUT JAR...}: the classes of jars, of which
 * a third have lost something, or are no longer what they were.
 */
public final class SampleJars {
  public static void main(String[] args) throws IOException {
    if (args[0].equals("copy")) copy(Path.of(args[1]), args[2], args[3], args[4]);
    else change(Long.parseLong(args[1]), Path.of(args[2]), List.of(args).subList(3, args.length));
  }

  private static void copy(Path out, String module, String from, String to) throws IOException {
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root.resolve(from))) {
      files = walk.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    byte[] old = from.getBytes(StandardCharsets.UTF_8);
    byte[] fresh = to.getBytes(StandardCharsets.UTF_8);
    if (old.length != fresh.length) throw new IllegalArgumentException("paths of different length");
    try (ZipOutputStream zip = zip(out)) {
      for (Path file : files) {
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at + old.length <= bytes.length; at++) {
          if (java.util.Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) System.arraycopy(fresh, 0, bytes, at, old.length);
        }
        put(zip, root.relativize(file).toString().replace(from, to), bytes);
      }
    }
  }

  private static void change(long seed, Path out, List<String> jars) throws IOException {
    TreeMap<String, byte[]> classes = new TreeMap<>();
    for (String path : jars) {
      try (JarFile jar = new JarFile(path)) {
        for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements();) {
          ZipEntry entry = entries.nextElement();
          String name = entry.getName();
          if (!name.endsWith(".class") || name.startsWith("META-INF/") || name.endsWith("module-info.class")) continue;
          classes.putIfAbsent(name, jar.getInputStream(entry).readAllBytes());
        }
      }
    }
    ClassChanger changer = new ClassChanger(seed);
    try (ZipOutputStream zip = zip(out)) {
      for (String name : new ArrayList<>(classes.keySet())) {
        byte[] changed = changer.change(classes.get(name));
        if (changed != null) put(zip, name, changed);
      }
    }
  }

  private static ZipOutputStream zip(Path out) throws IOException {
    OutputStream file = Files.newOutputStream(out);
    ZipOutputStream zip = new ZipOutputStream(file);
    zip.setLevel(1);
    return zip;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
