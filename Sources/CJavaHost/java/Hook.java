package sfm.stub;

/** What the bodies of stub classes ask: the answer comes from the runtime. */
public final class Hook {
  private Hook() {}

  public static Object call(String owner, String name, String descriptor, Object self, Object[] arguments) {
    return sfm.host.Stubs.hook(owner, name, descriptor, self, arguments);
  }
}
