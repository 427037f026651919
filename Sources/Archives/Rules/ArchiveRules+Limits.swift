public import Findings

/// The rules about the budgets that an archive may not exceed.
extension ArchiveRules {
  /// Entry too large.
  public static let limitEntry = Rule(
    id: "zip.limit.entry",
    severity: .error,
    title: "Entry too large",
    what: "An entry expands to more bytes than the limit for one entry allows.",
    why: "No real package holds such a file; a bomb does.",
    mend: "Raise the limit if the file is wanted.",
    source: "package-format.md section 1"
  )

  /// Archive too large.
  public static let limitTotal = Rule(
    id: "zip.limit.total",
    severity: .error,
    title: "Archive too large",
    what: "The entries together, with those of nested jars, expand to more bytes than the limit allows.",
    why: "No real package is that large; a bomb is.",
    mend: "Raise the limit if the content is wanted.",
    source: "package-format.md section 1"
  )

  /// Expands too much.
  public static let limitRatio = Rule(
    id: "zip.limit.ratio",
    severity: .error,
    title: "Expands too much",
    what: "An entry, or the archive with everything nested in it, expands to more bytes for each byte in than "
      + "the limit allows.",
    why: "Code and texts compress three- to tenfold; a bomb a thousandfold.",
    mend: "Raise the limit if the content is wanted.",
    source: "package-format.md section 1"
  )

  /// Too many entries.
  public static let limitEntries = Rule(
    id: "zip.limit.entries",
    severity: .error,
    title: "Too many entries",
    what: "The archive has more entries than the limit allows.",
    why: "Listing them costs time and memory before anything useful is known.",
    mend: "Raise the limit if they are wanted.",
    source: "package-format.md section 1"
  )

  /// Nested too deeply.
  public static let limitNesting = Rule(
    id: "zip.limit.nesting",
    severity: .error,
    title: "Nested too deeply",
    what: "An archive lies deeper inside other archives than the limit allows.",
    why: "An archive that contains itself has no end.",
    mend: "Raise the limit, or unpack the inner archives.",
    source: "package-format.md section 1"
  )

  /// Too many jars.
  public static let limitArchives = Rule(
    id: "zip.limit.archives",
    severity: .error,
    title: "Too many jars",
    what: "More jars lie in the archive than the limit allows.",
    why: "Each of them is opened and looked through; thousands of empty ones are a way to keep a tool busy.",
    mend: "Raise the limit (`--max-archives`), or pack the jars into one.",
    source: "package-format.md section 1"
  )
}
