import ModuleRuntime

/// The instances and entry points on whose behalf a process runs, by number: a thread that outlives its call still logs
/// and asks for one of them.
struct JavaContexts {
  private struct Key: Hashable {
    var instance: String
    var entryPoint: String
  }

  private var numbers: [Key: Int] = [:]
  private var environments: [JavaEnvironment] = []
  private var latest: JavaEnvironment?

  /// The number of a call's instance and entry point.
  mutating func number(of environment: JavaEnvironment) -> Int {
    latest = environment
    let key = Key(instance: environment.instanceID, entryPoint: environment.entryPoint)
    if let number = numbers[key] {
      environments[number] = environment
      return number
    }
    numbers[key] = environments.count
    environments.append(environment)
    return environments.count - 1
  }

  /// The latest call with that number; for one that was never given, as of a thread that no call made, the latest of all.
  subscript(number: Int) -> JavaEnvironment? {
    environments.indices.contains(number) ? environments[number] : latest
  }
}
