import ClassFiles
import Foundation
import TestSupport
import Testing

/// What is read and written again must be the same bytes: the class as a whole, and each attribute decoded and encoded.
@Suite struct RoundTripTests {
  @Test(.enabled(if: JDK.home != nil, Comment(rawValue: JDK.skipNote)))
  func everyClassOfJavaBase() async throws {
    let folder = try TemporaryFolder()
    let paths = try await JDK.extractJavaBase(into: folder)
    var attributes = 0
    var annotations = 0
    var signatures = 0
    var unknown: Set<String> = []
    for path in paths {
      let bytes = try readFile(path)
      let file = try ClassFile(bytes)
      var builder = try ClassBuilder(file)
      #expect(try builder.build() == bytes, "\(path)")

      var pending = Array(file.attributes)
      for member in file.fields + file.methods { pending += member.attributes }
      while let attribute = pending.popLast() {
        let value = try attribute.value
        attributes += 1
        if value.encoded(&builder.pool).content != attribute.contentBytes { Issue.record("\(path): \(value)") }
        switch value {
        case .annotations, .parameterAnnotations, .typeAnnotations, .annotationDefault: annotations += 1
        case .code(let code): pending += code.attributes
        case .record(let components): for component in components { pending += component.attributes }
        case .unknown(let name, _): unknown.insert(name)
        default: break
        }
      }
      // Decoding and encoding must not have needed a constant that was not there.
      #expect(builder.pool.count == file.pool.count, "\(path)")

      if let signature = try file.signature {
        signatures += 1
        #expect(try signature.description == file.attributes.signatureText(file.pool))
      }
      for field in file.fields {
        #expect(try FieldDescriptor(field.descriptor).description == field.descriptor)
        guard let signature = try field.signature else { continue }
        signatures += 1
        #expect(try TypeSignature(signature).description == signature)
      }
      for method in file.methods {
        #expect(try MethodDescriptor(method.descriptor).description == method.descriptor)
        guard let signature = try method.signature else { continue }
        signatures += 1
        #expect(try MethodSignature(signature).description == signature)
      }
    }
    #expect(paths.count > 6000)
    #expect(attributes > 200_000)
    // Attributes of the JDK's own that the JVMS does not define.
    #expect(unknown.isSubset(of: ["ModuleTarget", "ModuleHashes", "ModuleResolution"]), "\(unknown)")
    #expect(annotations > 3000)
    #expect(signatures > 10_000)
    print(
      "java.base: \(paths.count) classes, \(attributes) attributes (\(annotations) of annotations), "
        + "\(signatures) signatures written back unchanged"
    )
  }
}

extension AttributeTable {
  fileprivate func signatureText(_ pool: ConstantPool) throws -> String? {
    for attribute in self { if case .signature(let index) = try attribute.value { return try pool.utf8(index) } }
    return nil
  }
}
