import Archives
import ClassFiles
import Findings
import Foundation
import ModuleDescriptors
import ModulePackages
import TestSupport
import Testing

@Suite("Reading packages")
struct ReadingTests {
  @Test("every real package is read, its parts are classified, its functions find their classes")
  func corpus() throws {
    try #require(!Corpus.packages.isEmpty || Corpus.folder == nil)
    var kinds: [EntryKind: Int] = [:]
    var hashes = 0
    var writeHashes = 0
    var functions = 0
    var missing: [String] = []
    var unsigned: [String] = []
    for url in Corpus.packages {
      let path = url.path(percentEncoded: false)
      let package = try PackageReader.read(path: path).package
      #expect(package.findings.filter { $0.severity == .error } == [], "\(path)")
      for entry in package.entries { kinds[entry.kind, default: 0] += 1 }
      let descriptor = try #require(package.descriptor)
      #expect(package.manifest?.objectID == descriptor.id)
      #expect(package.manifest?.specVersion == "5")
      #expect(package.writtenBy != nil)
      #expect(package.classes.allSatisfy { !$0.isRead }, "nothing lazy is read on the way")
      let expected = ModuleIdentity.noLicenseID(
        moduleID: descriptor.id,
        lastChangedTime: String(descriptor.lastChangedTime)
      )
      if expected == descriptor.noLicenseID { hashes += 1 }
      if ModuleIdentity.writeHash(moduleID: descriptor.id) == descriptor.writeHash { writeHashes += 1 }
      for function in package.javaFunctions {
        functions += 1
        guard let implementation = function.implementation else {
          missing.append(function.function.id)
          continue
        }
        let signature = try #require(function.signature, "\(path): \(function.function.id)")
        if !signature.isAnnotated || !signature.implementsExecutable || !signature.hasPublicConstructor {
          unsigned.append(function.function.id)
        }
        #expect(signature.simpleName == function.function.id)
        #expect(implementation.simpleName == function.function.id)
        Self.compare(signature, function.function, path)
      }
    }
    print("corpus: \(Corpus.packages.count) packages, \(functions) Java functions, entries \(kinds)")
    guard Corpus.folder != nil else { return print("skipped without SFM_CORPUS: reading of real packages") }
    #expect(Corpus.packages.count == 74)
    #expect(hashes == 74)
    #expect(writeHashes == 74)
    #expect(missing.sorted() == ["CreateListener", "MonitoringOutput", "RAMUsage"])
    #expect(unsigned == [])
    #expect(kinds[.class] == 154 && kinds[.manifest] == 74 && kinds[.descriptor] == 74 && kinds[.other] == 2)
  }

  /// The signature read from the class is what the appliance wrote into the descriptor.
  private static func compare(_ signature: JavaFunctionSignature, _ function: Function, _ path: String) {
    func check(
      _ parameters: [JavaFunctionSignature.Parameter],
      _ variables: DescriptorList<ModuleDescriptors.Parameter>
    ) {
      #expect(parameters.map(\.name).sorted() == variables.map(\.name).sorted(), "\(path) \(function.id)")
      for parameter in parameters {
        guard let variable = variables.first(where: { $0.name == parameter.name })?.variable else { continue }
        #expect(variable.type == parameter.type, "\(path) \(function.id).\(parameter.name)")
        #expect(variable.label == parameter.label)
        #expect(variable.value == parameter.initialValue ?? "", "\(path) \(function.id).\(parameter.name)")
        #expect(variable.valueByReferenceAllowed == parameter.valueByReferenceAllowed)
        #expect(variable.valueByValueAllowed == parameter.valueByValueAllowed)
      }
    }
    check(signature.inputs, function.inputs)
    check(signature.outputs, function.outputs)
    #expect(signature.visibility == function.visibility)
  }
}
