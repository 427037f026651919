import ModuleRuntime

/// What the process says.
extension JavaSession {
  func converse() async {
    for await frame in process.frames {
      do throws(WireReader.Malformed) {
        await handle(try JavaMessage(frame, from: process.token))
      } catch {
        end(nil, Self.failure(Self.nonsense))
      }
      process.takeNext(after: frame)
    }
    hasEnded = true
    readiness?.resume(returning: false)
    readiness = nil
    leftoverAnswer?.resume(returning: [])
    leftoverAnswer = nil
    for number in pending.keys.sorted() { finish(number, .failed(await reason(for: number))) }
  }

  func handle(_ message: JavaMessage) async {
    switch message {
    case .ready:
      isReady = true
      readiness?.resume(returning: true)
      readiness = nil
    case .result(let call, let outputs): finish(call, .ran(outputs))
    case .thrown(let call, let thrown):
      let exception = thrown.printed(byJava: settings.configuration.javaLevel)
      finish(call, .failed(exception))
      // What else lives in that process has no memory either.
      if exception.className == "java.lang.OutOfMemoryError" {
        end(nil, Self.failure("another function of the module used up the memory of their Java process"))
        hasEnded = true
      }
    case .log(let origin, let level, let text): await log(origin, level, text)
    case .output(let origin, let isError, let text):
      await log(origin, isError ? .warn : .info, text, after: isError ? "[System.err] " : "[System.out] ")
    case .request(let request): answer(request)
    case .dumped(let call, let frames, let deadlock):
      guard pending[call]?.isOverdue == true else { return }
      let limit = settings.configuration.limits.wallTime
      end(
        call,
        Self.failure(
          "it ran longer than \(limit)" + (deadlock.isEmpty ? "" : ", in a deadlock: \(deadlock)"),
          frames: frames
        )
      )
    case .left(let leftovers):
      leftoverAnswer?.resume(returning: leftovers)
      leftoverAnswer = nil
    case .exiting(let origin, let frames):
      let text = "System.exit ends its Java process, on an appliance the whole application server"
      await ends(on: origin, Self.failure(text, frames: frames))
    case .flood(let origin, let frames):
      let limit = settings.configuration.limits.outputBytes
      await ends(on: origin, Self.failure("it wrote more than \(limit) bytes", frames: frames))
    }
  }

  private func log(_ origin: JavaOrigin, _ level: LogLevel, _ text: String, after title: String = "") async {
    // Never more than the process counts, which ends itself first when it is honest.
    allowance -= text.utf16.count
    if allowance < 0 {
      end(nil, Self.failure("its Java process wrote more than its calls may"))
      return
    }
    await environment(of: origin)?.log(level, title + text)
  }

  /// The process ends by itself on account of a call; that of a call long over is an ERROR of its own.
  private func ends(on origin: JavaOrigin, _ exception: JavaException) async {
    guard ending == nil else { return }
    ending = Ending(call: origin.call == 0 ? nil : origin.call, exception: exception)
    hasEnded = true
    // What the module does at the end may never end.
    Task { [process] in
      try? await Task.sleep(for: .seconds(2))
      process.kill()
    }
    guard pending[origin.call] == nil, let environment = environment(of: origin) else { return }
    // Of a long way through Java's own classes, the place where the module enters it.
    let isJava = { (frame: JavaException.Frame) in
      ["java.", "javax.", "jdk.", "sun."].contains { frame.className.hasPrefix($0) }
    }
    let frame = exception.frames.first { !isJava($0) } ?? exception.frames.first
    let place = frame.map { " at \($0.text)" } ?? ""
    await environment.log(.error, "A thread that a Java function left behind: \(exception.message ?? "")\(place)")
  }

  /// Why a call could not end by itself.
  func reason(for number: Int64?) async -> JavaException {
    let end = await process.end
    if let ending {
      if ending.call == number || ending.call == nil || number == nil { return ending.exception }
      return Self.failure("another call of the module ended their Java process (\(ending.exception.message ?? end))")
    }
    switch end {
    case "status 86": return JavaException("java.lang.OutOfMemoryError", "Java heap space")
    default: break
    }
    switch process.fault {
    case .output: return Self.failure("its Java process wrote too much around System.out")
    case .frame: return Self.failure(Self.nonsense)
    case nil: break
    }
    let words = process.lastWords.split(separator: "\n").prefix(4).joined(separator: " ")
    return Self.failure("its Java process ended with \(end)" + (words.isEmpty ? "" : ": \(words)"))
  }
}
