/// The layout of a compiled platform line, format version 2. All numbers are little-endian.
///
/// ```
/// header    magic "SFMLINE\0", u32 format, u32 length of the file, u64 checksum of all bytes behind the header,
///           name of the line (string), then a section table: offset and count of each section
/// versions  one record a version, oldest first, at most 64
/// bitsets   the distinct sets of versions (u64, bit i = version i), referred to by a u16
/// packages  sorted by name
/// slots     hash table of u32: index of a class record + 1, or 0; a power of two, at most two thirds full
/// classes   one record a class name over all versions
/// variants  what differs from version to version: flags, superclass, interfaces, extras
/// members   one record for each member and each distinct set of flags and extras; within a class sorted by the low
///           16 bits of the hash of the name, then name, then descriptor
/// strings   LEB128 length + modified UTF-8; a reference is the offset in the section, 0 for none
/// extras    what few facts have: a list of LEB128 numbers, by tag; a reference is the offset in the section
/// ```
enum LineLayout {
  static let magic: [UInt8] = Array("SFMLINE".utf8) + [0]
  static let format: UInt32 = 2
  static let maximumVersions = 64

  static let formatOffset = 8
  static let lengthOffset = 12
  static let checksumOffset = 16
  static let nameOffset = 24
  static let sectionsOffset = 32
  static let headerSize = sectionsOffset + Section.allCases.count * 8

  enum Section: Int, CaseIterable {
    case versions, bitsets, packages, slots, classes, variants, members, strings, extras

    /// Bytes of one record; 1 for the two byte sections.
    var stride: Int {
      switch self {
      case .versions: 16
      case .bitsets: 8
      case .packages: 12
      case .slots: 4
      case .classes: 20
      case .variants: 20
      case .members: 20
      case .strings, .extras: 1
      }
    }
  }

  enum Version {
    static let name = 0
    static let javaLevel = 4
    static let coverage = 6
    static let scope = 7
    static let uncovered = 8
    static let sources = 12
  }

  enum Package {
    static let name = 0
    /// Where the set of the versions stands that have the package in a state.
    static let states: [(state: PackageState, offset: Int)] = [(.exported, 4), (.concealed, 6), (.unresolved, 8)]
  }

  enum Class {
    static let name = 0
    static let bits = 4
    static let variantCount = 6
    static let variants = 8
    static let members = 12
    static let memberCount = 16
  }

  enum Variant {
    static let superclass = 0
    static let interfaces = 4
    static let extras = 8
    static let flags = 12
    static let bits = 14
    static let source = 16
  }

  enum Member {
    static let name = 0
    static let descriptor = 4
    static let extras = 8
    static let hash = 12
    static let flags = 14
    static let bits = 16
    static let source = 18
  }

  /// What stands in an extras list: a tag, then its payload; 0 ends the list.
  enum Extra: UInt64 {
    case end = 0
    case signature, exceptions, constantInt, constantLong, constantFloat, constantDouble, constantString
    case annotationDefault, nestHost, nestMembers, permittedSubclasses, nesting, retention
  }
}
