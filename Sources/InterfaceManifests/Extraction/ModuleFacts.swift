import ClassFiles

/// What a module descriptor (JVMS §4.7.25) says to those who resolve modules.
struct ModuleFacts: Sendable {
  let name: String
  /// The packages that are exported to everyone.
  let exports: [String]
  /// The modules that it needs at run time.
  let requirements: [String]
  /// The services that it looks for.
  let uses: [String]
  /// The services that it provides.
  let provides: [String]
  /// Whether a JVM may take it as a root without being asked to.
  let isResolvedByDefault: Bool

  /// - Throws: `source` when the bytes are no module descriptor.
  init(_ bytes: [UInt8], place: String) throws(ManifestError) {
    do throws(ClassFileError) {
      let file = try ClassFile(bytes)
      guard let module = try file.module else {
        throw ClassFileError(offset: 0, expected: "the attribute Module", found: "a class without it")
      }
      name = try file.pool.moduleName(module.moduleIndex)
      var names: [String] = []
      for package in module.exports where package.targetIndices.isEmpty {
        names.append(try file.pool.packageName(package.packageIndex))
      }
      exports = names
      names = []
      for needed in module.requirements where !needed.flags.contains(.staticPhase) {
        names.append(try file.pool.moduleName(needed.moduleIndex))
      }
      requirements = names
      names = []
      for service in module.useIndices { names.append(try file.pool.className(service)) }
      uses = names
      names = []
      for provision in module.provisions { names.append(try file.pool.className(provision.serviceIndex)) }
      provides = names
      isResolvedByDefault = try file.isResolvedByDefault
    } catch {
      throw .source(path: place, reason: "not a module descriptor: \(error)")
    }
  }
}
