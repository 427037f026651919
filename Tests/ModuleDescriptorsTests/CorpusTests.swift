import Foundation
import ModuleDescriptors
import TestSupport
import Testing

/// Real descriptors: read without a defect, written back byte for byte.
@Suite struct CorpusTests {
  @Test(.enabled(if: !Corpus.packages.isEmpty, "SFM_CORPUS names no folder with packages: 74 descriptors skipped"))
  func everyRealDescriptorComesBackByteForByte() throws {
    var compared = 0
    for package in Corpus.packages {
      let bytes = try descriptor(of: package)
      let parsed = try ModuleDescriptor.parse(bytes)
      #expect(parsed.defects.isEmpty, "\(package.lastPathComponent): \(parsed.defects.map(\.message))")
      #expect(parsed.descriptor.write() == bytes, "\(package.lastPathComponent)")
      #expect(try ModuleDescriptor.parse(parsed.descriptor.write()).descriptor == parsed.descriptor)
      compared += 1
    }
    #expect(compared == Corpus.packages.count)
    #expect(compared >= 74)
  }
}
