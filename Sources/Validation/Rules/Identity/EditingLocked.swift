import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// The module is not open for editing.
  static let editingLocked: PackageRule = .init(
    Rule(
      id: "identity.editing.locked",
      severity: .notice,
      title: "The module is not open for editing",
      what: "The `writeHash` is empty (locked for good) or that of a password.",
      why: "The designer opens the module with the password only, or not at all.",
      mend: "Nothing to mend, if it is meant.",
      source: "package-format.md section 2"
    )
  ) { _, analysis in
    let module = analysis.module
    guard module.writeHash != ModuleIdentity.writeHash(moduleID: module.id) else { return [] }
    return [
      Finding(
        editingLocked.rule,
        module.writeHash.isEmpty
          ? "the module is locked for editing" : "the module opens for editing with a password only",
        symbol: "writeHash",
        at: ModuleAnalysis.location(module.extras.position)
      )
    ]
  }
}
