/// The words for flags, in the order in which they are written.
enum FlagWords {
  typealias Entry = (word: String, flag: ManifestFlags)

  /// An exported package has no word.
  static let package: [(word: String, state: PackageState)] = [
    ("concealed", .concealed), ("unresolved", .unresolved),
  ]

  private static let access: [Entry] = [
    ("public", .public), ("protected", .protected), ("private", .private), ("static", .static), ("final", .final),
  ]

  static let `class`: [Entry] = [
    ("public", .public), ("final", .final), ("abstract", .abstract), ("synthetic", .synthetic),
    ("interface", .interface), ("annotation", .annotation), ("enum", .enum),
  ]
  static let nested: [Entry] =
    access + [
      ("abstract", .abstract), ("interface", .interface), ("annotation", .annotation), ("enum", .enum),
      ("synthetic", .synthetic),
    ]
  static let field: [Entry] =
    access + [("volatile", .volatile), ("transient", .transient), ("synthetic", .synthetic), ("enum", .enum)]
  static let method: [Entry] =
    access + [
      ("abstract", .abstract), ("bridge", .bridge), ("varargs", .varargs), ("synthetic", .synthetic),
      ("polymorphic", .polymorphic),
    ]
}

/// How the line of a class begins: the kind, and which flags go without saying.
enum ClassKeyword: String, CaseIterable {
  case `class`, interface, annotation, `enum`, type

  init(_ flags: ManifestFlags) {
    if flags.contains(.kindUnknown) {
      self = .type
    } else if flags.contains([.interface, .annotation, .abstract]) {
      self = .annotation
    } else if flags.contains([.interface, .abstract]) {
      self = .interface
    } else if flags.contains(.enum) && !flags.contains(.interface) {
      self = .enum
    } else {
      self = .class
    }
  }

  var implied: ManifestFlags {
    switch self {
    case .class: []
    case .interface: [.interface, .abstract]
    case .annotation: [.interface, .annotation, .abstract]
    case .enum: .enum
    case .type: .kindUnknown
    }
  }
}
