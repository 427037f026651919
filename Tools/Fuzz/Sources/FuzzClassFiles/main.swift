import ClassFiles
import FuzzDriver

// Reads a class file, decodes every attribute and walks every instruction.
fuzz { data, count in
  guard let file = try? ClassFile(bytes(data, count)) else { return 0 }
  for attribute in file.attributes { _ = try? attribute.value }
  for member in file.fields + file.methods {
    for attribute in member.attributes { _ = try? attribute.value }
    guard let code = try? member.code else { continue }
    var walk = code.instructions
    while let instruction = try? walk.next() {
      if let index = instruction.poolIndex { _ = try? file.pool.memberReference(index) }
    }
    _ = try? code.lineNumbers
    _ = code.exceptionTable
  }
  return 0
}
