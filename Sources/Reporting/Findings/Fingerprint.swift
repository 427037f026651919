import Crypto
public import Findings
import Synchronization

/// What a finding is recognised by from build to build: no line number, no order, no folder.
///
/// 128 bits of SHA-256 over ``Finding/identity``; findings of one identity are numbered, so each has its own.
public struct Fingerprint: Hashable, Sendable, Comparable {
  /// 32 lower-case hexadecimal digits.
  public let text: String

  /// Takes a fingerprint as a file spells it.
  public init(text: String) { self.text = text }

  /// The fingerprints of `findings`, in their order.
  ///
  /// - Parameter names: by its path, what a package is called wherever one stands, where the path does not tell (`.`).
  public static func of(_ findings: some Sequence<Finding>, names: [String: String] = [:]) -> [Fingerprint] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      var named = finding
      if let name = names[finding.package] { named.package = name }
      let identity = named.identity
      let number = seen[identity, default: 0] + 1
      seen[identity] = number
      let text = number == 1 ? identity : identity + "\u{1F}#\(number)"
      return Fingerprint(text: hexadecimal(SHA256.hash(data: Array(text.utf8)).prefix(16)))
    }
  }

  /// Byte order of the digits.
  public static func < (a: Fingerprint, b: Fingerprint) -> Bool { a.text < b.text }
}

/// A report's findings in their order, with their fingerprints, which are made when the first is asked for: a report as
/// text needs none.
///
/// Shared by all who name a finding by its place: thousands of findings with a dozen texts each are copied no more.
final class ReportedFindings: Sendable {
  private let findings: [Finding]
  private let names: [String: String]
  private let fingerprints = Mutex<[Fingerprint]?>(nil)
  private let formerFingerprints = Mutex<[Fingerprint]?>(nil)

  /// Keeps findings; `names` as for the fingerprints.
  init(_ findings: [Finding], names: [String: String]) {
    self.findings = findings
    self.names = names
  }

  /// What a finding's package is called wherever one stands.
  func package(_ place: Int) -> String {
    let package = findings[place].package
    return names[package] ?? package.split(separator: "/").last.map(String.init) ?? package
  }

  subscript(place: Int) -> Finding { _read { yield findings[place] } }

  func fingerprint(_ place: Int) -> Fingerprint { fingerprint(place, in: fingerprints, names) }

  func formerFingerprint(_ place: Int) -> Fingerprint? {
    names[findings[place].package] == nil ? nil : fingerprint(place, in: formerFingerprints, [:])
  }

  private func fingerprint(
    _ place: Int,
    in kept: borrowing Mutex<[Fingerprint]?>,
    _ names: [String: String]
  ) -> Fingerprint {
    kept.withLock { made in
      let all = made ?? Fingerprint.of(findings, names: names)
      made = all
      return all[place]
    }
  }
}
