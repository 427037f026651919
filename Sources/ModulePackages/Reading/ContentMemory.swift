import Synchronization

/// How many bytes of class files a set of jars keeps. What goes beyond is read again when it is asked for again, which
/// only classes with faults are: a hundred thousand classes would take a gigabyte otherwise.
final class ContentMemory: Sendable {
  private let left: Atomic<Int>

  /// Room for `most` bytes.
  init(_ most: Int = 64 << 20) { left = Atomic(most) }

  /// Takes room for a class of `size` bytes; false when there is none.
  func take(_ size: Int) -> Bool {
    guard left.load(ordering: .relaxed) >= size else { return false }
    // Two that ask at once may both get the last room, which does no harm.
    left.subtract(size, ordering: .relaxed)
    return true
  }
}
