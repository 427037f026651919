public import Findings

/// The rules that reading a descriptor applies.
public enum DescriptorRules {
  /// All of them.
  public static let all: [Rule] = [
    malformed, root, unknownElement, unknownAttribute, missingElement, missingAttribute, wrongValue, repeated, order,
    strayText,
  ]

  /// The descriptor is not well-formed XML.
  public static let malformed = Rule(
    id: "descriptor.xml.malformed",
    severity: .error,
    title: "The descriptor is not well-formed XML",
    what:
      "`module-descriptor.xml` is read strictly: UTF-8, no DOCTYPE, no entities of its own, bounded depth and size.",
    why: "The appliance refuses the import, or a hostile file would be let in.",
    mend: "Mend the place that the message names, or export the module again.",
    platformMessage: "descriptor error",
    source: "package-format.md sections 1 and 3"
  )

  /// The descriptor's root is not `module`.
  public static let root = Rule(
    id: "descriptor.root.wrong",
    severity: .error,
    title: "The descriptor's root is not <module>",
    what: "The root element of `module-descriptor.xml` has another name.",
    why: "The file is no module descriptor; the import fails.",
    mend: "Put the exported descriptor in its place.",
    platformMessage: "descriptor error",
    source: "package-format.md section 3.2"
  )

  /// Unknown element.
  public static let unknownElement = Rule(
    id: "descriptor.element.unknown",
    severity: .warning,
    title: "Unknown element",
    what: "An element stands where the format knows none of that name. It is kept in place.",
    why: "The appliance may ignore it: what its author meant then does not happen.",
    mend: "Check the spelling; remove the element if it means nothing.",
    source: "package-format.md section 3"
  )

  /// Unknown attribute.
  public static let unknownAttribute = Rule(
    id: "descriptor.attribute.unknown",
    severity: .warning,
    title: "Unknown attribute",
    what: "An element has an attribute that the format does not know. It is kept in place.",
    why: "The appliance may ignore it: what its author meant then does not happen.",
    mend: "Check the spelling; remove the attribute if it means nothing.",
    source: "package-format.md section 3"
  )

  /// Missing element.
  public static let missingElement = Rule(
    id: "descriptor.element.missing",
    severity: .warning,
    title: "Missing element",
    what: "An element lacks a child that every real descriptor has there.",
    why: "The appliance reads a null there: what the part decides then is not what its author sees.",
    mend: "Add the element that the message names.",
    source: "package-format.md section 3"
  )

  /// Missing attribute.
  public static let missingAttribute = Rule(
    id: "descriptor.attribute.missing",
    severity: .warning,
    title: "Missing attribute",
    what: "An element lacks an attribute that every real descriptor has there.",
    why: "The appliance reads a null there: what the part decides then is not what its author sees.",
    mend: "Add the attribute that the message names.",
    source: "package-format.md section 3"
  )

  /// A value of the wrong kind.
  public static let wrongValue = Rule(
    id: "descriptor.value.invalid",
    severity: .warning,
    title: "A value of the wrong kind",
    what: "An attribute or text element holds something other than the boolean, integer or word expected there.",
    why: "The appliance reads a default or nothing in its place.",
    mend: "Write one of the values that the message names.",
    source: "package-format.md section 3"
  )

  /// An element that may stand once stands twice.
  public static let repeated = Rule(
    id: "descriptor.element.repeated",
    severity: .warning,
    title: "An element that may stand once stands twice",
    what: "A child that may stand once is repeated; the first one counts here.",
    why: "The appliance may take the last one.",
    mend: "Remove one of them.",
    source: "package-format.md section 3"
  )

  /// Children or attributes in an unusual order.
  public static let order = Rule(
    id: "descriptor.order.unusual",
    severity: .notice,
    title: "Children or attributes in an unusual order",
    what: "The parts of an element stand in another order than every appliance writes.",
    why: "Nothing breaks, but the file was edited by hand or by another tool.",
    mend: "Import the module and export it again to get the usual order.",
    source: "package-format.md section 3"
  )

  /// Text where only elements belong.
  public static let strayText = Rule(
    id: "descriptor.text.stray",
    severity: .warning,
    title: "Text where only elements belong",
    what: "An element that holds other elements holds text as well. It is kept in place.",
    why: "The appliance ignores the text.",
    mend: "Remove it.",
    source: "package-format.md section 3"
  )
}
