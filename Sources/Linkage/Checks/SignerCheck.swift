import ClassFiles
import Findings

/// Classes that Java's verification of signed jars keeps out: their bytes or their jar do not fit the signature, or others
/// sign their package (`java.lang.ClassLoader.checkCerts`).
struct SignerCheck {
  let scope: LinkScope
  let platform: LinkPlatform
  let inputs: [LinkInput]

  /// One problem a jar that does not fit its signature, and one for each package and further signer.
  func problems(_ jars: [SignedJar]) -> [LinkageProblem] {
    if jars.isEmpty { return [] }
    return jars.compactMap { mismatch($0) } + conflicts(jars.filter(\.mismatches.isEmpty))
  }

  private func mismatch(_ jar: SignedJar) -> LinkageProblem? {
    guard let first = jar.mismatches.first else { return nil }
    let others = jar.mismatches.count - 1
    return problem(
      LinkRules.signatureMismatch,
      first.message,
      entry: "\(jar.path)!/\(first.entry)",
      symbol: "\(jar.path)!/\(first.entry)",
      owner: "",
      hint: others == 0
        ? nil : "\(others) more entr\(others == 1 ? "y" : "ies") of the jar do not fit its signature either"
    )
  }

  private func conflicts(_ jars: [SignedJar]) -> [LinkageProblem] {
    let byPath = Dictionary(jars.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    /// For each package the first class, and who signs it.
    var first: [Symbol: (number: Int, signers: Set<[UInt8]>)] = [:]
    /// What was told of each package: the other signers.
    var told: [Symbol: [Set<[UInt8]>]] = [:]
    var problems: [LinkageProblem] = []
    for (number, summary) in scope.world.summaries.enumerated() {
      guard case .found(let id) = scope.find(summary.facts.name), id == scope.world.applicationIDs[number] else {
        continue
      }
      let input = inputs[Int(summary.unit)]
      let jar = input.jar.map(String.init)
      let path = jar.map { String(input.entry.dropFirst($0.count + 2)) } ?? input.entry
      let signers = jar.flatMap { byPath[$0]?.signers[path] } ?? []
      let package = summary.facts.package
      guard let known = first[package] else {
        first[package] = (number, signers)
        continue
      }
      if known.signers == signers || told[package]?.contains(signers) == true { continue }
      told[package, default: []].append(signers)
      let name = scope.world.symbols.text(summary.facts.name)
      let other = inputs[Int(scope.world.summaries[known.number].unit)].entry
      problems.append(
        problem(
          LinkRules.signerConflict,
          "class \"\(JavaNames.dotted(name))\"'s signer information does not match signer information of other classes "
            + "in the same package",
          entry: input.entry,
          symbol: name,
          owner: name,
          hint: known.signers.isEmpty
            ? "\(other) is not signed" : "\(other) is signed\(signers.isEmpty ? "" : " by another")"
        )
      )
    }
    return problems
  }

  private func problem(
    _ rule: Rule,
    _ message: String,
    entry: String,
    symbol: String,
    owner: String,
    hint: String?
  ) -> LinkageProblem {
    LinkageProblem(
      rule: rule,
      error: ErrorClass.security.rawValue,
      message: message,
      symbol: symbol,
      platform: platform.version,
      // A loader that looks at signatures must load them.
      certainty: .possible,
      reachedFrom: nil,
      location: Location(entry: entry),
      owner: owner,
      sites: 1,
      hint: hint
    )
  }
}
