package sfm.host;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** An interface of the platform, answered from outside: the runtime environment of a function, and components. */
final class Environment implements InvocationHandler {
  private final String owner;

  private Environment(String owner) {
    this.owner = owner;
  }

  static Object make(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Environment(type.getName()));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) return ofObject(proxy, method.getName(), arguments);
    Object answer = Stubs.answer(owner, method.getName(), Stubs.descriptor(method), method.getReturnType(), proxy,
        arguments == null ? new Object[0] : arguments);
    return answer == null ? Stubs.zero(method.getReturnType()) : Stubs.fitted(method.getReturnType(), answer);
  }

  static Object ofObject(Object proxy, String name, Object[] arguments) {
    switch (name) {
      case "hashCode": return System.identityHashCode(proxy);
      case "equals": return proxy == arguments[0];
      default:
        return proxy.getClass().getInterfaces()[0].getName() + "@" + Integer.toHexString(System.identityHashCode(proxy));
    }
  }
}
