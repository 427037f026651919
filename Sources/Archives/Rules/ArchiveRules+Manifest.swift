public import Findings

/// The rules about the syntax of `META-INF/MANIFEST.MF`.
extension ArchiveRules {
  /// A manifest line is malformed.
  public static let manifestSyntax = Rule(
    id: "jar.manifest.syntax",
    severity: .error,
    title: "Malformed manifest line",
    what:
      "A line of the manifest is neither `Name: value` nor a continuation, or a section does not begin with `Name`.",
    why: "Java refuses the whole manifest (`invalid header field`), and with it the package.",
    mend: "Correct the line, or let `sfm build` write the manifest.",
    source: "JAR File Specification, manifest specification; java.util.jar.Attributes"
  )

  /// A manifest line is too long.
  public static let manifestLineLength = Rule(
    id: "jar.manifest.line-length",
    severity: .warning,
    title: "Manifest line too long",
    what: "A line of the manifest has more than 72 bytes.",
    why: "The specification does not allow it; older Java versions refuse lines of more than 512 bytes.",
    mend: "Break the line after at most 72 bytes and begin the next one with a space, or let `sfm build` write it.",
    source: "JAR File Specification, manifest specification; package-format.md section 1"
  )

  /// A manifest attribute stands twice.
  public static let manifestDuplicate = Rule(
    id: "jar.manifest.duplicate",
    severity: .warning,
    title: "Attribute given twice",
    what: "A section of the manifest has two attributes of one name, compared without regard to case.",
    why: "Java keeps the last one and writes a warning to its own log.",
    mend: "Remove one of them.",
    source: "java.util.jar.Attributes"
  )

  /// The manifest does not end with a line break.
  public static let manifestEnding = Rule(
    id: "jar.manifest.ending",
    severity: .warning,
    title: "Manifest ends without a line break",
    what: "The manifest's last line has no line break.",
    why: "The specification wants one; tools that follow it lose the last attribute.",
    mend: "End the manifest with a line break and a blank line.",
    source: "JAR File Specification, manifest specification"
  )
}
