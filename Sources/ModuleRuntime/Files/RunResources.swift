/// Something that a module has to close.
protocol RunResource: AnyObject {
  /// Told at the end of the run that opened it.
  ///
  /// - Returns: what to say about it and how loud; nil when it is closed.
  func runEnds(failed: Bool) -> (level: LogLevel, message: String)?
}

/// What one run of an entry point opened and may have left open.
final class RunResources {
  private static let most = 256
  private var opened: [any RunResource] = []

  /// The resources of a run.
  static func of(_ context: any BuiltInContext) -> RunResources {
    context.runServices.get(RunResources.self) { RunResources() }
  }

  /// Keeps an eye on something.
  func add(_ resource: any RunResource) throws(JavaException) {
    if opened.count >= Self.most { opened.removeAll { $0.runEnds(failed: false) == nil } }
    guard opened.count < Self.most else {
      throw JavaException("java.io.IOException", "Too many open files: \(Self.most) were opened and not closed")
    }
    opened.append(resource)
  }

  /// Says what is still open.
  func runEnds(_ context: any BuiltInContext, failed: Bool) {
    for resource in opened {
      guard let (level, message) = resource.runEnds(failed: failed) else { continue }
      context.log(level, message)
    }
    opened = []
  }
}
