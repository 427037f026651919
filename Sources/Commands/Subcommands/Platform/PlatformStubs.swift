import Archives
import ArgumentParser
import InterfaceManifests
import Reporting

/// `sfm platform stubs SPEC -o FILE`.
struct PlatformStubs: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "stubs",
    abstract: "Generate a jar of stub classes to compile and run modules against.",
    discussion: discussion(
      "Every body hands the call to the class sfm.stub.Hook, which returns defaults and can be replaced.",
      examples: [
        "sfm platform stubs 10.0 -o stubs.jar", "javac --release 21 -cp stubs.jar -d classes src/*.java",
      ]
    )
  )

  @Argument(help: ArgumentHelp("The version: 7.3, 7.3.0.5, or a manifest file.", valueName: "platform"))
  var specification: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The jar to write.", valueName: "file"))
  var output: String

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    try keepApart(output, from: specification.split(separator: ",").map(String.init))
    let view = try platformView(specification)
    let (count, bytes): (Int, [UInt8])
    do throws(ManifestError) {
      let jar = try StubJar(view)
      (count, bytes) = (jar.classes.count, try jar.bytes())
    } catch {
      throw CommandError(error)
    }
    do throws(ArchiveError) {
      try AtomicFile.write(bytes, to: output)
    } catch {
      throw .failed(error.description)
    }
    let classes = counted(count, "class", plural: "classes")
    context.note("\(output): \(view.line.name) \(view.version), \(classes), \(bytes.count) bytes")
    return .clean
  }
}
