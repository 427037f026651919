public import Findings

/// The rules about the end record and the central directory: what an archive is, and where.
extension ArchiveRules {
  /// Not a ZIP archive.
  public static let notAZip = Rule(
    id: "zip.not-a-zip",
    severity: .error,
    title: "Not a ZIP archive",
    what: "The file has no end of central directory record, and does not begin with an entry either.",
    why: "The appliance opens a package as a JAR, which is a ZIP; anything else is refused at once.",
    mend: "Build the package with `sfm build`, or download it again if it came from elsewhere.",
    platformMessage: "not an archive",
    source: "package-format.md section 1; APPNOTE 4.3.16"
  )

  /// The archive is cut off.
  public static let truncated = Rule(
    id: "zip.truncated",
    severity: .error,
    title: "The archive is cut off",
    what: "The file begins like a ZIP, but its end of central directory record is missing or points behind "
      + "the end of the file.",
    why: "Java reads a ZIP from its end; without it the package does not open. Entries found in front of the "
      + "break are listed all the same.",
    mend: "Copy or download the file again and compare its size.",
    platformMessage: "not an archive",
    source: "APPNOTE 4.3.16"
  )

  /// Several end records.
  public static let endSeveral = Rule(
    id: "zip.end.several",
    severity: .error,
    title: "Several end records",
    what: "A second end of central directory record lies behind the central directory.",
    why: "Readers choose differently, so that two of them see two different packages in one file.",
    mend: "Write the package anew with `sfm build`; do not append one archive to another.",
    source: "APPNOTE 4.3.16"
  )

  /// The central directory is damaged.
  public static let directoryDamaged = Rule(
    id: "zip.directory.damaged",
    severity: .error,
    title: "The central directory is damaged",
    what: "A record of the central directory has no signature, reaches past the directory's end, or their "
      + "number or place is not what the end record says.",
    why: "Java refuses such an archive as a whole (`invalid CEN header`).",
    mend: "Write the package anew with `sfm build`.",
    platformMessage: "not an archive",
    source: "APPNOTE 4.3.12"
  )

  /// ZIP64 records disagree.
  public static let zip64 = Rule(
    id: "zip.zip64",
    severity: .error,
    title: "ZIP64 records disagree",
    what: "The ZIP64 end record, its locator or a ZIP64 extra field contradicts the record that it extends, "
      + "or is missing where it is needed.",
    why: "Readers that know ZIP64 and readers that do not see different archives.",
    mend: "Write the package anew with `sfm build`; packages below 4 GiB need no ZIP64.",
    source: "APPNOTE 4.3.14, 4.3.15, 4.5.3"
  )

  /// Data before the first entry.
  public static let dataBefore = Rule(
    id: "zip.data.before",
    severity: .warning,
    title: "Data before the first entry",
    what: "Bytes that belong to no entry stand in front of the first one.",
    why: "Readers that go by the directory pass over them, others take them for content: something may be "
      + "hidden there.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.6"
  )

  /// A stub was put in front.
  public static let stub = Rule(
    id: "zip.stub",
    severity: .warning,
    title: "A stub was put in front",
    what: "Something was put in front of a finished archive, so that every offset in it is wrong by the "
      + "stub's length.",
    why: "Java corrects the offsets, other readers refuse the file. A self-extracting archive is no package.",
    mend: "Cut the stub off, or write the package anew with `sfm build`.",
    source: "APPNOTE 4.1.9"
  )

  /// Data between entries.
  public static let dataBetween = Rule(
    id: "zip.data.between",
    severity: .warning,
    title: "Data between entries",
    what: "Bytes that belong to no entry and no record stand between two of them.",
    why: "They are invisible to readers that go by the directory: left over from an edit, or hidden on purpose.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.6"
  )

  /// Data after the end record.
  public static let dataAfter = Rule(
    id: "zip.data.after",
    severity: .warning,
    title: "Data after the end record",
    what: "Bytes follow the end of central directory record and its comment.",
    why: "Some readers do not find the end record then. Something may have been appended by a transfer.",
    mend: "Download the file again, or write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.16"
  )
}
