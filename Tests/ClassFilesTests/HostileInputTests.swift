import ClassFiles
import Testing

/// No input may crash the reader: classes cut off at every byte and changed at every byte are read to the last detail.
@Suite struct HostileInputTests {
  @Test func truncationAtEveryByteIsAnError() throws {
    var cases = 0
    for (name, bytes) in try Samples.all() {
      for length in 0..<bytes.count {
        #expect(throws: ClassFileError.self, "\(name) cut at \(length)") { try ClassFile(Array(bytes[..<length])) }
        cases += 1
      }
      #expect(throws: ClassFileError.self) { try ClassFile(bytes + [0]) }
    }
    #expect(cases > 2500)
  }

  @Test func aFlippedBitAnywhereCrashesNothing() throws {
    var read = 0
    var cases = 0
    for (_, bytes) in try Samples.all() {
      var damaged = bytes
      for position in bytes.indices {
        // Two different bits of each byte; which ones goes round with the position.
        for bit in [position % 8, (position + 3) % 8] {
          damaged[position] ^= 1 << UInt8(bit)
          if readEverything(damaged) { read += 1 }
          damaged[position] = bytes[position]
          cases += 1
        }
      }
    }
    #expect(cases > 5000)
    // Many flips change a letter or a number only: the class still reads to the end.
    #expect(read > 250 && read < cases)
  }

  @Test func randomBytesInPlacesOfCountsCrashNothing() throws {
    var generator = SystemRandomNumberGenerator()
    var cases = 0
    for (_, bytes) in try Samples.all() {
      for _ in 0..<1500 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          damaged[Int.random(in: 8..<damaged.count, using: &generator)] = [0, 1, 0x7F, 0x80, 0xFF].randomElement() ?? 0
        }
        _ = readEverything(damaged)
        cases += 1
      }
    }
    #expect(cases == 4500)
  }

  @Test func errorsNameThePlace() {
    #expect(message([]) == "at byte 0: expected the constant pool, found 0 bytes")
    #expect(
      message([0x50, 0x4B, 3, 4, 0]) == "at byte 0: expected a class file, which begins with CAFEBABE, found 504B0304"
    )
    #expect(
      message([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 50, 0, 2, 99, 0, 0])
        == "at byte 10: expected the tag of constant 1, found 99"
    )
    #expect(
      message([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 50, 0xFF, 0xFF, 1])
        == "at byte 8: expected a constant pool count from 1 to 1, found 65535"
    )
  }

  private func message(_ bytes: [UInt8]) -> String {
    do {
      _ = try ClassFile(bytes)
      return "no error"
    } catch { return error.description }
  }
}

/// Reads all there is in a class; says whether everything could be read.
private func readEverything(_ bytes: [UInt8]) -> Bool {
  guard let file = try? ClassFile(bytes) else { return false }
  var complete = true
  func check(_ body: () throws -> Void) { do { try body() } catch { complete = false } }
  func read(_ table: AttributeTable) {
    for attribute in table {
      check {
        switch try attribute.value {
        case .code(let code):
          var walk = code.instructions
          while let instruction = try walk.next() {
            if case .table(let table) = instruction.operand { _ = try code.cases(of: table) }
            _ = try code.lineNumber(at: instruction.offset)
          }
          read(code.attributes)
        case .record(let components): for component in components { read(component.attributes) }
        case .signature(let index):
          let text = try file.pool.utf8(index)
          _ = try? ClassSignature(text).description
          _ = try? MethodSignature(text).description
          _ = try? TypeSignature(text).description
        default: break
        }
      }
    }
  }
  for index in 0..<UInt16(clamping: file.pool.count + 3) {
    _ = try? file.pool.memberReference(index)
    _ = try? file.pool.string(index)
    _ = try? file.pool.className(index)
    _ = try? file.pool.nameAndType(index)
  }
  for index in file.pool.indices { check { _ = try file.pool.entry(index) } }
  read(file.attributes)
  for member in file.fields + file.methods {
    check {
      _ =
        try member.kind == .field
        ? FieldDescriptor(member.descriptor).slots : MethodDescriptor(member.descriptor).parameterSlots
    }
    read(member.attributes)
  }
  check { _ = try (file.name, file.superName, file.interfaceNames, file.bootstrapMethods, file.recordComponents) }
  check { _ = try ClassBuilder(file).build() == bytes }
  return complete
}
