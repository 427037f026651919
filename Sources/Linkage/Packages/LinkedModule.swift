public import ModulePackages

/// A package linked for one platform version, ready to tell what a Java function would raise (runtime.md section 5).
public struct LinkedModule: Sendable {
  private let scope: LinkScope?
  private let inputs: [LinkInput]

  /// Reads and links a package's classes.
  public init(_ package: ModulePackage, platform: LinkPlatform) async {
    let check = LinkageCheck(inputs: LinkInput.all(of: package), platforms: [platform])
    inputs = check.inputs
    scope = await check.scopes().first
  }

  /// The first error that running a method of a class raises, in the order of the code; nil when everything that it
  /// reaches links. `className` has slashes.
  public func firstFailure(in className: String, method: String = "execute") -> LinkFailure? {
    guard let scope else { return nil }
    var tracer = LinkTracer(scope, inputs: inputs)
    return tracer.firstFailure(in: className, method: method)
  }
}
