import Glibc

extension CommandContext {
  /// The path of a program of the JDK (`javac`, `java`): from `JAVA_HOME`, else the first on `PATH`.
  func javaTool(_ name: String) -> String? {
    if let home = environment("JAVA_HOME"), !home.isEmpty, isExecutable("\(home)/bin/\(name)") {
      return "\(home)/bin/\(name)"
    }
    return programOnPath(name)
  }

  /// The first program of that name on `PATH`.
  func programOnPath(_ name: String) -> String? {
    let folders = (environment("PATH") ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first(where: isExecutable)
  }

  private func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }
}
