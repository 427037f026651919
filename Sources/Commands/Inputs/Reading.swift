import Archives
import Findings
import ModulePackages

/// Reads one package for a command whose result is about that package alone.
func readPackage(_ path: String, _ limits: LimitOptions) throws(CommandError) -> ModulePackage {
  switch FileSystem.kind(path) {
  case .nothing: throw .unreadable("\(path): no such file")
  case .folder: throw .unreadable("\(path): a folder; this command takes a package (.sfm)")
  default: break
  }
  let package: ModulePackage
  do throws(ArchiveError) {
    package = try PackageReader.read(path: path, limits: limits.limits).package
  } catch {
    throw .unreadable(error.description)
  }
  if package.entries.isEmpty, let finding = package.findings.first {
    throw .unreadable("\(path): \(finding.message) [\(finding.rule)]; `sfm explain \(finding.rule)` says more")
  }
  return package
}
