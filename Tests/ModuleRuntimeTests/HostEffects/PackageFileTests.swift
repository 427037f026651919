import Foundation
import ModulePackages
import TestSupport
import Testing

@testable import ModuleRuntime

/// Files of a module's package: read by functions, by the resource's id that a `FILE_RESOURCE` variable holds.
@Suite struct PackageFileTests {
  private static let project = """
    module:
      id: 5f0e5b0a-2c52-4f3a-9d55-0c7e8a1b6d99
      name: Texts
      vendor: Test
      version: 1
      platform: 7.3.0.5
      created: 2026-01-01T00:00:00Z
    variables:
      DE: {type: FILE_RESOURCE, file: de_texts.properties}
      EN: {type: FILE_RESOURCE, file: en_texts.properties}
    functions:
      main:
        in: {key: STRING, language: STRING}
        do:
          - call: starface.system/GetTextForResourceKey
            in: {localizedResources: [$DE, $EN], key: $key, language: $language, valuesToInject: [Ada, 3]}
            out: {text: _text}
          - log: $_text
      files:
        do:
          - call: starface.io/FileExists
            in: {file: $EN}
            out: {exists: _exists}
          - call: starface.io/ReadFromFile
            in: {file: $EN}
            out: {text: _text}
          - call: starface.io/CopyFile
            in: {source: $EN, destination: copy.txt, forceOverwrite: "false"}
            out: {successful: _copied}
          - call: starface.io/FileInputStream
            in: {file: copy.txt}
            out: {inputStream: _stream}
          - call: starface.io/ReadFromStream
            in: {inputStream: $_stream}
            out: {text: _again}
          - log: [$_exists, $_copied, $_text, $_again]
    entryPoints:
      - {rpc: text, call: main, access: noauth}
      - {rpc: files, call: files, access: noauth}
    """
  private static let english = "# a comment\nhello = Hello {0}, {1} calls {9}\nonly.english: yes\n"

  private func started() async throws -> (ModuleRuntime, String) {
    let folder = try TemporaryFolder()
    let resources = folder.path("resources")
    try FileManager.default.createDirectory(atPath: resources, withIntermediateDirectories: true)
    for (path, text) in [
      (folder.path("module.yml"), Self.project), (resources + "/en_texts.properties", Self.english),
      (resources + "/de_texts.properties", "hello=Gr\\u00fc\\u00df dich {0},\\\n   {1} Anrufe\n"),
    ] { try text.write(toFile: path, atomically: true, encoding: .utf8) }
    let built = try await ProjectBuilder.build(folder.path(""))
    let package = PackageReader.read(bytes: built.bytes, path: "Texts.sfm").package
    let runtime = ModuleRuntime()
    let id = try await runtime.createInstance(of: runtime.importPackage(package).moduleID, name: "T")
    try await runtime.activate(id)
    return (runtime, id)
  }

  @Test func `texts by language, else English, values put in`() async throws {
    let (runtime, id) = try await started()
    for (key, language) in [("hello", "de"), ("hello", ""), ("hello", "en"), ("hello", "fr"), ("only.english", "de")] {
      try await runtime.fire(.rpc("text"), at: id, inputs: ["key": .string(key), "language": .string(language)])
    }
    try await runtime.fire(.rpc("text"), at: id, inputs: ["key": .string("missing"), "language": .string("de")])
    #expect(
      await runtime.log(of: id).map(\.message) == [
        "Grüß dich Ada,3 Anrufe", "Grüß dich Ada,3 Anrufe", "Hello Ada, 3 calls {9}", "Hello Ada, 3 calls {9}", "yes",
        "No text for key 'missing' in language 'de' or 'en'", "",
      ]
    )
  }

  @Test func `read, copied, streamed`() async throws {
    let (runtime, id) = try await started()
    try await runtime.fire(.rpc("files"), at: id)
    #expect(await runtime.log(of: id).last?.message == "true true \(Self.english) \(Self.english)")
  }
}
