public import Findings

/// The rules about the names of entries.
extension ArchiveRules {
  /// Two entries with one name.
  public static let duplicate = Rule(
    id: "zip.entry.duplicate",
    severity: .error,
    title: "Two entries with one name",
    what: "Two central directory records have the same name, byte for byte.",
    why: "Java finds one of them, a stream reader both: which content counts depends on the reader.",
    mend: "Keep one of them; rename a class or resource if both are needed.",
    source: "package-format.md section 1 (unique names)"
  )

  /// Names alike but for case or Unicode form.
  public static let alike = Rule(
    id: "zip.entry.alike",
    severity: .warning,
    title: "Names alike but for case or Unicode form",
    what: "Two names differ only in upper and lower case, or in the composition of accented letters.",
    why: "On file systems that ignore the difference one entry overwrites the other when the package is unpacked.",
    mend: "Rename one of them.",
    source: "Unicode Standard Annex 15"
  )

  /// Absolute name.
  public static let nameAbsolute = Rule(
    id: "zip.name.absolute",
    severity: .error,
    title: "Absolute name",
    what: "An entry's name begins with a slash.",
    why: "Unpacked carelessly it is written outside the target folder.",
    mend: "Name entries relative to the package's root.",
    source: "APPNOTE 4.4.17.1"
  )

  /// Name with `..`.
  public static let nameParent = Rule(
    id: "zip.name.parent",
    severity: .error,
    title: "Name with `..`",
    what: "A component of an entry's name is `..`.",
    why: "Unpacked carelessly it is written outside the target folder.",
    mend: "Name entries relative to the package's root, without `..`.",
    source: "APPNOTE 4.4.17.1"
  )

  /// Name with a backslash.
  public static let nameBackslash = Rule(
    id: "zip.name.backslash",
    severity: .error,
    title: "Name with a backslash",
    what: "An entry's name contains a backslash.",
    why: "Java looks for slashes only, so the class or resource is not found; on Windows it is taken for a "
      + "folder separator.",
    mend: "Write names with forward slashes.",
    source: "APPNOTE 4.4.17.1"
  )

  /// Name with a drive letter.
  public static let nameDrive = Rule(
    id: "zip.name.drive",
    severity: .error,
    title: "Name with a drive letter",
    what: "An entry's name begins with a letter and a colon.",
    why: "On Windows it is written to another place than the target folder.",
    mend: "Name entries relative to the package's root.",
    source: "APPNOTE 4.4.17.1"
  )

  /// Name with control characters.
  public static let nameControl = Rule(
    id: "zip.name.control",
    severity: .error,
    title: "Name with control characters",
    what: "An entry's name is empty or contains a byte below 32, 127, or a control or direction character of Unicode.",
    why: "A terminal or a log shows another name than the one that is there; a NUL ends the name for some readers.",
    mend: "Rename the entry.",
    source: "APPNOTE 4.4.17"
  )

  /// Name is not UTF-8.
  public static let nameEncoding = Rule(
    id: "zip.name.encoding",
    severity: .error,
    title: "Name is not UTF-8",
    what: "An entry's name is not valid UTF-8, or a Unicode path field gives it another name than its header.",
    why: "Java reads names as UTF-8 and refuses an archive with others (`bad entry name`).",
    mend: "Write the package anew with a tool that writes UTF-8 names, such as `sfm build`.",
    source: "APPNOTE 4.4.4 bit 11, 4.6.9; java.util.zip.ZipFile"
  )

  /// A name that no file system takes.
  public static let nameLength = Rule(
    id: "zip.name.length",
    severity: .error,
    title: "Name is too long",
    what: "An entry's name is longer than 4,096 bytes. Nothing is read of such an archive.",
    why: "No file system takes a path of that length, and no build makes one; names of 65,535 bytes are made to keep "
      + "busy whoever compares them.",
    mend: "Check where the archive comes from; shorten the name.",
    source: "limits.h, PATH_MAX"
  )
}
