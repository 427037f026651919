import Foundation
import ModuleDescriptors
import TestSupport
import Testing

/// In real packages, which all work, every reference must mean something.
@Suite struct CorpusReferenceTests {
  @Test(.enabled(if: !Corpus.packages.isEmpty, "SFM_CORPUS names no folder with packages: 74 descriptors skipped"))
  func everyReferenceInRealDescriptorsResolves() throws {
    var references = 0
    var targets = 0
    for package in Corpus.packages {
      let module = try ModuleDescriptor.parse(try descriptor(of: package)).descriptor
      let scope = VariableScope(module: module)
      let resolver = TargetResolver(module: module)
      for function in module.functions {
        let inside = scope.entering(function)
        var order = 0
        function.forEachStatement { statement, path in
          for reference in statement.references {
            references += 1
            let resolution = inside.resolve(reference, at: path, order: order)
            if case .found = resolution { continue }
            Issue.record("\(package.lastPathComponent) \(function.id) \(path): \(reference.text) \(resolution)")
          }
          if case .functionCall(let call) = statement {
            targets += 1
            if case .missing = resolver.resolve(call.target) {
              Issue.record("\(package.lastPathComponent) \(function.id) \(path): \(call.target.id)")
            }
          }
          order += 1
        }
      }
      for point in module.entryPoints {
        let target = try #require(point.function)
        targets += 1
        guard case .function = resolver.resolve(target) else {
          Issue.record("\(package.lastPathComponent) \(point.label): \(target.id)")
          continue
        }
      }
    }
    #expect(references > 500)
    #expect(targets == 537)
  }
}
