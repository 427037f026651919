import CPlatformData

extension PlatformLine {
  /// The names of the lines that are part of the program.
  public static let shippedNames = ["starface", "java"]

  /// What is known of STARFACE: observed, from packages that are known to work.
  public static func starface() throws(ManifestError) -> PlatformLine {
    try PlatformLine(shipped: sfm_platform_starface(), file: "starface.line")
  }

  /// The exported API of Java 7, 8, 11, 17 and 21: complete.
  public static func java() throws(ManifestError) -> PlatformLine {
    try PlatformLine(shipped: sfm_platform_java(), file: "java.line")
  }

  /// A shipped line by name; nil for any other name.
  public static func shipped(_ name: String) throws(ManifestError) -> PlatformLine? {
    switch name {
    case "starface": try starface()
    case "java": try java()
    default: nil
    }
  }

  private init(shipped file: sfm_platform_file, file name: String) throws(ManifestError) {
    // The bytes are part of the program, so their checksum was settled when it was built.
    try self.init(LineBytes(base: file.bytes, count: file.size), file: name, verify: false)
  }
}
