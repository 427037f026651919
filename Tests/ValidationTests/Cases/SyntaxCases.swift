import ModuleDescriptors
import PackageFixtures

extension Case {
  /// package-format.md sections 1 and 3: what reading the manifest and the descriptor finds.
  static let syntax: [Case] = [
    Case(
      "a manifest line without a colon",
      """
      error jar.manifest.syntax in META-INF/MANIFEST.MF
        at `ObjectId`
        expected `Name: value` (a colon and a space), found "ObjectId"
        hint: Correct the line, or let `sfm build` write the manifest.
      error manifest.objectid.missing in META-INF/MANIFEST.MF
        the manifest has no ObjectId
        hint: add the line 'ObjectId: 11111111-2222-3333-4444-555555555555'
      error manifest.specversion.invalid in META-INF/MANIFEST.MF
        the manifest has no StarfaceModule_SpecVersion
        hint: write 'StarfaceModule_SpecVersion: 5'
      """
    ) { $0.setManifest(lines: ["Manifest-Version: 1.0", "ObjectId"]) },
    Case(
      "a manifest line of 80 bytes",
      """
      warning jar.manifest.line-length in META-INF/MANIFEST.MF
        at `Comment: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`
        the line has 80 bytes, at most 72 are allowed
      """
    ) { sample in
      sample.setManifest(lines: Self.manifestLines + ["Comment: " + String(repeating: "x", count: 71)])
    },
    Case(
      "a manifest attribute given twice",
      """
      warning jar.manifest.duplicate in META-INF/MANIFEST.MF
        at `objectid: 11111111-2222-3333-4444-555555555555`
        `objectid` stands here and on line 2; Java takes the last
      """
    ) {
      $0.setManifest(lines: Self.manifestLines + ["objectid: \(SampleModule.id)"])
    },
    Case(
      "a manifest without a line break at its end",
      """
      warning jar.manifest.ending in META-INF/MANIFEST.MF
        at `Created-By: STARFACE Version 8.0.0.5`
        the last line does not end with a line break
      """
    ) {
      $0.setManifest(lines: Self.manifestLines, ending: "")
    },
    Case(
      "a descriptor that is cut off",
      """
      error descriptor.xml.malformed in module-descriptor.xml
        at ``
        the document ends too early: Premature end of data in tag module line 2
        hint: export the module again; the file is cut off
      """
    ) { $0.replacements = [("</module>\n", "")] },
    Case(
      "a descriptor with two ends of one name mixed up",
      """
      error descriptor.xml.malformed in module-descriptor.xml
        at `<createdWith>STARFACE 8.0.0.5</createdwith>`
        Opening and ending tag mismatch: createdWith line 646 and createdwith
        hint: close elements in the order in which they were opened
      """
    ) {
      $0.replacements = [("</createdWith>", "</createdwith>")]
    },
    Case(
      "a descriptor with a document type",
      """
      error descriptor.xml.malformed in module-descriptor.xml
        at `<!DOCTYPE module [<!ENTITY x 'y'>]>`
        the document has a DOCTYPE
        hint: remove the DOCTYPE and its entities; a module descriptor never needs them
      """
    ) {
      $0.replacements = [("<module ", "<!DOCTYPE module [<!ENTITY x 'y'>]>\n<module ")]
    },
    Case(
      "a descriptor of something else",
      """
      error descriptor.root.wrong in module-descriptor.xml
        at `<modul lastChangedTime="1700000000000" moduleType="EXTENDED" createTime="1700000…`
        the root element is <modul>, not <module>
        hint: the entry must be the descriptor that the appliance exports; its root is <module>
      """
    ) { sample in
      sample.replacements = [("<module ", "<modul "), ("</module>", "</modul>")]
    },
    Case(
      "an element that nobody knows",
      """
      warning descriptor.element.unknown in module-descriptor.xml
        at `<color>red</color>`
        <module> has an unknown child <color>
      """
    ) {
      $0.replacements = [("<defaultLocale>", "<color>red</color>\n    <defaultLocale>")]
    },
    Case(
      "a statement that nobody knows",
      """
      warning descriptor.element.unknown in module-descriptor.xml, Main-id > jump
        at `<jump createTime="0" id="return-id" name="return" specVersion="0" vendor="" vers…`
        unknown kind of statement <jump>
      """
    ) { sample in
      sample.replacements = [("<return ", "<jump "), ("</return>", "</jump>")]
    },
    Case(
      "an attribute that nobody knows",
      """
      warning descriptor.attribute.unknown in module-descriptor.xml
        at `<timer color="red" multiplikator="5" period="Minute" startTime="0" id="timer-id"…`
        <timer> has an unknown attribute color
      """
    ) {
      $0.replacements = [("<timer multiplikator", "<timer color=\"red\" multiplikator")]
    },
    Case(
      "a missing element",
      """
      warning descriptor.element.missing in module-descriptor.xml
        at `<module lastChangedTime="1700000000000" moduleType="EXTENDED" createTime="170000…`
        <module> has no child <defaultLocale>
      """
    ) { $0.replacements = [("    <defaultLocale>en</defaultLocale>\n", "")] },
    Case(
      "a missing attribute",
      """
      warning descriptor.attribute.missing in module-descriptor.xml
        at `<timer multiplikator="5" startTime="0" id="timer-id"/>`
        <timer> has no attribute period; expected one of Once, Second, Minute, Hour, Day, Week, Month
      """
    ) { $0.replacements = [(" period=\"Minute\"", "")] },
    Case(
      "a version that is no integer",
      """
      warning descriptor.value.invalid in module-descriptor.xml
        at `<module lastChangedTime="1700000000000" moduleType="EXTENDED" createTime="170000…`
        <module>: attribute version is "1.2"; expected an integer
      """
    ) {
      $0.replacements = [("vendor=\"Example\" version=\"3\"", "vendor=\"Example\" version=\"1.2\"")]
    },
    Case(
      "a change time that is no integer",
      """
      warning descriptor.value.invalid in module-descriptor.xml
        at `<module lastChangedTime="2023-11-14" moduleType="EXTENDED" createTime="170000000…`
        <module>: attribute lastChangedTime is "2023-11-14"; expected an integer
      warning identity.licence.required in module-descriptor.xml
        at `<module lastChangedTime="2023-11-14" moduleType="EXTENDED" createTime="170000000…`
        the noLicenseId does not fit id and lastChangedTime: activating the module needs a licence
      """
    ) {
      $0.replacements = [("lastChangedTime=\"1700000000000\"", "lastChangedTime=\"2023-11-14\"")]
    },
    Case(
      "an element given twice",
      """
      warning descriptor.element.repeated in module-descriptor.xml
        at `<editable>true</editable>`
        <module> has a second <editable>; the first one counts
      """
    ) {
      $0.replacements = [("<editable>", "<editable>true</editable>\n    <editable>")]
    },
    Case(
      "attributes in another order",
      """
      notice descriptor.order.unusual in module-descriptor.xml
        at `<timer period="Minute" multiplikator="5" startTime="0" id="timer-id"/>`
        the parts of <timer> stand in an unusual order
      """
    ) {
      $0.replacements = [
        ("multiplikator=\"5\" period=\"Minute\"", "period=\"Minute\" multiplikator=\"5\"")
      ]
    },
    Case(
      "text among elements",
      """
      warning descriptor.text.stray in module-descriptor.xml
        at `<module lastChangedTime="1700000000000" moduleType="EXTENDED" createTime="170000…`
        <module> has text among its elements: "stray"
      """
    ) { $0.replacements = [("<defaultLocale>", "stray\n    <defaultLocale>")] },
    Case("a comment of XML") { $0.replacements = [("<defaultLocale>", "<!-- mine -->\n    <defaultLocale>")] },
  ]

  private static let manifestLines = [
    "Manifest-Version: 1.0", "ObjectId: \(SampleModule.id)", "StarfaceModule_SpecVersion: 5",
    "Created-By: STARFACE Version 8.0.0.5",
  ]
}

extension SampleModule {
  /// Writes the manifest as these lines.
  fileprivate mutating func setManifest(lines: [String], ending: String = "\r\n\r\n") {
    package.manifest = nil
    package.entries["META-INF/MANIFEST.MF"] = Array((lines.joined(separator: "\r\n") + ending).utf8)
  }
}
