extension RuntimeImage {
  /// Adds the classes of all modules that a JVM of this image resolves for an application on the class path.
  func collect(release: Int, into collector: inout ClassCollector) throws(ManifestError) {
    let resources = try classes()
    var modules: [ModuleFacts] = []
    for resource in resources where resource.name == "module-info" {
      modules.append(try ModuleFacts(try read(resource), place: "\(resource.module)/module-info"))
    }
    let graph = ModuleGraph(modules, release: release)
    let exported = graph.exports
    for resource in resources.sorted(by: { ($0.name, $0.module) < ($1.name, $1.module) })
    where resource.name != "module-info" && !resource.name.hasSuffix("/package-info") {
      if graph.leavesOut(resource.module) {
        collector.leaveOut(resource.name, of: resource.module)
        continue
      }
      collector.add(
        ClassEntry(
          name: resource.name,
          place: "\(path)!\(resource.module)/\(resource.name).class",
          isExported: exported.contains(ClassEntry.package(of: resource.name))
        ) { () throws(ManifestError) in try read(resource) }
      )
    }
  }
}
