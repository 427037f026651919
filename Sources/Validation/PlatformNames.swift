import InterfaceManifests

/// Which class names the platform is known to have: those of STARFACE that were seen, and those of Java.
struct PlatformNames: Sendable {
  private let lines: [PlatformLine]

  init() { lines = [try? PlatformLine.starface(), try? PlatformLine.java()].compactMap(\.self) }

  /// Whether any version has a class of that internal name.
  func has(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      lines.contains { !$0.versions(ofClass: UnsafeRawBufferPointer(bytes)).isEmpty }
    }
  }
}

extension String {
  /// A class's internal name as Java sources write it.
  var dotted: String { String(map { $0 == "/" ? "." : $0 }) }
}
