/// What is due and when: a binary heap, so that a million timer firings cost little. Of one moment, the entry that was
/// put in first comes out first.
struct EventQueue {
  /// What happens.
  enum Event {
    /// A timer entry point is due, by a start of it that may be over.
    case timer(instance: String, start: Int, position: Int, anchor: Int64)
    /// A thread goes on with the outputs of a call that took time.
    case resume(thread: Int, outputs: [Value])
    /// A thread asks again for what it waits for.
    case poll(thread: Int)
    /// Something in the simulated telephone system is due.
    case telephony
  }

  private struct Entry {
    let time: Int64
    let order: Int
    let event: Event

    func comesBefore(_ other: Entry) -> Bool {
      time != other.time ? time < other.time : order < other.order
    }
  }

  private var heap: [Entry] = []
  private var order = 0

  /// When the next event is due.
  var nextTime: Int64? { heap.first?.time }

  /// Puts an event in.
  mutating func add(_ event: Event, at time: Int64) {
    heap.append(Entry(time: time, order: order, event: event))
    order += 1
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].comesBefore(heap[parent]) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes out the next event if it is due at `time`.
  mutating func take(dueAt time: Int64) -> (time: Int64, event: Event)? {
    guard let first = heap.first, first.time <= time, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      heap[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].comesBefore(heap[least]) {
          least = child
        }
        if least == parent { break }
        heap.swapAt(least, parent)
        parent = least
      }
    }
    return (first.time, first.event)
  }
}
