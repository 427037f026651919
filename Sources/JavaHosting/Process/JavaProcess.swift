import Dispatch
import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// A running Java process: frames in and out, and its end.
final class JavaProcess: Sendable {
  /// Frames as they come, without their lengths; ends with the process.
  let frames: AsyncStream<[UInt8]>
  /// Stands for this process in values.
  let token = ProcessToken()

  /// What a process does that ends it.
  enum Fault {
    /// It writes too much around Java's streams.
    case output
    /// It sends a frame that is larger than any.
    case frame
  }

  private struct State {
    var pid: pid_t?
    var hasEnded = false
    var mustEnd = false
    var fault: Fault?
    var tail: [UInt8] = []
    var rawBytes = 0
  }

  private let state = Mutex(State())
  private let input: Int32
  private let writing = DispatchQueue(label: "sfm.java.write")
  private let ending: Task<String, Never>
  /// Room for frames that were read and not yet dealt with, in mebibytes begun: a process that says more than is heard
  /// waits.
  private let room = DispatchSemaphore(value: 0)
  private static let mostWaiting = 128
  private static let keptTail = 4096
  private static let largestFrame = 80 << 20

  /// Starts the process.
  ///
  /// - Parameter rawLimit: bytes that it may write around Java's streams before it is ended.
  init(_ command: JavaCommandLine, rawLimit: Int) throws(JavaHostingError) {
    let (childInput, input) = try Self.pipe()
    let (output, childOutput) = try Self.pipe()
    let (errors, childErrors) = try Self.pipe()
    self.input = input
    let (frames, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    self.frames = frames
    // Not as its initial value: a semaphore must not go with less than it began with.
    for _ in 0..<Self.mostWaiting { room.signal() }
    var options = PlatformOptions()
    // A session of its own, so that what the module starts ends with it.
    options.createSession = true
    let arguments = command.arguments
    let folder = command.folder
    let announcement = Announcement()
    ending = Task.detached { [options] in
      do {
        let result = try await Subprocess.run(
          .path("/bin/sh"),
          arguments: Arguments(arguments),
          // Nothing of the caller's environment reaches a module.
          environment: .custom(["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder]),
          workingDirectory: FilePath(folder),
          platformOptions: options,
          input: .fileDescriptor(FileDescriptor(rawValue: childInput), closeAfterSpawningProcess: true),
          output: .fileDescriptor(FileDescriptor(rawValue: childOutput), closeAfterSpawningProcess: true),
          error: .fileDescriptor(FileDescriptor(rawValue: childErrors), closeAfterSpawningProcess: true)
        ) { execution in
          announcement.announce(execution.processIdentifier.value)
        }
        announcement.finish()
        return switch result.terminationStatus {
        case .exited(let code): "status \(code)"
        case .signaled(let signal): "signal \(signal)"
        }
      } catch {
        announcement.finish()
        return "\(error)"
      }
    }
    announcement.attach(self)
    let isReading = DetachedThread.start { [self] in
      readFrames(output, continuation)
      close(output)
      continuation.finish()
    }
    let isListening = DetachedThread.start { [self] in
      readErrors(errors, limit: rawLimit)
      close(errors)
    }
    if !isReading || !isListening {
      if !isReading {
        continuation.finish()
        close(output)
      }
      if !isListening { close(errors) }
      kill()
    }
  }

  /// How the process ended, once it has: its status or signal.
  var end: String { get async { await ending.value } }

  /// The end of what it wrote around Java's streams: a crash report, for one.
  var lastWords: String { String(decoding: state.withLock { $0.tail }, as: UTF8.self) }

  /// Why it was ended here, by whoever reads what it says.
  var fault: Fault? { state.withLock { $0.fault } }

  /// A frame was dealt with; the next may come.
  func takeNext(after frame: [UInt8]) {
    for _ in 0..<Self.places(frame.count) { room.signal() }
  }

  private static func places(_ size: Int) -> Int { 1 + size >> 20 }

  /// Sends a frame; to a process that has ended it goes nowhere.
  func send(_ frame: [UInt8]) {
    writing.async { [self] in write(frame) }
  }

  /// Ends the process and what it started, at once.
  func kill(for fault: Fault? = nil) {
    state.withLock { state in
      if state.fault == nil { state.fault = fault }
      state.mustEnd = true
      if let pid = state.pid, !state.hasEnded { _ = Glibc.kill(-pid, SIGKILL) }
    }
  }

  deinit { close(input) }

  // MARK: - Starting

  /// Passes the process's number on once both it and its owner are there.
  private final class Announcement: Sendable {
    private struct Content {
      weak var owner: JavaProcess?
      var pid: pid_t?
      var hasEnded = false
    }
    private let content = Mutex(Content())

    func announce(_ pid: pid_t) {
      content.withLock { content in
        content.pid = pid
        content.owner?.began(pid)
      }
    }

    func attach(_ owner: JavaProcess) {
      content.withLock { content in
        content.owner = owner
        if let pid = content.pid { owner.began(pid) }
        if content.hasEnded { owner.state.withLock { $0.hasEnded = true } }
      }
    }

    func finish() {
      content.withLock { content in
        content.hasEnded = true
        content.owner?.state.withLock { $0.hasEnded = true }
      }
    }
  }

  private func began(_ pid: pid_t) {
    state.withLock { state in
      state.pid = pid
      if state.mustEnd, !state.hasEnded { _ = Glibc.kill(-pid, SIGKILL) }
    }
  }

  private static func pipe() throws(JavaHostingError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw .start(reason: String(cString: strerror(errno))) }
    // Not for other processes: an end left open there would hide this one's end.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  // MARK: - Bytes

  private func write(_ frame: [UInt8]) {
    // A pipe whose reader is gone raises a signal that would end this program: it is held off and taken back.
    var pipeSignal = sigset_t()
    var previous = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    var written = 0
    while written < frame.count {
      let count = frame.withUnsafeBytes { buffer in
        Glibc.write(input, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        var none = timespec(tv_sec: 0, tv_nsec: 0)
        if errno == EPIPE { sigtimedwait(&pipeSignal, nil, &none) }
        return
      }
      written += count
    }
  }

  private func readFrames(_ descriptor: Int32, _ continuation: AsyncStream<[UInt8]>.Continuation) {
    var buffer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      buffer.append(contentsOf: chunk[..<count])
      var start = 0
      while buffer.count - start >= 4 {
        let size = buffer[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
        guard size <= Self.largestFrame else { return kill(for: .frame) }
        guard buffer.count - start - 4 >= size else { break }
        for _ in 0..<Self.places(size) { room.wait() }
        continuation.yield(Array(buffer[start + 4..<start + 4 + size]))
        start += 4 + size
      }
      if start > 0 { buffer.removeFirst(start) }
    }
  }

  private func readErrors(_ descriptor: Int32, limit: Int) {
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      let isTooMuch = state.withLock { state in
        state.rawBytes += count
        state.tail.append(contentsOf: chunk[..<count])
        if state.tail.count > Self.keptTail { state.tail.removeFirst(state.tail.count - Self.keptTail) }
        return state.rawBytes > limit
      }
      if isTooMuch { kill(for: .output) }
    }
  }
}
