import Findings
import FoundationEssentials

/// The findings that a project has accepted for now: a file beside the sources that hides them, and only them.
public struct Baseline: Sendable {
  /// One accepted finding; everything but the fingerprint is there for the people who review the file.
  public struct Entry: Sendable, Hashable, Codable {
    /// What decides.
    public var fingerprint: String
    /// The rule that spoke.
    public var rule: String
    /// The package's file name.
    public var package: String
    /// The platform version, when the finding is about one.
    public var platform: String?
    /// What it is about.
    public var symbol: String?
    /// What was said when it was accepted.
    public var message: String
  }

  /// The schema name that the file carries.
  public static let schema = "sfm.baseline/1"

  /// The largest file that is read: some eighty thousand findings, which nobody has accepted one by one.
  public static let mostBytes = 16 << 20

  /// The entries, by package, rule, fingerprint.
  public let entries: [Entry]

  /// What is hidden.
  public var fingerprints: Set<Fingerprint> { Set(entries.map { Fingerprint(text: $0.fingerprint) }) }

  /// Accepts all findings of a report that nothing hides yet; what is fixed is thereby gone.
  public init(_ report: FindingsReport) {
    entries = report.entries.map { entry in
      let finding = entry.finding
      return Entry(
        fingerprint: entry.fingerprint.text,
        rule: finding.rule.rawValue,
        package: entry.all.package(entry.place),
        platform: finding.platform,
        symbol: finding.symbol,
        message: finding.message
      )
    }.sorted { ($0.package, $0.rule, $0.fingerprint) < ($1.package, $1.rule, $1.fingerprint) }
  }

  /// Reads a baseline file.
  ///
  /// - Throws: ``BaselineError`` for anything that is not one.
  public init(json bytes: [UInt8]) throws(BaselineError) {
    struct File: Codable {
      var schema: String
      var findings: [Entry]
    }
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(bytes))
    } catch {
      throw .notABaseline
    }
    guard file.schema == Self.schema else { throw .otherSchema(file.schema) }
    entries = file.findings
  }

  /// The file: sorted, so that a review sees only what changed.
  public var json: String {
    JSONValue.object([
      "schema": .string(Self.schema),
      "findings": .array(
        entries.map { entry in
          .object([
            "fingerprint": .string(entry.fingerprint), "rule": .string(entry.rule), "package": .string(entry.package),
            "platform": entry.platform.map(JSONValue.string), "symbol": entry.symbol.map(JSONValue.string),
            "message": .string(entry.message),
          ])
        }
      ),
    ]).text
  }
}

/// Why a baseline file cannot be used.
public enum BaselineError: Error, Hashable, CustomStringConvertible {
  /// It is not JSON, or lacks `schema`, `findings` or what an entry needs.
  case notABaseline
  /// It was written for another version of the format.
  case otherSchema(String)

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .notABaseline:
      "this is not a baseline file (JSON with `schema` and `findings`); write one with --update-baseline"
    case .otherSchema(let schema):
      "its schema is `\(schema)`, expected `\(Baseline.schema)`; write it anew with --update-baseline"
    }
  }
}
