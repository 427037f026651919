import Archives
import FuzzDriver

// Reads an archive, every entry, and one level of archives inside.
fuzz { data, count in
  var limits = ArchiveLimits()
  limits.totalBytes = 1 << 22
  let archive = Archive(bytes: bytes(data, count), limits: limits)
  _ = archive.verifyContents()
  for entry in archive.entries.prefix(4) { _ = try? archive.nested(entry).verifyContents() }
  return 0
}
