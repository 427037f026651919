import PackageFixtures
import ModuleDescriptors
import ModulePackages

extension Case {
  /// package-format.md sections 2 and 4: identity, and what is there for nothing.
  static let identity: [Case] = [
    Case(
      "a change without a new licence hash",
      """
      warning identity.licence.required in module-descriptor.xml
        at `<module lastChangedTime="1700000000001" moduleType="EXTENDED" createTime="170000…`
        the noLicenseId does not fit id and lastChangedTime: activating the module needs a licence
      """
    ) { $0.descriptor.lastChangedTime += 1 },
    Case("a change with a new licence hash") {
      $0.descriptor.lastChangedTime += 1
      $0.sign()
    },
    Case(
      "no licence hash",
      """
      warning identity.licence.required in module-descriptor.xml
        at `<module lastChangedTime="1700000000000" moduleType="EXTENDED" createTime="170000…`
        the module has no noLicenseId: activating it needs a licence
      """
    ) { $0.descriptor.noLicenseID = "" },
    Case(
      "a password for editing",
      """
      notice identity.editing.locked in module-descriptor.xml
        at `<module lastChangedTime="1700000000000" moduleType="EXTENDED" createTime="170000…`
        the module opens for editing with a password only
      """
    ) {
      $0.descriptor.writeHash = ModuleIdentity.writeHash(moduleID: SampleModule.id, password: "secret")
    },
    Case(
      "locked for editing",
      """
      notice identity.editing.locked in module-descriptor.xml
        at `<module lastChangedTime="1700000000000" moduleType="EXTENDED" createTime="170000…`
        the module is locked for editing
      """
    ) { $0.descriptor.writeHash = "" },
    Case(
      "a module variable that nothing uses",
      """
      notice variable.unused in module-descriptor.xml
        at `<variable id="Spare-id" label="Spare" name="Spare" type="STRING" valueByReferenc…`
        nothing uses the module's variable 'Spare'
      """
    ) {
      $0.descriptor.inputs.append(.variable(Designer.variable("Spare", .string)))
    },
    Case(
      "a local variable that nothing uses",
      """
      notice variable.unused in module-descriptor.xml, Main > typedVarDef spare
        at `<typedVarDef type="STRING" variableName="spare" createTime="0" id="spare-local" …`
        nothing uses the local variable of 'typedVarDef spare'
      """
    ) { $0.add(Designer.define("spare", .string)) },
    Case(
      "resources that nothing uses",
      """
      notice resource.unused in module-descriptor.xml
        at `<file locale="" type="BINARY" id="spare-file" name="noise">`
        nothing uses the file 'noise'
      notice resource.unused in module-descriptor.xml
        at `<listResource id="spare-list">`
        nothing uses the listResource 'spare-list'
      notice resource.unused in module-descriptor.xml
        at `<timer multiplikator="0" period="Once" startTime="0" id="spare-timer"/>`
        nothing uses the timer 'spare-timer'
      """
    ) { sample in
      sample.descriptor.resources.append(.timer(TimerResource(id: "spare-timer")))
      sample.descriptor.resources.append(.list(ListResource(id: "spare-list")))
      sample.descriptor.resources.append(.file(FileResource(id: "spare-file", name: "noise", fileExtension: "wav")))
      sample.package.entries["res/spare-file.wav"] = [1]
    },
    Case("a jar that was uploaded") { sample in
      sample.descriptor.resources.append(.file(FileResource(id: "jar-id", name: "more.jar", fileExtension: "jar")))
      sample.package.jars["res/jar-id.jar"] = ["more/info.txt": [1]]
    },
  ]
}
