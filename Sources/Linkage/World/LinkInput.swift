public import ClassFiles

/// A class file to link.
public struct LinkInput: Sendable {
  /// Where it lies, as findings name it: an entry, or `library.jar!/a/B.class`.
  public let entry: String
  /// The class name under which a loader looks for it; nil where the path says nothing of the name.
  public let expectedName: String?
  /// The release directory of a multi-release JAR; nil for the base version.
  public let release: Int?
  /// Its content, read when needed and maybe more than once; a failure is one sentence.
  public let read: @Sendable () -> Result<ClassFile, LinkInputError>

  /// Names a class file.
  public init(
    entry: String,
    expectedName: String? = nil,
    release: Int? = nil,
    read: @escaping @Sendable () -> Result<ClassFile, LinkInputError>
  ) {
    self.entry = entry
    self.expectedName = expectedName
    self.release = release
    self.read = read
  }
}

/// Why a class could not be read, in one sentence.
public struct LinkInputError: Error, Hashable, Sendable {
  /// The sentence.
  public let reason: String

  /// Gives the reason.
  public init(reason: String) { self.reason = reason }
}
