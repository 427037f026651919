/// A Java object whose inside a designer program cannot see: it is passed on, printed and compared by identity.
///
/// An implementation is used by one runtime only; see ``JavaList`` for why that makes sharing it sound.
public protocol OpaqueObject: AnyObject, Sendable {
  /// The class, as `getClass().getName()` names it.
  var javaClass: String { get }
  /// What `toString()` gives.
  var javaText: String { get }
}

/// A `byte[]`; Java compares arrays by identity, so this is a reference too.
public final class ByteArray: Sendable {
  /// The bytes.
  public let bytes: [UInt8]

  /// Takes the bytes as they are.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }
}
