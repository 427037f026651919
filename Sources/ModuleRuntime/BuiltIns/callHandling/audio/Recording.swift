/// Recordings of the call of a run: what would be recorded where, and for how long; no sound is written.
enum Recording {
  private static let domain = "starface.callHandling.audio"

  static let functions: [BuiltInFunction] = [
    .waiting(
      domain,
      "Record4",
      "String mode, String format, String directoryName, String fileName, String type, Integer silence, "
        + "Integer maxDuration",
      "String recordFile, String recordFileIn, String recordFileOut"
    ) { call in
      let live = try call.openCall(for: "Record4")
      let (path, format) = try path(call)
      let files: [Value] = [
        .string("\(path).\(format)"), .string("\(path)-in.\(format)"), .string("\(path)-out.\(format)"),
      ]
      let begin = call.context.now
      live.recording = files[0].text
      live.note(.recording, "begins \(files[0].text)", at: begin)
      call.record("\(domain).Record4", "records \(files[0].text)")
      guard try isSynchronous(call.text(0)) else { return .done(files) }
      let longest = call.int(6).flatMap { $0 > 0 ? begin + Int64($0) * 1000 : nil }
      let silence = call.int(5).flatMap { $0 > 0 ? Int64($0) * 1000 : nil }
      return .wait(
        CallWait { now throws(JavaException) in
          let quiet = silence.map { max(begin, live.speechEnd) + $0 }
          var end = [longest, quiet, live.leftTime].compactMap(\.self).min()
          while let (time, key) = live.takeKey() {
            if key == "#", time >= begin { end = min(end ?? time, time) }
          }
          guard let end, now >= end else { return .until(end) }
          stop(live, now: end)
          if !live.isOpen { throw .hungUp }
          return .done(files)
        }
      )
    },
    .effect(domain, "StopRecord", "") { call in
      let live = try call.call(for: "StopRecord")
      stop(live, now: call.context.now)
    },
  ]

  private static func stop(_ live: LiveCall, now: Int64) {
    guard let file = live.recording else { return }
    live.recording = nil
    live.note(.recording, "ends \(file)", at: now)
  }

  private static func isSynchronous(_ mode: String) throws(JavaException) -> Bool {
    switch mode.lowercased() {
    case "synchronous": true
    case "asynchronous", "": false
    default: throw .illegalArgument("Record4 has no mode '\(mode)': Asynchronous or Synchronous is expected")
    }
  }

  private static func path(_ call: BuiltInCall) throws(JavaException) -> (path: String, format: String) {
    let directory = call.text(2).isEmpty ? "monitor" : call.text(2)
    guard !directory.contains("/"), !directory.contains("."), !directory.contains("\\") else {
      throw .illegalArgument("Record4: no dots or slashes in the directory's name '\(directory)'")
    }
    var name = call.text(3)
    if name.isEmpty { name = "record-" + String(call.context.random(), radix: 16) }
    guard !name.contains("/"), !name.contains("\\"), name != ".." else {
      throw .illegalArgument("Record4: no slashes in the file's name '\(name)'")
    }
    let folder = call.context.dataDirectory ?? call.context.instanceID
    return ("\(folder)/\(directory)/\(name)", call.text(1).isEmpty ? "wav" : call.text(1))
  }
}
