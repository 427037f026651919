package sfm.host;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers for stub classes. The runtime is asked first: it records the call and may have a mock. Else a bean gives what
 * was set, and everything else what follows from the type: empty text, empty lists, zero, a further stub.
 */
public final class Stubs {
  private static final Map<Key, Map<String, Object>> beans = new HashMap<>();
  private static final ReferenceQueue<Object> gone = new ReferenceQueue<>();
  private static final Map<Class<?>, Object> components = new HashMap<>();

  private Stubs() {}

  /** Answers a stub's method. */
  public static Object hook(String owner, String name, String descriptor, Object self, Object[] arguments) {
    Class<?> type = returnType(descriptor);
    Object answer = answer(owner.replace('/', '.'), name, descriptor, type, self, arguments);
    // A type that only the module has cannot be made here.
    if (type == Object.class && !descriptor.endsWith(")Ljava/lang/Object;")) return null;
    // Conversion to a primitive happens in the stub, which wants the right box.
    return answer == null || type == void.class ? null : fitted(type, answer);
  }

  static Object answer(String owner, String name, String descriptor, Class<?> type, Object self, Object[] arguments) {
    if (isLogName(owner) && Logs.write(name, arguments)) return null;
    if (Logs.isLog(type)) return Logs.make(type);
    Subscriptions.note(owner, name, arguments);
    boolean isFunction = FunctionFields.isFunction(owner, name, self);
    Object[] sent = isFunction ? new Object[] {FunctionFields.read(self)} : arguments;
    Requests.Reply reply = Requests.call(owner, name, descriptor, self, sent);
    if (reply.thrown != null) {
      // It was made on the thread that reads; it is thrown here.
      reply.thrown.setStackTrace(new Throwable().getStackTrace());
      throw Stubs.<RuntimeException>raise(reply.thrown);
    }
    if (reply.isGiven && isFunction) {
      FunctionFields.write(self, (Map<?, ?>) reply.value);
      return null;
    }
    if (reply.isGiven) return shape(type, reply.value);
    String property = property(name, arguments.length);
    if (self != null && property != null) {
      if (name.startsWith("set")) {
        remember(self, property, arguments[0]);
        return null;
      }
      Map<String, Object> known = properties(self);
      if (known != null && known.containsKey(property)) return known.get(property);
    }
    for (Object argument : arguments) {
      // fetch(X.class), getBean(X.class): the component itself, one of each.
      if (argument instanceof Class && (type == Object.class || type == argument)) return component((Class<?>) argument);
    }
    Object made = byType(type);
    if (made != null && self != null && property != null && isPlatform(type)) remember(self, property, made);
    return made;
  }

