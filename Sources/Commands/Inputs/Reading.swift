import Archives
import Findings
import ModulePackages

/// Reads one package for a command whose result is about that package alone.
func readPackage(
  _ path: String,
  _ limits: LimitOptions,
  secondOpinion: Archive.SecondOpinion = .whenOpened
) throws(CommandError) -> ModulePackage {
  switch FileSystem.kind(path) {
  case .nothing: throw .unreadable("\(path): no such file")
  case .folder where ProjectBuilder.isProject(path):
    throw .unreadable("\(path): a project folder; this command takes a package, which `sfm build \(path)` makes of it")
  case .folder: throw .unreadable("\(path): a folder; this command takes a package (.sfm)")
  default: break
  }
  let package: ModulePackage
  do throws(ArchiveError) {
    package = try PackageReader.read(path: path, limits: limits.limits, secondOpinion: secondOpinion).package
  } catch {
    throw .unreadable(error.description)
  }
  if package.entries.isEmpty, let finding = package.findings.first {
    let hint = finding.hint ?? "`sfm explain \(finding.rule)` says more"
    throw .unreadable("\(path): \(finding.message) [\(finding.rule)]; \(hint)")
  }
  return package
}
