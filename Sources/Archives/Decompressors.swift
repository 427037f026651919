import CLibArchive
import Synchronization

/// libdeflate's decompressors, each lent to one task at a time.
///
/// A used one has the tables of the fixed Huffman codes still, with which every writer packs the smallest contents: making
/// them anew was most of what reading tens of thousands of tiny entries cost.
final class Decompressors: Sendable {
  /// The addresses of those that nobody uses; as numbers, since pointers are not `Sendable`.
  private let idle = Mutex<[UInt]>([])

  deinit {
    for address in idle.withLock({ $0 }) { libdeflate_free_decompressor(OpaquePointer(bitPattern: address)) }
  }

  /// One for the caller alone; nil without memory.
  func take() -> OpaquePointer? {
    let address = idle.withLock { $0.popLast() }
    return address.flatMap { OpaquePointer(bitPattern: $0) } ?? libdeflate_alloc_decompressor()
  }

  /// Takes it back.
  func giveBack(_ decompressor: OpaquePointer) {
    let address = UInt(bitPattern: decompressor)
    idle.withLock { $0.append(address) }
  }
}
