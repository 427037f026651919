import PackageFixtures
import Archives
import ModuleDescriptors

extension Case {
  /// package-format.md section 1: the manifest, and what the platform refuses at import.
  static let manifest: [Case] = [
    Case(
      "a zip without a manifest",
      """
      error manifest.missing in the package
        the archive has no META-INF/MANIFEST.MF; the appliance refuses it as no package
        hint: build the package with `sfm build`; a zip tool does not write a manifest
      """
    ) { $0.package.manifest = nil },
    Case(
      "the manifest under another name",
      """
      error manifest.missing in the package
        the archive has no META-INF/MANIFEST.MF; the appliance refuses it as no package
        hint: there is 'meta-inf/manifest.mf': the name must be META-INF/MANIFEST.MF to the letter
      """
    ) { sample in
      sample.package.entries["meta-inf/manifest.mf"] = sample.package.manifest?.bytes()
      sample.package.manifest = nil
    },
    Case(
      "the manifest behind another entry",
      """
      warning manifest.not-first in META-INF/MANIFEST.MF
        the first entry is 'Worker.class', not META-INF/MANIFEST.MF
      """
    ) { $0.manifestLast = true },
    Case(
      "no ObjectId",
      """
      error manifest.objectid.missing in META-INF/MANIFEST.MF
        the manifest has no ObjectId
        hint: add the line 'ObjectId: 11111111-2222-3333-4444-555555555555'
      """
    ) { $0.setManifest("ObjectId", nil) },
    Case(
      "an empty ObjectId",
      """
      error manifest.objectid.missing in META-INF/MANIFEST.MF
        the manifest has no ObjectId
        hint: add the line 'ObjectId: 11111111-2222-3333-4444-555555555555'
      """
    ) { $0.setManifest("ObjectId", "") },
    Case(
      "the ObjectId of another module",
      """
      error manifest.objectid.mismatch in META-INF/MANIFEST.MF
        at `ObjectId: 99999999-2222-3333-4444-555555555555`
        ObjectId is '99999999-2222-3333-4444-555555555555', but the descriptor's module is '11111111-2222-3333-4444-555555555555'
        hint: Make both the same; `sfm build` does.
      """
    ) { $0.setManifest("ObjectId", "99999999-2222-3333-4444-555555555555") },
    Case(
      "no format version",
      """
      error manifest.specversion.invalid in META-INF/MANIFEST.MF
        the manifest has no StarfaceModule_SpecVersion
        hint: write 'StarfaceModule_SpecVersion: 5'
      """
    ) { $0.setManifest("StarfaceModule_SpecVersion", nil) },
    Case(
      "a format version that is no integer",
      """
      error manifest.specversion.invalid in META-INF/MANIFEST.MF
        at `StarfaceModule_SpecVersion: 5.0`
        StarfaceModule_SpecVersion is '5.0', expected an integer
        hint: write 'StarfaceModule_SpecVersion: 5'
      """
    ) { $0.setManifest("StarfaceModule_SpecVersion", "5.0") },
    Case(
      "a format version that is too new",
      """
      error manifest.specversion.unsupported in META-INF/MANIFEST.MF
        at `StarfaceModule_SpecVersion: 6`
        StarfaceModule_SpecVersion is 6; appliances read versions up to 5
        hint: Write `StarfaceModule_SpecVersion: 5`.
      """
    ) { $0.setManifest("StarfaceModule_SpecVersion", "6") },
    Case("an older format version") { $0.setManifest("StarfaceModule_SpecVersion", "4") },
    Case(
      "another writer in the manifest than in the descriptor",
      """
      notice manifest.createdby.differs in META-INF/MANIFEST.MF
        at `Created-By: STARFACE Version 7.3.0.5`
        Created-By is 'STARFACE Version 7.3.0.5', but the descriptor was created with 'STARFACE 8.0.0.5'
      """
    ) {
      $0.setManifest("Created-By", "STARFACE Version 7.3.0.5")
    },
    Case("a manifest of another writer") { $0.setManifest("Created-By", nil) },
    Case(
      "no descriptor",
      """
      error descriptor.missing in the package
        the archive has no module-descriptor.xml in its root
        hint: Put `module-descriptor.xml` into the root of the archive, not into a folder.
      """
    ) { $0.hasDescriptor = false },
    Case(
      "a zip of the folder instead of its content",
      """
      error descriptor.missing in the package
        the archive has no module-descriptor.xml in its root
        hint: there is 'sample/module-descriptor.xml': zip the folder's content, not the folder
      """
    ) { sample in
      sample.hasDescriptor = false
      sample.package.entries["sample/module-descriptor.xml"] = Array(try sample.text().utf8)
    },
  ]
}

extension SampleModule {
  /// Sets a main attribute of the manifest, or removes it.
  fileprivate mutating func setManifest(_ name: String, _ value: String?) {
    guard let index = package.manifest?.main.firstIndex(where: { $0.name == name }) else { return }
    if let value { package.manifest?.main[index].value = value } else { package.manifest?.main.remove(at: index) }
  }
}
