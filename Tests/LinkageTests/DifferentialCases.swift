import ClassFiles
import Foundation

/// The cases that the Java harness compiled, and what a JVM said of each.
struct DifferentialCase {
  var id: String
  var name: String
  var library: [(name: String, bytes: [UInt8])] = []
  var client: [(name: String, bytes: [UInt8])] = []
}

/// What the JVM, or the tool, says of a case.
struct DifferentialVerdict: Equatable, CustomStringConvertible {
  var error = "links"
  var message = ""
  var frame = ""

  /// The verdict as far as the two can be compared: a VerifyError's message ends in a dump of the frame and of the code,
  /// of which only the sentence with the two types counts.
  ///
  /// The verifier that infers types has words of its own, which name the method and not the types.
  var comparable: DifferentialVerdict {
    if error == "java.lang.VerifyError", message.hasPrefix("(class: ") {
      return DifferentialVerdict(error: error, message: Self.inferred, frame: frame)
    }
    guard error == "java.lang.VerifyError", let start = message.range(of: "Type '") else { return self }
    let sentence = message[start.lowerBound...].prefix { $0 != "\\" }
    let names = sentence.split(separator: "'", omittingEmptySubsequences: false)
    guard names.count >= 4 else { return self }
    var copy = self
    copy.message = "'\(names[1])' is not assignable to '\(names[3])'"
    return copy
  }

  /// Stands for whatever the verifier that infers types says.
  static let inferred = "refused by inference"

  /// A message as `CaseRunner` prints it, on one line.
  static func escaped(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
  }

  var description: String { error == "links" ? error : "\(error): \(message)\n    at \(frame)" }
}

/// Reads the harness's files.
enum DifferentialFiles {
  /// The cases of a file that `CaseCompiler` wrote.
  static func cases(_ path: String) throws -> [DifferentialCase] {
    let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var position = 0
    func integer(_ size: Int) -> Int {
      defer { position += size }
      return data[position..<position + size].reduce(0) { $0 << 8 | Int($1) }
    }
    func text() -> String {
      let length = integer(2)
      defer { position += length }
      return String(decoding: data[position..<position + length], as: UTF8.self)
    }
    var cases: [DifferentialCase] = []
    for _ in 0..<integer(4) {
      var one = DifferentialCase(id: text(), name: text())
      for _ in 0..<integer(4) {
        let layer = text()
        let name = text()
        let length = integer(4)
        let bytes = Array(data[position..<position + length])
        position += length
        if layer == "lib" { one.library.append((name, bytes)) } else { one.client.append((name, bytes)) }
      }
      cases.append(one)
    }
    return cases
  }

  /// The verdicts that `CaseRunner` printed, by case.
  static func verdicts(_ text: String) -> [String: DifferentialVerdict] {
    var verdicts: [String: DifferentialVerdict] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 3 else { continue }
      var verdict = DifferentialVerdict(error: parts[2])
      if parts.count >= 7 {
        verdict.message = parts[3]
        verdict.frame = parts[4] == "-" ? "-" : "\(parts[4]).\(parts[5]):\(parts[6])"
      }
      verdicts[parts[0]] = verdict
    }
    return verdicts
  }
}
