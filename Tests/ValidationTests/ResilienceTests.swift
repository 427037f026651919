import Findings
import ModuleDescriptors
import ModulePackages
import PackageFixtures
import Testing
import Validation

/// Every way to cut or flip a small package: findings or none, never a crash or a hang.
@Suite struct ResilienceTests {
  @Test func everyTruncationIsFound() throws {
    let bytes = try Self.small().bytes()
    let known = Set(Validator.rules.map(\.id))
    var tried = 0
    for length in bytes.indices {
      let findings = Self.findings(Array(bytes.prefix(length)))
      #expect(findings.contains { $0.severity == .error && $0.hint != nil }, "the first \(length) bytes")
      #expect(findings.allSatisfy { known.contains($0.rule) })
      tried += 1
    }
    #expect(tried == bytes.count)
    #expect(tried > 2500)
  }

  @Test func everyFlippedBitIsSurvived() throws {
    let bytes = try Self.small().bytes()
    let known = Set(Validator.rules.map(\.id))
    let sound = Self.findings(bytes)
    #expect(sound.allSatisfy { $0.severity == .notice })
    var found = 0
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8(index % 8)
      let findings = Self.findings(damaged)
      #expect(findings.allSatisfy { known.contains($0.rule) && !$0.message.isEmpty })
      if findings != sound { found += 1 }
    }
    // What is left are times and other parts of headers that nobody checks.
    #expect(found > bytes.count * 3 / 4, "\(found) of \(bytes.count)")
    print("flipped bits: \(bytes.count) packages, \(found) with findings")
  }

  /// Damage behind the archive's checksums: each byte of the descriptor and of a class changed before it is packed.
  @Test func everyFlippedBitInsideAnEntryIsSurvived() throws {
    let sample = try Self.small()
    let worker = try JavaWorker().bytes()
    var tried = 0
    for index in worker.indices {
      var damaged = sample
      damaged.package.entries["Worker.class"]?[index] ^= 1 << UInt8(index % 8)
      _ = Self.findings(try damaged.bytes())
      tried += 1
    }
    #expect(tried == worker.count)
    #expect(tried > 300)
  }

  /// The sample with less to read: these tests read it thousands of times.
  private static func small() throws -> SampleModule {
    var sample = try SampleModule()
    sample.main = [Designer.log(.ref("Greeting-id")), .return(SimpleStatement(Designer.head("return")))]
    sample.descriptor.tabs = []
    return sample
  }

  private static func findings(_ bytes: [UInt8]) -> [Finding] {
    Validator.findings(in: PackageReader.read(bytes: bytes, path: "damaged.sfm").package)
  }
}
