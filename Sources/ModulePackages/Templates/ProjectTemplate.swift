import Archives

/// A first project of each kind that people begin with; each builds, is free of findings, and runs.
public enum ProjectTemplate: String, Hashable, Sendable, CaseIterable {
  /// Designer functions only: nothing to compile.
  case designer
  /// A Java function and a designer function that calls it.
  case java
  /// A function in call processing.
  case call
  /// An XML-RPC interface.
  case rpc

  /// One line about it.
  public var summary: String {
    switch self {
    case .designer: "designer functions, written in module.yml; no Java"
    case .java: "a Java function, called from a designer function"
    case .call: "a service number whose calls a designer function handles"
    case .rpc: "an XML-RPC interface: values in, values out"
    }
  }

  /// The files of a new project, by their path in its folder.
  ///
  /// - Parameters:
  ///   - name: the module's name.
  ///   - vendor: who makes it.
  ///   - id: the module's id, a UUID.
  ///   - platform: the platform version it is written for (`7.3.0.5`).
  ///   - created: when it was made, in milliseconds since 1970.
  public func files(
    name: String,
    vendor: String,
    id: String,
    platform: String,
    created: Int
  ) -> [(path: String, text: String)] {
    let time = Timestamp.manifestDate(milliseconds: created).replacing("+00:00", with: "Z")
    let head = """
      # What each part means: `sfm explain`, and the samples of sfm.
      module:
        id: \(id)
        name: \(Self.quoted(name))
        vendor: \(Self.quoted(vendor))
        version: 1
        platform: \(platform)
        created: \(time)


      """
    // Which platforms it is held against: those that it is written for, not every one that there ever was.
    let judged = """
      # Against which platforms `sfm check` and `sfm smoke` hold this module.
      platforms: ["\(platform).."]

      """
    var files = [(path: ProjectLayout.source, text: head + body), (path: ".sfm.yml", text: judged)]
    files.append((ProjectLayout.scenarios + "/first.scenario.yml", scenario(moduleName: name)))
    if self == .java { files.append((ProjectLayout.javaSources + "/org/example/Shout.java", TemplateTexts.shout)) }
    return files
  }

  /// Writes a new project.
  ///
  /// - Parameter folder: made when it does not exist; must be empty.
  /// - Returns: the files, relative to the folder.
  /// - Throws: `ProjectError`: refused for a folder that is not empty; what the file system says.
  public func write(
    to folder: String,
    name: String,
    vendor: String,
    id: String,
    platform: String,
    created: Int
  ) throws(ProjectError) -> [String] {
    guard PlatformLevel(version: platform) != nil else {
      throw ProjectError(.source, file: folder, "there is no platform version \"\(platform)\"", hint: "such as 7.3.0.5")
    }
    let files = files(name: name, vendor: vendor, id: id, platform: platform, created: created)
    do throws(ArchiveError) {
      if FileSystem.kind(folder) != .nothing {
        guard FileSystem.kind(folder) == .folder, try FileSystem.names(in: folder).isEmpty else {
          throw ArchiveError.file(path: folder, operation: "begin a project there", reason: "it is not an empty folder")
        }
      }
      for file in files {
        let path = folder + "/" + file.path
        if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
        try FileSystem.create(path, Array(file.text.utf8))
      }
    } catch {
      throw ProjectError(error, file: folder)
    }
    return files.map(\.path)
  }

  private var body: String {
    switch self {
    case .designer: TemplateTexts.designer
    case .java: TemplateTexts.java
    case .call: TemplateTexts.call
    case .rpc: TemplateTexts.rpc
    }
  }

  private func scenario(moduleName: String) -> String {
    switch self {
    case .designer: TemplateScenarios.designer
    case .java: TemplateScenarios.java
    case .call: TemplateScenarios.call
    case .rpc: TemplateScenarios.rpc(answer: Self.quoted("Ada: \(moduleName) 1"))
    }
  }

  /// A text as YAML writes it in double quotes.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
