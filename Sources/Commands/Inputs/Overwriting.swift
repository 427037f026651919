import ModulePackages
import Reporting

/// Refuses an output that is an input: it would be gone, with no way back.
func keepApart(_ output: String, from inputs: [String]) throws(CommandError) {
  guard let input = inputs.first(where: { FileSystem.isSame($0, output) && FileSystem.kind($0) == .file }) else {
    return
  }
  throw .usage("\(terminalSafe(output)): would be written over the input \(terminalSafe(input)); give another place")
}
