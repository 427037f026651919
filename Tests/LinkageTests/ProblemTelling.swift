import Findings
import Foundation

@testable import Linkage

/// How far a problem that the check tells is what the JVM threw.
extension LinkageProblem {
  /// The problem in one line, for reports.
  var line: String {
    "\(error ?? "-"): \(message) at \(location.function ?? "-"):\(location.line ?? -1) x\(sites) \(certainty)"
  }

  /// Whether it is what the JVM threw, wherever: a method reference fails where it is called and is told where it is made, a
  /// class that the verifier refuses fails where it is used.
  func tellsSomewhere(_ verdict: DifferentialVerdict) -> Bool {
    error == verdict.error && DifferentialVerdict.escaped(message) == verdict.comparable.message
  }

  /// Whether it is what the JVM threw, at its place.
  func tells(_ verdict: DifferentialVerdict) -> Bool {
    if rule.id == LinkRules.methodUnimplemented.id || rule.id == LinkRules.defaultsConflict.id {
      return tellsUnimplemented(verdict)
    }
    if error == verdict.error, verdict.comparable.message == DifferentialVerdict.inferred { return true }
    var words = DifferentialVerdict.escaped(message)
    if error == ErrorClass.verify.rawValue { words = words.components(behind: ": ") }
    // What is no Error a call site wraps.
    if error == ErrorClass.security.rawValue, verdict.error == ErrorClass.bootstrapMethod.rawValue {
      return verdict.message == "\(error ?? ""): \(words)"
    }
    return error == verdict.error && words == verdict.comparable.message && isPlace(verdict)
  }

  /// What a class or a lambda leaves out is told there: by which of several interfaces it is called the JVM knows first, and who
  /// calls it is often the platform.
  private func tellsUnimplemented(_ verdict: DifferentialVerdict) -> Bool {
    guard location.line == nil else {
      let own = DifferentialVerdict.escaped(message)
      return error == verdict.error && isPlace(verdict)
        && own.end(before: " of ") == verdict.message.end(before: " of ")
    }
    let owner = JavaNames.dotted(owner)
    return verdict.frame.contains(".lib.") && verdict.frame.hasSuffix(":-1")
      || [verdict.message, verdict.frame].contains { $0.contains("\(owner) ") || $0.contains("\(owner).") }
  }

  /// Whether the JVM's frame is the problem's site, as far as there is one: the verifier's frame is its user's, the platform's is its
  /// own, a method that the machine made has no line.
  private func isPlace(_ verdict: DifferentialVerdict) -> Bool {
    guard let line = location.line, sites == 1, error != ErrorClass.verify.rawValue, !verdict.frame.hasSuffix(":-1"),
      !verdict.frame.contains(".lib.")
    else { return true }
    return verdict.frame == "\(location.function ?? ""):\(line)"
  }
}

extension String {
  /// The part before the last occurrence of a separator; all of it where there is none.
  fileprivate func end(before separator: String) -> Substring {
    range(of: separator, options: .backwards).map { self[..<$0.lowerBound] } ?? self[...]
  }

  /// The part behind the last occurrence of a separator.
  fileprivate func components(behind separator: String) -> String {
    range(of: separator, options: .backwards).map { String(self[$0.upperBound...]) } ?? self
  }
}
