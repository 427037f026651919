public import ModuleRuntime
import Synchronization

/// An object that lives in a Java process: a designer program passes it on, and gives it back to the same process.
public final class JavaObject: JavaBean {
  let process: ProcessToken
  let handle: Int64
  /// The class, as `getClass().getName()` names it.
  public let javaClass: String
  /// What `toString()` gave.
  public let javaText: String
  /// Of a bean of the platform, what was set on it.
  public let properties: [String: Value]

  init(process: ProcessToken, handle: Int64, javaClass: String, javaText: String, properties: [String: Value]) {
    self.process = process
    self.handle = handle
    self.javaClass = javaClass
    self.javaText = javaText
    self.properties = properties
  }

  deinit { process.release(handle) }
}

/// Which process a handle belongs to, and which of its handles nobody needs any more.
final class ProcessToken: Sendable {
  private let released = Mutex<[Int64]>([])

  func release(_ handle: Int64) { released.withLock { $0.append(handle) } }

  func takeReleased() -> [Int64] {
    released.withLock { handles in
      defer { handles.removeAll() }
      return handles
    }
  }
}
