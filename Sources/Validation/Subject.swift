import Findings
import ModulePackages

/// What the rules look at: a package, and what several of them need to know about its descriptor.
struct Subject: Sendable {
  /// The package.
  let package: ModulePackage
  /// The descriptor, its statements and references; nil when the package has no readable descriptor.
  let analysis: ModuleAnalysis?
  /// The class names of the platform.
  let platform = PlatformNames()
  /// What a mistyped word may have meant; one bound for all rules, however many words are mistyped.
  let guessing = Guessing()
  /// Makes the findings of rules that may have tens of thousands.
  let tell = Telling()

  init(_ package: ModulePackage) {
    self.package = package
    analysis = package.descriptor.map { [tell] in ModuleAnalysis($0, tell) }
  }
}
