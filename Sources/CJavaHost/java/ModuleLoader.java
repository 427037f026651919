package sfm.host;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;

/** Loads a module's classes, parent first, and refuses those that the platform's Java would refuse. */
final class ModuleLoader extends URLClassLoader {
  private final int newest;

  /** @param newest the newest class file version that the platform's Java reads; 0 leaves it to this Java */
  ModuleLoader(URL[] path, ClassLoader platform, int newest) {
    super(path, platform);
    this.newest = newest;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String internal = name.replace('.', '/');
    URL place = newest == 0 ? null : findResource(internal + ".class");
    if (place != null) {
      int version = version(place);
      if (version > newest) {
        throw new UnsupportedClassVersionError(internal + " has been compiled by a more recent version of the Java Runtime"
            + " (class file version " + version + ".0), this version of the Java Runtime only recognizes class file"
            + " versions up to " + newest + ".0");
      }
    }
    return super.findClass(name);
  }

  private static int version(URL place) {
    try (DataInputStream in = new DataInputStream(place.openStream())) {
      if (in.readInt() != 0xCAFEBABE) return 0;
      in.readUnsignedShort();
      return in.readUnsignedShort();
    } catch (IOException error) {
      return 0;
    }
  }
}
