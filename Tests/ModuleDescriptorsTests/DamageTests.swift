import ModuleDescriptors
import Testing

/// Every way to cut or flip a small descriptor: an error or a descriptor, never a crash or a hang.
@Suite struct DamageTests {
  @Test func everyTruncationIsAnError() {
    var refused = 0
    for length in SampleDescriptor.bytes.indices.dropLast() {
      do throws(DescriptorError) {
        _ = try ModuleDescriptor.parse(Array(SampleDescriptor.bytes.prefix(length)))
        Issue.record("the first \(length) bytes were accepted")
      } catch {
        #expect(!error.description.isEmpty)
        refused += 1
      }
    }
    #expect(refused == SampleDescriptor.bytes.count - 1)
  }

  /// What is read from a damaged text is written in a form that reads as the same value again.
  @Test func everyFlippedBitIsAnErrorOrReadsBack() throws {
    var accepted = 0
    var refused = 0
    for index in SampleDescriptor.bytes.indices {
      var bytes = SampleDescriptor.bytes
      bytes[index] ^= 1 << UInt8(index % 8)
      do throws(DescriptorError) {
        let parsed = try ModuleDescriptor.parse(bytes)
        let again = try ModuleDescriptor.parse(parsed.descriptor.write())
        #expect(again.descriptor == parsed.descriptor, "bit \(index % 8) of byte \(index)")
        #expect(again.descriptor.write() == parsed.descriptor.write())
        accepted += 1
      } catch {
        #expect(!error.description.isEmpty)
        refused += 1
      }
    }
    #expect(accepted + refused == SampleDescriptor.bytes.count)
    #expect(accepted > 1000)
    #expect(refused > 1000)
  }
}
