import java.util.List;
import java.util.Random;

/** Changes classes as the next version of a library may have changed them: one thing of every third class. */
final class ClassChanger {
  private static final int PUBLIC = 1;
  private static final int PRIVATE = 2;
  private static final int PROTECTED = 4;
  private static final int STATIC = 8;
  private static final int FINAL = 16;
  private static final int INTERFACE = 0x200;
  private static final int ABSTRACT = 0x400;
  private static final int ACCESS = PUBLIC | PRIVATE | PROTECTED;

  private final Random random;

  ClassChanger(long seed) { random = new Random(seed); }

  /** The class as it is now; null when it is gone. */
  byte[] change(byte[] bytes) {
    if (random.nextInt(3) != 0) return bytes;
    ClassParts parts = new ClassParts(bytes);
    switch (random.nextInt(16)) {
      case 0:
        return null;
      case 1: {
        boolean isVisible = (parts.flags & PUBLIC) != 0;
        parts.flags = isVisible ? parts.flags & ~PUBLIC : parts.flags | PUBLIC;
        break;
      }
      case 2:
        if (parts.isInterface()) return bytes;
        parts.flags = parts.flags & ~ABSTRACT | FINAL;
        for (ClassParts.Part method : parts.methods) if ((method.flags & ABSTRACT) != 0) fill(parts, method);
        break;
      case 3:
        if (!parts.isInterface()) parts.flags = parts.flags & ~FINAL | ABSTRACT;
        break;
      case 4:
        if (parts.isInterface()) toClass(parts); else toInterface(parts);
        break;
      case 5:
        if (parts.isInterface()) return bytes;
        emptyAll(parts);
        parts.superClass = parts.add(7, parts.addText("java/lang/Object"));
        break;
      case 6:
        emptyAll(parts);
        parts.interfaces = new int[0];
        break;
      case 7:
        parts.attributes.removeIf(one -> List.of("NestHost", "NestMembers").contains(parts.text(one.name())));
        break;
      case 8:
        // Code older than frames cannot become so new.
        if (parts.isInterface() || (parts.flags & FINAL) != 0 || parts.major < 51) return bytes;
        parts.major = 61;
        parts.attributes.removeIf(one -> parts.text(one.name()).equals("PermittedSubclasses"));
        parts.attributes.add(new ClassParts.Attribute(parts.addText("PermittedSubclasses"), new byte[2]));
        break;
      default: {
        // Several members, since few of them are used by anybody.
        for (int times = 0; times < 4; times++) {
          List<ClassParts.Part> members = random.nextInt(4) == 0 ? parts.fields : parts.methods;
          if (!members.isEmpty()) member(parts, members, members.get(random.nextInt(members.size())));
        }
      }
    }
    return parts.bytes();
  }

  private void member(ClassParts parts, List<ClassParts.Part> members, ClassParts.Part one) {
    boolean isMethod = members == parts.methods;
    String name = parts.text(one.name);
    if (name.equals("<clinit>")) return;
    boolean isInitializer = name.equals("<init>");
    if (!isMethod) emptyAll(parts);
    switch (random.nextInt(isMethod ? 6 : 4)) {
      case 0:
        members.remove(one);
        break;
      case 1: {
        int access = new int[] {PUBLIC, PRIVATE, PROTECTED, 0}[random.nextInt(4)];
        if (parts.isInterface()) access = isMethod && parts.major >= 52 && (one.flags & ABSTRACT) == 0 ? PRIVATE : PUBLIC;
        if (access == PRIVATE && (one.flags & ABSTRACT) != 0) break;
        one.flags = one.flags & ~ACCESS | access;
        break;
      }
      case 2:
        if (isInitializer || (one.flags & ABSTRACT) != 0 || parts.isInterface() && !isMethod) break;
        one.flags ^= STATIC;
        // Its code counts on the object, or on there being none.
        if (isMethod) fill(parts, one);
        break;
      case 3:
        if (!isInitializer) one.name = parts.addText(name + "$");
        break;
      case 4:
        if (parts.isInterface() || isInitializer || (one.flags & ABSTRACT) != 0) break;
        one.flags ^= FINAL;
        break;
      default:
        if (isInitializer || (one.flags & (PRIVATE | STATIC | FINAL)) != 0) break;
        if ((one.flags & ABSTRACT) != 0) {
          if (parts.isInterface()) parts.major = Math.max(parts.major, 52);
          fill(parts, one);
        } else {
          // Neither synchronized nor native nor strict.
          one.flags = one.flags & ~0x0920 | ABSTRACT;
          one.attributes.removeIf(attribute -> parts.text(attribute.name()).equals("Code"));
          if (!parts.isInterface()) parts.flags = parts.flags & ~FINAL | ABSTRACT;
        }
    }
  }

  /** A method gets code that throws. */
  private static void fill(ClassParts parts, ClassParts.Part method) {
    method.flags &= ~(ABSTRACT | 0x0100);
    method.attributes.removeIf(one -> parts.text(one.name()).equals("Code"));
    method.attributes.add(Prober.nothing(parts, parts.text(method.descriptor)));
  }

  /** What is compiled anew with other ancestors fits them: the old code would not. */
  private static void emptyAll(ClassParts parts) {
    for (ClassParts.Part method : parts.methods) {
      if (parts.attribute(method.attributes, "Code") != null) fill(parts, method);
    }
  }

  private static void toClass(ClassParts parts) {
    parts.flags = parts.flags & ~(INTERFACE | 0x2000) | ABSTRACT;
  }

  private static void toInterface(ClassParts parts) {
    parts.flags = parts.flags & ~(FINAL | 0x4020) | INTERFACE | ABSTRACT;
    parts.major = Math.max(parts.major, 52);
    parts.superClass = parts.add(7, parts.addText("java/lang/Object"));
    parts.fields.clear();
    parts.methods.removeIf(one -> parts.text(one.name).startsWith("<"));
    for (ClassParts.Part method : parts.methods) {
      boolean isAbstract = (method.flags & ABSTRACT) != 0;
      method.flags = method.flags & ~(ACCESS | FINAL | 0x0920) | PUBLIC;
      if (!isAbstract) fill(parts, method);
    }
    parts.attributes.removeIf(one -> List.of("Record", "PermittedSubclasses").contains(parts.text(one.name())));
  }
}
