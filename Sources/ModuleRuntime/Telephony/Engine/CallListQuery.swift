/// A question to the call list, with the numbers that `GetCallListEntriesForUser` uses.
struct CallListQuery {
  private let accounts: [Int]
  private let interval: ClosedRange<Int64>
  private let direction: Int
  private let answer: Int
  private let isAscending: Bool
  private let order: Int

  init(
    accounts: [Int],
    from: Int64,
    to: Int64,
    direction: Int,
    answer: Int,
    isAscending: Bool,
    order: Int
  ) throws(JavaException) {
    guard (1...3).contains(direction) else {
      throw .illegalArgument("callDirection \(direction): 1 (incoming), 2 (outgoing) or 3 (both) is expected")
    }
    guard (1...3).contains(answer) else {
      throw .illegalArgument("callAnswer \(answer): 1 (answered), 2 (not answered) or 3 (both) is expected")
    }
    guard (1...7).contains(order) else { throw .illegalArgument("sortBy \(order): 1 to 7 is expected") }
    guard from <= to else { throw .illegalArgument("the interval ends before it begins") }
    self.accounts = accounts
    interval = from...to
    self.direction = direction
    self.answer = answer
    self.isAscending = isAscending
    self.order = order
  }

  /// One map for each call of each account, sorted; calls of one key stay in the order of time.
  func entries(of state: PBXState, zone: ZoneRules) -> [Value] {
    var found: [(record: PBXCallRecord, account: Int)] = []
    for record in state.callList where interval.contains(record.startTime) {
      if answer == 1, record.talkTime == nil { continue }
      if answer == 2, record.talkTime != nil { continue }
      for account in accounts {
        let isCaller = record.caller.userID == account
        let isCalled = record.callee.userID == account || record.groupID == account
        if isCaller && direction != 1 || isCalled && direction != 2 { found.append((record, account)) }
      }
    }
    let sorted = found.enumerated().sorted { a, b in
      let (first, second) = (key(a.element.record, zone), key(b.element.record, zone))
      if first != second { return isAscending ? first < second : second < first }
      return a.offset < b.offset
    }
    return sorted.map { entry($0.element.record, $0.element.account, state, zone) }
  }

  /// What a call is sorted by: numbers before text.
  private struct Key: Comparable {
    var number: Int64 = 0
    var text = ""

    static func < (a: Key, b: Key) -> Bool { a.number != b.number ? a.number < b.number : a.text < b.text }
  }

  private func key(_ record: PBXCallRecord, _ zone: ZoneRules) -> Key {
    switch order {
    case 2: Key(text: record.callee.number)
    case 3: Key(text: record.caller.number)
    case 4: Key(number: timeOfDay(record.startTime, zone))
    case 5: Key(number: record.talkTime ?? 0)
    case 6: Key(text: record.caller.name)
    case 7: Key(text: record.talkTime == nil ? "" : record.callee.name)
    default: Key(number: record.startTime)
    }
  }

  private func timeOfDay(_ time: Int64, _ zone: ZoneRules) -> Int64 {
    let local = zone.civilTime(at: time)
    return Int64((local.hour * 60 + local.minute) * 60 + local.second)
  }

  /// `2019-01-02 15:16:17`, in local time.
  private static func text(_ time: Int64, _ zone: ZoneRules) -> String {
    let local = zone.civilTime(at: time)
    func two(_ number: Int) -> String { DateText.padded(number, to: 2) }
    return "\(local.year)-\(two(local.month))-\(two(local.day)) "
      + "\(two(local.hour)):\(two(local.minute)):\(two(local.second))"
  }

  private func entry(_ record: PBXCallRecord, _ account: Int, _ state: PBXState, _ zone: ZoneRules) -> Value {
    let isCaller = record.caller.userID == account
    let other = isCaller ? record.callee : record.caller
    let fields: [(String, String)] = [
      ("Name", other.name), ("CallNumber", other.number), ("LoginID", state.user(account)?.login ?? ""),
      ("Date", Self.text(record.startTime, zone)), ("Duration", String((record.talkTime ?? 0) / 1000)),
      ("Source", record.caller.number), ("Destination", record.callee.number), ("AccountID", String(account)),
    ]
    return .map(JavaMap(fields.map { (.string($0.0), .string($0.1)) }))
  }
}
