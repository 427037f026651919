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

extension LinkInput {
  /// The path of the jar that it lies in; nil when it lies in no jar, or in the one that was given.
  var jar: Substring? { entry.firstIndex(of: "!").map { entry[..<$0] } }
}

/// Why a class could not be read, in one sentence.
public struct LinkInputError: Error, Hashable, Sendable {
  /// The sentence.
  public let reason: String
  /// The message of the JVM's `ClassFormatError`; nil where the machine would not get as far as to the class file.
  public let machineMessage: String?

  /// Why a class file under a name is none, as a person and as HotSpot puts it.
  public init(_ error: ClassFileError, name: String) {
    reason = error.description
    // A magic number is the only thing that HotSpot names before it misses bytes.
    let magic = error.offset == 0 && error.found.count == 8 ? UInt32(error.found, radix: 16) : nil
    machineMessage =
      magic.map { "Incompatible magic value \($0) in class file \(name)" }
      ?? (error.isTruncation ? "Truncated class file" : nil)
  }

  /// A class file whose bytes could not be had.
  public init(unavailable reason: String) {
    self.reason = reason
    machineMessage = nil
  }
}
