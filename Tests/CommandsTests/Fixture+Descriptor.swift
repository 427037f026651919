import Foundation

extension Fixture {
  /// A module that logs "Hello" and its variable's value at each change; with a reference to nothing when `isBroken`.
  static func descriptor(isBroken: Bool = false) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/Greeter.xml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let end = "                            </values>\n"
    let item = "<item><value>nobody</value><byReference>true</byReference></item>\n"
    return isBroken ? text.replacing(end, with: item + end) : text
  }
}