  /** An answer as the method's type; a stub of that type when it is another bean, whose hierarchy nobody knows. */
  static Object fitted(Class<?> type, Object answer) {
    Object converted = Conversion.to(type, answer);
    return converted == null && isPlatform(type) ? byType(type) : converted;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T raise(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static boolean isLogName(String owner) {
    return owner.endsWith(".Log") || owner.endsWith(".Logger") || owner.endsWith(".Category");
  }

  // Types

  private static Class<?> returnType(String descriptor) {
    String name = descriptor.substring(descriptor.indexOf(')') + 1);
    switch (name.charAt(0)) {
      case 'V': return void.class;
      case 'Z': return boolean.class;
      case 'B': return byte.class;
      case 'C': return char.class;
      case 'S': return short.class;
      case 'I': return int.class;
      case 'J': return long.class;
      case 'F': return float.class;
      case 'D': return double.class;
      default:
        String binary = name.charAt(0) == '[' ? name : name.substring(1, name.length() - 1);
        try {
          return Class.forName(binary.replace('/', '.'), false, Stubs.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError error) {
          return Object.class;
        }
    }
  }

  static String descriptor(Method method) {
    StringBuilder text = new StringBuilder("(");
    for (Class<?> type : method.getParameterTypes()) text.append(descriptor(type));
    return text.append(')').append(descriptor(method.getReturnType())).toString();
  }

  private static String descriptor(Class<?> type) {
    if (type == void.class) return "V";
    String array = Array.newInstance(type, 0).getClass().getName();
    return array.substring(1).replace('.', '/');
  }

  /** A class of the platform: not of Java, not of this host, and not of the module. */
  private static boolean isPlatform(Class<?> type) {
    return type.getClassLoader() == Stubs.class.getClassLoader() && !type.getName().startsWith("sfm.");
  }

  static Object zero(Class<?> type) {
    return type.isPrimitive() && type != void.class ? Array.get(Array.newInstance(type, 1), 0) : null;
  }

  /** What stands for a value of a type when nobody gives one. */
  static Object byType(Class<?> type) {
    if (type.isPrimitive()) return zero(type);
    if (type == String.class) return "";
    if (type.isArray()) return Array.newInstance(type.getComponentType(), 0);
    if (type == Optional.class) return Optional.empty();
    if (type != Object.class && type.isAssignableFrom(ArrayList.class)) return new ArrayList<Object>();
    if (type != Object.class && type.isAssignableFrom(HashSet.class)) return new HashSet<Object>();
    if (type != Object.class && type.isAssignableFrom(HashMap.class)) return new HashMap<Object, Object>();
    return isPlatform(type) ? instance(type) : null;
  }

  private static Object component(Class<?> type) {
    synchronized (components) {
      Object known = components.get(type);
      if (known == null) {
        known = instance(type);
        if (known != null) components.put(type, known);
      }
      return known;
    }
  }

  private static Object instance(Class<?> type) {
    if (Logs.isLog(type)) return Logs.make(type);
    if (type.isInterface()) return Environment.make(type);
    if (type.isEnum() || Throwable.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) return null;
    try {
      Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return ((sun.misc.Unsafe) field.get(null)).allocateInstance(type);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError error) {
      return null;
    }
  }

  /** A mock's value as the method returns it: a map stands for a bean; its key "class" names which. */
  private static Object shape(Class<?> type, Object value) {
    if (value instanceof List) {
      List<Object> shaped = new ArrayList<>();
      for (Object element : (List<?>) value) shaped.add(shape(Object.class, element));
      return shaped;
    }
    if (!(value instanceof Map)) return value;
    Map<?, ?> map = (Map<?, ?>) value;
    Class<?> bean = type;
    if (map.get("class") instanceof String) bean = returnType("()L" + map.get("class") + ";");
    if (!isPlatform(bean)) return value;
    // Known as a class, it may be an enumeration on the platform itself.
    if (bean.isEnum()) return Conversion.to(bean, map.get("name"));
    Object made = instance(bean);
    if (made == null) return value;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getKey().equals("class")) continue;
      String property = entry.getKey().toString();
      Class<?> wanted = propertyType(bean, property);
      Object shaped = shape(wanted, entry.getValue());
      Object converted = Conversion.to(wanted, shaped);
      remember(made, property, converted == null ? shaped : converted);
    }
    return made;
  }

  private static Class<?> propertyType(Class<?> bean, String property) {
    for (Method method : bean.getMethods()) {
      if (method.getParameterCount() == 0 && property.equals(property(method.getName(), 0))) {
        return method.getReturnType();
      }
    }
    return Object.class;
  }

  // Beans

  private static String property(String method, int arguments) {
    int prefix = method.startsWith("is") && arguments == 0 ? 2
        : method.startsWith("get") && arguments == 0 || method.startsWith("set") && arguments == 1 ? 3 : 0;
    if (prefix == 0 || method.length() == prefix) return null;
    return Character.toLowerCase(method.charAt(prefix)) + method.substring(prefix + 1);
  }

  private static void remember(Object bean, String property, Object value) {
    synchronized (beans) {
      for (Object key; (key = gone.poll()) != null;) beans.remove(key);
      beans.computeIfAbsent(new Key(bean, gone), key -> new LinkedHashMap<>()).put(property, value);
    }
  }

  static Map<String, Object> properties(Object bean) {
    synchronized (beans) {
      Map<String, Object> known = beans.get(new Key(bean, null));
      return known == null ? null : new LinkedHashMap<>(known);
    }
  }

  /** A bean by identity, as long as someone holds it. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object bean, ReferenceQueue<Object> queue) {
      super(bean, queue);
      hash = System.identityHashCode(bean);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) return true;
      return other instanceof Key && get() != null && get() == ((Key) other).get();
    }
  }
}
