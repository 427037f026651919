extension PlatformSpec {
  /// The versions meant, each once, in the order given; a range and `all` oldest first.
  ///
  /// Families (`9.x`) are evidence and no versions: nothing selects them. Text manifests of one platform that are given
  /// together share a line, so that each knows what the others saw.
  ///
  /// - Throws: `unknownVersion`, `badSpecification` for an unknown line, and what opening a file throws.
  public func resolve() throws(ManifestError) -> [ManifestView] {
    var views: [ManifestView] = []
    func add(_ view: ManifestView) {
      let known = views.contains {
        $0.line.name == view.line.name && $0.version == view.version
          && $0.line.sections.bytes.base == view.line.sections.bytes.base
      }
      if !known { views.append(view) }
    }
    var files = ManifestFiles(items.compactMap { if case .file(let path) = $0 { path } else { nil } })
    try files.open()
    for item in items {
      switch item {
      case .version(let version, let name):
        let line = try line(name)
        add(try line.newest(matching: version))
      case .range(let lower, let upper, let name):
        let line = try line(name)
        for view in try line.views(from: lower, through: upper) { add(view) }
      case .all(let name):
        let line = try line(name)
        for view in line.concreteViews { add(view) }
      case .file(let path):
        for view in files.views(of: path) { add(view) }
      }
    }
    return views
  }

  private func line(_ name: String?) throws(ManifestError) -> PlatformLine {
    let name = name ?? "starface"
    guard let line = try PlatformLine.shipped(name) else {
      throw .badSpecification(
        spec: text,
        reason: "no platform '\(name)' is known; known are \(PlatformLine.shippedNames.joined(separator: ", "))"
      )
    }
    return line
  }
}

extension PlatformLine {
  /// The views of all versions that are no families.
  public var concreteViews: [ManifestView] { views.filter { !$0.version.isFamily } }

  /// The view of exactly this version, else of the newest one that begins with it.
  ///
  /// - Throws: `unknownVersion`, which says what is known and what is nearest.
  public func newest(matching version: PlatformVersion) throws(ManifestError) -> ManifestView {
    if !version.isFamily, let exact = view(version) { return exact }
    guard let newest = concreteViews.last(where: { version.contains($0.version) }) else {
      throw unknown("\(version)", near: version)
    }
    return newest
  }

  /// The views of the versions from `lower`, or the oldest, to the last one that is `upper` or begins with it, or to the
  /// newest.
  public func views(
    from lower: PlatformVersion?,
    through upper: PlatformVersion?
  ) throws(ManifestError) -> [ManifestView] {
    let found = concreteViews.filter { view in
      (lower.map { $0.contains(view.version) || view.version >= $0 } ?? true)
        && (upper.map { $0.contains(view.version) || view.version <= $0 } ?? true)
    }
    if found.isEmpty, let end = lower ?? upper {
      throw unknown("\(lower?.description ?? "")..\(upper?.description ?? "")", near: end)
    }
    return found
  }

  /// The view for a Java level: that release, else the newest older one, else the oldest.
  public func javaView(level: Int) -> ManifestView? {
    concreteViews.last { $0.javaLevel <= level } ?? concreteViews.first
  }

  private func unknown(_ spec: String, near version: PlatformVersion) -> ManifestError {
    let known = concreteViews.map(\.version)
    return .unknownVersion(spec: spec, platform: name, known: known, nearest: version.nearest(in: known))
  }
}

extension PlatformVersion {
  /// The version that shares most leading numbers with this one, then differs least in the next: of those above it the
  /// lowest, else of those below it the highest.
  func nearest(in known: [PlatformVersion]) -> PlatformVersion? {
    func rank(_ other: PlatformVersion) -> (Int, Int) {
      var shared = 0
      while shared < min(components.count, other.components.count), components[shared] == other.components[shared] {
        shared += 1
      }
      let mine = shared < components.count ? components[shared] : 0
      let theirs = shared < other.components.count ? other.components[shared] : 0
      return (-shared, abs(mine - theirs))
    }
    let sorted = known.sorted()
    let nearestFirst = sorted.filter { $0 > self } + sorted.filter { $0 <= self }.reversed()
    return nearestFirst.min { rank($0) < rank($1) }
  }
}
