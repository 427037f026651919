public import Findings

/// The rules about the archive itself; each finding of this layer names one.
public enum ArchiveRules {
  /// All of them, with those about the manifest's syntax.
  public static let all: [Rule] = [
    notAZip, truncated, endSeveral, directoryDamaged, zip64, dataBefore,
    stub, dataBetween, dataAfter, duplicate, alike, nameAbsolute,
    nameParent, nameBackslash, nameDrive, nameControl, nameEncoding, nameLength,
    symbolicLink,
    encrypted, method, localMissing, localName, localMethod, localSizes,
    localCRC, descriptor, overlap, crc, data, readers,
    limitEntry, limitTotal, limitRatio, limitEntries, limitNesting,
    limitArchives,
    manifestSyntax, manifestLineLength, manifestDuplicate, manifestEnding,
  ]
}
