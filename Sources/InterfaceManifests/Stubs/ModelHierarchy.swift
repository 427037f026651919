/// Parents of classes of the platform's model that no use in a class file tells: modules cast along them
/// (`(ModuleInstance) project.getObject()`), so that stubs without them would neither compile nor run.
enum ModelHierarchy {
  private static let model = "de/vertico/starface/module/core/model/"

  private static let parents: [String: String] = [
    "Module": "ExecutableObject", "ModuleInstance": "ExecutableObject", "resource/FileResource": "resource/Resource",
    "resource/ListResource": "resource/Resource", "resource/MapResource": "resource/Resource",
    "resource/TimerSettingsResource": "resource/Resource",
  ]

  /// The parent of a class by internal name; nil when nothing is known of it.
  static func parent(of name: String) -> String? {
    guard name.hasPrefix(model) else { return nil }
    return parents[String(name.dropFirst(model.count))].map { model + $0 }
  }
}
