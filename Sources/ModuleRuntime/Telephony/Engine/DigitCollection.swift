/// Keys that a function reads: those typed ahead, those during what is played, and those within a time after it or after
/// the last key. `#` ends them.
struct DigitCollection {
  private let most: Int
  private let timeout: Int64
  private let playbackEnd: Int64
  private var taken = ""
  private var lastKey: Int64?

  /// Up to `most` keys, with a timeout in milliseconds; what is played ends at `playbackEnd`.
  init(most: Int, timeout: Int64, playbackEnd: Int64) {
    self.most = most
    self.timeout = timeout
    self.playbackEnd = playbackEnd
  }

  /// The keys when they are complete; else when to look again.
  mutating func step(_ call: LiveCall, _ now: Int64) -> (keys: String?, lookAt: Int64) {
    while most > 0, taken.count < most, let (time, key) = call.takeKey() {
      if key == "#" { return (finish(call, now), now) }
      taken.append(key)
      lastKey = time
    }
    if most > 0, taken.count == most { return (finish(call, now), now) }
    let end = lastKey.map { $0 + timeout } ?? playbackEnd + (most > 0 ? timeout : 0)
    return now >= end ? (finish(call, now), now) : (nil, end)
  }

  private func finish(_ call: LiveCall, _ now: Int64) -> String {
    if most > 0, !taken.isEmpty { call.note(.digits, taken, at: now) }
    return taken
  }
}
